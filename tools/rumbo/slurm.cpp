// `rumbo slurm`: the job script of a sweep, as an array of tasks of a cluster.
#include <fmt/format.h>
#include <sys/wait.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>

#include "engine/base/error.hpp"
#include "engine/output/provenance.hpp"
#include "engine/run/progress.hpp"
#include "engine/run/signals.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/run_place.hpp"
#include "tools/rumbo/run_time.hpp"
#include "tools/rumbo/slurm_request.hpp"
#include "tools/rumbo/slurm_script.hpp"
#include "tools/rumbo/sweep.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;

constexpr int most_tasks_unasked = 1000;  // Slurm's own limit is 1001 where nobody has changed it

/// A control character would end a line that Slurm reads, or a comment.
void demand_one_line(const std::string& what, const std::string& found,
                     std::vector<std::string>& mistakes) {
  if (std::ranges::any_of(found, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
    mistakes.push_back(what + ": its path holds a control character; rename it");
}

/// Plans the sweep as one task has it: with the threads and the memory of a task, not of this
/// machine. Mistakes of the design and of the options are told together.
SweepPlan plan_task(SweepOptions& sweep, const SlurmOptions& options, const SlurmRequest& request,
                    std::vector<std::string> mistakes) {
  if (sweep.run.folder.empty()) mistakes.push_back("-o: found ''; expected a folder");
  demand_one_line("-o", fs::absolute(sweep.run.folder).string(), mistakes);
  demand_one_line("working folder", fs::current_path().string(), mistakes);
  sweep.run.threads = std::max(1, options.cpus);
  sweep.run.memory = request.megabytes > 0 ? static_cast<double>(request.megabytes) * 1048576
                                           : std::numeric_limits<double>::infinity();
  try {
    if (!sweep.run.name.empty()) sweep.run.name = plain_name(sweep.run.name, "--name");
    SweepPlan plan = plan_sweep(sweep);
    demand_one_line("the result", plan.run.result.string(), mistakes);
    if (options.tasks > static_cast<int>(plan.n_runs()))
      mistakes.push_back(fmt::format("--tasks: found {}; this sweep has {} runs: expected no more",
                                     options.tasks, plan.n_runs()));
    if (const std::string refusal = memory_refusal(plan.run);
        request.megabytes > 0 && !refusal.empty())
      mistakes.push_back("--memory: " + refusal);
    if (mistakes.empty()) return plan;
  } catch (const InputError& error) {
    const auto& found = error.messages();
    mistakes.insert(mistakes.end(), found.begin(), found.end());
  }
  throw InputError(mistakes);
}

double bytes_of_starts(const SweepPlan& plan) {
  return plan.shares_population ? plan.run.bytes_run * plan.replicates : 0;
}

/// What a task asks for: a tenth more than the plan, and what every run leaves free.
uint64_t megabytes_of(const SweepPlan& plan, const SlurmRequest& request) {
  if (request.megabytes > 0) return request.megabytes;
  constexpr double more = 1.1 / 0.95;
  constexpr uint64_t least = 512;
  const double bytes = more * (plan.run.split.bytes_needed + bytes_of_starts(plan));
  return std::max(least, static_cast<uint64_t>(std::ceil(bytes / 1048576)));
}

/// As many as it takes for each to end within half its time limit.
int tasks_for(double seconds, const SweepPlan& plan, const SlurmRequest& request) {
  const double wanted = std::ceil(seconds / (0.5 * request.seconds));
  return static_cast<int>(
      std::clamp(wanted, 1.0, std::min<double>(most_tasks_unasked, plan.n_runs())));
}

/// `rumbo sweep` and `rumbo merge` of the same sweep, with the options that change it.
std::vector<std::string> command_of(const std::string& command, const SweepOptions& sweep,
                                    const SweepPlan& plan) {
  std::vector<std::string> words = {fs::read_symlink("/proc/self/exe").string(), command,
                                    sweep.path, "--output=" + sweep.run.folder,
                                    "--name=" + plan.run.result.stem().string()};
  if (sweep.run.replicates > 0)
    words.push_back(fmt::format("--replicates={}", sweep.run.replicates));
  if (sweep.run.scale > 0) words.push_back(fmt::format("--scale={}", sweep.run.scale));
  for (const auto& value : sweep.run.overrides) words.push_back("--set=" + value);
  if (sweep.run.quiet) words.push_back("--quiet");
  if (command == "sweep" && sweep.keep_going) words.push_back("--keep-going");
  return words;
}

std::vector<std::string> facts_of(const SweepPlan& plan, const SlurmJob& job,
                                  const TimeEstimate& time) {
  return {
      fmt::format("rumbo {}; design {}", plain_line(build_facts().version),
                  plain_line(plan.file.path)),
      fmt::format("{} runs ({} points x {} replicates), each of {} scenarios and {:.3g} million "
                  "persons; at most {:.1f} GB on disk",
                  plan.n_runs(), plan.points.n(), plan.replicates, plan.run.scenarios.size(),
                  plan.run.memory.persons_at_start / 1e6, plan.run.disk_needed / 1e9),
      fmt::format("about {} a task of {} processors as fast as those where this was written",
                  duration_text(time.seconds / job.tasks), job.cpus)};
}

SlurmJob job_of(const SweepOptions& sweep, const SlurmOptions& options, const SlurmRequest& request,
                const SweepPlan& plan) {
  const TimeEstimate time = estimate_time(plan.run, options.cpus, options.cpus);
  SlurmJob job;
  job.name = plan.run.result.stem().string();
  job.folder = fs::current_path().string();
  job.log = fs::absolute(plan.run.result).lexically_normal().replace_extension("").string();
  job.partition = options.partition;
  job.account = options.account;
  job.time = options.time;
  job.seconds = request.seconds;
  job.tasks = options.tasks > 0 ? options.tasks : tasks_for(time.seconds, plan, request);
  job.cpus = options.cpus;
  job.megabytes = megabytes_of(plan, request);
  job.bytes_of_checkpoint = plan.run.bytes_run * plan.run.split.threads.at_once;
  job.sweep = command_of("sweep", sweep, plan);
  job.merge = command_of("merge", sweep, plan);
  job.facts = facts_of(plan, job, time);
  return job;
}

/// Hands the array over, then the merge after it; prints what sbatch answers.
void submit(const SlurmJob& job, const std::string& script) {
  const auto lines = commands_to_submit(job, script);
  const std::string both = lines[0] + " && echo \"tasks: job $job\" && " + lines[1];
  std::fflush(stdout);
  const int raw = std::system(shell_quoted({"bash", "-c", both}).c_str());
  if (raw == -1 || !WIFEXITED(raw) || WEXITSTATUS(raw) != 0)
    throw RunError(script + ": sbatch has not taken it, for the reason above");
}

void write_script(const SlurmJob& job, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  file << script_of(job);
  file.close();
  if (!file) fail_by_system("write " + path);
}

void slurm(SweepOptions& sweep, SlurmOptions& options) {
  set_quiet(sweep.run.quiet);
  std::vector<std::string> mistakes;
  const SlurmRequest request = read_request(options, mistakes);
  const SweepPlan plan = plan_task(sweep, options, request, std::move(mistakes));
  leave_if_told_to_stop();
  const SlurmJob job = job_of(sweep, options, request, plan);
  make_output_folder(sweep.run.folder);  // Slurm loses a log whose folder is missing
  if (options.submit && options.write.empty()) options.write = job.log + ".slurm";
  if (options.write.empty()) {
    fmt::print("{}", script_of(job));
    return;
  }
  write_script(job, options.write);
  fmt::print("{}: {} runs, {} {} of {} processors and {} MB\n", options.write, plan.n_runs(),
             job.tasks, job.tasks == 1 ? "task" : "tasks", job.cpus, job.megabytes);
  if (options.submit) return submit(job, options.write);
  fmt::print("Look at it, then submit the tasks and the merge that follows them:\n");
  for (const auto& line : commands_to_submit(job, options.write)) fmt::print("  {}\n", line);
  fmt::print("rumbo status {} says how far they are.\n", shell_quoted({sweep.run.folder}));
}

void add_slurm_options(CLI::App& command, SlurmOptions& options) {
  command.add_option("--time", options.time, "Time limit of a task, as sbatch takes it: 2:00:00")
      ->required();
  command.add_option("--tasks", options.tasks,
                     "Tasks of the array (as many as end within half the time limit, at most "
                     "1000, if not given)");
  command.add_option("--cpus", options.cpus, "Processors of a task")->capture_default_str();
  command
      .add_option("--memory", options.memory, "Memory of a task, as 8G; auto = what its runs need")
      ->capture_default_str();
  command.add_option("--partition", options.partition, "Partition of the cluster");
  command.add_option("--account", options.account, "Account that is charged");
  command.add_option("--write", options.write,
                     "Write the script to this file and print what to do next");
  command.add_flag("--submit", options.submit, "Submit the tasks and the merge too");
}

}  // namespace

void add_slurm_command(CLI::App& app, int&) {
  auto sweep = std::make_shared<SweepOptions>();
  auto options = std::make_shared<SlurmOptions>();
  CLI::App* command =
      app.add_subcommand("slurm", "Write the job script of a sweep for a cluster with Slurm");
  add_place_options(*command, *sweep);
  command->add_flag("--keep-going", sweep->keep_going,
                    "Note a run that fails and go on with the others");
  add_slurm_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  rumbo slurm scenarios/sweeps/tutorial.toml --time 0:30:00\n"
      "  rumbo slurm scenarios/sweeps/tutorial.toml -o out --time 2:00:00 --write out/job.sh\n"
      "Tasks stop at a checkpoint before the time limit, go back to the queue and go on. The "
      "folder "
      "of results is made, for the logs.");
  command->callback([sweep, options] {
    const StopSignals signals;
    slurm(*sweep, *options);
  });
}

}  // namespace rumbo
