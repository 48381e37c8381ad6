// Which runs of an ensemble are still to be made, which wait and which are under way.
//
// May include: base, run.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "engine/ensemble/ensemble.hpp"
#include "engine/ensemble/parting_files.hpp"

namespace rumbo {

/// One simulation from a first month to its last: the trunk of a replicate, which is its first
/// scenario and gives birth to those that share a history with it, or one other scenario.
struct RunTask {
  size_t replicate = 0;                      ///< index in the plan
  size_t scenario = 0;                       ///< 0 = the trunk
  std::unique_ptr<Simulation> simulation{};  ///< null until it is made
  bool is_taken = false;
  bool is_in_file = false;  ///< its state is in the file of its month of parting

  bool is_trunk() const { return scenario == 0; }
};

/// The tasks of an ensemble. Safe for several threads; a task that was taken belongs to its taker.
class TaskList {
 public:
  /// plan, doors, files  outlive it
  TaskList(const EnsemblePlan& plan, const EnsembleDoors& doors, const PartingFiles& files)
      : plan_(plan), doors_(doors), files_(files) {}

  /// A task of a checkpoint, to go on from. False if that run is there already.
  bool add_saved(RunTask task);
  /// Adds what is neither finished nor there, and drops saved trunks that nothing needs; before
  /// anything is taken.
  void add_missing();

  /// A task to run, those first that hold memory; waits while none is there but a trunk under way
  /// may still part. Null when there will be none.
  RunTask* take();
  /// A scenario that has parted from its trunk. It waits for a thread that is free if no more than
  /// most_waiting do, else it is taken by the caller.
  ///
  /// returns  the task if the caller has to run it, else null
  RunTask* add_branch(RunTask branch, size_t most_waiting);
  /// A scenario whose trunk was written to the file of its month of parting: it waits there.
  void add_in_file(size_t replicate, size_t scenario);
  /// Whether no task needs the file of a month any more.
  bool is_file_done_with(size_t replicate, Month month) const;
  /// A task that was taken has ended.
  void end(RunTask* task);
  /// Nothing more is given out.
  void stop();

  /// Whether a scenario is to part from its trunk when that comes to its month.
  bool will_part(size_t replicate, size_t scenario) const;
  /// The month at which a trunk has nothing more to do.
  Month end_of_trunk(size_t replicate) const;
  /// Months that are left to be run.
  uint64_t months_left() const;
  /// Calls visit(task) for all tasks that hold a simulation. Nothing may run meanwhile.
  void for_each_under_way(const std::function<void(RunTask&)>& visit);
  size_t n_under_way() const;

  Month fork_month(size_t scenario) const;

 private:
  bool is_open(size_t replicate, size_t scenario) const;  ///< not finished and no task of it
  Month month_of(const RunTask& task) const;
  bool will_part_locked(size_t replicate, size_t scenario) const;
  Month end_of_trunk_locked(size_t replicate) const;
  RunTask* find_waiting();
  void add(size_t replicate, size_t scenario, bool is_in_file = false);
  void add_missing_of(size_t replicate);

  const EnsemblePlan& plan_;
  const EnsembleDoors& doors_;
  const PartingFiles& files_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::list<RunTask> tasks_;
  std::set<std::pair<size_t, size_t>> begun_;  ///< (replicate, scenario) that has or had a task
  size_t n_trunks_taken_ = 0;
  bool is_stopped_ = false;
};

}  // namespace rumbo
