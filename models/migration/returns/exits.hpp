// What the files on leaving a place of stay share: status.cpp, returns.cpp, removal.cpp, exits.cpp.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// How somebody is there, for its rate of going back; the rows of MonthTables::go_back.
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
