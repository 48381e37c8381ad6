// Which way across a border: the generalised cost of a route.
//
// Pure functions; routes compete by logit (choice/logit.hpp), with not going as one more
// alternative. Other rooms may include it. May include: base, maths.
#pragma once
#include <span>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// What matters to those who choose a route; all assumed, to be calibrated to shares by sector.
struct RouteRules {
  double cost_weight = 1.0;          ///< per 1,000 dollars, >= 0 (beta, range 0.3 to 3)
  double past_use_weight = 0;        ///< per log unit of past use, >= 0
  double day_cost_usd = 100;         ///< of a day on the way, >= 0
  double apprehension_cost_usd = 0;  ///< of being apprehended once, >= 0
  double value_of_life_usd = 4e5;    ///< in decisions; Shrestha, 280 to 540 thousand
};

/// A route as it is believed to be this month.
struct RouteConditions {
  double fee_usd = 0;
  double days = 0;
  double apprehension = 0;  ///< probability per attempt
  double death = 0;         ///< probability per attempt
  double past_use = 0;      ///< crossings lately by those one knows or hears of, >= 0
  double attraction = 0;    ///< utility beyond all this, no unit
};

/// Fee, days, risk of death and of apprehension in 2020 US dollars.
constexpr double route_cost_usd(const RouteRules& rules, const RouteConditions& route) {
  return route.fee_usd + rules.day_cost_usd * route.days + rules.value_of_life_usd * route.death +
         rules.apprehension_cost_usd * route.apprehension;
}

/// Utility of a route, no unit.
inline double route_utility(const RouteRules& rules, const RouteConditions& route) {
  return -rules.cost_weight * route_cost_usd(rules, route) / 1000 +
         rules.past_use_weight * rumbo::log1p(route.past_use) + route.attraction;
}

/// Herfindahl-Hirschman concentration of flows; 1 / n if all are equal, 1 if one takes all, 0 if
/// there is no flow.
constexpr double concentration(std::span<const double> flows) {
  double total = 0, squares = 0;
  for (const double flow : flows) {
    total += flow;
    squares += flow * flow;
  }
  return total > 0 ? squares / (total * total) : 0.0;
}

}  // namespace rumbo::migration
