// A run from its place on disk to its result file.
#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/base/error.hpp"
#include "engine/ensemble/parting_files.hpp"
#include "engine/output/writer.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/run/digest.hpp"
#include "engine/run/signals.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/name_lock.hpp"
#include "tools/rumbo/run_place.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {
namespace {

using Pairs = std::set<std::pair<uint32_t, uint32_t>>;

/// What is finished, for several runs at once.
class Finished {
 public:
  explicit Finished(Pairs pairs) : pairs_(std::move(pairs)) {}
  void add(std::pair<uint32_t, uint32_t> pair) {
    const std::lock_guard lock(mutex_);
    pairs_.insert(pair);
  }
  bool has(std::pair<uint32_t, uint32_t> pair) const {
    const std::lock_guard lock(mutex_);
    return pairs_.contains(pair);
  }
  bool empty() const {
    const std::lock_guard lock(mutex_);
    return pairs_.empty();
  }

 private:
  mutable std::mutex mutex_;
  Pairs pairs_;
};

/// The doors between an ensemble, the model and the writer; all of them must outlive it.
EnsembleDoors open_doors(const RunOptions& options, RunPlan& plan, ResultsWriter& writer,
                         Finished& finished, const Progress& progress) {
  EnsembleDoors doors;
  doors.make = [&](size_t scenario, uint32_t replicate) -> std::unique_ptr<Simulation> {
    leave_if_told_to_stop();
    if (!options.from.empty()) return branch_from(options, plan, scenario, replicate);
    return std::make_unique<migration::MigrationSimulation>(plan.setup, scenario, replicate);
  };
  doors.deliver = [&](ResultBlock block, uint64_t digest) {
    finished.add({block.scenario, block.replicate});
    std::vector<TableData> kept;
    for (size_t t = 0; t < block.tables.size(); ++t)
      if (plan.setup->kept[t]) kept.push_back(std::move(block.tables[t]));
    block.tables = std::move(kept);
    writer.push(std::move(block), {digest_text(digest), progress.total_seconds()});
  };
  doors.is_finished = [&](size_t scenario, uint32_t replicate) {
    return finished.has({static_cast<uint32_t>(scenario), replicate});
  };
  doors.flush = [&] { writer.flush(); };
  return doors;
}

RunControl control_of(const RunOptions& options, const RunPlan& plan) {
  RunControl control;
  control.comm = plan.setup->comm;
  control.audit = options.audit;
  control.threads = plan.split.threads;
  control.most_waiting = plan.split.most_waiting;
  control.checkpoint = checkpoint_file(plan.result);
  const auto parting = parting_name(plan.result);
  if (plan.parts_through_files || !parting_files_there(parting).empty()) control.parting = parting;
  control.checkpoint_minutes = options.checkpoint_every.value_or(default_checkpoint_minutes);
  control.max_hours = options.max_hours;
  control.resume = options.resume;
  control.require_room = [&plan](const SavedRuns& saved) { refuse_if_too_many(plan, saved); };
  control.identity = plan.identity;
  control.tell = note;
  control.warn = warn;
  return control;
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

/// "1 replicate", "2 replicates"
std::string counted_in_words(size_t n, const char* what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

void print_report(const RunOptions& options, const RunPlan& plan, const Progress& progress) {
  const double millions = static_cast<double>(progress.person_months()) / 1e6;
  if (options.json)
    fmt::print("{}\n", json_text(report_of(plan, progress)));
  else
    fmt::print("{}: {} x {}, {:.{}f} million person-months in {}\n", plan.result.string(),
               counted_in_words(plan.scenarios.size(), "scenario"),
               counted_in_words(plan.ensemble.replicates.size(), "replicate"), millions,
               millions < 10 ? 1 : 0, duration_text(progress.seconds()));
}

void print_is_there(const RunOptions& options, const RunPlan& plan) {
  const std::string sentence =
      plan.result.string() + ": is already there, complete; --overwrite makes it again";
  if (!options.json) return fmt::print("{}\n", sentence);
  nlohmann::ordered_json report = report_of(plan, Progress(0, true));
  report["already_there"] = true;
  fmt::print("{}\n", json_text(report));
}

/// A run that was told to stop: says from where it goes on.
int end_stopped(const RunPlan& plan, const Finished& finished) {
  if (finished.empty() && !std::filesystem::exists(checkpoint_file(plan.result))) {
    std::error_code ignored;
    std::filesystem::remove(parts_folder(plan.result), ignored);  // empty
    throw Stopped();
  }
  say("stopped at a checkpoint; the same command with --resume goes on");
  return exit_status_checkpoint;
}

void warn_of_what_stays(const RunPlan& plan) {
  const auto folder = parts_folder(plan.result);
  if (std::filesystem::exists(folder))
    warn(folder.string() + " holds files that are not parts of this run; they were left");
}

int run_from(const RunOptions& options, RunPlan& plan) {
  ResultsWriter writer(plan.result, plan.header,
                       2 * static_cast<size_t>(plan.split.threads.at_once));
  for (const auto& sentence : writer.set_aside()) warn(sentence);
  Finished finished(Pairs(writer.finished_parts().begin(), writer.finished_parts().end()));
  Progress progress(plan.ensemble.months_per_replicate() * plan.ensemble.replicates.size(),
                    options.quiet);
  progress.begin_after(writer.seconds_of_parts());
  const EnsembleDoors doors = open_doors(options, plan, writer, finished, progress);
  const EnsembleEnd end = run_ensemble(plan.ensemble, doors, control_of(options, plan), progress);
  progress.finish();
  if (end == EnsembleEnd::stopped) return end_stopped(plan, finished);
  if (!writer.finish({{"wall_seconds", progress.total_seconds()}}, told_to_stop))
    return end_stopped(plan, finished);
  warn_of_what_stays(plan);
  print_report(options, plan, progress);
  return 0;
}

}  // namespace

int run_all(const RunOptions& options, RunPlan& plan) {
  const ThreadLimit limit(options.threads > 0 ? options.threads : available_threads());
  if (!options.from.empty()) plan.ensemble.start = require_histories(options, plan);
  make_output_folder(options.folder);
  const NameLock lock(plan.result);
  if (!lock.is_held())
    warn(options.folder + ": its file system gives no locks; run nothing else under this name");
  leave_if_told_to_stop();
  const RunIntent intent{options.resume, options.overwrite, plan.identity};
  if (prepare_place(plan.result, intent) == RunStart::is_there) {
    print_is_there(options, plan);
    return 0;
  }
  return run_from(options, plan);
}

}  // namespace rumbo
