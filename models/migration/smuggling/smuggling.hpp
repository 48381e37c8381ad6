// The markets of passages: the phases.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void renew_smugglers(State& state, Month month);  ///< Smugglers
void match_smugglers(State& state, Month month);  ///< Smugglers

}  // namespace rumbo::migration
