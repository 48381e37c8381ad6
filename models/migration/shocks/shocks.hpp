// Shocks and safety by place and month.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

void set_shock_tables(Rooms<Shocks, Asylum> state, Month month);  ///< Shocks and asylum
/// Safety of a place in a year, in standard deviations, with what policies do about violence.
double safety(Rooms<> state, size_t place, size_t year, SafetyMeasure measure);
/// Force of the worst shock of any kind in a place this month.
double worst_shock(Rooms<const Shocks> state, size_t place);

}  // namespace rumbo::migration
