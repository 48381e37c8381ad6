// Detention and cases for removal: who finds a bed, how a case ends.
//
// Pure functions. May include: base.
#pragma once
#include "engine/base/error.hpp"

namespace rumbo::migration {

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
/// returns  in [0, 1]; 1 if no one is expected and a bed is free
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

}  // namespace rumbo::migration
