// The labour markets: the phases.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/hostility/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/shocks/state.hpp"

namespace rumbo::migration {

void clear_labour(Rooms<Labour, const Shocks, const Hostility> state, Month month);  ///< Labour
void fine_employers(Rooms<Sums, const Labour> state,
                    Month month);  ///< Labour, fines that sanctions bring

/// Wages by skill before the market of the first month is known.
void start_wages(Rooms<Labour> state);

void save_labour(Saved& saved, Rooms<Labour> state);

}  // namespace rumbo::migration
