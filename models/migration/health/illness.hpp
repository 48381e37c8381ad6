// Falling ill from a journey, and how an illness ends.
//
// Pure functions; forms and levels are assumed. May include: maths.
#pragma once
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"

namespace rumbo::migration {

struct JourneyExposure {
  double by_violence = 0;   ///< probability a leg with violence, in [0, 1]
  double by_stranding = 0;  ///< the same of being stranded
  double factor = 1;        ///< on both, >= 0; 0 = no one falls ill
};

/// Probability of falling ill from a journey: of each exposure apart, none prevents another.
inline double journey_illness(const JourneyExposure& rules, int legs_with_violence,
                              bool is_stranded) {
  const auto well = [&](double probability) {
    return 1 - std::min(1.0, rules.factor * probability);
  };
  double left = is_stranded ? well(rules.by_stranding) : 1;
  for (int k = 0; k < legs_with_violence; ++k) left *= well(rules.by_violence);
  return 1 - left;
}

struct IllnessRules {
  double recovery = 1;     ///< with care, a year, >= 0
  double untreated = 0.4;  ///< recovery without care relative to that, in [0, 1]
  double mortality = 1;    ///< without care, relative to others of the same age, >= 1
};

/// Probabilities a month; they exclude each other.
struct IllnessCourse {
  double death = 0;  ///< beyond what anyone of that age risks
  double recovery = 0;
};

/// other_death  hazard a month of others of that age; care halves the excess
inline IllnessCourse illness_course(const IllnessRules& rules, bool has_care, double other_death) {
  IllnessCourse course;
  course.death = std::min(1.0, other_death * (rules.mortality - 1) * (has_care ? 0.5 : 1));
  course.recovery = std::min(
      1 - course.death, monthly_probability(rules.recovery * (has_care ? 1 : rules.untreated)));
  return course;
}

}  // namespace rumbo::migration
