// Granted requests come true: who moves, where to, as what.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/labour/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

void move_people(
    View& view,
    Dying::And<Sums, const Labour, const Visas, const Smuggling, const CaptivityTables> state);
void publish(View& view);
/// Counts a move in the tables of moves.
void tally_move(View& view, Facts who, unsigned from, unsigned to, Channel how, int age);
/// Where a granted or stranded request leads to.
unsigned place_of_arrival(Rooms<> state, const Request& request);
/// Status that such a request gives there.
Status status_on_arrival(Rooms<const Visas> state, const Request& request, unsigned birthplace);

}  // namespace rumbo::migration
