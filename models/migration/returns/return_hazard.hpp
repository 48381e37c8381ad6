// Going home, and what the cost of coming again does to it.
//
// Pure functions; rates per month unless a name says otherwise. May include: base, maths.
#pragma once
#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// What decides when migrants go home.
struct ReturnRules {
  double base_rate = 0.0545;  ///< per month, first year, free re-entry; -ln(1 - .48) / 12, assumed
  double yearly_decline = 0.3;  ///< log points per year abroad, >= 0; assumed
  double target_saver = 0.5;    ///< added share for those who came to save a sum, >= 0; assumed
  double reentry_weight = 0.2;  ///< log points per 1,000 dollars that coming back would cost, >= 0
};

/// Rate of going home by own will.
///
/// years_abroad      >= 0
/// is_target_saver   came to save a sum and has it
/// reentry_cost_usd  expected cost of coming again (fee, tries, loss of life), >= 0
/// returns           per month, base exp(-a years) (1 + target) exp(-b cost)
inline double return_rate(const ReturnRules& rules, double years_abroad, bool is_target_saver,
                          double reentry_cost_usd) {
  RUMBO_ASSERT(years_abroad >= 0 && reentry_cost_usd >= 0);
  const double exponent =
      -rules.yearly_decline * years_abroad - rules.reentry_weight * reentry_cost_usd / 1000;
  return rules.base_rate * (is_target_saver ? 1 + rules.target_saver : 1.0) * rumbo::exp(exponent);
}

}  // namespace rumbo::migration
