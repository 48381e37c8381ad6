// Setting the labour markets up on the population of the start. Other rooms may include it. May
// include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/labour/state.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Calibrates every inside place so that its wages at the start are those of economy.csv. Where
/// no one works, wages are those that a first worker would be paid.
/// Needs Labour::workers and the values of the first month.
void start_labour(Rooms<Labour> state);

}  // namespace rumbo::migration
