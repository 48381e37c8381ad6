// Development at origin: income keeps people and pays for the journey, both at once.
//
// The closed form of a population with lognormal means and one passage. Emigration rises with
// income where few can pay and falls where most can; whether a real population is on the rising
// side is contested. Pure functions. May include: maths.
#pragma once
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// A population at one level of income and the passage it may buy.
struct DevelopmentModel {
  double passage_usd = 6000;    ///< cost of the passage, >= 0; 0 = everybody can pay
  double spread = 0.8;          ///< standard deviation of log means, > 0
  double slope = 1.2;           ///< fall of the log odds of going per log point of income, >= 0
  double even_odds_usd = 8000;  ///< income at which half of those who can pay go, > 0
};

/// Share of those who can pay that goes: logistic in log income. income_usd  median means, > 0
inline double going_share(const DevelopmentModel& m, double income_usd) {
  return 1 / (1 + rumbo::exp(m.slope * rumbo::log(income_usd / m.even_odds_usd)));
}

/// Share that can pay the passage. source  docs/model.md: Development at origin
inline double paying_share(const DevelopmentModel& m, double income_usd) {
  if (m.passage_usd <= 0) return 1;
  return rumbo::normal_cdf(rumbo::log(income_usd / m.passage_usd) / m.spread);
}

/// Share that emigrates: can pay, and goes.
inline double emigration_share(const DevelopmentModel& m, double income_usd) {
  return going_share(m, income_usd) * paying_share(m, income_usd);
}

/// Elasticity of emigration to income, phi(z) / (spread (1 - Phi(z))) - slope (1 - going), with
/// z = ln(passage / income) / spread.
inline double emigration_elasticity(const DevelopmentModel& m, double income_usd) {
  const double stays = m.slope * (1 - going_share(m, income_usd));
  if (m.passage_usd <= 0) return -stays;
  constexpr double one_over_sqrt_two_pi = 0.39894228040143267794;
  const double z = rumbo::log(m.passage_usd / income_usd) / m.spread;
  const double density = one_over_sqrt_two_pi * rumbo::exp(-z * z / 2);
  return density / (m.spread * paying_share(m, income_usd)) - stays;
}

/// Income of most emigration, between two incomes of which the lower one's elasticity is positive
/// and the higher one's negative; within a cent.
inline double emigration_peak_usd(const DevelopmentModel& m, double low_usd, double high_usd) {
  while (high_usd - low_usd > 0.001) {
    const double middle = (low_usd + high_usd) / 2;
    (emigration_elasticity(m, middle) > 0 ? low_usd : high_usd) = middle;
  }
  return (low_usd + high_usd) / 2;
}

}  // namespace rumbo::migration
