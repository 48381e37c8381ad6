// Bounds of the screened hazards, and who is woken.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_bounds(State& state, Month month);  ///< upper bounds of all screened hazards
void screen(State& state, Month month, size_t community);

}  // namespace rumbo::migration
