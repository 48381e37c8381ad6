// From the path of a scenario to what a run needs, or all that is wrong with it.
// May include: models/migration.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "engine/scenario/scenario.hpp"
#include "engine/tally/table.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo {

/// A checked scenario with the world it is about.
struct LoadedScenario {
  Document document;
  std::shared_ptr<const migration::World> world;
  std::vector<IndexSpace> spaces;
  std::vector<TableDeclaration> tables;
  Scenario scenario;
};

/// overrides  NAME=VALUE of the command line
/// throws InputError with everything wrong, in the scenario and in the tables of its world
LoadedScenario load_scenario(const std::string& path,
                             const std::vector<std::string>& overrides = {});

/// "measured", "calibrated" or "assumed"
std::string status_name(ParameterStatus status);

}  // namespace rumbo
