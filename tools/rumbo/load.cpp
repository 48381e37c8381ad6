// See load.hpp.
#include "tools/rumbo/load.hpp"

#include <algorithm>

#include "models/migration/presets.hpp"
#include "models/migration/registry.hpp"

namespace rumbo {
namespace {

/// The world of a document. Its mistakes come together with those of the document itself.
std::shared_ptr<const migration::World> world_of(const Document& document) {
  try {
    return migration::load_world(document.tables());
  } catch (const InputError& error) {
    std::vector<std::string> all =
        mistakes_without_world(document, migration::migration_parameters(),
                               migration::migration_levers(), migration::migration_presets());
    for (const auto& message : error.messages())
      if (std::find(all.begin(), all.end(), message) == all.end()) all.push_back(message);
    throw InputError(all);
  }
}

}  // namespace

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& overrides) {
  Document document = read_document(path, overrides);
  const auto world = world_of(document);
  const auto& parameters = migration::migration_parameters();
  const std::vector<IndexSpace> spaces = world->spaces();
  const std::vector<TableDeclaration> tables = migration::migration_tables(*world);
  Scenario scenario =
      check_scenario(document, parameters, migration::migration_levers(), spaces,
                     world->base_values(parameters), tables, migration::migration_presets());
  return {std::move(document), world, spaces, tables, std::move(scenario)};
}

std::string status_name(ParameterStatus status) {
  switch (status) {
    case ParameterStatus::measured:
      return "measured";
    case ParameterStatus::calibrated:
      return "calibrated";
    case ParameterStatus::assumed:
      return "assumed";
  }
  return "";
}

}  // namespace rumbo
