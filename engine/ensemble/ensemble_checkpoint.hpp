// One checkpoint of all runs that are under way.
//
// May include: base, run, output.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/ensemble/task_list.hpp"

namespace rumbo {

/// Writes all simulations of a list, between months, into one file. throws RunError
/// seconds  that the run has taken so far, earlier sessions included
void save_tasks(TaskList& tasks, const std::filesystem::path& path, const std::string& identity,
                double seconds);

/// What a checkpoint held.
struct SavedTasks {
  std::vector<RunTask> tasks;
  double seconds = 0;
};

/// Reads what save_tasks() wrote, on any number of threads; nothing if there is no checkpoint, or
/// none that is what was written, which the user is told.
///
/// throws  RunError if it is of another run or says what cannot be, or by control.require_room;
///         Stopped when told to stop
SavedTasks load_tasks(const EnsemblePlan& plan, const EnsembleDoors& doors,
                      const RunControl& control);

}  // namespace rumbo
