// What a wave of history matching leaves: plain numbers, from which its emulators are made again.
//
// May include: base, sensitivity.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/sensitivity/estimate.hpp"

namespace rumbo {

/// Results of runs at points, replicates put together.
struct WaveRuns {
  std::vector<double> shares{};  ///< [run][parameter] in [0, 1]
  std::vector<double> means{};   ///< [target][run] over replicates; NaN = all of them failed
  /// [target] variance of the mean over replicates of a point, as an average over the points; NaN =
  /// no point has two replicates.
  std::vector<double> variances_of_mean{};
};

/// Inputs and findings of a wave.
struct WaveRecord {
  WaveRuns runs{};
  /// The rank-th largest implausibility over targets counts: 1 = the largest, 2 = the second.
  uint64_t rank = 1;
  double cut = 3;  ///< a point with more is ruled out; > 0
  /// Correlation and EmulatorMean of the emulators, as numbers.
  uint8_t correlation = 0, mean = 0;
  std::vector<double> lengths{};         ///< [target][parameter] of the emulators
  std::vector<double> nuggets{};         ///< [target]
  std::vector<double> q2{};              ///< [target] by leaving one out
  std::vector<double> share_in_90{};     ///< [target] by leaving one out
  std::vector<double> noise_variance{};  ///< [target] VarianceParts::replicates
  Estimate share_left{};                 ///< of the whole space, after this wave and all before it
  double r_hat = 0;               ///< SpaceLeft::r_hat: whether points left are spread evenly
  double least_score = 0;         ///< see NotRuledOut::score; above 1 where nothing is left
  std::vector<double> nearest{};  ///< [parameter] the point that has it
  std::vector<double> inside{};   ///< [point][parameter] points left; empty = nothing is left

  /// The same of a file: names are unique below `prefix`. A loaded record is refused unless its
  /// lengths fit the numbers of parameters and targets.
  void visit(Archive& archive, const std::string& prefix, size_t n_parameters, size_t n_targets);
};

}  // namespace rumbo
