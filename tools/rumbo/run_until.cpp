// `rumbo run --until MONTH --checkpoint`: a run up to a month leaves checkpoints that other
// scenarios start from.
#include <fmt/format.h>

#include <atomic>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "engine/ensemble/until_stopped.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/file_kind.hpp"
#include "engine/output/provenance.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/run/signals.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/name_lock.hpp"
#include "tools/rumbo/run_history.hpp"
#include "tools/rumbo/run_place.hpp"

namespace rumbo {
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
    if (!is_written(history_path(stem, replicate), identity, options)) left.push_back(replicate);
  return left;
}

/// Says in a sentence, or as JSON, that all checkpoints are there.
void print_history(const RunOptions& options, const std::string& stem, size_t n_checkpoints,
                   const std::string& sentence) {
  if (!options.json) return fmt::print("{}\n", sentence);
  const nlohmann::ordered_json report{{"from", stem}, {"checkpoints", n_checkpoints}};
  fmt::print("{}\n", json_text(report));
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
    print_history(
        options, stem, n,
        fmt::format("{}: all {} checkpoints are already there; --overwrite makes them again", stem,
                    n));
    return 0;
  }
  const ThreadLimit limit(options.threads > 0 ? options.threads : available_threads());
  Progress progress(static_cast<uint64_t>(month - plan.ensemble.start) * left.size(),
                    options.quiet);
  std::atomic<size_t> n_written = n - left.size();
  const bool is_stopped = for_each_until_stopped(plan.split.threads, left.size(), [&](size_t i) {
    write_history(options, plan, left[i], month, history_path(stem, left[i]), progress);
    ++n_written;
  });
  progress.finish();
  if (is_stopped) {
    say(fmt::format("stopped with {} of {} checkpoints written; the same command goes on",
                    n_written.load(), n));
    return exit_status_checkpoint;
  }
  print_history(options, stem, n,
                fmt::format("{} checkpoints {}.r*.h5; branch with: rumbo run SCENARIO --from {}", n,
                            stem, stem));
  return 0;
}

}  // namespace rumbo
