// See task_list.hpp.
#include "engine/ensemble/task_list.hpp"

#include <algorithm>

namespace rumbo {

Month TaskList::fork_month(size_t scenario) const {
  return std::min(plan_.fork_month[scenario], plan_.end);
}

bool TaskList::is_open(size_t replicate, size_t scenario) const {
  return !begun_.contains({replicate, scenario}) &&
         !doors_.is_finished(scenario, plan_.replicates[replicate]);
}

Month TaskList::month_of(const RunTask& task) const {
  if (task.simulation) return task.simulation->month();
  return task.is_in_file ? fork_month(task.scenario) : plan_.start;
}

bool TaskList::add_saved(RunTask task) {
  const std::lock_guard lock(mutex_);
  if (!task.is_trunk() && !is_open(task.replicate, task.scenario)) return false;
  begun_.insert({task.replicate, task.scenario});
  tasks_.push_back(std::move(task));
  return true;
}

void TaskList::add(size_t replicate, size_t scenario, bool is_in_file) {
  begun_.insert({replicate, scenario});
  RunTask task{replicate, scenario};
  task.is_in_file = is_in_file;
  tasks_.push_back(std::move(task));
}

void TaskList::add_in_file(size_t replicate, size_t scenario) {
  const std::lock_guard lock(mutex_);
  add(replicate, scenario, true);
}

bool TaskList::is_file_done_with(size_t replicate, Month month) const {
  const std::lock_guard lock(mutex_);
  return std::ranges::none_of(tasks_, [&](const RunTask& task) {
    return task.is_in_file && task.replicate == replicate && fork_month(task.scenario) == month;
  });
}

void TaskList::add_missing_of(size_t replicate) {
  for (size_t k = 1; k < plan_.n_scenarios(); ++k) {
    if (!is_open(replicate, k)) continue;
    const bool is_in_file = files_.is_there(plan_.replicates[replicate], fork_month(k));
    if (plan_.is_separate(k) || is_in_file) add(replicate, k, is_in_file);
  }
  const auto trunk = std::ranges::find_if(
      tasks_, [&](const RunTask& task) { return task.is_trunk() && task.replicate == replicate; });
  const Month month = trunk != tasks_.end() ? month_of(*trunk) : plan_.start;
  bool needs_trunk = !doors_.is_finished(0, plan_.replicates[replicate]);
  for (size_t k = 1; k < plan_.n_scenarios(); ++k) {
    if (plan_.is_separate(k) || !is_open(replicate, k)) continue;
    if (fork_month(k) < month)
      add(replicate, k);  // parted before the checkpoint, and was lost
    else
      needs_trunk = true;
  }
  if (trunk != tasks_.end() && !needs_trunk) tasks_.erase(trunk);
  if (trunk == tasks_.end() && needs_trunk) add(replicate, 0);
}

void TaskList::add_missing() {
  const std::lock_guard lock(mutex_);
  for (size_t r = 0; r < plan_.replicates.size(); ++r) add_missing_of(r);
}

RunTask* TaskList::find_waiting() {
  RunTask* found = nullptr;
  for (RunTask& task : tasks_) {
    if (task.is_taken) continue;
    if (task.simulation) return &task;
    if (found == nullptr) found = &task;
  }
  return found;
}

RunTask* TaskList::take() {
  std::unique_lock lock(mutex_);
  RunTask* found = nullptr;
  changed_.wait(lock, [&] {
    found = is_stopped_ ? nullptr : find_waiting();
    return is_stopped_ || found != nullptr || n_trunks_taken_ == 0;
  });
  if (found == nullptr) return nullptr;
  found->is_taken = true;
  if (found->is_trunk()) ++n_trunks_taken_;
  return found;
}

RunTask* TaskList::add_branch(RunTask branch, size_t most_waiting) {
  const std::lock_guard lock(mutex_);
  const auto n_waiting = static_cast<size_t>(std::ranges::count_if(
      tasks_, [](const RunTask& task) { return !task.is_taken && task.simulation; }));
  branch.is_taken = n_waiting >= most_waiting;
  begun_.insert({branch.replicate, branch.scenario});
  tasks_.push_front(std::move(branch));
  changed_.notify_all();
  return tasks_.front().is_taken ? &tasks_.front() : nullptr;
}

void TaskList::end(RunTask* task) {
  const std::lock_guard lock(mutex_);
  if (task->is_trunk()) --n_trunks_taken_;
  tasks_.remove_if([&](const RunTask& one) { return &one == task; });
  changed_.notify_all();
}

void TaskList::stop() {
  const std::lock_guard lock(mutex_);
  is_stopped_ = true;
  changed_.notify_all();
}

bool TaskList::will_part_locked(size_t replicate, size_t scenario) const {
  return scenario > 0 && !plan_.is_separate(scenario) && is_open(replicate, scenario);
}

bool TaskList::will_part(size_t replicate, size_t scenario) const {
  const std::lock_guard lock(mutex_);
  return will_part_locked(replicate, scenario);
}

Month TaskList::end_of_trunk_locked(size_t replicate) const {
  if (!doors_.is_finished(0, plan_.replicates[replicate])) return plan_.end;
  Month last = plan_.start;
  for (size_t k = 1; k < plan_.n_scenarios(); ++k)
    if (will_part_locked(replicate, k)) last = std::max(last, fork_month(k));
  return last;
}

Month TaskList::end_of_trunk(size_t replicate) const {
  const std::lock_guard lock(mutex_);
  return end_of_trunk_locked(replicate);
}

uint64_t TaskList::months_left() const {
  const std::lock_guard lock(mutex_);
  uint64_t left = 0;
  const auto add_months = [&](Month from, Month to) {
    left += static_cast<uint64_t>(std::max(0, to - from));
  };
  for (const RunTask& task : tasks_) {
    const Month last = task.is_trunk() ? end_of_trunk_locked(task.replicate) : plan_.end;
    add_months(month_of(task), last);
    for (size_t k = 1; task.is_trunk() && k < plan_.n_scenarios(); ++k)
      if (will_part_locked(task.replicate, k)) add_months(fork_month(k), plan_.end);
  }
  return left;
}

void TaskList::for_each_under_way(const std::function<void(RunTask&)>& visit) {
  const std::lock_guard lock(mutex_);
  for (RunTask& task : tasks_)
    if (task.simulation) visit(task);
}

size_t TaskList::n_under_way() const {
  const std::lock_guard lock(mutex_);
  return static_cast<size_t>(std::ranges::count_if(
      tasks_, [](const RunTask& task) { return task.simulation != nullptr; }));
}

}  // namespace rumbo
