// Status of persons: changes, and who may apply.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Gives a person another status where they live.
void set_status(View& view, Rooms<Claims, RemovalCases, Observation> state, uint32_t local,
                Status status, StatusChange change);
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
/// Whether an eligible person applies to an open programme of regularization this month.
bool applies_now(Rooms<> state, Facts facts, Month arrival, uint32_t person);

}  // namespace rumbo::migration
