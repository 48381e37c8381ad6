// Opinion of residents: renewed and recorded.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Opinion at the end of a month, from the arrivals and identified victims in state.hostility.
void renew_hostility(State& state);
void record_hostility(State& state);

}  // namespace rumbo::migration
