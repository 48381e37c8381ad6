// `rumbo check`: validates scenarios, runs nothing.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/run_plan.hpp"
#include "tools/rumbo/warnings.hpp"

namespace rumbo {
namespace {

struct CheckOptions {
  std::vector<std::string> paths;
  std::vector<std::string> overrides;
  bool json = false;
  bool strict = false;
  bool together = false;
};

/// What is said of one file.
struct CheckedScenario {
  std::string path;
  std::string summary;  ///< of a scenario without mistakes
  std::vector<std::string> mistakes;
  std::vector<std::string> warnings;
  std::vector<std::string> apart;  ///< why it cannot be run together with those before it
};

/// One scenario that passed, in one line.
std::string summary(const Scenario& scenario) {
  size_t active = 0;
  for (const auto& policy : scenario.policies) active += policy.enabled;
  const std::string ranges =
      scenario.uncertain.empty() ? "" : fmt::format(", left open: {}", scenario.uncertain.size());
  return fmt::format(
      "{}: good; {} to {}; policies on: {} of {}; parameters set: {}{}; replicates: {}; scale: {}",
      scenario.path, scenario.start.text(), scenario.end.text(), active, scenario.policies.size(),
      scenario.parameters.size(), ranges, scenario.replicates, scenario.scale);
}

/// Looks at a scenario as `run` would before it starts.
void look(const LoadedScenario& loaded, CheckedScenario& one) {
  one.summary = summary(loaded.scenario);
  try {
    const RunPlan plan = plan_of({}, {loaded});
    one.warnings = warnings_of(plan);
    if (const std::string refusal = memory_refusal(plan); !refusal.empty())
      one.warnings.push_back(loaded.scenario.path + ": " + refusal);
  } catch (const InputError& error) {
    one.mistakes = error.messages();
  }
}

/// Why scenarios cannot be run together; of those that can be run at all.
void look_together(const std::vector<LoadedScenario>& good, std::vector<CheckedScenario*> checked) {
  for (size_t k = 1; k < good.size(); ++k) checked[k]->apart = mistakes_with_first(good, k);
}

std::vector<CheckedScenario> verdicts_on(const CheckOptions& options) {
  std::vector<CheckedScenario> checked(options.paths.size());
  std::vector<LoadedScenario> good;
  std::vector<CheckedScenario*> of_good;
  auto outcomes = load_each(options.paths, options.overrides);
  for (size_t i = 0; i < outcomes.size(); ++i) {
    checked[i].path = options.paths[i];
    checked[i].mistakes = outcomes[i].mistakes;
    if (!outcomes[i].loaded) continue;
    look(*outcomes[i].loaded, checked[i]);
    if (!checked[i].mistakes.empty()) continue;
    good.push_back(std::move(*outcomes[i].loaded));
    of_good.push_back(&checked[i]);
  }
  look_together(good, of_good);
  return checked;
}

/// All that makes the check fail, as the options have it.
std::vector<std::string> failures(const CheckedScenario& one, const CheckOptions& options) {
  std::vector<std::string> found = one.mistakes;
  const auto add = [&](const std::vector<std::string>& sentences) {
    found.insert(found.end(), sentences.begin(), sentences.end());
  };
  if (options.together) add(one.apart);
  if (options.strict) add(one.warnings);
  return found;
}

void print(const CheckedScenario& one, const CheckOptions& options) {
  const bool is_good = failures(one, options).empty();
  if (is_good) fmt::print("{}\n", one.summary);
  if (!options.strict) print_warnings(one.warnings);
  if (!options.together && !one.apart.empty())
    note("cannot be run in one command with those before it: " + one.apart.front());
}

nlohmann::ordered_json as_json(const CheckedScenario& one, const CheckOptions& options) {
  return {{"path", one.path},
          {"good", failures(one, options).empty()},
          {"mistakes", failures(one, options)},
          {"warnings", options.strict ? std::vector<std::string>{} : one.warnings},
          {"not_together", options.together ? std::vector<std::string>{} : one.apart}};
}

void check(const CheckOptions& options, int& status) {
  nlohmann::ordered_json report = nlohmann::ordered_json::array();
  std::vector<std::string> mistakes;
  for (const auto& one : verdicts_on(options)) {
    if (options.json)
      report.push_back(as_json(one, options));
    else
      print(one, options);
    for (auto& sentence : failures(one, options)) mistakes.push_back(std::move(sentence));
  }
  if (options.json) fmt::print("{}\n", json_text(report));
  if (mistakes.empty()) return;
  if (!options.json) throw InputError(mistakes);
  status = 2;
}

}  // namespace

void add_check_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Validate scenarios; run nothing");
  command->add_option("scenario", options->paths, "Scenario files, each checked by itself")
      ->required();
  command->add_option("--set", options->overrides, "NAME=VALUE over what the files say")
      ->allow_extra_args(false);
  command->add_flag("--json", options->json, "Print mistakes and warnings as JSON");
  command->add_flag("--strict", options->strict, "Take warnings for mistakes");
  command->add_flag("--together", options->together,
                    "Also refuse scenarios that cannot be run in one command");
  command->footer(
      "Examples:\n"
      "  rumbo check scenarios/policies/*.toml\n"
      "  rumbo check mine.toml --set \"border.apprehension[MEX->USA]=0.55\"\n"
      "What `rumbo run` would refuse is refused here. Warnings name what is legal but most likely\n"
      "not meant.");
  command->callback([options, &status] { check(*options, status); });
}

}  // namespace rumbo
