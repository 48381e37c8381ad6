// What is wrong with a scenario that only the tables of its world can tell.
// May include: params, scenario, the world.
#pragma once
#include "engine/scenario/scenario.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// Notes policies and parameters that take away more yearly places for work or seasons, or more
/// decisions on claims of asylum, than there are in some month of the run.
void check_against_world(const Scenario& scenario, const World& world, Findings& mistakes);

}  // namespace rumbo::migration
