// Shared histories: a run up to a month leaves checkpoints that other scenarios start from.
#include <fmt/format.h>

#include <atomic>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/file_kind.hpp"
#include "engine/output/provenance.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/parallel/side_by_side.hpp"
#include "engine/run/signals.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/schedule.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/name_lock.hpp"
#include "tools/rumbo/run_place.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {
namespace {

std::string checkpoint_path(const std::string& stem, uint32_t replicate) {
  return fmt::format("{}.r{:04}.h5", stem, replicate);
}

/// What must be equal besides the parameters.
std::string history_text(const RunPlan& plan, size_t scenario) {
  return identity_text(shared_identity(plan, scenario));
}

/// What a scenario waits for before a month, one after the other.
std::string waiting_text(const std::vector<WaitingPolicy>& policies, Month before) {
  std::string text;
  for (const auto& policy : policies)
    if (policy.start < before) text += policy.text;
  return text;
}

/// The history must come from a run like this one; looked at before anything else is loaded, since
/// arrays of another run would only not fit.
void require_same_run(const LoadArchive& archive, const RunPlan& plan, size_t scenario) {
  const std::string difference =
      identity_difference(archive.text("history"), history_text(plan, scenario));
  if (!difference.empty())
    throw InputError(fmt::format("{}: made by another run than this one; different: {}",
                                 archive.path().string(), difference));
}

/// The history must be this scenario's own up to the branch month.
void require_same_history(const LoadArchive& archive, ParameterPlan& saved, const RunPlan& plan,
                          size_t scenario, Month month) {
  const auto difference =
      first_difference(migration::migration_parameters(), saved,
                       plan.scenarios[scenario].scenario.plan, plan.setup->start, month);
  const Scenario& scenario_here = plan.scenarios[scenario].scenario;
  if (!difference && archive.text("waiting") != waiting_text(scenario_here.waiting, month))
    throw InputError(fmt::format(
        "{}: {} waits for something from before {} on that the history did not watch; give its "
        "policies a start of {} or later",
        archive.path().string(), scenario_here.path, month.text(), month.text()));
  if (!difference) return;
  throw InputError(
      fmt::format("{}: its history ends in {}, but {} has another value there already in {}: {} "
                  "(checkpoint {}, {} {})",
                  archive.path().string(), month.text(), plan.scenarios[scenario].scenario.path,
                  difference->month.text(), difference->parameter, difference->a,
                  plan.scenarios[scenario].scenario.name, difference->b));
}

}  // namespace

namespace {

Month month_of_until(const RunOptions& options, const RunPlan& plan) {
  const auto month = Month::parse(options.until);
  if (!month || *month <= plan.ensemble.start || *month >= plan.ensemble.end)
    throw InputError(fmt::format("--until: found '{}'; expected a month after {} and before {}",
                                 options.until, plan.ensemble.start.text(),
                                 plan.ensemble.end.text()));
  if (plan.scenarios.size() != 1)
    throw InputError(
        "--until: give one scenario; the others branch from its checkpoint with --from");
  return *month;
}

/// What a history must agree in to be this one: scenario, run and month.
std::string identity_until(const RunPlan& plan, Month month) {
  return sha256(history_text(plan, 0) + "\n" + plan.header.scenarios.front().digest + "\n" +
                month.text());
}

/// Whether a replicate's checkpoint is there already, of this very history.
bool is_written(const std::filesystem::path& path, const std::string& identity,
                const RunOptions& options) {
  const FileKind kind = kind_of_file(path);
  if (kind == FileKind::foreign || kind == FileKind::results)
    throw RunError(path.string() + ": is there and is no checkpoint of rumbo; give another -o");
  if (kind == FileKind::missing || options.overwrite) return false;
  if (kind == FileKind::checkpoint) {
    const LoadArchive archive(path);
    if (archive.has_text("identity") && archive.text("identity") == identity) return true;
  }
  throw RunError(path.string() +
                 ": is the checkpoint of another history (other scenario, seed, scale, length or "
                 "program) or damaged; give another -o, or --overwrite to replace it");
}

/// Runs a replicate to a month and writes its checkpoint. throws Stopped when told to stop or late,
/// nothing written
void write_history(const RunOptions& options, const RunPlan& plan, uint32_t replicate, Month month,
                   const std::filesystem::path& path, Progress& progress) {
  migration::MigrationSimulation simulation(plan.setup, 0, replicate);
  while (simulation.month() < month) {
    simulation.step();
    if (options.audit) simulation.audit();
    progress.month_done(simulation.n_persons());
    leave_if_told_to_stop();
    if (progress.seconds() > options.max_hours * 3600) throw Stopped();
  }
  SaveArchive archive(path);
  archive.text("identity", identity_until(plan, month));
  archive.text("history", history_text(plan, 0));
  archive.text("waiting", waiting_text(plan.setup->waiting.front(), month));
  archive.begin_names_with("history/");
  ParameterPlan parameters = plan.setup->plans.front();
  parameters.visit(archive);
  archive.begin_names_with("");
  simulation.visit(archive);
  archive.commit();
}

/// The replicates whose checkpoints are still to be written.
std::vector<uint32_t> replicates_left(const RunOptions& options, const RunPlan& plan,
                                      const std::string& stem, Month month) {
  std::vector<uint32_t> left;
  const std::string identity = identity_until(plan, month);
  for (const uint32_t replicate : plan.ensemble.replicates)
    if (!is_written(checkpoint_path(stem, replicate), identity, options)) left.push_back(replicate);
  return left;
}

}  // namespace

int run_until(const RunOptions& options, RunPlan& plan) {
  const Month month = month_of_until(options, plan);
  const std::string stem = (std::filesystem::path(options.folder) /
                            (plan.scenarios.front().scenario.name + ".until-" + month.text()))
                               .string();
  make_output_folder(options.folder);
  const NameLock lock(stem + ".h5");
  const auto left = replicates_left(options, plan, stem, month);
  const size_t n = plan.ensemble.replicates.size();
  if (left.empty()) {
    fmt::print("{}: all {} checkpoints are already there; --overwrite makes them again\n", stem, n);
    return 0;
  }
  const ThreadLimit limit(options.threads > 0 ? options.threads : available_threads());
  Progress progress(static_cast<uint64_t>(month - plan.ensemble.start) * left.size(),
                    options.quiet);
  std::atomic<size_t> n_written = n - left.size();
  try {
    for_each_side_by_side(plan.split.threads, left.size(), [&](size_t i) {
      write_history(options, plan, left[i], month, checkpoint_path(stem, left[i]), progress);
      ++n_written;
    });
  } catch (const Stopped&) {
    progress.finish();
    say(fmt::format("stopped with {} of {} checkpoints written; the same command goes on",
                    n_written.load(), n));
    return exit_status_checkpoint;
  }
  progress.finish();
  fmt::print("{} checkpoints {}.r*.h5; branch with: rumbo run SCENARIO --from {}\n", n, stem, stem);
  return 0;
}

std::unique_ptr<Simulation> branch_from(const RunOptions& options, const RunPlan& plan,
                                        size_t scenario, uint32_t replicate) {
  LoadArchive archive(checkpoint_path(options.from, replicate));
  require_same_run(archive, plan, scenario);
  ParameterPlan saved = plan.setup->plans[scenario];
  archive.begin_names_with("history/");
  saved.visit(archive);
  archive.begin_names_with("");
  int32_t month = 0;
  archive.value("run/month", month);
  archive.require(month > plan.setup->start.count() && month < plan.setup->end.count(), "run/month",
                  "names a month outside the run");
  require_same_history(archive, saved, plan, scenario, Month(month));
  auto simulation =
      std::make_unique<migration::MigrationSimulation>(plan.setup, scenario, replicate);
  simulation->visit(archive);
  archive.finish();
  return simulation;
}

Month branch_month(const RunOptions& options, const RunPlan& plan) {
  LoadArchive archive(checkpoint_path(options.from, plan.ensemble.replicates.front()));
  int32_t month = 0;
  archive.value("run/month", month);
  archive.require(month > plan.setup->start.count() && month < plan.setup->end.count(), "run/month",
                  "names a month outside the run");
  return Month(month);
}

}  // namespace rumbo
