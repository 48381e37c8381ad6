// Abuse at work as other mechanisms start and end it.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

void start_abuse(View& view, Rooms<Captivity> state, uint32_t local);
void end_abuse(View& view, Rooms<Captivity> state, uint32_t local);

}  // namespace rumbo::migration
