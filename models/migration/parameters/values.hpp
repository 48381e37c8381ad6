// The parameters in force in a month: the phase.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Policies set the parameters; run  that of the rooms, which nothing else changes.
void set_values(Rooms<Triggers, Sums, StatusRules> state, Run& run, Month month);

}  // namespace rumbo::migration
