// Running a sweep and merging what it made. See sweep.hpp.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/file_kind.hpp"
#include "engine/output/writer.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/run/digest.hpp"
#include "engine/run/signals.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/name_lock.hpp"
#include "tools/rumbo/run_place.hpp"
#include "tools/rumbo/sweep.hpp"

namespace rumbo {
namespace {

/// "point 17, replicate 2"
std::string run_text(const SweepPlan& plan, uint32_t run) {
  return fmt::format("point {}, replicate {}", run / plan.replicates, run % plan.replicates);
}

/// The doors between the ensemble, the model and the shards; all of them outlive it.
EnsembleDoors open_doors(const SweepOptions& options, const SweepPlan& plan, SweepRuns& runs,
                         SweepShards& shards, const Progress& progress) {
  EnsembleDoors doors;
  doors.make = [&](size_t scenario, uint32_t run) {
    leave_if_told_to_stop();
    return runs.make(scenario, run);
  };
  doors.deliver = [&](ResultBlock block, uint64_t digest) {
    std::vector<TableData> kept;
    for (size_t t = 0; t < block.tables.size(); ++t)
      if (plan.run.setup->kept[t]) kept.push_back(std::move(block.tables[t]));
    block.tables = std::move(kept);
    block.events.clear();
    shards.deliver(std::move(block), digest_text(digest), progress.total_seconds());
  };
  doors.is_finished = [&](size_t scenario, uint32_t run) {
    return shards.is_done(static_cast<uint32_t>(scenario), run);
  };
  doors.fail = [&](size_t scenario, uint32_t run, const std::string& message) {
    const std::string sentence = run_text(plan, run) + ": " + message;
    if (!options.keep_going) throw RunError(sentence + "; --keep-going goes on without it");
    warn(sentence);
    shards.fail({run, plan.run.header.scenarios[scenario].name, message});
    return true;
  };
  doors.flush = [&] { shards.flush(); };
  return doors;
}

RunControl control_of(const SweepOptions& options, const SweepPlan& plan) {
  RunControl control;
  control.comm = plan.run.setup->comm;
  control.audit = options.run.audit;
  control.threads = plan.run.split.threads;
  control.most_waiting = plan.run.split.most_waiting;
  control.checkpoint = checkpoint_file(plan.place);
  if (plan.run.parts_through_files) control.parting = parting_name(plan.place);
  control.checkpoint_minutes = options.run.checkpoint_every.value_or(default_checkpoint_minutes);
  control.max_hours = options.run.max_hours;
  control.resume = options.run.resume;
  control.require_room = [&plan](const SavedRuns& saved) { refuse_if_too_many(plan.run, saved); };
  control.identity = plan.run.identity;
  control.warn = warn;
  return control;
}

void print_report(const SweepOptions& options, const SweepPlan& plan, const SweepState& state,
                  const Progress& progress) {
  if (options.run.json) {
    nlohmann::ordered_json report;
    report["result"] = plan.run.result.string();
    report["points"] = plan.points.n();
    report["replicates"] = plan.replicates;
    report["scenarios"] = plan.run.scenarios.size();
    report["finished"] = state.finished.size();
    report["failed"] = state.failed.size();
    report["missing"] = state.missing.size();
    report["seconds"] = progress.seconds();
    return fmt::print("{}\n", json_text(report));
  }
  fmt::print("{}: {} of {} runs ({} points x {} replicates) of {} scenarios in {}\n",
             plan.run.result.string(), state.finished.size(), plan.n_runs(), plan.points.n(),
             plan.replicates, plan.run.scenarios.size(), duration_text(progress.seconds()));
}

/// After a task: what is left to do, or the merged file.
int end_finished(const SweepOptions& options, const SweepPlan& plan, const Progress& progress) {
  const SweepState state = state_of(plan);
  if (!state.missing.empty()) {
    say(fmt::format("task {} is done; {} of {} runs are left to other tasks, then: rumbo merge",
                    options.task.name(), state.missing.size(), plan.n_runs()));
    return 0;
  }
  if (!options.task.is_all()) {
    say("all tasks are done; rumbo merge makes the result");
    return 0;
  }
  if (state.finished.empty())
    throw RunError(fmt::format("all {} runs failed, the first because: {}", plan.n_runs(),
                               state.failed.front().message));
  if (!merge_sweep(plan, state, progress.total_seconds())) throw Stopped();
  print_report(options, plan, state, progress);
  if (state.failed.empty()) return 0;
  warn(
      fmt::format("{} of {} runs failed and are left out; rumbo status says why, --retry-failed "
                  "makes them again",
                  state.failed.size(), plan.n_runs()));
  return 1;
}

/// Tells `rumbo status` how many runs there are to be. Every task writes the same.
void write_facts(const SweepPlan& plan) {
  std::error_code error;
  std::filesystem::create_directories(plan.folder, error);
  const std::filesystem::path path = plan.folder / facts_of_sweep,
                              unfinished = path.string() + "." + std::to_string(::getpid());
  std::ofstream file(unfinished);
  file << nlohmann::json{{"design", plan.file.path},
                         {"runs", plan.n_runs()},
                         {"points", plan.points.n()},
                         {"replicates", plan.replicates},
                         {"scenarios", plan.run.scenarios.size()}}
              .dump()
       << "\n";
  file.close();
  if (!file) fail_by_system("write " + unfinished.string());
  std::filesystem::rename(unfinished, path);
}

int run_from(const SweepOptions& options, SweepPlan& plan) {
  SweepShards shards(plan.folder, plan.run.header, options.task.name());
  for (const auto& sentence : shards.set_aside()) warn(sentence);
  if (options.retry_failed) shards.forget_failed();
  write_facts(plan);
  SweepRuns runs(plan);
  Progress progress(plan.run.ensemble.months_per_replicate() * plan.run.ensemble.replicates.size(),
                    options.run.quiet);
  progress.begin_after(shards.seconds_before());
  const EnsembleDoors doors = open_doors(options, plan, runs, shards, progress);
  const EnsembleEnd end =
      run_ensemble(plan.run.ensemble, doors, control_of(options, plan), progress);
  progress.finish();
  shards.flush();
  if (end == EnsembleEnd::finished) return end_finished(options, plan, progress);
  if (!shards.is_anything_done() && !std::filesystem::exists(checkpoint_file(plan.place)))
    throw Stopped();
  say("stopped at a checkpoint; the same command with --resume goes on");
  return exit_status_checkpoint;
}

/// Tasks of one sweep share a folder, so that none of them finds it empty.
bool is_there(const SweepOptions& options, const SweepPlan& plan) {
  const RunIntent intent{options.run.resume || !options.task.is_all() || options.retry_failed,
                         options.run.overwrite, plan.run.identity};
  // A result without the runs that failed, or that were missing: its shards are kept for them.
  const bool is_short = std::filesystem::exists(plan.folder / facts_of_sweep) &&
                        root_text(plan.run.result, identity_attribute) == plan.run.identity;
  if (options.retry_failed || (is_short && !options.run.overwrite)) return false;
  return prepare_place(plan.place, intent) == RunStart::is_there;
}

}  // namespace

SweepState state_of(const SweepPlan& plan) {
  SweepState state;
  state.shards = shards_of(plan.folder, plan.run.header);
  std::map<uint32_t, std::set<uint32_t>> there;  // run -> scenarios
  for (const auto& shard : state.shards)
    for (const uint32_t run : shard.replicates)
      there[run].insert(shard.scenarios.begin(), shard.scenarios.end());
  std::map<uint32_t, FailedRun> failed;
  for (auto& run : failed_runs_in(plan.folder)) failed[run.number] = run;
  for (uint32_t run = 0; run < plan.n_runs(); ++run) {
    const auto found = there.find(run);
    if (found != there.end() && found->second.size() == plan.run.scenarios.size())
      state.finished.push_back(run);
    else if (const auto at = failed.find(run); at != failed.end())
      state.failed.push_back(at->second);
    else
      state.missing.push_back(run);
  }
  return state;
}

bool merge_sweep(const SweepPlan& plan, const SweepState& state, double seconds) {
  ResultsHeader header = plan.run.header;
  header.replicates = state.finished;
  header.sweep = plan.points.record(plan.replicates, migration::migration_parameters());
  header.sweep->failed = state.failed;
  header.attributes.push_back({"wall_seconds", seconds});
  nlohmann::json digests;
  for (const auto& shard : state.shards)
    for (const auto& [run, digest] : shard.digests)
      digests[fmt::format("s{}r{}", run.first, run.second)] = digest;
  header.attributes.push_back({"state_digests", digests.dump()});
  if (!merge_shards(plan.run.result, header, state.shards, told_to_stop)) return false;
  if (!state.failed.empty() || !state.missing.empty()) return true;  // shards serve --retry-failed
  discard_parts(plan.folder);
  std::error_code ignored;
  std::filesystem::remove(plan.folder, ignored);
  return true;
}

int run_sweep(const SweepOptions& options, SweepPlan& plan) {
  const ThreadLimit limit(options.run.threads > 0 ? options.run.threads : available_threads());
  make_output_folder(options.run.folder);
  const NameLock lock(plan.place);
  if (!lock.is_held())
    warn(options.run.folder + ": its file system gives no locks; run nothing else under this name");
  leave_if_told_to_stop();
  if (is_there(options, plan)) {
    fmt::print("{}: is already there, complete; --overwrite makes it again\n",
               plan.run.result.string());
    return 0;
  }
  return run_from(options, plan);
}

}  // namespace rumbo
