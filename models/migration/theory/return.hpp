// Going home, being sent home, and what border cost does to the length of a stay.
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

/// Rates at which a stock is left; same unit of time.
struct ExitRates {
  double going_home = 0;
  double removal = 0;
  double death = 0;

  constexpr double sum() const { return going_home + removal + death; }
};

/// Stock at which exits equal a constant inflow; exits.sum() > 0.
constexpr double steady_stock(double inflow, const ExitRates& exits) {
  return inflow / exits.sum();
}

/// Mean length of a stay; exits.sum() > 0.
constexpr double mean_stay(const ExitRates& exits) {
  return 1 / exits.sum();
}

/// Stock after a time of constant inflow and exits (exact, whatever the time).
inline double stock_after(double stock, double inflow, const ExitRates& exits, double duration) {
  const double left = rumbo::exp(-exits.sum() * duration);
  const double entered =
      exits.sum() > 0 ? -rumbo::expm1(-exits.sum() * duration) / exits.sum() : duration;
  return stock * left + inflow * entered;
}

/// Relative change of the stock when enforcement cuts inflow by one share and exits by another.
///
/// inflow_cut  in [0, 1]; exit_cut  in [0, 1). Positive = enforcement backfires.
/// source      steady state of the stock; [Massey, Durand and Pren 2016] for the phenomenon
constexpr double backfire(double inflow_cut, double exit_cut) {
  return (1 - inflow_cut) / (1 - exit_cut) - 1;
}

}  // namespace rumbo::migration
