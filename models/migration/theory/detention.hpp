// Detention and cases for removal: how many are held, how a case ends; seasons that repeat.
//
// Pure functions. May include: base.
#pragma once
#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo::migration {

/// Persons held when so many come in a month and stay so many months (Little's law).
/// months  mean length, whole months from the one after the first on
constexpr double detained_stock(double inflow, double months) {
  return inflow * months;
}

/// Probability a month that a case ends, from the month after it began: mean length exactly months.
/// months  >= 1
constexpr double case_end_probability(double months) {
  RUMBO_ASSERT(months >= 1);
  return 1 / months;
}

/// Share of those to be detained for whom there is a bed.
///
/// beds    places, >= 0; held  now, >= 0; ending  expected to leave this month
/// coming  expected this month, >= 0
/// returns  in [0, 1]; 1 if nobody is expected and a bed is free
constexpr double bed_share(double beds, double held, double ending, double coming) {
  const double open = beds - held + ending;
  if (open <= 0) return 0;
  return coming > open ? open / coming : 1.0;
}

/// What a case ends in, as probabilities that sum to 1.
struct CaseOdds {
  double removed = 1;
  double won = 0;
  double absconded = 0;
};

/// relief  probability that it is won, in [0, 1]; appearance  1 for those detained
constexpr CaseOdds case_odds(double relief, double appearance) {
  return {appearance * (1 - relief), appearance * relief, 1 - appearance};
}

/// Rate at which residents with a right are removed, of the rate of those without.
constexpr double wrongful_rate(double removal_rate, double error) {
  return removal_rate * error;
}

/// Seasons of one worker on average, where so many of those who went home come again (< 1).
constexpr double mean_seasons(double comes_again) {
  return 1 / (1 - comes_again);
}

}  // namespace rumbo::migration
