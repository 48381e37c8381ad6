// See waves.hpp.
#include "engine/calibration/waves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/calibration/drawing.hpp"
#include "engine/designs/designs.hpp"

namespace rumbo {
namespace {

size_t points_of_wave(const Calibration& calibration) {
  const size_t n = calibration.options.n_points;
  return n > 0 ? n : 10 * calibration.parameters.size();
}

/// A seed of its own for each wave.
uint32_t seed_of_wave(const Calibration& calibration, size_t wave) {
  return Draws(calibration.options.seed, 0)
      .bits(static_cast<uint32_t>(wave), Month(0), purpose::wave_seed);
}

/// Adds runs of an earlier wave that are not ruled out. Means are laid out by target.
WaveRuns with_earlier_runs(const Calibration& calibration, const WaveRuns& fresh,
                           std::span<const Wave> waves) {
  const size_t width = calibration.parameters.size(), n_targets = calibration.targets.size();
  if (waves.empty()) return fresh;
  const NotRuledOut region(waves);
  const WaveRuns& earlier = calibration.waves.back().runs;
  const size_t n_earlier = earlier.shares.size() / width, n_fresh = fresh.shares.size() / width;
  std::vector<size_t> kept;
  WaveRuns all{fresh.shares, {}, fresh.variances_of_mean};
  for (size_t run = 0; run < n_earlier && n_fresh + kept.size() < most_runs_of_emulator; ++run) {
    const auto point = std::span(earlier.shares).subspan(run * width, width);
    if (!region.holds(point)) continue;
    kept.push_back(run);
    all.shares.insert(all.shares.end(), point.begin(), point.end());
  }
  for (size_t target = 0; target < n_targets; ++target) {
    const auto from = fresh.means.begin() + static_cast<long>(target * n_fresh);
    all.means.insert(all.means.end(), from, from + static_cast<long>(n_fresh));
    for (const size_t run : kept) all.means.push_back(earlier.means[target * n_earlier + run]);
  }
  return all;
}

/// Mean over the points left of the parts of the variance of a target.
VarianceParts variances_inside(const Wave& wave, size_t target, size_t width) {
  const auto& inside = wave.record().inside;
  const size_t n = std::min<size_t>(inside.size() / width, 100);
  VarianceParts mean;
  for (size_t i = 0; i < n; ++i) {
    const auto at = wave.at(target, std::span(inside).subspan(i * width, width)).variances;
    mean.emulator += at.emulator / static_cast<double>(n);
    mean.replicates = at.replicates;
    mean.observation = at.observation;
    mean.discrepancy = at.discrepancy;
  }
  return mean;
}

bool emulators_suffice(const Calibration& calibration) {
  const Wave wave(calibration.parameters, calibration.targets, calibration.waves.back());
  for (size_t target = 0; target < calibration.targets.size(); ++target) {
    const auto parts = variances_inside(wave, target, calibration.parameters.size());
    if (parts.emulator >= parts.sum_without_emulator()) return false;
  }
  return true;
}

/// Writes what is left after all waves into the record of the last one.
void note_space_left(Calibration& calibration, std::span<const Wave> waves) {
  const NotRuledOut region(waves);
  SpaceOptions options = calibration.options.space;
  options.seed = seed_of_wave(calibration, calibration.waves.size()) ^ 1;
  SpaceLeft left = space_left(
      [&](std::span<const double> point, double bound) { return region.score(point, bound); },
      calibration.parameters.size(), points_of_wave(calibration), options);
  WaveRecord& record = calibration.waves.back();
  record.share_left = left.share;
  record.r_hat = left.r_hat;
  record.least_score = left.least_score;
  record.nearest = std::move(left.nearest);
  record.inside = std::move(left.points);
}

/// Mean and sum of squares about it of what is finite.
struct Replicates {
  size_t n = 0;
  double mean = 0, squares = 0;
  void add(double x) {
    if (!std::isfinite(x)) return;
    const double from = x - mean;
    mean += from / static_cast<double>(++n);
    squares += from * (x - mean);
  }
};

}  // namespace

void Calibration::visit(Archive& archive) {
  uint64_t n_waves = waves.size();
  archive.value("calibration/waves", n_waves);
  archive.require(n_waves <= 1000, "calibration/waves", "is out of range");
  waves.resize(n_waves);
  for (size_t wave = 0; wave < n_waves; ++wave)
    waves[wave].visit(archive, fmt::format("calibration/{}/", wave), parameters.size(),
                      targets.size());
}

std::vector<double> design_of_next_wave(const Calibration& calibration) {
  check_targets(calibration.targets);
  if (!calibration.waves.empty()) {
    if (calibration.waves.back().inside.empty())
      throw InputError("calibration: every point is ruled out; there is no place for more runs");
    return calibration.waves.back().inside;
  }
  const double n = static_cast<double>(points_of_wave(calibration));
  return make_design({.kind = "latin_hypercube",
                      .names = calibration.parameters,
                      .options = {{"samples", {n}}, {"best_of", {20}}},
                      .seed = seed_of_wave(calibration, 0)})
      .values;
}

WaveRuns gather_runs(std::span<const double> shares, std::span<const double> results,
                     size_t n_parameters, size_t n_targets, size_t n_replicates) {
  const size_t n_points = shares.size() / n_parameters;
  if (results.size() != n_points * n_replicates * n_targets)
    throw InputError(fmt::format("calibration: {} results; expected {} of {} points",
                                 results.size(), n_points * n_replicates * n_targets, n_points));
  WaveRuns runs{{shares.begin(), shares.end()}};
  for (size_t target = 0; target < n_targets; ++target) {
    double sum = 0, n_told = 0;
    for (size_t point = 0; point < n_points; ++point) {
      Replicates of_point;
      for (size_t r = 0; r < n_replicates; ++r)
        of_point.add(results[(point * n_replicates + r) * n_targets + target]);
      runs.means.push_back(of_point.n > 0 ? of_point.mean : NAN);
      if (of_point.n < 2) continue;
      sum += of_point.squares / static_cast<double>((of_point.n - 1) * of_point.n);
      ++n_told;
    }
    runs.variances_of_mean.push_back(n_told > 0 ? sum / n_told : NAN);
  }
  return runs;
}

void add_wave(Calibration& calibration, const WaveRuns& runs) {
  std::vector<Wave> waves = waves_of(calibration);
  const WaveOptions& options = calibration.options;
  WaveRecord record{.runs = with_earlier_runs(calibration, runs, waves), .cut = options.cut};
  const size_t rank = calibration.waves.size() < options.n_cautious ? 2 : 1;
  record.rank = std::min(rank, calibration.targets.size());
  EmulatorOptions emulator = options.emulator;
  emulator.seed = seed_of_wave(calibration, calibration.waves.size());
  waves.push_back(
      Wave::fit(calibration.parameters, calibration.targets, std::move(record), emulator));
  calibration.waves.push_back(waves.back().record());
  note_space_left(calibration, waves);
}

WavesEnd end_of_waves(const Calibration& calibration) {
  const auto& waves = calibration.waves;
  const WaveOptions& options = calibration.options;
  if (waves.empty()) return WavesEnd::not_yet;
  if (waves.back().inside.empty()) return WavesEnd::nothing_left;
  // A cautious wave leaves more than its runs would allow: the next one takes a harder look.
  const bool is_cautious = waves.size() <= options.n_cautious && calibration.targets.size() > 1;
  if (!is_cautious && emulators_suffice(calibration)) return WavesEnd::emulators_suffice;
  if (waves.size() >= options.most_waves) return WavesEnd::waves_used_up;
  if (is_cautious || waves.size() < 2) return WavesEnd::not_yet;
  const double before = waves[waves.size() - 2].share_left.value;
  if (waves.back().share_left.value > before * (1 - options.least_fall))
    return WavesEnd::share_stays;
  return WavesEnd::not_yet;
}

std::vector<Wave> waves_of(const Calibration& calibration) {
  std::vector<Wave> waves;
  for (const WaveRecord& record : calibration.waves)
    waves.emplace_back(calibration.parameters, calibration.targets, record);
  return waves;
}

WavesEnd run_waves(Calibration& calibration, const Simulator& simulator) {
  check_targets(calibration.targets);
  const size_t width = calibration.parameters.size(), n_targets = calibration.targets.size();
  const uint32_t n_replicates = calibration.options.n_replicates;
  WavesEnd end = end_of_waves(calibration);
  while (end == WavesEnd::not_yet) {
    const std::vector<double> points = design_of_next_wave(calibration);
    std::vector<double> results;
    for (size_t at = 0; at < points.size(); at += width)
      for (uint32_t replicate = 0; replicate < n_replicates; ++replicate) {
        std::vector<double> run = simulator(std::span(points).subspan(at, width), replicate);
        if (run.empty()) run.assign(n_targets, NAN);
        RUMBO_REQUIRE(run.size() == n_targets);
        results.insert(results.end(), run.begin(), run.end());
      }
    add_wave(calibration, gather_runs(points, results, width, n_targets, n_replicates));
    end = end_of_waves(calibration);
  }
  return end;
}

}  // namespace rumbo
