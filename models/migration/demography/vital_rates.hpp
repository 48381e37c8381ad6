// Births, deaths and the age at which people move: published rates as monthly chances.
//
// Pure functions on tables of rates as the World Population Prospects gives them. Age at the start
// of a month: a person born in month b is 0 months old at the start of month b + 1, so age in
// months in month t is t - b - 1. Other rooms may include it. May include: base, maths, people
// (through person.hpp, for Sex).
#pragma once
#include <array>
#include <cstddef>

#include "models/migration/person/person.hpp"

namespace rumbo::migration {

/// Age groups of mortality: 0, 1 to 4, 5 to 9, ..., 95 to 99, 100 and over.
constexpr size_t n_mortality_groups = 22;
/// Age groups of mothers: 15 to 19, ..., 45 to 49.
constexpr size_t n_fertility_groups = 7;
constexpr int first_fertile_age = 15;
constexpr int years_per_fertility_group = 5;

/// Births and deaths of one place in one period.
/// source  United Nations, World Population Prospects 2019
struct VitalRates {
  /// [sex][age group], deaths per person-year, >= 0
  std::array<std::array<double, n_mortality_groups>, n_sexes> mortality{};
  double total_fertility = 0;  ///< births per woman over her life, >= 0
  /// [age group of mother], share of total fertility, >= 0, sum 1 (percent / 100)
  std::array<double, n_fertility_groups> fertility_share{};
  double sex_ratio_at_birth = 1.05;  ///< boys per girl, > 0
};

/// Index of the mortality group of an age in completed years (>= 0).
size_t mortality_group(int age_years);

/// Probability that a person dies in a month, at an age in completed years.
double monthly_death_probability(const VitalRates& rates, Sex sex, int age_years);

/// Probability that a woman gives birth in a month; the expected number, so that total fertility
/// is met exactly by a woman who lives. 0 outside 15 to 49.
double monthly_birth_probability(const VitalRates& rates, int age_years);

/// Probability that a newborn is a boy.
constexpr double male_share_at_birth(double sex_ratio_at_birth) {
  return sex_ratio_at_birth / (1 + sex_ratio_at_birth);
}

/// Where a date lies between the middles of two periods: value = a + weight (b - a).
struct PeriodPosition {
  size_t lower = 0;
  size_t upper = 0;
  double weight = 0;
};

/// Position among periods that follow each other, each standing for its middle; flat before the
/// first middle and after the last.
///
/// first_start  start of the first period, calendar year; period_years  > 0; n_periods  >= 1
/// year         with its fraction (2004.5 = 1 July 2004)
PeriodPosition period_position(double first_start, double period_years, size_t n_periods,
                               double year);

/// Rates between two sets, each number linear in the weight in [0, 1].
VitalRates interpolate(const VitalRates& lower, const VitalRates& upper, double weight);

/// Propensity to move by age: childhood with the parents, the labour-force peak, a constant.
/// source  [Rogers and Castro 1981], Model Migration Schedules, IIASA RR-81-30; the parameters
///         are recalled, assumed
struct RogersCastro {
  double child_level = 0.02;
  double child_decline = 0.1;  ///< per year of age
  double labour_level = 0.06;
  double labour_decline = 0.1;  ///< per year of age
  double labour_position = 20;  ///< years of age
  double labour_ascent = 0.4;   ///< per year of age
  double constant = 0.003;
};

/// a1 exp(-alpha1 x) + a2 exp(-alpha2 (x - mu2) - exp(-lambda2 (x - mu2))) + c at age x >= 0,
/// years.
double rogers_castro(const RogersCastro& schedule, double age_years);

}  // namespace rumbo::migration
