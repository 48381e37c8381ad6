// The results of a sweep point by point, and how much of them is chance.
//
// Points of a sweep share the draws of equal replicates. So what chance does to the difference of
// two points is seen only in the same replicate of both.
// May include: output, designs.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "engine/designs/design.hpp"
#include "engine/output/sweep_record.hpp"
#include "tools/rumbo/series_reader.hpp"

namespace rumbo {

/// The design as the file tells it: shares of the plausible ranges, or the values themselves where
/// a share is not known.
Design design_of_sweep(const SweepRecord& sweep);

/// Number of a run (see SweepRecord) -> one number of it. Runs without a number are left out.
using RunNumbers = std::map<uint32_t, double>;

/// Numbers of a scenario in a window.
RunNumbers levels_of(const SeriesValues& series, const std::string& scenario, const Window& window);
/// scenario - baseline in the runs that both have.
RunNumbers differences_of(const SeriesValues& series, const std::string& baseline,
                          const std::string& scenario, const Window& window);

/// A variance and the degrees of freedom it rests on; 0 degrees = not known.
struct Spread {
  double variance = 0;
  size_t freedom = 0;
};

/// One output of a sweep.
struct PointValues {
  std::vector<RunNumbers> runs;  ///< [point] replicate of the point -> number
  std::vector<double> means;     ///< [point] over its replicates; NaN = no run has a number

  PointValues(const SweepRecord& sweep, const RunNumbers& numbers);

  size_t n_known() const;  ///< points with a mean
  size_t n_runs() const;   ///< with a number
  /// Of single runs about the mean of their point, over all points.
  Spread within_points() const;
  /// Of the difference of two points' means by chance alone: the mean, over pairs, of the variance
  /// of paired differences by their number.
  /// pairs  of numbers of points; those with fewer than 2 replicates in common do not count
  Spread of_differences(std::span<const std::pair<size_t, size_t>> pairs) const;
};

/// Mean and variance (by n - 1) of what is known; NaN where too little is.
struct PointMoments {
  double mean = 0, variance = 0;
};
PointMoments moments_of_points(const std::vector<double>& means);

}  // namespace rumbo
