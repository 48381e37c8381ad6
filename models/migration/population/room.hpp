// Room for those who are to come: opened in communities year by year, as planned at the start.
//
// May include: rooms, persons.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// At the end of a year of the run: opens the room of the next.
void open_room(Rooms<Persons> state, Month month);

}  // namespace rumbo::migration
