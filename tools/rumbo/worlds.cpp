// See worlds.hpp.
#include "tools/rumbo/worlds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/migration/population/synthesis.hpp"
#include "models/migration/registry.hpp"

namespace rumbo {
namespace {

/// A label of `some` that `others` lacks, "" if there is none.
std::string lacking(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  for (const auto& label : some)
    if (std::find(others.begin(), others.end(), label) == others.end()) return label;
  return "";
}

/// How two lists of labels differ, "" if they do not.
std::string difference(const std::vector<std::string>& first,
                       const std::vector<std::string>& other) {
  if (first == other) return "";
  if (const auto more = lacking(other, first); !more.empty()) return "'" + more + "' is added";
  if (const auto less = lacking(first, other); !less.empty()) return "'" + less + "' is missing";
  return "they come in another order";
}

migration::PopulationPlan persons_of(const LoadedScenario& one) {
  const Scenario& scenario = one.scenario;
  const double least = scenario.plan.values_in(scenario.start)
                           .at(migration::migration_parameter_ids().population.least_persons);
  return migration::plan_population(*one.world, scenario.start, scenario.scale, least);
}

bool are_equal(const migration::Grid& a, const migration::Grid& b) {
  return std::equal(a.cells().begin(), a.cells().end(), b.cells().begin(), b.cells().end());
}

}  // namespace

bool have_same_tables(const LoadedScenario& a, const LoadedScenario& b) {
  return a.world == b.world || a.world->files == b.world->files;
}

std::vector<std::string> unlike_worlds(const LoadedScenario& first, const LoadedScenario& other) {
  std::vector<std::string> found;
  if (have_same_tables(first, other)) return found;
  const auto tell = [&](const std::string& what, const std::string& how) {
    if (!how.empty())
      found.push_back(
          fmt::format("{}: [tables] give other {} than those of {}: {}; scenarios "
                      "that are compared must share them",
                      other.scenario.path, what, first.scenario.path, how));
  };
  for (size_t s = 0; s < first.spaces.size(); ++s)
    if (first.spaces[s].name != "diaspora")  // follows from the places
      tell(first.spaces[s].name + "s", difference(first.spaces[s].labels, other.spaces[s].labels));
  if (!found.empty()) return found;
  for (size_t t = 0; t < first.tables.size(); ++t)
    for (size_t a = 0; a < first.tables[t].axes.size(); ++a)
      tell("labels of the results '" + first.tables[t].name + "'",
           difference(first.tables[t].axes[a].labels, other.tables[t].axes[a].labels));
  return found;
}

std::string unlike_persons(const LoadedScenario& first, const LoadedScenario& other) {
  if (have_same_tables(first, other)) return "";
  const auto a = persons_of(first), b = persons_of(other);
  const bool same = a.weight == b.weight && a.slots == b.slots &&
                    a.persons_at_start == b.persons_at_start &&
                    a.persons_at_most == b.persons_at_most &&
                    are_equal(first.world->population, other.world->population) &&
                    are_equal(first.world->stock, other.world->stock);
  if (same) return "";
  return fmt::format(
      "{}: [tables] give another population than those of {}: the persons simulated are others "
      "from the start on, so the two differ by chance too",
      other.scenario.path, first.scenario.path);
}

}  // namespace rumbo
