// Changes of residence between two dates: what estimates of migration flows from stocks aim at. A
// move there and back does not count.
//
// May include: rooms, the state of the rooms it names. Other rooms may include it: the verb that
// moves persons calls it.
#pragma once
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/transitions/state.hpp"

namespace rumbo::migration {

/// The first month of the period of so many years that a month belongs to. Periods end with a June;
/// those of five years with the June of years that end in 0 and 5, as the United Nations count.
Month first_month_of_period(Month month, int years);

/// A person is about to move: where they live is remembered, if they lived there when the period
/// began and moved for the first time since.
void remember_residence(View& view, Rooms<Transitions> state, uint32_t local);

/// At the end of a period: counts who lives elsewhere than at its start, and forgets.
void count_transitions(View& view, Rooms<Transitions> state);

/// Refuses rows of a file that no run can have: of persons who were born since the period began, or
/// have not moved in it, or of a period that began before the run.
void check_transitions(const Saved& saved, Rooms<const Persons, const Transitions> state);

}  // namespace rumbo::migration
