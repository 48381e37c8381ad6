// A population without migration, pushed forward month by month: expected numbers by
// sex and age under the very rates that single persons meet. The plain reference of
// births and deaths, and the natural growth that labour demand follows.
// May include: base, maths.
#pragma once
#include <array>
#include <vector>

#include "models/migration/demography/vital_rates.hpp"

namespace rumbo::migration {

/// Expected events of one month, [sex].
struct VitalEvents {
  std::array<double, n_sexes> births{};
  std::array<double, n_sexes> deaths{};
};

/// Persons by sex and month of age; those of 100 years and over are kept together.
class CohortProjection {
 public:
  static constexpr int oldest_years = 100;
  static constexpr size_t n_months_of_age = 12 * oldest_years + 1;

  CohortProjection();

  /// Adds persons spread evenly over the months of an age group.
  /// first_age, n_years  completed years; an age group from 100 on goes to the oldest
  void add(Sex sex, int first_age, int years, double persons);

  /// One month: deaths and births fall on those alive at its start, then all grow a month older
  /// and the newborn enter at age 0.
  VitalEvents step(const VitalRates& rates);

  /// Persons from one age (completed years) to before another.
  double persons(Sex sex, int from_age = 0, int to_age = oldest_years + 1) const;
  double total() const { return persons(Sex::male) + persons(Sex::female); }

 private:
  std::array<std::vector<double>, n_sexes> persons_;
};

}  // namespace rumbo::migration
