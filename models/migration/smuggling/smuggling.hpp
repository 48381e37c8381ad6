// The markets of passages: the phases.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

void renew_smugglers(Rooms<const Persons, Sums, const Labour, const ChoiceTables, const Journey,
                           Smuggling, const TraffickingMarket, const CaptivityTables>
                         state,
                     Month month);  ///< Smugglers
void match_smugglers(Rooms<Persons, Smuggling, const TraffickingMarket> state,
                     Month month);  ///< Smugglers

/// The fee at each border this month.
void set_smuggling_fees(Rooms<const Journey, Smuggling> state, Month month);

}  // namespace rumbo::migration
