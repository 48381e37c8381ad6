// See ensemble.hpp.
#include "engine/ensemble/ensemble.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/identity.hpp"
#include "engine/run/signals.hpp"

namespace rumbo {
namespace {

/// One pass over an ensemble; can be left and taken up again.
class EnsembleRun {
 public:
  EnsembleRun(const EnsemblePlan& plan, const EnsembleDoors& doors, const RunControl& control,
              Progress& progress)
      : plan_(plan), doors_(doors), control_(control), progress_(progress) {}

  EnsembleEnd run() {
    try {
      if (control_.resume) resume();
    } catch (const Stopped&) {  // the checkpoint that was being read stays as it is
      return EnsembleEnd::stopped;
    }
    const uint64_t left = months_left();
    const uint64_t all = plan_.months_per_replicate() * plan_.replicates.size();
    progress_.skip(all - std::min(all, left));
    if (!run_or_save()) return EnsembleEnd::stopped;
    if (!control_.checkpoint.empty()) {
      std::filesystem::remove(control_.checkpoint);
      std::filesystem::remove(control_.checkpoint.string() + ".prev");
    }
    return EnsembleEnd::finished;
  }

 private:
  /// False if told to stop, what can be resumed having been saved.
  bool run_or_save() {
    try {
      if (!run_replicates()) return false;
      // Parts of replicates before the checkpoint's may have been lost.
      replicate_ = 0;
      return !control_.resume || run_replicates();
    } catch (const Stopped&) {  // while a population was made
      if (!control_.checkpoint.empty() && (trunk_ != nullptr || branch_ != nullptr))
        save();
      else if (doors_.flush)
        doors_.flush();
      return false;
    }
  }

  bool run_replicates() {
    for (; replicate_ < plan_.replicates.size(); ++replicate_) {
      if (!run_separate_scenarios() || !run_trunk()) return false;
      trunk_.reset();
      branch_.reset();
    }
    return true;
  }
  uint32_t number() const { return plan_.replicates[replicate_]; }
  Month fork_month(size_t scenario) const {
    return std::min(plan_.fork_month[scenario], plan_.end);
  }
  bool is_separate(size_t scenario) const {
    return scenario > 0 && plan_.fork_month[scenario] <= plan_.start;
  }
  bool is_finished(size_t scenario) const { return doors_.is_finished(scenario, number()); }

  /// Months that this session has to run.
  uint64_t months_left() const {
    uint64_t left = 0;
    for (size_t r = 0; r < plan_.replicates.size(); ++r) {
      bool needs_trunk = false;
      for (size_t k = 0; k < plan_.n_scenarios(); ++k) {
        if (doors_.is_finished(k, plan_.replicates[r])) continue;
        needs_trunk = needs_trunk || !is_separate(k);
        if (k > 0) left += static_cast<uint64_t>(plan_.end - first_month_left(r, k));
      }
      const bool is_under_way = r == replicate_ && trunk_ != nullptr;
      if (needs_trunk)
        left += static_cast<uint64_t>(plan_.end - (is_under_way ? trunk_->month() : plan_.start));
    }
    return left;
  }
  /// The first month that a scenario other than the first has to run by itself.
  Month first_month_left(size_t replicate, size_t scenario) const {
    const Month fork = std::max(plan_.start, fork_month(scenario));
    if (replicate != replicate_) return fork;
    if (branch_ != nullptr && branch_scenario_ == scenario) return branch_->month();
    return trunk_ != nullptr && fork < trunk_->month() ? plan_.start : fork;
  }

  /// Scenarios that share nothing with the first.
  bool run_separate_scenarios() {
    for (size_t k = 1; k < plan_.n_scenarios(); ++k) {
      if (!is_separate(k) || is_finished(k)) continue;
      const bool is_resumed = branch_ != nullptr && branch_scenario_ == k;
      if (!is_resumed && !make_branch(k)) return false;
      if (is_resumed && !run_branch()) return false;
    }
    return true;
  }

  /// A scenario from its start, run to its end.
  bool make_branch(size_t scenario) {
    branch_ = doors_.make(scenario, number());
    branch_scenario_ = scenario;
    return run_branch();
  }

  /// Scenarios that parted from the first before the checkpoint, and whose parts were lost.
  bool run_lost_scenarios() {
    for (size_t k = 1; k < plan_.n_scenarios(); ++k)
      if (!is_separate(k) && fork_month(k) < trunk_->month() && !is_finished(k) && !make_branch(k))
        return false;
    return true;
  }

  bool needs_trunk() const {
    for (size_t k = 0; k < plan_.n_scenarios(); ++k)
      if (!is_separate(k) && !is_finished(k)) return true;
    return false;
  }

  /// The first scenario, and each other one from the month in which it parts from it.
  bool run_trunk() {
    if (!needs_trunk()) return true;
    if (trunk_ == nullptr) trunk_ = doors_.make(0, number());
    // What a checkpoint left open, unless it was delivered after all.
    if (branch_ != nullptr && is_finished(branch_scenario_)) branch_.reset();
    if (branch_ != nullptr && !run_branch()) return false;
    if (!run_lost_scenarios()) return false;
    while (true) {
      for (size_t k = 1; k < plan_.n_scenarios(); ++k) {
        if (is_separate(k) || fork_month(k) != trunk_->month() || is_finished(k)) continue;
        branch_ = trunk_->fork();
        branch_->follow_scenario(k);
        branch_scenario_ = k;
        if (!run_branch()) return false;
      }
      if (trunk_->month() >= plan_.end) break;
      if (!step(*trunk_)) return false;
    }
    if (!is_finished(0)) deliver(*trunk_, 0);
    return true;
  }

  bool run_branch() {
    while (branch_->month() < plan_.end)
      if (!step(*branch_)) return false;
    deliver(*branch_, branch_scenario_);
    branch_.reset();
    return true;
  }

  void deliver(Simulation& simulation, size_t scenario) {
    const uint64_t digest = simulation.digest();
    doors_.deliver(simulation.take_results(static_cast<uint32_t>(scenario), number()), digest);
  }

  /// One month; false if the run has to stop here, after a checkpoint.
  bool step(Simulation& simulation) {
    simulation.step();
    progress_.month_done(simulation.n_persons());
    if (control_.audit) simulation.audit();
    if (control_.checkpoint.empty()) return true;
    // Clocks differ between ranks, so they agree on what each does with its own.
    const Comm& comm = *control_.comm;
    const bool is_late = comm.any(progress_.seconds() > control_.max_hours * 3600);
    const bool must_stop = signals_.arrived(comm) || is_late;
    const double since = progress_.seconds() - last_checkpoint_;
    const bool is_due = comm.any(since > control_.checkpoint_minutes * 60);
    if (must_stop || is_due) {
      save();
      last_checkpoint_ = progress_.seconds();
    }
    return !must_stop;
  }

  void save() {
    if (doors_.flush) doors_.flush();
    SaveArchive archive(control_.checkpoint);
    archive.text("identity", control_.identity);
    auto replicate = static_cast<uint64_t>(replicate_);
    auto scenario = static_cast<uint64_t>(branch_scenario_);
    uint8_t has_trunk = trunk_ != nullptr, has_branch = branch_ != nullptr;
    double seconds = progress_.total_seconds();
    archive.value("ensemble/seconds", seconds);
    archive.value("ensemble/replicate", replicate);
    archive.value("ensemble/branch_scenario", scenario);
    archive.value("ensemble/has_trunk", has_trunk);
    archive.value("ensemble/has_branch", has_branch);
    archive.begin_names_with("trunk/");
    if (trunk_) trunk_->visit(archive);
    archive.begin_names_with("branch/");
    if (branch_) branch_->visit(archive);
    archive.commit();
  }

  void tell(const std::string& sentence) const {
    if (control_.tell) control_.tell(sentence);
  }
  void warn(const std::string& sentence) const {
    if (control_.warn) control_.warn(sentence);
  }

  /// The checkpoint to go on from; null if there is none that is what was written.
  std::unique_ptr<LoadArchive> open_checkpoint() const {
    if (!std::filesystem::exists(control_.checkpoint) &&
        !std::filesystem::exists(control_.checkpoint.string() + ".prev")) {
      tell("no checkpoint " + control_.checkpoint.string() + "; starting from what is finished");
      return nullptr;
    }
    try {
      return std::make_unique<LoadArchive>(control_.checkpoint);
    } catch (const DamagedCheckpoint& error) {
      set_aside_checkpoint(control_.checkpoint);
      warn(std::string(error.what()) +
           "; no checkpoint is left, so it was renamed to .damaged and the run starts from what is "
           "finished");
      return nullptr;
    }
  }

  void resume() {
    const auto opened = open_checkpoint();
    if (opened == nullptr) return;
    LoadArchive& archive = *opened;
    if (!archive.notice().empty()) warn(archive.notice());
    const std::string difference = identity_difference(archive.text("identity"), control_.identity);
    if (!difference.empty())
      throw RunError(archive.path().string() + ": is the checkpoint of another run; different: " +
                     difference + "; give another --name, or --overwrite to start anew");
    uint64_t replicate = 0, scenario = 0;
    uint8_t has_trunk = 0, has_branch = 0;
    double seconds = 0;
    archive.value("ensemble/seconds", seconds);
    progress_.begin_after(seconds);
    archive.value("ensemble/replicate", replicate);
    archive.value("ensemble/branch_scenario", scenario);
    archive.value("ensemble/has_trunk", has_trunk);
    archive.value("ensemble/has_branch", has_branch);
    archive.require(replicate < plan_.replicates.size(), "ensemble/replicate",
                    "names a replicate that this run does not have");
    archive.require(scenario < plan_.n_scenarios(), "ensemble/branch_scenario",
                    "names a scenario that this run does not have");
    replicate_ = replicate;
    branch_scenario_ = scenario;
    if (has_trunk != 0) {
      trunk_ = doors_.make(0, number());
      archive.begin_names_with("trunk/");
      trunk_->visit(archive);
    }
    if (has_branch != 0) {
      branch_ = doors_.make(branch_scenario_, number());
      archive.begin_names_with("branch/");
      branch_->visit(archive);
    }
    archive.finish();
  }

  const EnsemblePlan& plan_;
  const EnsembleDoors& doors_;
  const RunControl& control_;
  Progress& progress_;
  StopSignals signals_;
  size_t replicate_ = 0;  ///< index
  std::unique_ptr<Simulation> trunk_, branch_;
  size_t branch_scenario_ = 0;
  double last_checkpoint_ = 0;
};

}  // namespace

uint64_t EnsemblePlan::months_per_replicate() const {
  auto months = static_cast<uint64_t>(end - start);
  for (size_t k = 1; k < n_scenarios(); ++k)
    months += static_cast<uint64_t>(std::max(0, end - std::max(start, fork_month[k])));
  return months;
}

EnsembleEnd run_ensemble(const EnsemblePlan& plan, const EnsembleDoors& doors,
                         const RunControl& control, Progress& progress) {
  return EnsembleRun(plan, doors, control, progress).run();
}

}  // namespace rumbo
