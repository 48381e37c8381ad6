// `rumbo explain`: what a name means, from its declaration.
#include <fmt/format.h>

#include <memory>

#include "engine/base/error.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/describe.hpp"

namespace rumbo {
namespace {

struct ExplainOptions {
  std::vector<std::string> names;
  bool json = false;
};

/// All things of that name, or a whole family of parameters ("border"); an index is left aside.
std::vector<Description> named(const std::vector<Description>& all, const std::string& asked) {
  const std::string name = asked.substr(0, asked.find('['));
  std::vector<Description> found, family;
  std::vector<std::string> names;
  for (const auto& description : all) {
    names.push_back(description.name);
    if (description.name == name) found.push_back(description);
    if (description.name.rfind(name + ".", 0) == 0) family.push_back(description);
  }
  if (!found.empty()) return found;
  if (!family.empty()) return family;
  const std::string near = nearest_name(name, names);
  throw InputError(
      "nothing is called '" + name + "'" +
      (near.empty() ? "; `rumbo list` prints all names" : "; did you mean '" + near + "'?"));
}

void explain(const ExplainOptions& options) {
  const auto all = all_descriptions();
  std::vector<std::string> mistakes;
  std::vector<Description> found;
  for (const auto& name : options.names) {
    try {
      for (auto& description : named(all, name)) found.push_back(std::move(description));
    } catch (const InputError& error) {
      mistakes.push_back(error.what());
    }
  }
  if (!mistakes.empty()) throw InputError(mistakes);
  nlohmann::ordered_json report = nlohmann::ordered_json::array();
  for (const auto& description : found) {
    if (options.json)
      report.push_back(as_json(description));
    else
      fmt::print("{}{}", &description == &found.front() ? "" : "\n", as_text(description));
  }
  if (options.json) fmt::print("{}\n", report.dump(2));
}

}  // namespace

void add_explain_command(CLI::App& app, int&) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand(
      "explain",
      "Print what a parameter, lever, channel, preset, table of results or key of a policy is");
  command->add_option("name", options->names, "Names, or the first word of a family of parameters")
      ->required();
  command->add_flag("--json", options->json, "Print as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo explain border.apprehension\n"
      "  rumbo explain regularization --json");
  command->callback([options] { explain(*options); });
}

}  // namespace rumbo
