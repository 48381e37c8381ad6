// Crossing a border: the phase.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/journey/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

void cross_borders(View& view,
                   Rooms<Sums, const Journey, Observation> state);  ///< Journey and crossing

}  // namespace rumbo::migration
