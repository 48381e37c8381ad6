// The order of a month: one visible list. May include: run, the model's state.
#pragma once
#include "engine/run/schedule.hpp"
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// The phases of a month, in order.
const Schedule<State>& migration_schedule();

}  // namespace rumbo::migration
