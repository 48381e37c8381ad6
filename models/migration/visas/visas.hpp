// Visas: the phase.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void grant_visas(State& state, Month month);

}  // namespace rumbo::migration
