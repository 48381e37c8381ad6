// What a simulator is held against: observed figures and how sure they are. May include: base.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace rumbo {

inline constexpr size_t most_targets = 40;

/// An observed figure; all numbers in its own unit.
struct Target {
  std::string name;
  double observed = 0;
  double observation_sd = 0;  ///< standard deviation of what was observed, >= 0
  /// Standard deviation of what the best run would still be wrong by: the tolerance of the model,
  /// >= 0.
  double discrepancy_sd = 0;
};

/// Parts of the variance of the difference between what was observed and what an emulator says, in
/// squared units of the target, each >= 0.
struct VarianceParts {
  double emulator = 0;     ///< of the emulator's ignorance
  double replicates = 0;   ///< of the mean over the replicates of a point
  double observation = 0;  ///< of what was observed
  double discrepancy = 0;  ///< of the model

  double sum() const { return emulator + replicates + observation + discrepancy; }
  /// What another wave of runs at other points does not make smaller.
  double sum_without_emulator() const { return replicates + observation + discrepancy; }
};

/// throws InputError  no target or more than most_targets, a name twice or none, a number that is
///                    not finite or a deviation below 0, both deviations 0 (all mistakes at once)
void check_targets(const std::vector<Target>& targets);

}  // namespace rumbo
