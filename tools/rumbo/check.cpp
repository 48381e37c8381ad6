// `rumbo check`: validates scenarios, runs nothing.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/load.hpp"

namespace rumbo {
namespace {

struct CheckOptions {
  std::vector<std::string> paths;
  std::vector<std::string> overrides;
  bool json = false;
};

/// One scenario that passed, in one line.
std::string summary(const Scenario& scenario) {
  size_t active = 0;
  for (const auto& policy : scenario.policies) active += policy.enabled;
  return fmt::format(
      "{}: good; {} to {}; policies on: {} of {}; parameters set: {}; replicates: {}; scale: {}",
      scenario.path, scenario.start.text(), scenario.end.text(), active, scenario.policies.size(),
      scenario.parameters.size(), scenario.replicates, scenario.scale);
}

void check(const CheckOptions& options, int& status) {
  nlohmann::ordered_json report = nlohmann::ordered_json::array();
  std::vector<std::string> mistakes;
  for (const auto& path : options.paths) {
    nlohmann::ordered_json entry{
        {"path", path}, {"good", true}, {"mistakes", nlohmann::json::array()}};
    try {
      const LoadedScenario loaded = load_scenario(path, options.overrides);
      if (!options.json) fmt::print("{}\n", summary(loaded.scenario));
    } catch (const InputError& error) {
      entry["good"] = false;
      entry["mistakes"] = error.messages();
      mistakes.insert(mistakes.end(), error.messages().begin(), error.messages().end());
    }
    report.push_back(std::move(entry));
  }
  if (options.json) fmt::print("{}\n", report.dump(2));
  if (mistakes.empty()) return;
  if (!options.json) throw InputError(mistakes);
  status = 2;
}

}  // namespace

void add_check_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Validate scenarios; run nothing");
  command->add_option("scenario", options->paths, "Scenario files")->required();
  command->add_option("--set", options->overrides, "NAME=VALUE over what the files say")
      ->allow_extra_args(false);
  command->add_flag("--json", options->json, "Print the mistakes as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo check scenarios/policies/*.toml\n"
      "  rumbo check mine.toml --set \"border.apprehension[MEX->USA]=0.55\"");
  command->callback([options, &status] { check(*options, status); });
}

}  // namespace rumbo
