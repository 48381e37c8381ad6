// `rumbo sensitivity`: which parameters of a sweep matter, and for what.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>

#include "engine/base/error.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/sensitivity_report.hpp"

namespace rumbo {

namespace {

struct SensitivityOptions {
  std::filesystem::path file;
  std::vector<std::string> series;
  std::vector<std::string> tables;
  std::vector<std::string> where;
  std::vector<std::string> by;
  std::vector<std::string> between;
  std::string baseline;
  std::string scenario;
  std::string method = "auto";
  std::filesystem::path csv;
  bool effect = false;
  bool all = false;
  bool json = false;
};

std::optional<SensitivityMethod> method_asked_for(const std::string& name) {
  if (name == "auto") return std::nullopt;
  std::vector<std::string> names{"auto"};
  for (size_t i = 0; i < sensitivity_method_names.size(); ++i) {
    if (name == sensitivity_method_names[i]) return static_cast<SensitivityMethod>(i);
    names.emplace_back(sensitivity_method_names[i]);
  }
  throw InputError(fmt::format("--method: there is none named '{}'; expected {}", name,
                               expected_one_of(name, names)));
}

SensitivityRequest request_of(const SensitivityOptions& options) {
  SensitivityRequest request;
  request.series = options.series;
  request.baseline = options.baseline;
  request.scenario = options.scenario;
  request.method = method_asked_for(options.method);
  if (!options.scenario.empty()) request.of = SensitivityOf::level;
  if (options.effect) request.of = SensitivityOf::effects;
  if (!options.between.empty())
    request.between = std::pair(options.between.at(0), options.between.at(1));
  return request;
}

/// Only to names that end in .csv, so that no file of results is lost by a slip.
void check_name_of_csv(const std::filesystem::path& path) {
  if (!path.empty() && path.extension() != ".csv")
    throw InputError(fmt::format("-o {}: expected a name that ends in .csv", path.string()));
}

void write_csv_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) fail_by_system("write " + path.string());
}

void run_sensitivity(const SensitivityOptions& options) {
  check_name_of_csv(options.csv);
  const SensitivityRequest request = request_of(options);
  const SeriesRequest wanted{
      {options.file}, options.tables, parse_selections(options.where), options.by};
  const SensitivityReport report = analyse_sensitivity(read_series(wanted), request);
  if (!options.csv.empty()) write_csv_file(options.csv, as_csv(report));
  const auto shown = options.all ? ShownParameters::all : ShownParameters::most_important;
  const std::string text = options.json ? as_json(report) : as_text(report, shown);
  std::fputs(text.c_str(), stdout);
}

void add_outputs_analysed(CLI::App& command, SensitivityOptions& options) {
  command.add_option("RESULT", options.file, "Result file of a sweep")->required();
  command
      .add_option("--series", options.series,
                  "Only series of these names, as the output has them; several one after the other")
      ->allow_extra_args(false);
  command
      .add_option("--tables", options.tables,
                  "Analyse these tables instead of the headline series; NAME:AXIS goes label by "
                  "label")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--where", options.where,
                  "Count only these labels: AXIS=LABEL or AXIS=LABEL|LABEL, several with commas")
      ->allow_extra_args(false);
  command.add_option("--by", options.by, "Label by label of these axes in every series")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--between", options.between,
                  "First and last month that count (default: all; of effects, from the first "
                  "difference on)")
      ->expected(2);
  command.add_option("--scenario", options.scenario,
                     "Only this scenario's level, or with --effect its effect (default: the "
                     "baseline's level and the effect of every other scenario)");
  command.add_flag("--effect", options.effect,
                   "Only effects: paired differences from the baseline");
  command.add_option("--baseline", options.baseline,
                     "Scenario that effects are differences from (default: the first of the file)");
}

void add_ways_of_analysis(CLI::App& command, SensitivityOptions& options) {
  command
      .add_option("--method", options.method,
                  "morris, sobol, regression, emulator, or auto: what the design allows")
      ->capture_default_str();
  command.add_flag("--all", options.all, "Show all parameters, not the 15 that matter most");
  command.add_flag("--json", options.json, "JSON");
  command.add_option("-o,--output", options.csv, "Write all numbers to this CSV file as well");
}

}  // namespace

void add_sensitivity_command(CLI::App& app, int& status) {
  auto options = std::make_shared<SensitivityOptions>();
  auto* command = app.add_subcommand(
      "sensitivity", "Which parameters of a sweep matter: levels and effects, by parameter");
  add_outputs_analysed(*command, *options);
  add_ways_of_analysis(*command, *options);
  command->footer(
      "Examples:\n"
      "  rumbo sensitivity out/quota-sweep.h5\n"
      "  rumbo sensitivity out/quota-sweep.h5 --effect --series moves --series \"border deaths\" "
      "-o out/indices.csv");
  command->callback([options, &status] {
    run_sensitivity(*options);
    status = 0;
  });
}

}  // namespace rumbo
