// `rumbo sweep` and `rumbo merge`: many sets of parameters, each with all scenarios and replicates.
#include "tools/rumbo/sweep.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>

#include "engine/base/error.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/run/signals.hpp"
#include "models/migration/registry.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/name_lock.hpp"
#include "tools/rumbo/program.hpp"
#include "tools/rumbo/run_place.hpp"
#include "tools/rumbo/warnings.hpp"

namespace rumbo {
namespace {

void write_design(const SweepPlan& plan, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  file << design_text(plan.points);
  file.close();
  if (!file) fail_by_system("write " + path);
  fmt::print("{}: {} points of {} parameters\n", path, plan.points.n(), plan.points.factors.size());
}

void print_design(const SweepOptions& options, const SweepPlan& plan) {
  fmt::print("design      {}: {} points of {} parameters\n", plan.points.design.kind,
             plan.points.n(), plan.points.factors.size());
  fmt::print("runs        {} ({} points x {} replicates), each of {} scenarios\n", plan.n_runs(),
             plan.points.n(), plan.replicates, plan.run.scenarios.size());
  if (!options.task.is_all())
    fmt::print("task        {} of {}: {} runs\n", options.task.number, options.task.of,
               plan.run.ensemble.replicates.size());
  fmt::print("population  {}\n", plan.shares_population
                                     ? "made once a replicate, shared by all points"
                                     : "made for every run");
}

void sweep(SweepOptions& options, const std::string& task, int& status) {
  const StopSignals signals;
  set_quiet(options.run.quiet);
  if (!task.empty()) options.task = task_of(task);
  if (!options.task.is_all() && options.run.overwrite)
    throw InputError(
        "--overwrite: would remove what other tasks have made; remove the files of "
        "the sweep, or give another --name");
  if (options.run.folder.empty()) throw InputError("-o: found ''; expected a folder");
  // What other tasks have finished is there already.
  if (!options.task.is_all() || options.retry_failed) options.run.resume = true;
  SweepPlan plan = plan_sweep(options);
  leave_if_told_to_stop();
  if (!options.write_design.empty()) return write_design(plan, options.write_design);
  print_warnings(plan.run);
  if (options.run.dry_run) {
    print_design(options, plan);
    return print_dry_run(options.run, plan.run);
  }
  refuse_if_too_large(plan.run);
  status = run_sweep(options, plan);
}

void merge(SweepOptions& options, int& status) {
  const StopSignals signals;
  set_quiet(options.run.quiet);
  const SweepPlan plan = plan_sweep(options);
  const NameLock lock(plan.place);
  const SweepState state = state_of(plan);
  if (!state.missing.empty() && !options.is_partial)
    throw RunError(fmt::format(
        "{}: {} of {} runs are missing, the first of them run {}; rumbo "
        "sweep --resume makes them, --partial leaves them out",
        plan.folder.string(), state.missing.size(), plan.n_runs(), state.missing.front()));
  if (state.finished.empty())
    throw RunError(plan.folder.string() + ": no run of this sweep is finished");
  double seconds = 0;
  for (const auto& shard : state.shards) seconds = std::max(seconds, shard.seconds);
  if (!merge_sweep(plan, state, seconds)) throw Stopped();
  fmt::print("{}: {} of {} runs\n", plan.run.result.string(), state.finished.size(), plan.n_runs());
  if (!state.failed.empty()) {
    warn(fmt::format("{} runs failed and are left out", state.failed.size()));
    status = 1;
  }
}

void add_running_options(CLI::App& command, SweepOptions& options) {
  command
      .add_option("--threads", options.run.threads,
                  "Threads (all that this process may use if not given)")
      ->check(CLI::Range(1, 1000000));
  command
      .add_option("--at-once", options.run.at_once,
                  "Runs side by side at most (as many as is best if not given)")
      ->check(CLI::Range(1, 4096));
  command.add_flag("--resume", options.run.resume, "Make only what is missing");
  command.add_flag("--overwrite", options.run.overwrite,
                   "Replace what is there under this name, finished or not");
  command.add_flag("--keep-going", options.keep_going,
                   "Note a run that fails and go on with the others");
  command.add_flag("--retry-failed", options.retry_failed, "Make runs that failed again");
  command
      .add_option("--checkpoint-every", options.run.checkpoint_every,
                  "Minutes between checkpoints of runs under way")
      ->default_str(fmt::format("{}", default_checkpoint_minutes))
      ->check(CLI::Range(0.0, 1e6));
  command.add_option("--max-hours", options.run.max_hours, "Stop at a checkpoint after this time")
      ->check(CLI::Range(0.0, 1e9));
  command.add_flag("--audit", options.run.audit, "Recount persons and money after every month");
  command.add_flag("--dry-run", options.run.dry_run,
                   "Print number of runs, memory, disk and time; run nothing");
  command.add_option("--write-design", options.write_design,
                     "Write the points as CSV to this file; run nothing");
  command.add_flag("--json", options.run.json, "Print the report as JSON");
}

}  // namespace

void add_place_options(CLI::App& command, SweepOptions& options) {
  command.add_option("design", options.path, "Design file (TOML)")->required();
  command.add_option("-o,--output", options.run.folder, "Folder for results (made if missing)")
      ->capture_default_str();
  command.add_option("--name", options.run.name,
                     "Name of the result file, without .h5 (that of the design file if not given)");
  command
      .add_option("--replicates", options.run.replicates,
                  "Replicates of each point, instead of "
                  "the file's")
      ->check(CLI::Range(1, 100000));
  command
      .add_option("--scale", options.run.scale,
                  "Persons simulated per real person, instead of the file's")
      ->check(CLI::Range(1e-9, 1.0));
  command.add_option("--set", options.run.overrides, "NAME=VALUE over what the files say")
      ->allow_extra_args(false);
  command.add_flag("--quiet", options.run.quiet, "No progress line and no notes");
}

void add_sweep_command(CLI::App& app, int& status) {
  auto options = std::make_shared<SweepOptions>();
  auto task = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("sweep", "Run scenarios at many points of what parameters may be");
  add_place_options(*command, *options);
  add_running_options(*command, *options);
  command->add_option("--task", *task,
                      "K/N: only part K of N, for arrays of jobs; rumbo merge then makes the "
                      "result");
  command->footer(
      "Examples:\n"
      "  rumbo sweep scenarios/sweeps/tutorial.toml --dry-run\n"
      "  rumbo sweep scenarios/sweeps/tutorial.toml -o out --keep-going\n"
      "  rumbo sweep scenarios/sweeps/tutorial.toml -o out --task 3/16\n"
      "Exit status: 0 done, 1 failed or some runs failed, 2 bad input, 75 stopped at a checkpoint "
      "(go on with --resume).");
  command->callback([options, task, &status] {
    options->run.command_line = command_line();
    if (!options->run.name.empty()) options->run.name = plain_name(options->run.name, "--name");
    sweep(*options, *task, status);
  });
}

void add_merge_command(CLI::App& app, int& status) {
  auto options = std::make_shared<SweepOptions>();
  CLI::App* command = app.add_subcommand("merge", "Make the result file of a sweep run in parts");
  add_place_options(*command, *options);
  command->add_flag("--partial", options->is_partial, "Leave out runs that are missing");
  command->footer(
      "Examples:\n"
      "  rumbo merge scenarios/sweeps/tutorial.toml -o out\n"
      "  rumbo merge scenarios/sweeps/tutorial.toml -o out --partial\n"
      "Give the options that change the sweep (--set, --scale, --replicates) as rumbo sweep had "
      "them.");
  command->callback([options, &status] {
    options->run.command_line = command_line();
    if (!options->run.name.empty()) options->run.name = plain_name(options->run.name, "--name");
    merge(*options, status);
  });
}

}  // namespace rumbo
