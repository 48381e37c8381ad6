// Intervals by drawing the same units again and again [Efron and Tibshirani 1993].
//
// May include: base, random, designs.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/sensitivity/estimate.hpp"

namespace rumbo {

struct BootstrapOptions {
  size_t n_resamples = 1000;  ///< 0 = no intervals
  double level = 0.95;        ///< of the intervals, in (0, 1)
  uint32_t seed = 0;
};

/// Statistics of some units, which may stand there several times.
/// statistics  written; NaN where the units have none
using UnitStatistics =
    std::function<void(std::span<const size_t> units, std::span<double> statistics)>;

/// The values for all units, and percentile intervals over resamples of as many units with
/// replacement. Resamples for which a statistic is NaN do not count for its interval. No intervals
/// from fewer than two units. The same for the same options, on any machine.
std::vector<Estimate> bootstrap(size_t n_units, size_t n_statistics,
                                const BootstrapOptions& options, const UnitStatistics& of_units);

/// Of numbers in any order: the one below which a share of them lies, linear between neighbours.
/// numbers  at least one
double percentile(std::vector<double>& numbers, double share);

}  // namespace rumbo
