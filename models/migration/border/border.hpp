// Crossing a border: the phase.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/border/state.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"

namespace rumbo::migration {

void cross_borders(View& view,
                   Rooms<Sums, const Journey, Observation> state);  ///< Journey and crossing

/// No attempts yet.
void start_borders(Rooms<Borders> state);

void save_borders(Saved& saved, Rooms<Borders> state);

/// Takes over the attempts of the month.
void remember_attempts(Rooms<const Sums, Borders> state, Month month);

}  // namespace rumbo::migration
