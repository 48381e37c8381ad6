// Memory and disk that a run needs, and what follows from them: how many runs go on at once, and
// how scenarios part. See run_plan.hpp.
#include <algorithm>

#include "engine/base/limits.hpp"
#include "engine/parallel/parallel.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {
namespace {

/// Whether a scenario is begun from a run of the first one, in which month ever.
bool has_parting(const EnsemblePlan& plan) {
  for (size_t k = 1; k < plan.n_scenarios(); ++k)
    if (!plan.is_separate(k)) return true;
  return false;
}

/// Scenarios are copied from the first one if memory has room for two runs. If not, they go through
/// a file, but for those that differ from the start: making their population anew is as fast.
void choose_parting(const RunOptions& options, double bytes_of_two, RunPlan& plan) {
  const bool fits = bytes_of_two <= (1 - share_kept_free) * plan.memory_available;
  plan.parts_through_files = false;
  plan.has_forks = has_parting(plan.ensemble);
  if (!plan.has_forks || (fits && !options.part_through_files)) return;
  plan.ensemble.shares_start.clear();
  plan.has_forks = has_parting(plan.ensemble);
  plan.parts_through_files = plan.has_forks;
  plan.has_forks = false;
}

RunSplit choose_split(const RunOptions& options, const RunPlan& plan) {
  return split_of({.threads = options.threads > 0 ? options.threads : available_threads(),
                   .asked = plan.parts_through_files ? 1 : options.at_once,
                   .n_runs = plan.ensemble.replicates.size() * plan.ensemble.n_scenarios(),
                   .persons = plan.memory.persons_at_start,
                   .bytes_run = plan.bytes_run,
                   .has_forks = plan.has_forks,
                   .bytes_others = bytes_of_program,
                   .bytes_available = plan.memory_available});
}

}  // namespace

void plan_memory(const RunOptions& options, RunPlan& plan) {
  plan.memory = migration::estimate_memory(*plan.setup);
  const double one = plan.memory.population + plan.memory.communities + plan.memory.results;
  const double waiting = 2 * plan.memory.results + bytes_of_program;
  plan.bytes_run = one + 2 * plan.memory.results;
  plan.memory_available = options.memory > 0 ? options.memory : available_memory();
  choose_parting(options, 2 * one + waiting, plan);
  plan.memory_needed = one * (plan.has_forks ? 2 : 1) + waiting;
  plan.split = choose_split(options, plan);
  // One at a time is what a run needs at least; more were asked for or fit.
  if (plan.split.threads.at_once == 1) plan.split.bytes_needed = plan.memory_needed;
  if (options.at_once > 1) plan.memory_needed = plan.split.bytes_needed;
  const auto runs =
      static_cast<double>(plan.ensemble.replicates.size() * plan.ensemble.n_scenarios());
  // A checkpoint, the one before it, and the next that is being written.
  const double in_checkpoint = plan.split.threads.at_once * (plan.has_forks ? 2.0 : 1.0) +
                               static_cast<double>(plan.split.most_waiting);
  plan.disk_needed = plan.memory.results * runs + 3 * one * std::min(in_checkpoint, runs);
  if (plan.parts_through_files)
    plan.disk_needed += one * static_cast<double>(plan.ensemble.n_scenarios());
}

}  // namespace rumbo
