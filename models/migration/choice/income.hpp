// What an income is worth to a person, and for how long.
//
// Pure functions; incomes in thousand dollars a year at purchasing power parity
// wherever they enter utility. May include: base, maths.
#pragma once
#include <algorithm>
#include <cstdint>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Years of income that a person looks ahead to.
struct WorkingLife {
  double first_age = 15;     ///< years; the young wait until then
  double last_age = 65;      ///< years
  double least_horizon = 1;  ///< years, > 0; the old look ahead at least this far
};

/// Years until the end of working life, at least the least horizon.
constexpr double horizon_years(double age_years, const WorkingLife& life = {}) {
  return std::max(life.least_horizon, life.last_age - std::max(age_years, life.first_age));
}

/// Present value of 1 a year for some years, paid evenly.
///
/// discount  per year, >= 0; 0 = the number of years. years  >= 0, may be infinite if discount > 0
inline double annuity_factor(double discount, double years) {
  RUMBO_ASSERT(discount >= 0 && years >= 0);
  return discount > 0 ? -rumbo::expm1(-discount * years) / discount : years;
}

/// How much of a full working life's gain is left at this horizon, in (0, 1] up to the reference.
///
/// An even income times this, so that those who have few years left to gain from a move weigh its
/// gain against its once-paid cost as they should.
inline double horizon_weight(double horizon, double reference_years, double discount) {
  RUMBO_ASSERT(reference_years > 0);
  return annuity_factor(discount, horizon) / annuity_factor(discount, reference_years);
}

/// Form of the utility of income: the literature has both.
/// source  linear: [Grogger and Hanson 2011]; logarithmic: usual gravity form
enum class IncomeUtility : uint8_t { linear, logarithmic };

/// Utility of an even income, no unit.
///
/// weight       per k$ a year (linear) or per log unit (logarithmic), >= 0
/// income       k$ a year, >= 0; the logarithm treats less than 0.1 as 0.1
inline double income_utility(IncomeUtility form, double weight, double income) {
  constexpr double least_income = 0.1;
  if (form == IncomeUtility::linear) return weight * income;
  return weight * rumbo::log(std::max(income, least_income));
}

}  // namespace rumbo::migration
