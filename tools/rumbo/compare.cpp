// `rumbo compare`: what a policy changed, and whether the runs can tell.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/comparison.hpp"
#include "tools/rumbo/comparison_points.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/precision.hpp"

namespace rumbo {

namespace {

struct CompareOptions {
  std::vector<std::filesystem::path> results;
  std::string baseline;
  std::vector<std::string> tables;
  std::vector<std::string> where;
  std::vector<std::string> by;
  std::vector<std::string> between;
  std::string precision;
  bool all = false;
  bool unpaired = false;
  bool family_wise = false;
  bool markdown = false;
  bool json = false;
  bool csv = false;
};

SeriesRequest series_request(const CompareOptions& options) {
  SeriesRequest request{options.results, options.tables, parse_selections(options.where), {}};
  for (const auto& axis : options.by)
    if (axis != "year") request.splits.push_back(axis);
  return request;
}

CompareRequest compare_request(const CompareOptions& options) {
  CompareRequest request;
  request.baseline = options.baseline;
  if (!options.between.empty())
    request.between = std::pair(options.between.at(0), options.between.at(1));
  if (std::find(options.by.begin(), options.by.end(), "year") != options.by.end())
    request.grouping = Grouping::by_year;
  if (options.unpaired) request.unpaired = Unpaired::allow;
  if (!options.precision.empty()) request.precision = parse_precision(options.precision);
  if (options.family_wise) request.error_rate = ErrorRate::family_wise;
  return request;
}

/// compared  a Comparison or a ComparisonOverPoints
template <class Compared>
std::string written(const CompareOptions& options, const Compared& comparison) {
  const IdenticalRows identical = options.all ? IdenticalRows::shown : IdenticalRows::folded;
  if (options.json) return as_json(comparison);
  if (options.csv) return as_csv(comparison);
  return options.markdown ? as_markdown(comparison, identical) : as_text(comparison, identical);
}

void run_compare(const CompareOptions& options) {
  const CompareRequest request = compare_request(options);
  const ReadSeries read = read_series(series_request(options));
  if (read.sweep) {
    const ComparisonOverPoints comparison = compare_points(read, request);
    std::fputs(written(options, comparison).c_str(), stdout);
    if (options.csv)
      for (const auto& sentence : comparison.notes) note(sentence);
    return;
  }
  const Comparison comparison = compare(read, request);
  std::fputs(written(options, comparison).c_str(), stdout);
  if (!options.csv) return;
  for (const auto& sentence : comparison.notes) note(sentence);
  for (const auto& sentence : comparison.warnings) warn(sentence);
}

void add_what_is_compared(CLI::App& command, CompareOptions& options) {
  command.add_option("RESULT", options.results, "Result files of one seed and period")->required();
  command.add_option("--baseline", options.baseline,
                     "Scenario to compare with (default: the first of the files)");
  command
      .add_option("--tables", options.tables,
                  "Report these tables instead of the headline series; NAME:AXIS goes label by "
                  "label")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--where", options.where,
                  "Count only these labels: AXIS=LABEL or AXIS=LABEL|LABEL, several with commas")
      ->allow_extra_args(false);
  command
      .add_option("--by", options.by,
                  "Year by year (\"year\"), or label by label of these axes in every series")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--between", options.between,
                  "First and last month that count (default: from the first difference on)")
      ->expected(2);
}

void add_how_it_is_shown(CLI::App& command, CompareOptions& options) {
  command.add_flag("--all", options.all, "Show the rows, too, that are the same in all replicates");
  command.add_flag("--unpaired", options.unpaired,
                   "Compare runs that are no pairs as independent runs");
  command.add_flag("--family-wise", options.family_wise,
                   "Intervals that hold all together (Bonferroni), not each by itself");
  command.add_option("--precision", options.precision,
                     "Tell how many replicates it takes to know each difference to this share of "
                     "it, as 5%");
  auto* markdown = command.add_flag("--md", options.markdown, "Markdown");
  auto* json = command.add_flag("--json", options.json, "JSON");
  auto* csv = command.add_flag("--csv", options.csv, "CSV");
  markdown->excludes(json)->excludes(csv);
  json->excludes(csv);
}

}  // namespace

void add_compare_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CompareOptions>();
  auto* command = app.add_subcommand(
      "compare", "Paired differences between scenarios, with 90% intervals and plain findings");
  add_what_is_compared(*command, *options);
  add_how_it_is_shown(*command, *options);
  command->footer(
      "Examples:\n"
      "  rumbo compare out/quota.h5\n"
      "  rumbo compare out/quota.h5 --tables moves_by_channel:channel --where "
      "origin=HTI,sex=female --between 2001-01 2010-12\n"
      "  rumbo compare out/quota-sweep.h5 --precision 5%");
  command->callback([options, &status] {
    run_compare(*options);
    status = 0;
  });
}

}  // namespace rumbo
