// Claims of asylum in a queue served in order, and what appeals add to it. docs/model.md: Shocks
// and asylum.
//
// May include: base, maths.
#pragma once
#include <algorithm>

#include "models/migration/theory/quota.hpp"

namespace rumbo::migration {

/// Claims waiting after some months when more (or fewer) are filed than are decided.
///
/// filed, decided  a month, >= 0; backlog  at the start, >= 0
/// returns         backlog + (filed - decided) months, at least 0
constexpr double backlog_after(double backlog, double filed, double decided, double months) {
  return std::max(0.0, backlog + (filed - decided) * months);
}

/// What one claim comes to when each refusal is appealed with a probability, so many times at most.
struct ClaimCourse {
  double decisions = 0;   ///< mean number that it takes
  double recognized = 0;  ///< probability in the end
};

/// recognition  probability of each decision, in [0, 1]; appeal  probability after a refusal;
/// most_appeals >= 0
constexpr ClaimCourse course_of_claim(double recognition, double appeal, int most_appeals) {
  ClaimCourse course;
  double asks = 1;
  for (int k = 0; k <= most_appeals; ++k) {
    course.decisions += asks;
    course.recognized += asks * recognition;
    asks *= (1 - recognition) * appeal;
  }
  return course;
}

/// Claims a month above which a backlog grows without end.
constexpr double critical_claims(double decided, const ClaimCourse& course) {
  return decided / course.decisions;
}

/// Share of the people of a place with grounds to claim: a level times the exponential of what
/// threatens them, at most `most`.
inline double share_with_grounds(double level, double threat, double most) {
  return std::min(most, level * rumbo::exp(threat));
}

}  // namespace rumbo::migration
