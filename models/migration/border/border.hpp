// Crossing a border: the phase.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void cross_borders(View& view,
                   Rooms<Sums, const Journey, Observation> state);  ///< Journey and crossing

}  // namespace rumbo::migration
