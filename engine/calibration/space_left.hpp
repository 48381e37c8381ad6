// How much of the unit cube a region takes, and points spread evenly over it.
//
// May include: base, random, maths, designs, sensitivity.
#pragma once
#include <limits>

#include "engine/calibration/slice_walk.hpp"
#include "engine/sensitivity/estimate.hpp"

namespace rumbo {

struct SpaceOptions {
  size_t n_even = 4096;     ///< points of Sobol's sequence that are looked at first, best 2^m
  size_t n_walkers = 200;   ///< for regions that few of these hit; at least 8, at most n_even
  uint32_t n_sweeps = 12;   ///< steps of each walker at each level; at least 4
  size_t most_levels = 60;  ///< halvings of the volume before a region counts as empty
  double level = 0.95;      ///< of the interval, in (0, 1)
  uint32_t seed = 0;
};

/// A region is counted by even points if at least so many of them lie inside.
inline constexpr size_t least_even_inside = 30;

struct SpaceLeft {
  /// Of the volume of the cube; 0 if nothing was found. The interval is that of a share of random
  /// points [Wilson 1927], wide for points of Sobol's sequence; beyond them it follows from the
  /// scatter of the levels, roughly.
  Estimate share{};
  std::vector<double> points{};   ///< [point][parameter] inside; empty = nothing was found
  double least_score = 0;         ///< that was seen; above 1 where nothing was found
  std::vector<double> nearest{};  ///< [parameter] the point that has it
  size_t n_levels = 0;            ///< of walkers; 0 = counted by even points
  /// Largest over parameters, of the walkers that gave the points: below 1.3 or so if they have
  /// forgotten where they began, so that points are spread evenly; NaN if no walkers were needed.
  double r_hat = std::numeric_limits<double>::quiet_NaN();
};

/// Looks for the region where a score is at most 1.
///
/// Even points first; they are taken as they are if enough of them lie inside. Otherwise walkers
/// go down level by level of the score, each level holding about half of the volume of the last
/// one: subset simulation [Au and Beck 2001]. Where a level has fallen so little that as much again
/// in all levels left would not do, they hurry on to the least score in larger steps, of which only
/// an upper end of the share follows. A region is called empty where that least score is above 1:
/// it says by how much the region was missed. The same for the same options.
/// score     at least 0; asked without a bound, it is continuous for the most part
/// width     parameters, at least 1
/// n_points  that are wanted; all of them are given unless the region is empty. 0 = whether there
///           are any: the first ones found are given, which takes less time, and the share is rough
SpaceLeft space_left(const RegionScore& score, size_t width, size_t n_points,
                     const SpaceOptions& options = {});

/// Interval of a share of n independent points of which n_inside were inside [Wilson 1927].
ConfidenceInterval share_interval(size_t n_inside, size_t n, double level);

/// Root of the estimated variance over that within chains: near 1 if they agree [Gelman and Rubin
/// 1992].
/// draws  [chain][step], at least 2 of each; 1 if none of them changes
double r_hat(std::span<const double> draws, size_t n_chains);

}  // namespace rumbo
