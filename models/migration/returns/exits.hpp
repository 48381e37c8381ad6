// What the files on leaving a place of stay share: status.cpp, returns.cpp, removal.cpp, exits.cpp.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/ends.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/status/results.hpp"
#include "models/migration/status/state.hpp"

namespace rumbo::migration {

/// How a person is there, for their rate of going back; the rows of Returns::go_back.
enum StayKind : size_t { stay_irregular, stay_regular, stay_citizen };

void set_return_tables(Rooms<const ChoiceTables, Returns> state, Month month);
void set_status_tables(Rooms<StatusRules, Returns, Seasons> state, Month month);
void set_removal_tables(
    Rooms<Persons, Sums, const Labour, const Money, Removal, const RemovalCases> state);

/// Counts a change of status in its table.
void note_change(View& view, uint32_t local, StatusChange change);
/// Gives a permanent right to stay by a programme, for its fee.
void regularize(View& view, Rooms<Sums, Claims, RemovalCases, Observation> state, uint32_t local);
/// Going back by own will; uniform  the draw that made it happen, below the hazard.
void go_home(View& view, Ends::And<Sums, const Returns> state, uint32_t local, double uniform);
/// What happens to somebody whose status hazard has struck.
/// uniform  draw of the month that it struck by: below the hazard
void status_event(
    View& view,
    Ends::And<Sums, const ChoiceTables, const StatusRules, const Returns, const Seasons> state,
    uint32_t local, double uniform);

}  // namespace rumbo::migration
