// Abuse at work as other mechanisms start and end it.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "models/migration/hostility/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

void start_abuse(View& view, Rooms<Captivity> state, uint32_t local);
void end_abuse(View& view, Rooms<Captivity> state, uint32_t local);

/// Whether abuse ends this month, by the person's draw.
bool abuse_ends(Rooms<const CaptivityTables> state, Facts facts, int age, uint32_t person);
void set_abuse_tables(Rooms<CaptivityTables, const Hostility> state);
/// A month of those abused in one community.
void live_with_abuse(View& view, Rooms<Captivity, const CaptivityTables> state);

}  // namespace rumbo::migration
