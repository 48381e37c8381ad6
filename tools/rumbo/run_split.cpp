// See run_split.hpp.
#include "tools/rumbo/run_split.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace rumbo {
namespace {

/// From here on loops keep two threads busy for nine tenths of the time, and a second run beside
/// would only take memory.
constexpr double large_run = 5e6;

/// Some memory is left to the system.
constexpr double share_used = 0.9;

double runs_in_memory(const SplitQuestion& question) {
  if (question.bytes_run <= 0) return std::numeric_limits<double>::infinity();
  return (share_used * question.bytes_available - question.bytes_others) / question.bytes_run;
}

}  // namespace

RunSplit split_of(const SplitQuestion& question) {
  RunSplit split;
  const int at_a_time = question.has_forks ? 2 : 1;  // a trunk waits for a branch
  // No more than there are runs and threads, whatever is asked for.
  double at_most = std::min(static_cast<double>(question.n_runs), double(question.threads));
  if (question.asked > 0) {
    at_most = std::min(at_most, double(question.asked));
  } else {
    at_most = std::min(at_most, runs_in_memory(question) / at_a_time);
    if (question.persons >= large_run) at_most = 1;
  }
  const int at_once = std::max(1, static_cast<int>(at_most));
  split.threads = {at_once, std::max(1, question.threads / at_once)};
  const double left = runs_in_memory(question) - at_once * at_a_time;
  if (at_once > 1) split.most_waiting = static_cast<size_t>(std::clamp(left, 0.0, 4.0 * at_once));
  split.bytes_needed = question.bytes_run * at_once * at_a_time + question.bytes_others;
  return split;
}

std::string split_text(const SideBySide& threads) {
  return fmt::format("{} {} at once, {} {} each", threads.at_once,
                     threads.at_once == 1 ? "run" : "runs", threads.threads_each,
                     threads.threads_each == 1 ? "thread" : "threads");
}

}  // namespace rumbo
