// How alike a smooth surface is at two points, by their distance. May include: base, maths.
#pragma once
#include <cstdint>
#include <span>

namespace rumbo {

/// With r^2 the squared distance, each dimension divided by its length scale.
/// source  [Rasmussen and Williams 2006], equations 4.9 and 4.17
enum class Correlation : uint8_t {
  matern_52,           ///< (1 + s + s^2 / 3) exp(-s), s = sqrt(5) r: twice differentiable
  squared_exponential  ///< exp(-r^2 / 2): smooth without end
};

/// Correlations of pairs of points, and how they change with the squared distance.
/// squared_distances  [pair], >= 0
/// correlations       [pair], written; in [0, 1]
/// slopes             [pair], written, or empty: derivatives by the squared distance, <= 0
void correlate(Correlation correlation, std::span<const double> squared_distances,
               std::span<double> correlations, std::span<double> slopes = {});

}  // namespace rumbo
