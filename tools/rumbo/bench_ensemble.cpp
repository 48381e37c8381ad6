// See bench_ensemble.hpp.
#include "tools/rumbo/bench_ensemble.hpp"

#include <mutex>
#include <set>

#include "engine/ensemble/ensemble.hpp"
#include "engine/parallel/parallel.hpp"
#include "tools/bench/machine.hpp"

namespace rumbo {
EnsembleSpeed measure_ensemble(const RunPlan& plan, int threads, const RunSplit& split,
                               Progress& progress) {
  const ThreadLimit limit(threads);
  std::mutex mutex;
  std::set<std::pair<size_t, uint32_t>> finished;
  EnsembleDoors doors;
  doors.make = [&](size_t scenario, uint32_t replicate) -> std::unique_ptr<Simulation> {
    return std::make_unique<migration::MigrationSimulation>(plan.setup, scenario, replicate);
  };
  doors.deliver = [&](const ResultBlock& block, uint64_t) {
    const std::lock_guard lock(mutex);
    finished.insert({block.scenario, block.replicate});
  };
  doors.is_finished = [&](size_t scenario, uint32_t replicate) {
    const std::lock_guard lock(mutex);
    return finished.contains({scenario, replicate});
  };
  RunControl control;
  control.threads = split.threads;
  control.most_waiting = split.most_waiting;
  EnsembleSpeed speed{split, threads, plan.ensemble.replicates.size(), plan.ensemble.n_scenarios()};
  const double seconds = progress.seconds(), processor = processor_seconds();
  run_ensemble(plan.ensemble, doors, control, progress);
  speed.seconds = progress.seconds() - seconds;
  speed.processor_seconds = processor_seconds() - processor;
  return speed;
}

}  // namespace rumbo
