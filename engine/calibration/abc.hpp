// A sample of what parameters may be from runs alone: those that come near, corrected for how far
// they are off [Beaumont, Zhang and Balding 2002].
//
// May include: base, random, maths, designs, sensitivity.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/calibration/target.hpp"

namespace rumbo {

struct AbcOptions {
  double share_kept = 0.1;  ///< of the runs with results, those nearest to the targets; in (0, 1]
  uint32_t seed = 0;        ///< of the errors of observation and of the model
};

struct AbcSample {
  std::vector<double> shares{};   ///< [sample][parameter], in (0, 1)
  std::vector<double> weights{};  ///< [sample], their sum is 1
  std::vector<size_t> runs{};     ///< [sample] the run that each comes from
  double effective = 0;           ///< 1 / the sum of the squared weights
  size_t n_left_out = 0;          ///< failed runs
};

/// Approximate Bayesian computation with local-linear regression.
///
/// Errors of observation and of the model are added to the results, so that the sample allows for
/// them [Wilkinson 2013]. Distances are Euclidean, each target by its deviation over the runs.
/// Runs are weighted by Epanechnikov's kernel; logits of their shares are moved along a plane that
/// is fitted to them, to where the targets are met. Runs spread evenly over the unit cube stand for
/// no knowledge before.
/// shares   [run][parameter] in [0, 1]
/// results  [run][target]; a run with one that is not finite is left out
/// throws InputError  what check_targets refuses; sizes that do not fit; fewer runs kept than
///                    targets and three; a target whose results are all the same
AbcSample abc_sample(std::span<const double> shares, std::span<const double> results,
                     size_t n_parameters, const std::vector<Target>& targets,
                     const AbcOptions& options = {});

}  // namespace rumbo
