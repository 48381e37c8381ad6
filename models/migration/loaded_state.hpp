// Whether a state that was loaded from a file can be run. May include: the model's state.
#pragma once
#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"

namespace rumbo::migration {

struct State;

/// Looks at everything that a loaded state says before a month is run from it: places, kinds and
/// months in range, rings of households that close, rows of side tables that belong to persons who
/// bear their mark, numbers of agents that exist, counts that agree with the persons counted.
///
/// archive  that was loaded from; names the file
/// next     the month that would be run first
/// throws   RunError, one sentence with the file, the array and what is wrong
void check_loaded(State& state, Month next, const Archive& archive);

}  // namespace rumbo::migration
