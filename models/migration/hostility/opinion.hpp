// Opinion about migrants: pushed up by more arrivals than people are used to and by known
// trafficking, and falling back when nothing pushes.
//
// Pure functions; the form is assumed. May include: maths.
#pragma once
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"

namespace rumbo::migration {

struct HostilityRules {
  double media = 1;             ///< factor on all news, >= 0
  double inflow_weight = 0;     ///< a log point of arrivals beyond the past, >= 0
  double report_weight = 0;     ///< a victim identified a year of 100,000 residents, >= 0
  double half_life_months = 1;  ///< > 0
};

/// Arrivals a resident and year below which a change is no news.
inline constexpr double unnoticed_arrivals = 0.002;

/// Where opinion tends, in [0, 1): 1 - exp(-media (inflow ln(recent / past) + reports)), with no
/// more than the past as no push.
/// recent, past  arrivals a resident and year; reported  identified victims a resident and year
inline double hostility_target(const HostilityRules& rules, double recent, double past,
                               double reported) {
  const double surprise =
      std::max(0.0, rumbo::log((recent + unnoticed_arrivals) / (past + unnoticed_arrivals)));
  return 1 - rumbo::exp(-rules.media *
                        (rules.inflow_weight * surprise + rules.report_weight * reported * 100000));
}

/// Opinion a month on: moves half the way to its target in a half-life.
inline double hostility_after(const HostilityRules& rules, double level, double target) {
  return level + (target - level) * (1 - remaining_share(rules.half_life_months, 1));
}

}  // namespace rumbo::migration
