// `rumbo list`: all names of a kind in one line each, or the schema of scenario files.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "engine/base/error.hpp"
#include "models/migration/registry.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/describe.hpp"
#include "tools/rumbo/describe_figures.hpp"
#include "tools/rumbo/describe_world.hpp"
#include "tools/rumbo/schema.hpp"
#include "tools/rumbo/terminal.hpp"

namespace rumbo {
namespace {

struct ListOptions {
  std::string what;
  std::string scenario;  ///< whose world is meant
  std::string match;
  bool json = false;
  bool markdown = false;
};

const std::vector<std::string> kinds{"parameters", "levers",    "tables",  "inputs", "channels",
                                     "presets",    "statuses",  "phases",  "keys",   "schema",
                                     "places",     "corridors", "borders", "routes", "legs"};

/// "statuses" of "status".
std::string plural(const std::string& kind) {
  return kind == "status" ? "statuses" : kind + "s";
}

bool is_wanted(const Description& description, const ListOptions& options) {
  // Tables are those of results and those of figures that a run reads.
  const bool kind = options.what.empty() || plural(description.kind) == options.what ||
                    (options.what == "tables" && description.kind == "input" && !options.markdown);
  return kind && (description.name.find(options.match) != std::string::npos ||
                  description.meaning.find(options.match) != std::string::npos);
}

/// What stands beside a name: for a parameter its default, unit and plausible range.
std::string aside(const Description& description) {
  if (description.kind != "parameter") return "";
  std::string value, unit, plausible;
  for (const auto& [label, text] : description.lines) {
    if (label == "default") value = text;
    if (label == "unit" && text != "1") unit = " " + text;
    if (label == "plausible") plausible = text.substr(0, text.find_first_of(";:"));
  }
  return "  [" + value + unit + "; " + plausible + "]";
}

void refuse_unknown_kind(const std::string& what) {
  if (what.empty() || std::count(kinds.begin(), kinds.end(), what) > 0) return;
  const std::string near = nearest_name(what, kinds);
  throw InputError("there is no list of '" + what + "'; " +
                   (near.empty() ? "expected parameters, levers, tables, channels, presets, "
                                   "statuses, phases, keys, schema, inputs, places, corridors, "
                                   "borders, routes or legs"
                                 : "did you mean '" + near + "'?"));
}

/// What the program declares, or what the world of a scenario holds.
std::vector<Description> listed(const ListOptions& options) {
  const auto& of_world = kinds_of_world();
  if (std::count(of_world.begin(), of_world.end(), options.what) == 0) return all_descriptions();
  return descriptions_of_world(world_scenario(options.scenario));
}

void list(const ListOptions& options) {
  refuse_unknown_kind(options.what);
  if (options.what == "schema") {
    fmt::print("{}\n", scenario_schema());
    return;
  }
  std::vector<Description> found;
  size_t width = 0;
  for (auto& description : listed(options)) {
    if (!is_wanted(description, options)) continue;
    width = std::max(width, description.name.size());
    found.push_back(std::move(description));
  }
  if (options.markdown) {
    fmt::print("{}", options.what == "inputs" ? input_tables_as_markdown() : as_markdown(found));
    return;
  }
  if (options.json) return fmt::print("{}\n", as_json(found));
  std::string kind;
  for (const auto& description : found) {
    if (description.kind != kind) fmt::print("{}\n", bold(stdout, plural(description.kind)));
    kind = description.kind;
    fmt::print("  {:<{}}  {}{}\n", description.name, width, description.meaning,
               aside(description));
  }
}

}  // namespace

void add_list_command(CLI::App& app, int&) {
  auto options = std::make_shared<ListOptions>();
  CLI::App* command = app.add_subcommand("list",
                                         "Print all parameters, levers, tables of results, "
                                         "channels, presets, statuses, phases of a month and "
                                         "keys of policies");
  command->add_option(
      "what", options->what,
      "parameters, levers, tables, inputs (tables of figures that a run reads), channels, presets, "
      "statuses, phases, keys or schema; places, corridors, borders, routes or legs of a world");
  command->add_option("--scenario", options->scenario,
                      "Scenario whose world is meant (scenarios/americas/baseline.toml if it is "
                      "there)");
  command->add_option("--match", options->match, "Only those with this text in name or meaning");
  auto* json = command->add_flag("--json", options->json, "Print as JSON");
  command->add_flag("--markdown", options->markdown, "Print as tables in Markdown")->excludes(json);
  command->footer(
      "Examples:\n"
      "  rumbo list levers\n"
      "  rumbo list places --scenario scenarios/tutorial/baseline.toml\n"
      "  rumbo list schema > scenario.schema.json");
  command->callback([options] { list(*options); });
}

}  // namespace rumbo
