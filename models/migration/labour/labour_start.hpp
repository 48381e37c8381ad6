// Setting the labour markets up on the population of the start. Other rooms may include it. May
// include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/labour/state.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Calibrates every inside place so that its wages at the start are those of economy.csv. Where
/// nobody works, wages are those that a first worker would be paid.
/// Needs Labour::workers and the values of the first month.
void start_labour(Rooms<Labour> state);

/// Shares of low, middle and high schooling where the mean is `years`; formula assumed:
/// high = 0.05 exp(0.329 (years - 6)), at most 0.55, middle such that the mean of 5, 11 and 16
/// years is met, as far as it can be.
BySkill skill_shares(double years);

}  // namespace rumbo::migration
