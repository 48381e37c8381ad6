// See load.hpp.
#include "tools/rumbo/load.hpp"

#include <algorithm>
#include <map>

#include "engine/base/error.hpp"
#include "engine/run/signals.hpp"
#include "models/migration/presets.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/scenario_check.hpp"

namespace rumbo {
namespace {

using WorldPointer = std::shared_ptr<const migration::World>;

/// Worlds by the tables they were read from.
using Worlds = std::map<std::string, WorldPointer>;

WorldPointer world_over(const TableSources& sources, Worlds& known) {
  std::string key = sources.folder;
  for (const auto& [name, table] : sources.overrides) key += "\n" + name + "=" + table.path;
  WorldPointer& world = known[key];
  if (!world) world = migration::load_world(sources);
  return world;
}

/// The world of a document. Its mistakes come together with those of the document itself.
WorldPointer world_of(const Document& document, Worlds& known) {
  const auto refuse = [&](const std::vector<std::string>& messages) {
    std::vector<std::string> all =
        mistakes_without_world(document, migration::migration_parameters(),
                               migration::migration_levers(), migration::migration_presets());
    for (const auto& message : messages)
      if (std::find(all.begin(), all.end(), message) == all.end()) all.push_back(message);
    throw InputError(all);
  };
  std::vector<Finding> mistakes;  // are found again without the world
  const TableSources sources = document.tables(mistakes);
  if (!mistakes.empty() || sources.folder.empty()) refuse({});
  try {
    return world_over(sources, known);
  } catch (const InputError& error) {
    refuse(error.messages());
  }
  return nullptr;
}

LoadedScenario load(Document document, Worlds& known) {
  const auto world = world_of(document, known);
  const auto& parameters = migration::migration_parameters();
  const std::vector<IndexSpace> spaces = world->spaces();
  const std::vector<TableDeclaration> tables = migration::migration_tables(*world);
  Scenario scenario = check_scenario(
      document, parameters, migration::migration_levers(), spaces, world->base_values(parameters),
      tables, migration::migration_presets(), [&](const Scenario& checked, Findings& mistakes) {
        migration::check_against_world(checked, *world, mistakes);
        const auto spans = migration::spans_of_run(*world, checked.start, checked.end);
        const SourceLocation file{checked.path, 0, 0};
        for (const auto& sentence : spans.mistakes) mistakes.add(file, sentence);
        for (const auto& sentence : spans.warnings) mistakes.warn(file, sentence);
      });
  return {std::move(document), world, spaces, tables, std::move(scenario)};
}

/// What the command line says about policies that none of the scenarios has.
std::vector<std::string> unused_by_all(const std::vector<Document>& documents) {
  std::vector<std::string> found;
  for (size_t i = 0; i < documents.front().unused().size(); ++i) {
    const auto is_unused = [&](const Document& document) {
      return document.is_whole() && !document.unused()[i].sentence.empty();
    };
    if (!std::all_of(documents.begin(), documents.end(), is_unused)) continue;
    // The sentence that knows a policy of nearly that name, if there is one.
    const Finding* why = &documents.front().unused()[i];
    for (const auto& document : documents)
      if (document.unused()[i].sentence.size() > why->sentence.size()) why = &document.unused()[i];
    found.push_back(why->where.prefix() + why->sentence);
  }
  return found;
}

}  // namespace

std::vector<LoadOutcome> load_each(const std::vector<std::string>& paths,
                                   const std::vector<std::string>& overrides) {
  std::vector<Document> documents;
  for (const auto& path : paths) documents.push_back(draft_document(path, overrides));
  std::vector<LoadOutcome> outcomes(paths.size());
  if (paths.empty()) return outcomes;
  outcomes.front().mistakes = unused_by_all(documents);
  Worlds known;
  for (size_t k = 0; k < paths.size(); ++k) {
    LoadOutcome& outcome = outcomes[k];
    leave_if_told_to_stop();
    try {
      outcome.loaded = load(std::move(documents[k]), known);
    } catch (const InputError& error) {
      outcome.mistakes.insert(outcome.mistakes.end(), error.messages().begin(),
                              error.messages().end());
    }
    if (!outcome.mistakes.empty()) outcome.loaded.reset();
  }
  return outcomes;
}

std::vector<LoadedScenario> load_all(const std::vector<std::string>& paths,
                                     const std::vector<std::string>& overrides) {
  std::vector<LoadedScenario> all;
  std::vector<std::string> mistakes;
  for (auto& outcome : load_each(paths, overrides)) {
    mistakes.insert(mistakes.end(), outcome.mistakes.begin(), outcome.mistakes.end());
    if (outcome.loaded) all.push_back(std::move(*outcome.loaded));
  }
  if (!mistakes.empty()) throw InputError(mistakes);
  return all;
}

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& overrides) {
  return std::move(load_all({path}, overrides).front());
}

std::string status_name(ParameterStatus status) {
  return std::string(parameter_status_names[static_cast<size_t>(status)]);
}

}  // namespace rumbo
