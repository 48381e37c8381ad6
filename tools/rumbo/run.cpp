// `rumbo run`: scenarios under common random numbers, one result file.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/writer.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/run/digest.hpp"
#include "engine/run/signals.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/run_plan.hpp"
#include "tools/rumbo/terminal.hpp"
#include "tools/rumbo/warnings.hpp"

namespace rumbo {
namespace {

/// Digests of final states, kept beside the parts so that a resumed run knows them too.
class StateDigests {
 public:
  explicit StateDigests(std::filesystem::path path) : path_(std::move(path)) {
    std::ifstream file(path_);
    std::string run, digest;
    while (file >> run >> digest) found_[run] = digest;
  }
  void add(uint32_t scenario, uint32_t replicate, uint64_t digest) {
    const std::string run = fmt::format("s{}r{}", scenario, replicate);
    found_[run] = digest_text(digest);
    std::ofstream(path_, std::ios::app) << run << " " << found_[run] << "\n";
  }
  std::string json() const { return nlohmann::json(found_).dump(); }
  void remove() const {
    std::error_code ignored;  // a left-over does no harm
    std::filesystem::remove(path_, ignored);
  }

 private:
  std::filesystem::path path_;
  std::map<std::string, std::string> found_;
};

std::string gigabytes(double bytes) {
  return bytes < 1e9 ? fmt::format("{:.0f} MB", bytes / 1e6)
                     : fmt::format("{:.1f} GB", bytes / 1e9);
}

void print_plan(const RunPlan& plan) {
  fmt::print("scenarios   {}\n", plan.scenarios.size());
  for (size_t k = 0; k < plan.scenarios.size(); ++k) {
    const Month fork = plan.ensemble.fork_month[k];
    const std::string how = k == 0 ? "run from the start"
                            : fork >= plan.ensemble.end
                                ? "never differs from the first"
                                : "differs from the first from " + fork.text() + " on";
    fmt::print("            {}: {}\n", plan.scenarios[k].scenario.name, how);
  }
  fmt::print("months      {} to {}, {} replicates\n", plan.ensemble.start.text(),
             (plan.ensemble.end - 1).text(), plan.ensemble.replicates.size());
  fmt::print("persons     {:.0f} simulated at the start, {:.1f} bytes each\n",
             plan.memory.persons_at_start, plan.memory.bytes_per_person());
  fmt::print("memory      {} needed, {} free\n", gigabytes(plan.memory_needed),
             gigabytes(plan.memory_available));
  fmt::print("disk        at most {} before compression, checkpoints twice included\n",
             gigabytes(plan.disk_needed));
  constexpr double usual_speed =
      60e6;  // person-months a second and thread; `rumbo bench` measures this machine's
  fmt::print("time        about {} on {} threads\n",
             duration_text(plan.person_months / usual_speed / available_threads()),
             available_threads());
}

/// Warns where rare outcomes would be counted in too few simulated events to say anything.
void warn_of_rare_events(const RunPlan& plan) {
  constexpr double yearly_deaths_known =
      400;  // recorded at the southwest border of the USA a year, 2000 to 2010
  constexpr double enough = 20;
  const double years = (plan.ensemble.end - plan.ensemble.start) / 12.0;
  const double expected = yearly_deaths_known * years * plan.setup->scale;
  if (expected < enough)
    fmt::print(stderr,
               "note: about {:.1f} border deaths a replicate are expected at this scale, fewer "
               "than {:.0f}; read border_deaths_expected, or use a larger --scale\n",
               expected, enough);
}

nlohmann::ordered_json report_of(const RunPlan& plan, const Progress& progress) {
  nlohmann::ordered_json report;
  report["result"] = plan.result.string();
  report["replicates"] = plan.ensemble.replicates.size();
  for (const auto& one : plan.scenarios) report["scenarios"].push_back(one.scenario.name);
  report["person_months"] = progress.person_months();
  report["seconds"] = progress.seconds();
  return report;
}

int run_all(const RunOptions& options, RunPlan& plan) {
  const int n_threads = options.threads > 0 ? options.threads : available_threads();
  const ThreadLimit limit(n_threads);
  if (!options.from.empty()) plan.ensemble.start = branch_month(options, plan);
  std::filesystem::create_directories(options.folder);
  ResultsWriter writer(plan.result, plan.header);
  for (const auto& sentence : writer.set_aside()) fmt::print(stderr, "{}\n", sentence);
  StateDigests digests(writer.folder() / "digests.txt");
  if (!options.resume) {
    writer.discard_parts();
    digests.remove();
  }
  std::set<std::pair<uint32_t, uint32_t>> finished(writer.finished_parts().begin(),
                                                   writer.finished_parts().end());
  Progress progress(plan.ensemble.months_per_replicate() * plan.ensemble.replicates.size(),
                    options.quiet);
  EnsembleDoors doors;
  doors.make = [&](size_t scenario, uint32_t replicate) -> std::unique_ptr<Simulation> {
    if (!options.from.empty()) return branch_from(options, plan, scenario, replicate);
    return std::make_unique<migration::MigrationSimulation>(plan.setup, scenario, replicate);
  };
  doors.deliver = [&](ResultBlock block, uint64_t digest) {
    digests.add(block.scenario, block.replicate, digest);
    finished.insert({block.scenario, block.replicate});
    std::vector<TableData> kept;
    for (size_t t = 0; t < block.tables.size(); ++t)
      if (plan.setup->kept[t]) kept.push_back(std::move(block.tables[t]));
    block.tables = std::move(kept);
    writer.push(std::move(block));
  };
  doors.is_finished = [&](size_t scenario, uint32_t replicate) {
    return finished.count({static_cast<uint32_t>(scenario), replicate}) > 0;
  };
  doors.flush = [&] { writer.flush(); };
  RunControl control;
  control.audit = options.audit;
  control.checkpoint = plan.result;
  control.checkpoint.replace_extension(".checkpoint.h5");
  control.checkpoint_minutes = options.checkpoint_every;
  control.max_hours = options.max_hours;
  control.resume = options.resume;
  control.identity = plan.identity;
  control.tell = [](const std::string& sentence) { fmt::print(stderr, "{}\n", sentence); };
  const EnsembleEnd end = run_ensemble(plan.ensemble, doors, control, progress);
  progress.finish();
  if (end == EnsembleEnd::stopped) {
    fmt::print(stderr, "stopped at a checkpoint; the same command with --resume goes on\n");
    return exit_status_checkpoint;
  }
  digests.remove();
  writer.finish({{"wall_seconds", progress.seconds()}, {"state_digests", digests.json()}});
  if (options.json)
    fmt::print("{}\n", report_of(plan, progress).dump(2));
  else
    fmt::print("{}: {} scenarios x {} replicates, {:.0f} million person-months in {}\n",
               plan.result.string(), plan.scenarios.size(), plan.ensemble.replicates.size(),
               static_cast<double>(progress.person_months()) / 1e6,
               duration_text(progress.seconds()));
  return 0;
}

void run(const RunOptions& options, int& status) {
  RunPlan plan = plan_run(options);
  print_warnings(plan);
  if (options.dry_run) {
    print_plan(plan);
    warn_of_rare_events(plan);
    return;
  }
  refuse_if_too_large(plan);
  if (!options.quiet) warn_of_rare_events(plan);
  if (options.checkpoint != !options.until.empty())
    throw InputError("--until MONTH and --checkpoint go together");
  status = options.checkpoint ? run_until(options, plan) : run_all(options, plan);
}

}  // namespace

void add_run_command(CLI::App& app, int& status) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Run scenarios under common random numbers");
  command->add_option("scenario", options->paths, "Scenario files; the first is the baseline")
      ->required();
  command->add_option("-o,--output", options->folder, "Folder for results (made if missing)")
      ->capture_default_str();
  command->add_option("--name", options->name,
                      "Name of the result file, without .h5 (from the scenarios if not given)");
  command->add_option("--replicates", options->replicates, "Replicates, instead of the scenario's")
      ->check(CLI::Range(1, 1000000));
  command
      ->add_option("--scale", options->scale,
                   "Persons simulated per real person, instead of the scenario's")
      ->check(CLI::Range(1e-9, 1.0));
  command->add_option("--set", options->overrides, "NAME=VALUE over what the files say")
      ->allow_extra_args(false);
  command
      ->add_option("--threads", options->threads,
                   "Threads (all that this process may use if not given)")
      ->check(CLI::Range(1, 4096));
  command->add_flag("--resume", options->resume,
                    "Go on from the checkpoint and the finished parts of a stopped run");
  command->add_option("--until", options->until,
                      "With --checkpoint: stop before this month (YYYY-MM)");
  command->add_flag("--checkpoint", options->checkpoint,
                    "Write checkpoints that other scenarios can start from");
  command->add_option("--from", options->from,
                      "Start from the checkpoints of a shared history (path without .rNNNN.h5)");
  command
      ->add_option("--checkpoint-every", options->checkpoint_every, "Minutes between checkpoints")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1e6));
  command->add_option("--max-hours", options->max_hours, "Stop at a checkpoint after this time")
      ->check(CLI::Range(0.0, 1e9));
  command->add_flag("--audit", options->audit, "Recount persons and money after every month");
  command->add_flag("--dry-run", options->dry_run,
                    "Print plan, memory, disk and time; run nothing");
  command->add_flag("--quiet", options->quiet, "No progress line");
  command->add_flag("--json", options->json, "Print the report as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo run scenarios/americas/baseline.toml -o out\n"
      "  rumbo run scenarios/americas/baseline.toml scenarios/policies/regularization.toml --scale "
      "0.002 --replicates 30 -o out\n"
      "Exit status: 0 done, 1 failed, 2 bad input, 75 stopped at a checkpoint (go on with "
      "--resume).");
  command->callback([options, &app, &status] {
    options->command_line = app.get_description().empty() ? "rumbo run" : "rumbo run";
    for (const auto& path : options->paths) options->command_line += " " + path;
    run(*options, status);
  });
}

}  // namespace rumbo
