// The markets of passages: the phases.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void renew_smugglers(Rooms<const Persons, Sums, const Labour, const ChoiceTables, const Journey,
                           Smuggling, const TraffickingMarket, const CaptivityTables>
                         state,
                     Month month);  ///< Smugglers
void match_smugglers(Rooms<Persons, Smuggling, const TraffickingMarket> state,
                     Month month);  ///< Smugglers

}  // namespace rumbo::migration
