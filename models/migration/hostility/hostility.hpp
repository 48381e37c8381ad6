// Opinion of residents: renewed and recorded.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/hostility/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"

namespace rumbo::migration {

/// Hostility to migrants at a place as far as it acts, in [0, 1].
double hostile(Rooms<const Hostility> state, size_t place);
/// Opinion at the end of a month, from the arrivals and identified victims in state.hostility.
void renew_hostility(Rooms<Hostility, const Census> state);
void record_hostility(Rooms<Sums, const Hostility> state);

/// No arrivals yet.
void start_hostility(Rooms<Hostility> state);

void save_hostility(Saved& saved, Rooms<Hostility> state);

/// Opinion after the arrivals and the victims identified of the month.
void react_to_month(Rooms<const Sums, Hostility, const Census> state, Month month);

}  // namespace rumbo::migration
