// How fast an ensemble of small runs goes: what a researcher waits for.
//
// May include: run_plan, ensemble, parallel.
#pragma once
#include <cstddef>

#include "engine/run/progress.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {

/// Whole runs of all scenarios and replicates of a plan, nothing written.
struct EnsembleSpeed {
  RunSplit split;
  int threads = 1;
  size_t n_replicates = 0;
  size_t n_scenarios = 0;
  double seconds = 0;            ///< of wall time
  double processor_seconds = 0;  ///< of all threads

  double replicates_per_hour() const { return 3600 * static_cast<double>(n_replicates) / seconds; }
  /// Share of the time of all threads in which they worked.
  double share_of_machine() const { return processor_seconds / (seconds * threads); }
};

/// Runs everything, sharing out `threads` as the split says.
EnsembleSpeed measure_ensemble(const RunPlan& plan, int threads, const RunSplit& split,
                               Progress& progress);

}  // namespace rumbo
