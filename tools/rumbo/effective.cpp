// See effective.hpp.
#include "tools/rumbo/effective.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/migration/registry.hpp"

namespace rumbo {
namespace {

std::string place_of(const SourceLocation& where) {
  return where.line == 0 ? where.file : fmt::format("{}:{}", where.file, where.line);
}

/// Who gave a parameter its value at an index in a month.
std::string origin_of(const Scenario& scenario, ParameterId id, uint32_t index,
                      double default_value, Month month) {
  const bool is_default = scenario.plan.base().at(id, index) == default_value;
  std::string origin = is_default ? "default" : "tables of the world";
  for (const auto& written : scenario.parameters)
    if (written.parameter == id && (!written.index || *written.index == index))
      origin = place_of(written.where);
  for (const auto& change : scenario.plan.changes()) {
    const bool here = change.indices.empty() ||
                      std::count(change.indices.begin(), change.indices.end(), index) > 0;
    if (change.parameter == id && here && change.strength(month) > 0)
      origin += ", policy '" + change.policy + "'";
  }
  return origin;
}

const IndexSpace* space_of(const LoadedScenario& loaded, const std::string& dimension) {
  for (const auto& space : loaded.spaces)
    if (space.name == dimension) return &space;
  return nullptr;
}

/// Adds the values of one parameter; one line if value and origin are the same everywhere.
void add_parameter(const LoadedScenario& loaded, ParameterId id, const ParameterValues& values,
                   Month month, std::vector<EffectiveValue>& found) {
  const auto& declaration = migration::migration_parameters()[id];
  const IndexSpace* space = space_of(loaded, declaration.dimension);
  std::vector<EffectiveValue> each;
  for (uint32_t i = 0; i < values.all(id).size(); ++i) {
    const std::string label = space ? "[" + space->labels[i] + "]" : "";
    each.push_back({declaration.name + label, values.at(id, i), declaration.unit,
                    origin_of(loaded.scenario, id, i, declaration.default_value, month)});
  }
  const bool same = std::all_of(each.begin(), each.end(), [&](const EffectiveValue& v) {
    return v.value == each[0].value && v.origin == each[0].origin;
  });
  if (same && !each.empty()) {
    each.resize(1);
    each[0].name = declaration.name;
  }
  found.insert(found.end(), each.begin(), each.end());
}

}  // namespace

std::vector<EffectiveValue> effective_values(const LoadedScenario& loaded, Month month) {
  const ParameterValues values = loaded.scenario.plan.values_in(month);
  std::vector<EffectiveValue> found;
  for (uint32_t p = 0; p < values.size(); ++p)
    add_parameter(loaded, ParameterId{p}, values, month, found);
  return found;
}

}  // namespace rumbo
