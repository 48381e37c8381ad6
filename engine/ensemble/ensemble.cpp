// See ensemble.hpp.
#include "engine/ensemble/ensemble.hpp"

#include <algorithm>
#include <atomic>

#include "engine/base/error.hpp"
#include "engine/ensemble/ensemble_checkpoint.hpp"
#include "engine/ensemble/month_gate.hpp"
#include "engine/ensemble/task_list.hpp"
#include "engine/run/signals.hpp"

namespace rumbo {
namespace {

/// One pass over an ensemble by threads that each take one task after the other.
class EnsembleRun {
 public:
  EnsembleRun(const EnsemblePlan& plan, const EnsembleDoors& doors, const RunControl& control,
              Progress& progress)
      : plan_(plan),
        doors_(doors),
        control_(control),
        progress_(progress),
        files_(control.parting, control.identity),
        tasks_(plan, doors, files_) {}

  EnsembleEnd run() {
    try {
      if (control_.resume) resume();
    } catch (const Stopped&) {  // the checkpoint that was being read stays as it is
      return EnsembleEnd::stopped;
    }
    tasks_.add_missing();
    const uint64_t all = plan_.months_per_replicate() * plan_.replicates.size();
    progress_.skip(all - std::min(all, tasks_.months_left()));
    run_tasks();
    if (is_stopped_) {
      keep_what_was_done();
      return EnsembleEnd::stopped;
    }
    remove_checkpoint();
    return EnsembleEnd::finished;
  }

 private:
  void resume() {
    SavedTasks saved = load_tasks(plan_, doors_, control_);
    progress_.begin_after(saved.seconds);
    for (RunTask& task : saved.tasks) tasks_.add_saved(std::move(task));
  }

  void run_tasks() {
    run_side_by_side(control_.threads, [this] { take_tasks(); });
  }

  /// What a thread does; its errors end all.
  void take_tasks() {
    try {
      while (RunTask* task = tasks_.take())
        if (!run(*task)) break;
    } catch (const Stopped&) {  // while a population was made
      stop();
    } catch (...) {
      stop();
      throw;
    }
  }

  void stop() {
    is_stopped_ = true;
    tasks_.stop();
  }

  uint32_t number(const RunTask& task) const { return plan_.replicates[task.replicate]; }

  /// A task to its last month; false if told to stop before.
  bool run_to_end(RunTask& task) {
    if (!task.simulation) {
      const MonthGate::Inside inside(gate_);
      task.simulation = doors_.make(task.scenario, number(task));
      if (task.is_in_file) begin_from_file(task);
    }
    return task.is_trunk() ? run_trunk(task) : run_months(task);
  }

  /// The same; where the others go on without a run that failed, nothing of it is delivered.
  bool run(RunTask& task) {
    try {
      if (!run_to_end(task)) return false;
    } catch (const Stopped&) {
      throw;
    } catch (const std::exception& error) {
      if (!doors_.fail || !doors_.fail(task.scenario, number(task), error.what())) throw;
    }
    const MonthGate::Inside inside(gate_);
    if (!doors_.is_finished(task.scenario, number(task))) deliver(task);
    const auto [replicate, scenario] = std::pair(task.replicate, task.scenario);
    tasks_.end(&task);
    remove_file_of(replicate, scenario);
    return true;
  }

  void begin_from_file(RunTask& task) {
    const Month month = tasks_.fork_month(task.scenario);
    const bool is_begun = files_.load(*task.simulation, number(task), month, control_.warn);
    if (is_begun) task.simulation->follow_scenario(task.scenario);
  }

  /// The file of a month goes when the results of all that begin from it are on disk.
  void remove_file_of(size_t replicate, size_t scenario) {
    if (scenario == 0 || !files_.are_used()) return;
    const Month month = tasks_.fork_month(scenario);
    if (!files_.is_there(plan_.replicates[replicate], month)) return;
    if (!tasks_.is_file_done_with(replicate, month)) return;
    if (doors_.flush) doors_.flush();
    files_.remove(plan_.replicates[replicate], month);
  }

  /// Asked inside: a thread that saves visits all runs.
  Month month_of(const RunTask& task) {
    const MonthGate::Inside inside(gate_);
    return task.simulation->month();
  }

  bool run_months(RunTask& task) {
    while (month_of(task) < plan_.end)
      if (!step(*task.simulation)) return false;
    return true;
  }

  /// The first scenario, and each other one from the month in which it parts from it.
  bool run_trunk(RunTask& trunk) {
    while (true) {
      const Month month = month_of(trunk);
      if (files_.are_used()) part_through_file(trunk, month);
      for (size_t k = 1; k < plan_.n_scenarios(); ++k)
        if (tasks_.fork_month(k) == month && !part(trunk, k)) return false;
      if (month >= tasks_.end_of_trunk(trunk.replicate)) return true;
      if (!step(*trunk.simulation)) return false;
    }
  }

  /// A scenario goes its own way: on a thread that is free, or here and now.
  bool part(const RunTask& trunk, size_t scenario) {
    RunTask* branch = nullptr;
    {
      const MonthGate::Inside inside(gate_);
      if (!tasks_.will_part(trunk.replicate, scenario)) return true;
      RunTask parted{trunk.replicate, scenario, trunk.simulation->fork()};
      parted.simulation->follow_scenario(scenario);
      branch = tasks_.add_branch(std::move(parted), control_.most_waiting);
    }
    return branch == nullptr || run(*branch);
  }

  /// Scenarios that part in this month wait in a file; the trunk ends before any of them begins.
  void part_through_file(const RunTask& trunk, Month month) {
    const MonthGate::Inside inside(gate_);
    std::vector<size_t> parting;
    for (size_t k = 1; k < plan_.n_scenarios(); ++k)
      if (tasks_.fork_month(k) == month && tasks_.will_part(trunk.replicate, k))
        parting.push_back(k);
    if (parting.empty()) return;
    files_.save(*trunk.simulation, number(trunk), month);
    for (const size_t k : parting) tasks_.add_in_file(trunk.replicate, k);
  }

  void deliver(RunTask& task) {
    const uint64_t digest = task.simulation->digest();
    doors_.deliver(
        task.simulation->take_results(static_cast<uint32_t>(task.scenario), number(task)), digest);
  }

  /// One month; false if all have to stop here.
  bool step(Simulation& simulation) {
    {
      const MonthGate::Inside inside(gate_);
      simulation.step();
      progress_.month_done(simulation.n_persons());
      if (control_.audit) simulation.audit();
    }
    if (control_.checkpoint.empty()) return !is_stopped_;
    // Clocks differ between ranks, so they agree on what each does with its own.
    const Comm& comm = *control_.comm;
    const bool is_late = comm.any(progress_.seconds() > control_.max_hours * 3600);
    if (signals_.arrived(comm) || is_late) stop();
    if (is_stopped_) return false;
    save_if_due(comm);
    return true;
  }

  void save_if_due(const Comm& comm) {
    const auto is_due = [&] {
      return comm.any(progress_.seconds() - last_checkpoint_ > control_.checkpoint_minutes * 60);
    };
    if (!is_due()) return;
    const MonthGate::Alone alone(gate_);
    if (control_.threads.at_once > 1 && !is_due()) return;  // another thread has just done it
    save();
  }

  void save() {
    if (doors_.flush) doors_.flush();
    save_tasks(tasks_, control_.checkpoint, control_.identity, progress_.total_seconds());
    last_checkpoint_ = progress_.seconds();
  }

  /// What it holds must be on disk before: results may still wait to be written.
  void remove_checkpoint() {
    const auto& path = control_.checkpoint;
    const std::filesystem::path previous = path.string() + ".prev";
    if (path.empty() || !(std::filesystem::exists(path) || std::filesystem::exists(previous)))
      return;
    if (doors_.flush) doors_.flush();
    std::filesystem::remove(path);
    std::filesystem::remove(previous);
  }

  void keep_what_was_done() {
    if (!control_.checkpoint.empty() && tasks_.n_under_way() > 0)
      save();
    else if (doors_.flush)
      doors_.flush();
  }

  const EnsemblePlan& plan_;
  const EnsembleDoors& doors_;
  const RunControl& control_;
  Progress& progress_;
  PartingFiles files_;
  StopSignals signals_;
  TaskList tasks_;
  MonthGate gate_;
  std::atomic<bool> is_stopped_ = false;
  std::atomic<double> last_checkpoint_ = 0;
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
