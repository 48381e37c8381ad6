// Rates, probabilities and half-lives: how a rate per unit of time becomes the
// chance of a month.
//
// Pure functions; results do not depend on the length of the step (a rate applied
// in two half steps gives what it gives in one). May include: base, maths.
#pragma once
#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo {

constexpr double months_per_year = 12.0;

/// Probability that an event of constant rate happens at least once in a time.
///
/// rate      events per unit of time, >= 0
/// duration  same unit of time, >= 0
/// returns   1 - exp(-rate duration), in [0, 1)
/// source    competing-risk form of [Klabunde, Zinn, Leuchter and Willekens 2015]
inline double probability_within(double rate, double duration) {
  RUMBO_ASSERT(rate >= 0 && duration >= 0);
  return -rumbo::expm1(-rate * duration);
}

/// Probability in a month of an event with a rate per year (>= 0).
inline double monthly_probability(double rate_per_year) {
  return probability_within(rate_per_year, 1.0 / months_per_year);
}

/// Constant rate that gives a probability in [0, 1) within a duration > 0; the inverse of the
/// above.
inline double rate_of_probability(double probability, double duration) {
  RUMBO_ASSERT(probability >= 0 && probability < 1 && duration > 0);
  return -rumbo::log1p(-probability) / duration;
}

/// Share of a cohort alive, or of a stock left, after a time under a constant rate.
inline double survival(double rate, double duration) {
  return rumbo::exp(-rate * duration);
}

/// Share left after a time when half is left after `half_life` (same unit of time).
/// half_life  > 0, may be infinite (nothing decays); 0 = all gone at once
inline double remaining_share(double half_life, double duration) {
  constexpr double log_2 = 0.69314718055994530942;
  RUMBO_ASSERT(half_life >= 0 && duration >= 0);
  if (duration == 0) return 1.0;
  return half_life > 0 ? rumbo::exp(-log_2 * duration / half_life) : 0.0;
}

}  // namespace rumbo
