// See parallel.hpp.
#include "engine/parallel/parallel.hpp"

#include <sched.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/limits.hpp"

namespace rumbo {
namespace {

/// More are no use to a run, and a number that large is a mistake.
constexpr int most_processors = 4096;

/// What the batch system gave, else the processors that this process may run on.
int granted_processors() {
  if (const char* given = std::getenv("SLURM_CPUS_PER_TASK")) {
    const int n = std::atoi(given);
    if (n > 0) return n;
  }
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) == 0) return std::max(1, CPU_COUNT(&set));
  return 1;
}

}  // namespace

int available_threads() {
  // More threads than a group of processes has processors are stopped for most of each period.
  return std::min({granted_processors(), control_group_limits().processors, most_processors});
}

int most_threads() {
  constexpr int for_each = 4, at_least = 64;
  return std::clamp(for_each * available_threads(), at_least, most_processors);
}

int allowed_threads() {
  return static_cast<int>(
      tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

ThreadLimit::ThreadLimit(int n_threads)
    : control_(std::make_unique<tbb::global_control>(
          tbb::global_control::max_allowed_parallelism,
          static_cast<size_t>(std::clamp(n_threads, 1, most_threads())))) {}

thread_local bool LoopThreads::is_alone_ = false;

LoopThreads::LoopThreads(int n_threads) {
  if (n_threads > 1) arena_.emplace(n_threads);
}

}  // namespace rumbo
