// The parameters in force in a month: the phase.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_values(State& state, Month month);  ///< policies: effective parameters

}  // namespace rumbo::migration
