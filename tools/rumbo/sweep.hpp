// What the commands about sweeps share: options, and what they do once all is planned.
//
// May include: engine/output.
#pragma once
#include <vector>

#include "tools/rumbo/sweep_plan.hpp"
#include "tools/rumbo/sweep_shards.hpp"

namespace CLI {
class App;
}

namespace rumbo {

/// Adds what all commands about one sweep are told: the design file, where results go, what changes
/// the sweep. `options` outlives the command.
void add_place_options(CLI::App& command, SweepOptions& options);

/// Runs what is missing of a task; returns the exit status.
int run_sweep(const SweepOptions& options, SweepPlan& plan);

/// How far a sweep is.
struct SweepState {
  std::vector<Shard> shards;
  std::vector<uint32_t> finished;  ///< runs of which all scenarios are there
  std::vector<FailedRun> failed;   ///< those that are not finished
  std::vector<uint32_t> missing;   ///< neither
};
SweepState state_of(const SweepPlan& plan);

/// Makes the result file of the runs that are finished.
/// returns  false if it was told to stop
bool merge_sweep(const SweepPlan& plan, const SweepState& state, double seconds);

}  // namespace rumbo
