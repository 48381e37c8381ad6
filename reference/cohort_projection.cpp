// See cohort_projection.hpp.
#include "reference/cohort_projection.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo::migration {
namespace {

constexpr int months_in_year = 12;

int age_years_of(size_t months) {
  return static_cast<int>(months) / months_in_year;
}

/// Kills the dead of a month and lets the living grow a month older; returns the dead.
double grow_older(std::vector<double>& persons, const VitalRates& rates, Sex sex) {
  double deaths = 0;
  double chance = 0;
  for (size_t age = 0; age < persons.size(); ++age) {
    if (age % months_in_year == 0)
      chance = monthly_death_probability(rates, sex, age_years_of(age));
    const double dead = persons[age] * chance;
    persons[age] -= dead;
    deaths += dead;
  }
  const double oldest = persons.back();
  std::move_backward(persons.begin(), persons.end() - 1, persons.end());
  persons.back() += oldest;
  persons.front() = 0;
  return deaths;
}

}  // namespace

CohortProjection::CohortProjection() {
  for (auto& persons : persons_) persons.assign(n_months_of_age, 0.0);
}

void CohortProjection::add(Sex sex, int first_age, int years, double persons) {
  RUMBO_ASSERT(first_age >= 0 && years > 0 && persons >= 0);
  auto& by_age = persons_[static_cast<size_t>(sex)];
  const int months = years * months_in_year;
  for (int month = 0; month < months; ++month) {
    const auto age = static_cast<size_t>(first_age * months_in_year + month);
    by_age[std::min(age, n_months_of_age - 1)] += persons / months;
  }
}

VitalEvents CohortProjection::step(const VitalRates& rates) {
  VitalEvents events;
  const auto& women = persons_[static_cast<size_t>(Sex::female)];
  double births = 0;
  for (size_t age = 0; age < women.size(); ++age)
    births += women[age] * monthly_birth_probability(rates, age_years_of(age));
  const double boys = births * male_share_at_birth(rates.sex_ratio_at_birth);
  events.births[static_cast<size_t>(Sex::male)] = boys;
  events.births[static_cast<size_t>(Sex::female)] = births - boys;
  for (size_t sex = 0; sex < persons_.size(); ++sex) {
    events.deaths[sex] = grow_older(persons_[sex], rates, static_cast<Sex>(sex));
    persons_[sex].front() = events.births[sex];
  }
  return events;
}

double CohortProjection::persons(Sex sex, int from_age, int to_age) const {
  const auto& by_age = persons_[static_cast<size_t>(sex)];
  const auto end = std::min(static_cast<size_t>(to_age * months_in_year), by_age.size());
  double sum = 0;
  for (auto age = static_cast<size_t>(from_age * months_in_year); age < end; ++age)
    sum += by_age[age];
  return sum;
}

}  // namespace rumbo::migration
