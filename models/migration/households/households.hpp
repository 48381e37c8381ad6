// Households across places: care, children taken along, minors alone.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/money.hpp"
#include "models/migration/households/care.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Who lives with a person where they live, the person included.
CareAtHome care_at_home(const Look& view, uint32_t local);
/// Children taken along on this granted request, by the draw of the person who asked; before any
/// move of the month.
std::vector<uint32_t> children_taken(const View& view, const Request& request);
/// What the journey of each child taken along costs.
Cents fare_of_child(Rooms<> state, const Request& request);
/// Counts a minor who has just come to a place where no adult of their household lives.
void count_if_alone(View& view, uint32_t local, unsigned from);
/// Children left behind, parents away from them, households of mixed status, as they are now.
void record_families(Rooms<const Persons, Sums> state);

/// What a household weighs when one of them thinks of leaving.
void set_care(Rooms<CareRules> state, Month month);

}  // namespace rumbo::migration
