// From the path of a scenario to what a run needs, or all that is wrong with it.
// May include: models/migration.
#pragma once
#include <memory>
#include <optional>
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

/// A scenario, or all that is wrong with it and with the tables of its world.
struct LoadOutcome {
  std::optional<LoadedScenario> loaded;
  std::vector<std::string> mistakes;
};

/// Loads scenarios that are looked at together; those over the same tables share a world.
///
/// overrides  NAME=VALUE of the command line. One about a policy acts on the scenarios that have
///            it, and is a mistake (of the first) if none has.
/// returns  one a path, in their order
std::vector<LoadOutcome> load_each(const std::vector<std::string>& paths,
                                   const std::vector<std::string>& overrides = {});

/// The same for who needs them all. throws InputError with everything wrong in any of them
std::vector<LoadedScenario> load_all(const std::vector<std::string>& paths,
                                     const std::vector<std::string>& overrides = {});

LoadedScenario load_scenario(const std::string& path,
                             const std::vector<std::string>& overrides = {});

/// "measured", "calibrated" or "assumed"
std::string status_name(ParameterStatus status);

}  // namespace rumbo
