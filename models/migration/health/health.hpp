// Illness: what exposes to it, and how it goes on.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/money.hpp"
#include "engine/base/month.hpp"
#include "models/migration/demography/state.hpp"
#include "models/migration/health/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

void live_with_illness(View& view, Dying::And<const Demography> state);  ///< Health
/// A person may fall ill from what happened to them on a journey, by their draw of the month.
void expose_on_journey(View& view, Rooms<IllRows> state, const Request& request);
/// What is left of the month's earnings of a person who is ill.
Cents after_illness(Rooms<> state, Cents earned);
/// Probability of falling ill from a journey like this.
double illness_of_journey(Rooms<> state, const Request& request);
/// The same of a month of being held (or else abused).
double illness_of_month(Rooms<> state, Exposure exposure);
enum class Illness : uint8_t { goes_on, recovered, dead };
/// How an illness goes on this month, by the person's draw. age  completed years
Illness illness_now(Rooms<const Demography> state, Facts facts, int age, Month since,
                    uint32_t person);
void record_health(Rooms<const Persons, Sums, const IllRows> state);

/// Those who suffered violence on their journey, or were stranded, may fall ill.
void suffer_from_journeys(View& view, Rooms<IllRows> state);

}  // namespace rumbo::migration
