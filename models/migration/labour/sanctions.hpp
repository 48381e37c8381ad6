// Fines on employers of workers without the right to work: who bears them.
//
// With no risk or no fine nothing changes, bit for bit. May include: base, maths.
#pragma once
#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// What an employer of a worker without the right to work must expect.
struct SanctionRules {
  double risk = 0;      ///< probability a year that one such worker leads to a fine, in [0, 1]
  double fine_usd = 0;  ///< per worker found, >= 0
  double pass_through = 0.5;  ///< share of the expected fine taken off the wage, in [0, 1]; assumed
  double elasticity = 1;      ///< of employment to the cost of such a worker, >= 0; assumed

  /// USD a worker and year.
  double expected_usd() const { return risk * fine_usd; }
};

/// What becomes of such workers.
struct SanctionEffect {
  double wage = 1;        ///< factor on their wage, in [0, 1]
  double employment = 1;  ///< factor on their chance of a job, in (0, 1]
};

/// Workers bear a share of the expected fine in their wage; the rest makes them costlier, and
/// fewer are employed.
///
/// wage_usd  a year at market exchange rates, before the fine, >= 0
/// returns   with s = expected fine / wage, at most 1, and a share p passed on:
///           wage 1 - p s, employment (1 + (1 - p) s)^-elasticity
inline SanctionEffect sanction_effect(const SanctionRules& rules, double wage_usd) {
  RUMBO_ASSERT(wage_usd >= 0);
  const double expected = rules.expected_usd();
  if (expected <= 0 || wage_usd <= 0) return {};
  const double share = std::min(1.0, expected / wage_usd);
  const double dearer = 1 + (1 - rules.pass_through) * share;
  return {1 - rules.pass_through * share, rumbo::pow(dearer, -rules.elasticity)};
}

}  // namespace rumbo::migration
