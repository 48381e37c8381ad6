// Opinion of residents: renewed and recorded.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/hostility/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Hostility to migrants at a place as far as it acts, in [0, 1].
double hostile(Rooms<const Hostility> state, size_t place);
/// Opinion at the end of a month, from the arrivals and identified victims in state.hostility.
void renew_hostility(Rooms<Hostility, const Census> state);
void record_hostility(Rooms<Sums, const Hostility> state);

}  // namespace rumbo::migration
