// How a shock fades, and how many it drives from home. docs/model.md: Shocks and asylum.
//
// May include: base, maths.
#pragma once
#include <algorithm>

#include "engine/maths/rates.hpp"

namespace rumbo::migration {

/// Force of a shock in a month: its severity until the last month at full force, then halved every
/// half-life.
///
/// severity   in [0, 1]; first, last, month  counts of months, first <= last
/// half_life  months, >= 0; 0 = over with the last month
inline double shock_force(double severity, int first, int last, double half_life, int month) {
  if (month < first) return 0;
  return severity * remaining_share(half_life, std::max(0, month - last));
}

/// Probability a month of being driven from home, so that over the months at full force this share
/// of residents is, if no one comes back meanwhile.
///
/// share   in [0, 1); months  > 0; factor  >= 0 on the rate
inline double displacement_probability(double share, int months, double factor) {
  return probability_within(rate_of_probability(share, months) * factor, 1);
}

/// Probability a month of an event that half of those concerned have met after `half_life` months.
/// half_life  >= 0; 0 = at once
inline double probability_of_half_life(double half_life) {
  return 1 - remaining_share(half_life, 1);
}

}  // namespace rumbo::migration
