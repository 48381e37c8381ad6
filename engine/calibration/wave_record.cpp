// See wave_record.hpp.
#include "engine/calibration/wave_record.hpp"

#include <cmath>

#include "engine/calibration/target.hpp"
#include "engine/sensitivity/emulator.hpp"

namespace rumbo {
namespace {

/// Refuses what a file says and no wave can leave.
void check_loaded_wave(const WaveRecord& wave, const Archive& archive, const std::string& prefix,
                       size_t n_parameters, size_t n_targets) {
  const size_t n_runs = wave.runs.shares.size() / n_parameters;
  const auto expect = [&](bool holds, const char* name, const char* what) {
    archive.require(holds, prefix + name, what);
  };
  const auto expect_each_target = [&](const std::vector<double>& numbers, const char* name) {
    expect(numbers.size() == n_targets, name, "does not have a number for each target");
  };
  const char* not_points = "does not have whole points";
  expect(wave.runs.shares.size() % n_parameters == 0, "shares", not_points);
  expect(wave.inside.size() % n_parameters == 0, "inside", not_points);
  expect(wave.nearest.size() == n_parameters, "nearest", not_points);
  expect(wave.runs.means.size() == n_targets * n_runs, "means", "does not fit the points");
  expect(wave.lengths.size() == n_targets * n_parameters, "lengths", "does not fit the targets");
  expect_each_target(wave.runs.variances_of_mean, "variances_of_mean");
  expect_each_target(wave.nuggets, "nuggets");
  expect_each_target(wave.q2, "q2");
  expect_each_target(wave.share_in_90, "share_in_90");
  expect_each_target(wave.noise_variance, "noise_variance");
  expect(wave.rank >= 1 && wave.rank <= most_targets, "rank", "is out of range");
  expect(std::isfinite(wave.cut) && wave.cut > 0, "cut", "is out of range");
  expect(wave.correlation <= uint8_t(Correlation::squared_exponential), "correlation",
         "names no correlation");
  expect(wave.mean <= uint8_t(EmulatorMean::linear), "mean", "names no mean");
  for (const auto* scales : {&wave.lengths, &wave.nuggets})
    for (const double scale : *scales)
      expect(std::isfinite(scale) && scale > 0, "lengths", "or nuggets are out of range");
}

}  // namespace

void WaveRecord::visit(Archive& archive, const std::string& prefix, size_t n_parameters,
                       size_t n_targets) {
  archive.array(prefix + "shares", runs.shares);
  archive.array(prefix + "means", runs.means);
  archive.array(prefix + "variances_of_mean", runs.variances_of_mean);
  archive.value(prefix + "rank", rank);
  archive.value(prefix + "cut", cut);
  archive.value(prefix + "correlation", correlation);
  archive.value(prefix + "mean", mean);
  archive.array(prefix + "lengths", lengths);
  archive.array(prefix + "nuggets", nuggets);
  archive.array(prefix + "q2", q2);
  archive.array(prefix + "share_in_90", share_in_90);
  archive.array(prefix + "noise_variance", noise_variance);
  archive.value(prefix + "share_left", share_left.value);
  archive.value(prefix + "share_left_low", share_left.interval.low);
  archive.value(prefix + "share_left_high", share_left.interval.high);
  archive.value(prefix + "r_hat", r_hat);
  archive.value(prefix + "least_score", least_score);
  archive.array(prefix + "nearest", nearest);
  archive.array(prefix + "inside", inside);
  if (archive.is_loading()) check_loaded_wave(*this, archive, prefix, n_parameters, n_targets);
}

}  // namespace rumbo
