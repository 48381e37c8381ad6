// See ensemble_checkpoint.hpp.
#include "engine/ensemble/ensemble_checkpoint.hpp"

#include <algorithm>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/identity.hpp"

namespace rumbo {
namespace {

std::string prefix_of(size_t task) {
  return "run_" + std::to_string(task) + "/";
}

/// Which runs a checkpoint holds: one element a run.
struct Contents {
  std::vector<uint64_t> replicates, scenarios;

  void visit(Archive& archive) {
    archive.array("ensemble/replicate", replicates);
    archive.array("ensemble/scenario", scenarios);
  }
  SavedRuns runs() const {
    return {scenarios.size(), static_cast<size_t>(std::ranges::count(scenarios, uint64_t{0}))};
  }
};

/// Refuses runs that the plan does not have, and one that is there twice.
void check(const Contents& contents, const EnsemblePlan& plan, const Archive& archive) {
  archive.require(contents.replicates.size() == contents.scenarios.size(), "ensemble/scenario",
                  "has another length than that of replicates");
  std::set<std::pair<uint64_t, uint64_t>> seen;
  for (size_t i = 0; i < contents.replicates.size(); ++i) {
    archive.require(contents.replicates[i] < plan.replicates.size(), "ensemble/replicate",
                    "names a replicate that this run does not have");
    archive.require(contents.scenarios[i] < plan.n_scenarios(), "ensemble/scenario",
                    "names a scenario that this run does not have");
    archive.require(seen.emplace(contents.replicates[i], contents.scenarios[i]).second,
                    "ensemble/scenario", "names a run twice");
  }
}

/// The checkpoint to go on from; null if there is none that is what was written.
std::unique_ptr<LoadArchive> open_checkpoint(const RunControl& control) {
  const auto& path = control.checkpoint;
  if (!std::filesystem::exists(path) && !std::filesystem::exists(path.string() + ".prev")) {
    if (control.tell)
      control.tell("no checkpoint " + path.string() + "; starting from what is finished");
    return nullptr;
  }
  try {
    return std::make_unique<LoadArchive>(path);
  } catch (const DamagedCheckpoint& error) {
    set_aside_checkpoint(path);
    if (control.warn)
      control.warn(
          std::string(error.what()) +
          "; no checkpoint is left, so it was renamed to .damaged and the run starts from what is "
          "finished");
    return nullptr;
  }
}

}  // namespace

void save_tasks(TaskList& tasks, const std::filesystem::path& path, const std::string& identity,
                double seconds) {
  SaveArchive archive(path);
  archive.text("identity", identity);
  archive.value("ensemble/seconds", seconds);
  Contents contents;
  tasks.for_each_under_way([&](RunTask& task) {
    contents.replicates.push_back(task.replicate);
    contents.scenarios.push_back(task.scenario);
  });
  contents.visit(archive);
  size_t number = 0;
  tasks.for_each_under_way([&](RunTask& task) {
    archive.begin_names_with(prefix_of(number++));
    task.simulation->visit(archive);
  });
  archive.commit();
}

SavedTasks load_tasks(const EnsemblePlan& plan, const EnsembleDoors& doors,
                      const RunControl& control) {
  const auto archive = open_checkpoint(control);
  SavedTasks saved;
  if (archive == nullptr) return saved;
  if (!archive->notice().empty() && control.warn) control.warn(archive->notice());
  const std::string difference = identity_difference(archive->text("identity"), control.identity);
  if (!difference.empty())
    throw RunError(archive->path().string() + ": is the checkpoint of another run; different: " +
                   difference + "; give another --name, or --overwrite to start anew");
  archive->value("ensemble/seconds", saved.seconds);
  Contents contents;
  contents.visit(*archive);
  check(contents, plan, *archive);
  if (control.require_room) control.require_room(contents.runs());
  for (size_t i = 0; i < contents.replicates.size(); ++i) {
    RunTask task{contents.replicates[i], contents.scenarios[i]};
    task.simulation = doors.make(task.scenario, plan.replicates[task.replicate]);
    archive->begin_names_with(prefix_of(i));
    task.simulation->visit(*archive);
    saved.tasks.push_back(std::move(task));
  }
  archive->finish();
  return saved;
}

}  // namespace rumbo
