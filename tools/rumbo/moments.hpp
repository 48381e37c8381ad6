// Means, errors and Student's t, shared by paired and unpaired effects.
// May include: std, Boost.Math.
#pragma once
#include <span>

#include "tools/rumbo/rare_counts.hpp"

namespace rumbo {

double mean_of(std::span<const double> values);

/// Variance of the mean of values, from their spread about `centre`; at least 2 values.
double variance_of_mean(std::span<const double> values, double centre);

/// centre +- quantile of Student's t with `freedom` degrees x error.
Interval student_interval(double centre, double error, double freedom, double level);

/// Probability that a mean `size` away from 0 has its sign, if `reach` is the half width of its
/// interval at `level` on the side of 0; 1 where reach is 0.
double probability_of_sign(double size, double reach, double freedom, double level);

}  // namespace rumbo
