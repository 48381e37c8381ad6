// Standardized regression coefficients: what a straight line through all runs says.
//
// May include: base, maths, designs.
#pragma once
#include <span>
#include <vector>

#include "engine/designs/design.hpp"
#include "engine/sensitivity/estimate.hpp"

namespace rumbo {

struct Regression {
  /// Of each parameter, in the order of the design: standard deviations by which the result
  /// changes where the parameter changes by one of its own. Squared, and with parameters that do
  /// not go together, it is the share of the variance that a linear effect accounts for.
  std::vector<Estimate> coefficients{};
  double r2 = 0;           ///< share of the variance that the straight line accounts for
  double adjusted_r2 = 0;  ///< the same for the number of parameters allowed
  size_t n_runs = 0;       ///< used
  size_t n_left_out = 0;   ///< failed
};

/// Least squares by QR [Saltelli and others 2008]. Intervals are those of the normal linear
/// model, by Student's distribution; where the result is not linear in the parameters they hold
/// roughly at best, which R^2 tells.
/// results  [run]; NaN or infinite = the run failed; it is left out
/// level    of the intervals, in (0, 1)
/// throws InputError  another number of results than runs; not more results than parameters and
///                    one; a parameter that never changes, or changes only together with others
Regression regression(const Design& design, std::span<const double> results, double level = 0.95);

/// Quantile of Student's distribution by four terms of the expansion of [Abramowitz and Stegun
/// 1964] 26.7.5; error below 1% from 3 degrees of freedom on for p from 0.01 to 0.99.
double student_quantile(double p, double degrees_of_freedom);

}  // namespace rumbo
