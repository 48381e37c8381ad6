// The parameters in force in a month: the phase.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/policy_use/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/run.hpp"
#include "models/migration/status/state.hpp"

namespace rumbo::migration {

/// Policies set the parameters; run  that of the rooms, which nothing else changes.
void set_values(Rooms<Triggers, Sums, StatusRules> state, Run& run, Month month);

}  // namespace rumbo::migration
