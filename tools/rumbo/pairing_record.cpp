// See pairing_record.hpp.
#include "tools/rumbo/pairing_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "engine/output/provenance.hpp"
#include "models/migration/registry.hpp"

namespace rumbo {

namespace {

constexpr size_t short_digest = 16;

std::string values_text(std::span<const double> values) {
  std::string text;
  for (const double value : values) text += fmt::format("{:a} ", value);
  return text;
}

bool all_equal(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; });
}

std::string label_of(const LoadedScenario& loaded, const std::string& dimension, uint32_t index) {
  for (const auto& space : loaded.spaces)
    if (space.name == dimension && index < space.labels.size()) return space.labels[index];
  return std::to_string(index);
}

}  // namespace

std::string pairing_record(const LoadedScenario& loaded,
                           const std::map<std::string, std::string>& digests,
                           const std::optional<Month>& first_difference) {
  const auto& registry = migration::migration_parameters();
  const ParameterValues& base = loaded.scenario.plan.base();
  nlohmann::ordered_json parameters = nlohmann::ordered_json::object();
  std::string everything;
  for (uint32_t p = 0; p < base.size(); ++p) {
    const auto values = base.all(ParameterId{p});
    const std::string text = values_text(values);
    everything += text + "\n";
    auto& entry = parameters[registry[ParameterId{p}].name];
    if (!values.empty() && all_equal(values))
      entry = values[0];
    else
      entry = sha256(text).substr(0, short_digest);
  }
  for (const auto& written : loaded.scenario.parameters) {
    if (!written.index) continue;
    const auto& declaration = registry[written.parameter];
    const std::string label = label_of(loaded, declaration.dimension, *written.index);
    parameters[declaration.name + "[" + label + "]"] = base.at(written.parameter, *written.index);
  }
  nlohmann::ordered_json tables = nlohmann::ordered_json::object();
  for (const auto& file : loaded.world->files)
    if (const auto digest = digests.find(file); digest != digests.end()) {
      std::string name = std::filesystem::path(file).filename().string();
      while (tables.contains(name)) name += " (override)";  // the base comes first
      tables[name] = digest->second.substr(0, short_digest);
    }
  nlohmann::ordered_json record;
  record["title"] = loaded.scenario.title;
  record["first_difference"] =
      first_difference ? nlohmann::ordered_json(first_difference->text()) : nullptr;
  record["digest"] = sha256(everything);
  record["parameters"] = parameters;
  record["tables"] = tables;
  return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace rumbo
