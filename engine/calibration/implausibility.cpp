// See implausibility.hpp.
#include "engine/calibration/implausibility.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

Design design_of_runs(const std::vector<std::string>& parameters, const WaveRecord& record) {
  return {.kind = "wave", .names = parameters, .values = record.runs.shares};
}

std::span<const double> results_of(const WaveRecord& record, size_t n_parameters, size_t target) {
  const size_t n_runs = record.runs.shares.size() / n_parameters;
  return std::span(record.runs.means).subspan(target * n_runs, n_runs);
}

EmulatorOptions options_of(const WaveRecord& record) {
  return {.correlation = static_cast<Correlation>(record.correlation),
          .mean = static_cast<EmulatorMean>(record.mean)};
}

/// Puts a number where it belongs among the `rank` largest so far, the largest first.
void keep_largest(std::vector<double>& largest, size_t rank, double number) {
  largest.insert(std::upper_bound(largest.begin(), largest.end(), number, std::greater<>()),
                 number);
  if (largest.size() > rank) largest.pop_back();
}

/// Writes what an emulator says of itself.
void note_checks(WaveRecord& record, const Emulator& emulator, double variance_of_mean) {
  const auto& lengths = emulator.scales().lengths;
  record.lengths.insert(record.lengths.end(), lengths.begin(), lengths.end());
  record.nuggets.push_back(emulator.scales().nugget);
  const LeaveOneOut check = emulator.leave_one_out();
  record.q2.push_back(check.q2);
  record.share_in_90.push_back(check.share_in_90);
  record.noise_variance.push_back(std::isnan(variance_of_mean) ? emulator.noise_variance()
                                                               : variance_of_mean);
}

}  // namespace

Wave Wave::fit(const std::vector<std::string>& parameters, const std::vector<Target>& targets,
               WaveRecord record, const EmulatorOptions& options) {
  record.correlation = static_cast<uint8_t>(options.correlation);
  record.mean = static_cast<uint8_t>(options.mean);
  const Design design = design_of_runs(parameters, record);
  for (size_t target = 0; target < targets.size(); ++target) try {
      const auto results = results_of(record, parameters.size(), target);
      note_checks(record, Emulator::fit(design, results, options),
                  record.runs.variances_of_mean[target]);
    } catch (const InputError& error) {
      throw InputError("target '" + targets[target].name + "': " + error.what());
    }
  return {parameters, targets, std::move(record)};
}

Wave::Wave(const std::vector<std::string>& parameters, const std::vector<Target>& targets,
           WaveRecord record)
    : targets_(targets), record_(std::move(record)) {
  const Design design = design_of_runs(parameters, record_);
  const size_t n = parameters.size();
  for (size_t target = 0; target < targets.size(); ++target) {
    const auto from = record_.lengths.begin() + static_cast<long>(target * n);
    emulators_.emplace_back(
        design, results_of(record_, n, target),
        EmulatorScales{{from, from + static_cast<long>(n)}, record_.nuggets[target]},
        options_of(record_));
  }
}

TargetFit Wave::at(size_t target, std::span<const double> shares) const {
  const Target& observed = targets_[target];
  const EmulatorPrediction said = emulators_[target].predict(shares);
  const VarianceParts variances{said.variance, record_.noise_variance[target],
                                observed.observation_sd * observed.observation_sd,
                                observed.discrepancy_sd * observed.discrepancy_sd};
  return {said.mean, variances,
          std::fabs(observed.observed - said.mean) / std::sqrt(variances.sum())};
}

double Wave::score(std::span<const double> shares, double bound,
                   const std::vector<bool>& is_taken) const {
  std::vector<double> largest;
  for (size_t target = 0; target < targets_.size(); ++target) {
    if (!is_taken.empty() && !is_taken[target]) continue;
    keep_largest(largest, record_.rank, at(target, shares).implausibility);
    if (largest.size() == record_.rank && largest.back() > bound * record_.cut) break;
  }
  return largest.empty() ? 0 : largest.back() / record_.cut;
}

double NotRuledOut::score(std::span<const double> shares, double bound) const {
  double worst = 0;
  // The last wave has seen most: it rules out soonest.
  for (size_t wave = waves_.size(); wave > 0 && worst <= bound; --wave)
    worst = std::max(worst, waves_[wave - 1].score(shares, bound, is_taken_));
  return worst;
}

}  // namespace rumbo
