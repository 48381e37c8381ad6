// `rumbo show`: the effective scenario, each value with where it comes from.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/base/error.hpp"
#include "engine/scenario/parameter_names.hpp"
#include "models/migration/registry.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/effective.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/load.hpp"

namespace rumbo {
namespace {

struct ShowOptions {
  std::string path;
  std::vector<std::string> overrides;
  std::string month;
  bool all = false;
  bool json = false;
};

Month month_of(const ShowOptions& options, const Scenario& scenario) {
  if (options.month.empty()) return scenario.start;
  if (const auto month = Month::parse(options.month)) return *month;
  throw InputError("--month: found '" + options.month + "'; expected YYYY-MM");
}

void print_values(const std::vector<EffectiveValue>& values, Month month) {
  fmt::print("\n# Every parameter as it is in {}.\n", month.text());
  for (const auto& value : values)
    fmt::print("# {} = {}{}  ({})\n", value.name, value.value,
               value.unit == "1" ? "" : " " + value.unit, value.origin);
}

nlohmann::ordered_json range_json(const UncertainParameter& one) {
  return {{"low", one.range.low},       {"central", one.range.central},
          {"high", one.range.high},     {"scale", scale_name(one.range.scale)},
          {"source", one.range.source}, {"from", one.where.prefix()}};
}

nlohmann::ordered_json as_json(const LoadedScenario& loaded,
                               const std::vector<EffectiveValue>& values, Month month) {
  const Scenario& scenario = loaded.scenario;
  nlohmann::ordered_json made{{"name", scenario.name},
                              {"path", scenario.path},
                              {"title", scenario.title},
                              {"question", scenario.question},
                              {"start", scenario.start.text()},
                              {"end", scenario.end.text()},
                              {"scale", scenario.scale},
                              {"seed", std::to_string(scenario.seed)},
                              {"replicates", scenario.replicates},
                              {"panel", scenario.panel},
                              {"tables_folder", scenario.tables.folder},
                              {"files", loaded.document.files()}};
  for (const auto& [table, detail] : scenario.output) made["output"][table] = detail_name(detail);
  made["policies"] = nlohmann::ordered_json::array();
  for (const auto& policy : scenario.policies) {
    made["policies"].push_back({{"id", policy.id},
                                {"lever", policy.lever},
                                {"start", policy.start.text()},
                                {"end", policy.end ? policy.end->text() : ""},
                                {"intensity", policy.intensity},
                                {"enabled", policy.enabled},
                                {"from", policy.where.prefix()}});
    if (!policy.trigger) continue;
    auto& one = made["policies"].back();
    one["when"] = policy.trigger->text;
    one["min_months"] = policy.trigger->min_months;
    if (policy.trigger->max_months) one["max_months"] = *policy.trigger->max_months;
  }
  made["uncertainty"] = nlohmann::ordered_json::object();
  for (const auto& one : scenario.uncertain)
    made["uncertainty"][full_name(migration::migration_parameters()[one.parameter], one.index,
                                  loaded.spaces)] = range_json(one);
  made["month"] = month.text();
  for (const auto& value : values)
    made["parameters"][value.name] = {
        {"value", value.value}, {"unit", value.unit}, {"from", value.origin}};
  return made;
}

void show(const ShowOptions& options) {
  const LoadedScenario loaded = load_scenario(options.path, options.overrides);
  const Month month = month_of(options, loaded.scenario);
  const auto values = effective_values(loaded, month);
  if (options.json) {
    fmt::print("{}\n", json_text(as_json(loaded, values, month)));
    return;
  }
  fmt::print("{}", loaded.scenario.resolved_text);
  if (options.all) print_values(values, month);
}

}  // namespace

void add_show_command(CLI::App& app, int&) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* command =
      app.add_subcommand("show", "Print the effective scenario, each value with its origin");
  command->add_option("scenario", options->path, "Scenario file")->required();
  command->add_option("--set", options->overrides, "NAME=VALUE over what the files say")
      ->allow_extra_args(false);
  command->add_flag("--all", options->all,
                    "Also every parameter that the scenario leaves as it is");
  command->add_option("--month", options->month,
                      "Month of the values of --all and --json (YYYY-MM)");
  command->add_flag("--json", options->json, "Print as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo show scenarios/americas/baseline.toml\n"
      "  rumbo show mine.toml --all --month 2008-06");
  command->callback([options] { show(*options); });
}

}  // namespace rumbo
