// Where in the ranges of parameters a difference has the other sign: a tree of one or two splits.
//
// May include: designs.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/designs/design.hpp"

namespace rumbo {

/// A parameter above or below a bound, which lies half way between two points.
struct SplitCondition {
  size_t parameter = 0;
  double bound = 0;  ///< in the units of the design: a share, or the parameter's value
  bool is_above = false;
};

/// A part of the space of parameters in which the mean of the differences has the other sign.
struct TurningRule {
  std::vector<SplitCondition> conditions;  ///< one or two, which hold together
  size_t n_inside = 0;                     ///< points
  double mean_inside = 0, mean_elsewhere = 0;
};

/// Splits are those that leave the least variance [Breiman and others 1984]. A part counts only if
/// it has at least 5 points and 5% of all, and if its mean is more than 3 of its standard errors
/// away from 0, for splits that are looked for find something in chance, too. One split is
/// preferred to two, and of two parts the one with more points.
///
/// differences  [point]; NaN = not known, left out
/// sign         of the difference that is to turn; not 0
std::optional<TurningRule> where_sign_turns(const Design& design,
                                            std::span<const double> differences, double sign);

}  // namespace rumbo
