// `rumbo info FILE`: what a file is, whether it is complete, what it holds; of a scenario,
// the population that it starts from.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "engine/base/error.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/file_info.hpp"
#include "tools/rumbo/population_report.hpp"

namespace rumbo {
namespace {

struct InfoOptions {
  std::filesystem::path path;
  bool population = false;
  std::vector<std::string> overrides;
  bool json = false;
};

std::string population_text(const InfoOptions& options) {
  const std::string path =
      options.path.empty() ? "scenarios/americas/baseline.toml" : options.path.string();
  const PopulationReport report = report_population(path, options.overrides);
  return options.json ? as_json(report) : as_text(report);
}

std::string text_of(const InfoOptions& options) {
  if (options.population) return population_text(options);
  if (!options.overrides.empty()) throw InputError("--set goes with --population");
  const FileInfo info = options.path.empty() ? describe_program() : describe_file(options.path);
  return options.json ? as_json(info) : as_text(info);
}

}  // namespace

void add_info_command(CLI::App& app, int& status) {
  auto options = std::make_shared<InfoOptions>();
  auto* command =
      app.add_subcommand("info",
                         "What a result file or checkpoint is and holds; without a file, "
                         "how this program was built");
  command->add_option("FILE", options->path, "Result file, part of one, checkpoint, or scenario");
  command->add_flag("--population", options->population,
                    "Of a scenario: the population made, beside its tables");
  command
      ->add_option("--set", options->overrides,
                   "With --population: NAME=VALUE over what the scenario says")
      ->allow_extra_args(false);
  command->add_flag("--json", options->json, "JSON");
  command->footer(
      "Examples:\n"
      "  rumbo info out/quota.h5\n"
      "  rumbo info out/quota.checkpoint.h5 --json\n"
      "  rumbo info --population scenarios/americas/baseline.toml --set population.scale=0.01");
  command->callback([options, &status] {
    fmt::print("{}", text_of(*options));
    status = 0;
  });
}

}  // namespace rumbo
