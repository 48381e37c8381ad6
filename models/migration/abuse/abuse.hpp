// Abuse at work as other mechanisms start and end it.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void start_abuse(View& view, Rooms<Captivity> state, uint32_t local);
void end_abuse(View& view, Rooms<Captivity> state, uint32_t local);

}  // namespace rumbo::migration
