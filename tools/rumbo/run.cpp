// `rumbo run`: scenarios under common random numbers, one result file.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "engine/base/error.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/run/signals.hpp"
#include "models/migration/population/synthesis.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/program.hpp"
#include "tools/rumbo/run_place.hpp"
#include "tools/rumbo/run_plan.hpp"
#include "tools/rumbo/warnings.hpp"

namespace rumbo {
namespace {

/// Warns where rare outcomes would be counted in too few simulated events to say anything.
void warn_of_rare_events(const RunPlan& plan) {
  constexpr double yearly_deaths_known =
      400;  // recorded at the southwest border of the USA a year, 2000 to 2010
  constexpr double enough = 20;
  const double years = (plan.ensemble.end - plan.ensemble.start) / 12.0;
  const double expected = yearly_deaths_known * years * plan.setup->scale;
  if (expected < enough)
    note(fmt::format(
        "about {:.1f} border deaths a replicate are expected at this scale, fewer than {:.0f}; "
        "read border_deaths_expected, or use a larger --scale",
        expected, enough));
}

/// Says what becomes of births when the room that was planned is taken.
void warn_of_long_run(const RunPlan& plan) {
  const Month until = plan.ensemble.start + 12 * migration::planned_years;
  if (plan.ensemble.end > until)
    note(fmt::format(
        "room in communities is planned for {} years; from about {} on, births in places "
        "that still grow begin households of their own, apart from their mothers'",
        migration::planned_years, until.text()));
}

/// Threads beyond those that the machine gives would be recorded in results and not be there.
int usable_threads(int asked) {
  const int most = most_threads();
  if (asked <= most) return asked;
  warn(fmt::format("--threads {}: this machine has use for {} at most; {} are used", asked, most,
                   most));
  return most;
}

/// Options that would be of no use beside --until, and might be thought to be heeded.
void check_options_of_history(const RunOptions& options) {
  std::vector<std::string> mistakes;
  const auto refuse_if = [&](bool is_given, const char* sentence) {
    if (is_given) mistakes.emplace_back(sentence);
  };
  refuse_if(options.resume, "--until: the same command without --resume goes on");
  refuse_if(!options.from.empty(),
            "--until: a shared history is run from its start; leave out --from");
  refuse_if(!options.name.empty(),
            "--until: its checkpoints are named after scenario and month; leave out --name");
  refuse_if(options.checkpoint_every.has_value(),
            "--until: there are no checkpoints within a replicate; leave out --checkpoint-every");
  if (!mistakes.empty()) throw InputError(mistakes);
}

void check_options(const RunOptions& options) {
  if (options.checkpoint != !options.until.empty())
    throw InputError("--until MONTH and --checkpoint go together");
  if (options.checkpoint) check_options_of_history(options);
  if (options.folder.empty()) throw InputError("-o: found ''; expected a folder");
}

void run(RunOptions& options, int& status) {
  const StopSignals signals;  // those of main() already, but for callers of run_program()
  check_options(options);
  set_quiet(options.quiet);
  options.threads = usable_threads(options.threads);
  RunPlan plan = plan_run(options);
  leave_if_told_to_stop();
  print_warnings(plan);
  if (options.dry_run) {
    print_dry_run(options, plan);
    warn_of_rare_events(plan);
    warn_of_long_run(plan);
    return;
  }
  refuse_if_too_large(plan);
  warn_of_rare_events(plan);
  warn_of_long_run(plan);
  status = options.checkpoint ? run_until(options, plan) : run_all(options, plan);
}

/// How a run is stopped and goes on, and what others begin from.
void add_stopping_options(CLI::App& command, RunOptions& options) {
  command.add_flag("--resume", options.resume,
                   "Go on from the checkpoint and the finished parts of a stopped run");
  command.add_flag("--overwrite", options.overwrite,
                   "Replace what is there under this name, finished or not");
  command.add_option("--until", options.until,
                     "With --checkpoint: stop before this month (YYYY-MM)");
  command.add_flag("--checkpoint", options.checkpoint,
                   "Write checkpoints that other scenarios can start from");
  command.add_option("--from", options.from,
                     "Start from the checkpoints of a shared history (path without .rNNNN.h5)");
  command
      .add_option("--checkpoint-every", options.checkpoint_every,
                  "Minutes between checkpoints, 0 for one after every month; refused with --until, "
                  "which has "
                  "none within a replicate")
      ->default_str(fmt::format("{}", default_checkpoint_minutes))
      ->check(CLI::Range(0.0, 1e6));
  command
      .add_option("--max-hours", options.max_hours,
                  "Stop at a checkpoint after this time; with --until, the checkpoints of finished "
                  "replicates stay and others are begun anew")
      ->check(CLI::Range(0.0, 1e9));
}

}  // namespace

void add_run_command(CLI::App& app, int& status) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Run scenarios under common random numbers");
  command->add_option("scenario", options->paths, "Scenario files; the first is the baseline")
      ->required();
  command->add_option("-o,--output", options->folder, "Folder for results (made if missing)")
      ->capture_default_str();
  const CLI::Option* name =
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
      ->check(CLI::Range(1, 1000000));
  command
      ->add_option("--at-once", options->at_once,
                   "Runs side by side at most, the threads shared out among them (as many as is "
                   "best if not given); results are the same")
      ->check(CLI::Range(1, 4096));
  command->add_flag("--part-through-files", options->part_through_files,
                    "Scenarios part from the first through a file beside the result, one run in "
                    "memory at a time; done unasked where memory is short; results are the same");
  add_stopping_options(*command, *options);
  command->add_flag("--audit", options->audit, "Recount persons and money after every month");
  command->add_flag("--dry-run", options->dry_run,
                    "Print plan, memory, disk and time; run nothing");
  command->add_flag("--quiet", options->quiet, "No progress line and no notes");
  command->add_flag("--json", options->json, "Print the report as JSON");
  command->footer(
      "Examples:\n"
      "  rumbo run scenarios/americas/baseline.toml -o out\n"
      "  rumbo run scenarios/americas/baseline.toml scenarios/policies/regularization.toml --scale "
      "0.002 --replicates 30 -o out\n"
      "Exit status: 0 done, 1 failed, 2 bad input, 75 stopped at a checkpoint (go on with "
      "--resume).");
  command->callback([options, name, &status] {
    options->command_line = command_line();
    if (name->count() > 0) options->name = plain_name(options->name, "--name");
    run(*options, status);
  });
}

}  // namespace rumbo
