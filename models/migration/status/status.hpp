// Status of persons: changes, and who may apply.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/status/results.hpp"
#include "models/migration/status/state.hpp"

namespace rumbo::migration {

/// Gives a person another status where they live.
void set_status(View& view, ChangingStatus::And<Observation> state, uint32_t local, Status status,
                StatusChange change);
double status_hazard(Rooms<const ChoiceTables, const Shocks, const Asylum, const StatusRules,
                           const Returns, const Seasons>
                         state,
                     Facts facts, int age, int years);
/// The part of a native's status hazard that leads to a place that is not represented; the rest is
/// being driven from home.
double departure_hazard(Rooms<const ChoiceTables, const Returns> state, Facts facts, int age);
/// What the status event of a month leads to, by its draw.
Status status_after_event(Rooms<const ChoiceTables, const StatusRules, const Returns> state,
                          Facts facts, int age, double uniform);
/// Whether a person applies to an open programme of regularization this month: who may, and who of
/// them does.
bool applies_now(Rooms<> state, Facts facts, Month arrival, uint32_t person);

void set_status_tables(Rooms<StatusRules, Returns, Seasons> state, Month month);
/// Counts a change of status in its table.
void note_change(View& view, uint32_t local, StatusChange change);
/// Gives a permanent right to stay by a programme, for its fee.
void regularize(View& view, ChangingStatus::And<Sums, Observation> state, uint32_t local);
/// What happens to a person whose status hazard has struck.
/// uniform  draw of the month that it struck by: below the hazard
void status_event(
    View& view,
    Dying::And<Sums, const ChoiceTables, const StatusRules, const Returns, const Seasons> state,
    uint32_t local, double uniform);

}  // namespace rumbo::migration
