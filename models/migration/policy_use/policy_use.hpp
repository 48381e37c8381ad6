// What levers used, cost and prevented.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <string_view>

#include "engine/base/month.hpp"
#include "engine/params/parameter.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/flows.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/policy_use/state.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

void tally_policies(
    Rooms<const Triggers, const Persons, Sums, const Labour, const Money, const Census> state,
    Month month);  ///< what levers used and cost
/// Adds to what a lever has used (in thousandths of its unit) and what that cost: for one person.
void count_policy_use(Rooms<Sums> state, std::string_view lever, int64_t thousandths);
/// The same of what every rank knows alike: counted once.
void count_global_policy_use(Rooms<Sums> state, std::string_view lever, int64_t thousandths);
/// The same in units of the lever, of what happens to one person: parts too small for thousandths
/// add up over the month.
void add_policy_use(Flows& flows, std::string_view lever, double units);
/// The same of what every rank knows alike: counted once. Not inside a parallel loop.
void add_global_policy_use(Rooms<Sums> state, std::string_view lever, double units);
/// Books what add_policy_use() gathered in the month.
void book_policy_use(Rooms<Sums> state);
/// What levers of unknown cost cost is missing in the record period, if they were used in it.
void mark_unknown_costs(Rooms<Sums> state);
/// What levers did that act on all residents of a place.
void tally_policies_on_residents(
    Rooms<const Persons, Sums, const Labour, const Money, const Census> state);
/// Bribes not paid because policies left fewer officials who take them.
/// asked  times an official might have taken one, as expected
double bribes_avoided(Rooms<> state, size_t place, double asked);
/// Share of what is proportional to a parameter that policies brought, 1 - value without / with
/// them; negative if they lowered it, 0 if it is 0.
double share_by_policy(Rooms<> state, ParameterId parameter, size_t index);
/// Counts the deaths that rescue by policy is expected to have prevented on a journey.
/// death_hazard  with that rescue; route  -1 = a border without routes
void count_rescue(Rooms<Sums> state, size_t border, int route, double death_hazard, int64_t weight);

}  // namespace rumbo::migration
