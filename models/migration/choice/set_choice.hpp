// Parts of the month's tables of choice: which ways in are open and what they cost, and the sums
// that the hazard of leaving of each person comes from. May include: rooms, the state of the rooms
// it names.
#pragma once
#include <vector>

#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/smuggling/state.hpp"

namespace rumbo::migration {

/// Index of a channel in arrays by channel.
constexpr size_t at(Channel c) {
  return static_cast<size_t>(c);
}

/// Sets the money cost of each channel of a corridor, USD, and which are open.
void set_costs(
    Rooms<const Labour, ChoiceTables, const Journey, const Smuggling, const Asylum> state,
    size_t corridor, const Rights& rights);
/// Sums of an origin over what each corridor is worth to each group.
void add_up(Rooms<const Ties, ChoiceTables> state, size_t origin);

}  // namespace rumbo::migration
