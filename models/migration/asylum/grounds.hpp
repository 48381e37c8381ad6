// Who has grounds to claim asylum. docs/model.md: Shocks and asylum.
//
// Other rooms may include it. May include: base, maths.
#pragma once
#include <algorithm>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {

/// Share of the people of a place with grounds to claim: a level times the exponential of what
/// threatens them, at most `most`.
inline double share_with_grounds(double level, double threat, double most) {
  return std::min(most, level * rumbo::exp(threat));
}

}  // namespace rumbo::migration
