// See demography/vital_rates.hpp.
#include "models/migration/demography/vital_rates.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"

namespace rumbo::migration {
namespace {

double between(double lower, double upper, double weight) {
  return lower + weight * (upper - lower);
}

}  // namespace

size_t mortality_group(int age_years) {
  RUMBO_ASSERT(age_years >= 0);
  if (age_years < 1) return 0;
  if (age_years < 5) return 1;
  return std::min(n_mortality_groups - 1, static_cast<size_t>(age_years) / 5 + 1);
}

double monthly_death_probability(const VitalRates& rates, Sex sex, int age_years) {
  return monthly_probability(rates.mortality[static_cast<size_t>(sex)][mortality_group(age_years)]);
}

double monthly_birth_probability(const VitalRates& rates, int age_years) {
  if (age_years < first_fertile_age) return 0;
  const auto group =
      static_cast<size_t>((age_years - first_fertile_age) / years_per_fertility_group);
  if (group >= n_fertility_groups) return 0;
  const double per_year =
      rates.total_fertility * rates.fertility_share[group] / years_per_fertility_group;
  return std::min(1.0, per_year / months_per_year);
}

PeriodPosition period_position(double first_start, double period_years, size_t n_periods,
                               double year) {
  RUMBO_ASSERT(period_years > 0 && n_periods > 0);
  const double position = (year - first_start) / period_years - 0.5;
  const auto last = static_cast<double>(n_periods - 1);
  const double kept = std::clamp(position, 0.0, last);
  const auto lower = static_cast<size_t>(std::floor(kept));
  return {lower, std::min(lower + 1, n_periods - 1), kept - std::floor(kept)};
}

VitalRates interpolate(const VitalRates& lower, const VitalRates& upper, double weight) {
  VitalRates result;
  for (size_t sex = 0; sex < lower.mortality.size(); ++sex) {
    for (size_t group = 0; group < n_mortality_groups; ++group)
      result.mortality[sex][group] =
          between(lower.mortality[sex][group], upper.mortality[sex][group], weight);
  }
  for (size_t group = 0; group < n_fertility_groups; ++group)
    result.fertility_share[group] =
        between(lower.fertility_share[group], upper.fertility_share[group], weight);
  result.total_fertility = between(lower.total_fertility, upper.total_fertility, weight);
  result.sex_ratio_at_birth = between(lower.sex_ratio_at_birth, upper.sex_ratio_at_birth, weight);
  return result;
}

double rogers_castro(const RogersCastro& schedule, double age_years) {
  const double shifted = age_years - schedule.labour_position;
  const double child = schedule.child_level * rumbo::exp(-schedule.child_decline * age_years);
  const double labour =
      schedule.labour_level * rumbo::exp(-schedule.labour_decline * shifted -
                                         rumbo::exp(-schedule.labour_ascent * shifted));
  return child + labour + schedule.constant;
}

}  // namespace rumbo::migration
