// Crossing a border: the phase.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void cross_borders(State& state, Month month, size_t community);  ///< Journey and crossing

}  // namespace rumbo::migration
