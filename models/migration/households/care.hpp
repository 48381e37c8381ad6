// How a household weighs on who of it leaves: those who care for children leave less.
//
// The household, not the person, decides who goes (new economics of labour migration, [Stark and
// Bloom 1985], as recalled); here only by the care that would be missing. Pure functions. Other
// rooms may include it. May include: nothing.
#pragma once
#include <algorithm>
#include <array>

#include "models/migration/rooms.hpp"

namespace rumbo::migration {

inline constexpr int care_ends = 15;      ///< completed years at which a child needs no care
inline constexpr int adult_years = 18;    ///< completed years from which a person gives care
inline constexpr int no_child_here = -1;  ///< age of the youngest where there is none

/// Who lives with a person at home, themselves included.
struct CareAtHome {
  int youngest = no_child_here;  ///< completed years of the youngest child
  int adults = 1;                ///< who could care, >= 1
};

/// Weights of care. relevance 0 = persons decide as if alone.
struct CareRules {
  double relevance = 0;          ///< of the household in the decision, in [0, 1]
  std::array<double, 2> care{};  ///< [female, male] share of leaving that full care holds back
  double without_children = 1;   ///< leaving of adults without a child at home, >= 0
  /// Most that the household makes of the hazard of leaving, for bounds.
  double largest() const { return std::max(1.0, 1 + relevance * (without_children - 1)); }
};
RUMBO_ROOM(CareRules, care)

/// Care that would be missing, in [0, 1]: all of it for an infant with one adult, less as the
/// youngest grows and where others care too.
constexpr double care_duty(const CareAtHome& home) {
  if (home.youngest == no_child_here || home.youngest >= care_ends) return 0;
  return (1 - static_cast<double>(home.youngest) / care_ends) / home.adults;
}

/// Factor on the hazard of leaving of a person of this sex (0 female, 1 male) and age; 1 for
/// children, and for everyone if the household is not relevant.
constexpr double leaving_with_household(const CareRules& rules, int sex, int age,
                                        const CareAtHome& home) {
  if (age < adult_years) return 1;
  const double duty = care_duty(home);
  const double factor = home.youngest == no_child_here || home.youngest >= care_ends
                            ? rules.without_children
                            : 1 - duty * rules.care[static_cast<size_t>(sex)];
  return 1 + rules.relevance * (factor - 1);
}

}  // namespace rumbo::migration
