// The places of a scenario's world and what lies between them, described as other things are.
// May include: models/migration.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/describe.hpp"
#include "tools/rumbo/load.hpp"

namespace rumbo {

/// Kinds of things of a world, in the plural: places, corridors, borders, routes, legs.
const std::vector<std::string>& kinds_of_world();

/// All places, corridors, borders, routes and legs of a world, in this order, without the tables
/// that hold them.
std::vector<Description> descriptions_of_world(const LoadedScenario& loaded);

/// The same for those of a name ("HTI", "Haiti", "MEX->USA", "tucson"), with the tables that hold
/// rows about them; a pair of codes is a corridor and, if there is one, a border.
std::vector<Description> named_in_world(const LoadedScenario& loaded, const std::string& name);

/// The scenario whose world is meant if none is named: that of the Americas, if it is there.
/// throws InputError if it is not
LoadedScenario world_scenario(const std::string& path);

}  // namespace rumbo
