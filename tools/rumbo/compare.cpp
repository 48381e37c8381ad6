// `rumbo compare`: what a policy changed, and whether the runs can tell.
#include <cstdio>
#include <memory>

#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/comparison.hpp"

namespace rumbo {

namespace {

struct CompareOptions {
  std::vector<std::filesystem::path> results;
  std::string baseline;
  std::vector<std::string> tables;
  bool markdown = false;
  bool json = false;
  bool csv = false;
};

void run_compare(const CompareOptions& options) {
  const Comparison comparison =
      compare(read_series(options.results, options.tables), options.baseline);
  const std::string text = options.json       ? as_json(comparison)
                           : options.csv      ? as_csv(comparison)
                           : options.markdown ? as_markdown(comparison)
                                              : as_text(comparison);
  std::fputs(text.c_str(), stdout);
  if (!options.csv) return;
  for (const auto& warning : comparison.warnings)
    std::fprintf(stderr, "warning: %s\n", warning.c_str());
}

}  // namespace

void add_compare_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CompareOptions>();
  auto* command = app.add_subcommand(
      "compare", "Paired differences between scenarios, with 90% intervals and plain findings");
  command->add_option("RESULT", options->results, "Result files of one seed and period")
      ->required();
  command->add_option("--baseline", options->baseline,
                      "Scenario to compare with (default: the first of the files)");
  command
      ->add_option("--tables", options->tables,
                   "Report these tables instead of the headline series; NAME:AXIS goes label by "
                   "label")
      ->delimiter(',');
  auto* markdown = command->add_flag("--md", options->markdown, "Markdown");
  auto* json = command->add_flag("--json", options->json, "JSON");
  auto* csv = command->add_flag("--csv", options->csv, "CSV");
  markdown->excludes(json)->excludes(csv);
  json->excludes(csv);
  command->footer(
      "Examples:\n"
      "  rumbo compare out/quota.h5\n"
      "  rumbo compare out/baseline.h5 out/quota.h5 --baseline baseline --tables "
      "moves_by_channel:channel --csv");
  command->callback([options, &status] {
    run_compare(*options);
    status = 0;
  });
}

}  // namespace rumbo
