// `rumbo explain`: what a name means, from its declaration.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "engine/base/error.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/describe.hpp"
#include "tools/rumbo/describe_world.hpp"

namespace rumbo {
namespace {

struct ExplainOptions {
  std::vector<std::string> names;
  std::string scenario;  ///< whose world is meant
  bool json = false;
};

/// Finds what a name means: what the program declares, then what is in the world of a scenario,
/// which is read when it is first needed.
class Finder {
 public:
  explicit Finder(const ExplainOptions& options) : options_(options) {}

  /// All things of that name, or a whole family of parameters ("border"); an index is left aside.
  std::vector<Description> named(const std::string& asked) {
    const std::string name = asked.substr(0, asked.find('['));
    std::vector<Description> found, family;
    for (const auto& description : all_) {
      if (description.name == name) found.push_back(description);
      if (description.name.rfind(name + ".", 0) == 0) family.push_back(description);
    }
    if (found.empty()) found = family;
    if (found.empty() || !options_.scenario.empty())
      if (const LoadedScenario* world = this->world())
        for (auto& description : named_in_world(*world, name))
          found.push_back(std::move(description));
    if (!found.empty()) return found;
    const std::string near = nearest_name(name, names());
    throw InputError(
        "nothing is called '" + name + "'" +
        (near.empty() ? "; `rumbo list` prints all names" : "; did you mean '" + near + "'?"));
  }

 private:
  /// nullptr if none is named and the usual one is not there
  const LoadedScenario* world() {
    if (!is_looked_for_) {
      is_looked_for_ = true;
      try {
        world_ = world_scenario(options_.scenario);
      } catch (const InputError&) {
        if (!options_.scenario.empty()) throw;
      }
    }
    return world_ ? &*world_ : nullptr;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& description : all_) names.push_back(description.name);
    if (world_)
      for (const auto& description : descriptions_of_world(*world_))
        names.push_back(description.name);
    return names;
  }

  const ExplainOptions& options_;
  const std::vector<Description> all_ = all_descriptions();
  std::optional<LoadedScenario> world_;
  bool is_looked_for_ = false;
};

void explain(const ExplainOptions& options) {
  Finder finder(options);
  std::vector<std::string> mistakes;
  std::vector<Description> found;
  for (const auto& name : options.names) {
    try {
      for (auto& description : finder.named(name)) found.push_back(std::move(description));
    } catch (const InputError& error) {
      mistakes.insert(mistakes.end(), error.messages().begin(), error.messages().end());
    }
  }
  if (!mistakes.empty()) throw InputError(mistakes);
  if (options.json) return fmt::print("{}\n", as_json(found));
  for (const auto& description : found)
    fmt::print("{}{}", &description == &found.front() ? "" : "\n", as_text(description));
}

}  // namespace

void add_explain_command(CLI::App& app, int&) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand(
      "explain",
      "Print what a parameter, lever, channel, preset, table of results, key of a policy, place, "
      "corridor or route is");
  command->add_option("name", options->names, "Names, or the first word of a family of parameters")
      ->required();
  command->add_option("--scenario", options->scenario,
                      "Scenario in whose world places and what lies between them are looked for "
                      "(scenarios/americas/baseline.toml if it is there)");
  command->add_flag("--json", options->json, "Print as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo explain border.apprehension\n"
      "  rumbo explain HTI \"MEX->USA\" tucson\n"
      "  rumbo explain regularization --json");
  command->callback([options] { explain(*options); });
}

}  // namespace rumbo
