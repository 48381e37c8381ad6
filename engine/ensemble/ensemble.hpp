// Many runs as one: scenarios and replicates, with the history they share run once.
//
// May include: base, comm, parallel, params, run, output, tally.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/month.hpp"
#include "engine/comm/comm.hpp"
#include "engine/parallel/side_by_side.hpp"
#include "engine/run/progress.hpp"
#include "engine/run/simulation.hpp"

namespace rumbo {

/// Which runs there are and what they share.
struct EnsemblePlan {
  std::vector<uint32_t> replicates;
  Month start;
  Month end;  ///< first month no longer run
  /// [scenario] first month in which it differs from scenario 0 (element 0 is not used). One that
  /// never does shares everything.
  std::vector<Month> fork_month;
  /// [scenario] whether one that differs in the first month begins with the population of scenario
  /// 0; empty = all are made anew.
  std::vector<bool> shares_start{};

  size_t n_scenarios() const { return fork_month.size(); }
  /// Shares nothing with scenario 0.
  bool is_separate(size_t scenario) const {
    return scenario > 0 && fork_month[scenario] <= start &&
           !(scenario < shares_start.size() && shares_start[scenario]);
  }
  /// Months that must be run for one replicate.
  uint64_t months_per_replicate() const;
};

/// What a run needs from its model and its writer. All but flush are called by as many threads at a
/// time as there are runs at once.
struct EnsembleDoors {
  /// May throw Stopped when told to stop.
  std::function<std::unique_ptr<Simulation>(size_t scenario, uint32_t replicate)> make;
  /// Takes what was recorded and the digest of the final state.
  std::function<void(ResultBlock, uint64_t digest)> deliver;
  /// Whether an earlier, interrupted run has delivered it already.
  std::function<bool(size_t scenario, uint32_t replicate)> is_finished;
  /// Told of a run that ended with an error. If it says that the others go on, is_finished() must
  /// say so of all scenarios of that replicate from then on. May be empty: the first error ends
  /// all.
  std::function<bool(size_t scenario, uint32_t replicate, const std::string& message)> fail{};
  /// Called before a checkpoint: what was delivered must be on disk. May be empty.
  std::function<void()> flush;
};

/// Runs that a checkpoint holds; all of them are in memory once it is loaded.
struct SavedRuns {
  size_t n = 0;         ///< of all scenarios
  size_t n_trunks = 0;  ///< those of the first scenario, from which others may still part
};

/// How a run is watched over.
struct RunControl {
  const Comm* comm = &one_rank();    ///< the ranks that share the runs; not owned
  bool audit = false;                ///< recount persons and money every month
  std::filesystem::path checkpoint;  ///< file; empty = none are written
  double checkpoint_minutes = 30;
  double max_hours = 1e9;
  SideBySide threads;       ///< runs at once, 1 if ranks share them
  size_t most_waiting = 0;  ///< scenarios that may wait in memory after parting from the first
  /// Scenarios part through files NAME.rNNNN.MONTH.h5, so that threads.at_once runs are in memory
  /// at a time and no copies; empty = they are copied.
  std::filesystem::path parting;
  bool resume = false;  ///< start from the checkpoint if there is one
  /// Asked before any run of a checkpoint is made; may throw RunError if they do not fit into
  /// memory. May be empty.
  std::function<void(const SavedRuns&)> require_room;
  std::string identity;  ///< of scenarios, schedule, program (identity.hpp): must agree to resume
  std::function<void(const std::string&)> tell;  ///< takes a note for the user; may be empty
  std::function<void(const std::string&)> warn;  ///< takes a warning; may be empty
};

enum class EnsembleEnd { finished, stopped };

/// Runs all that is not finished, replicate by replicate, several side by side. What is
/// delivered does not depend on how many there are, only the order does.
///
/// returns  stopped after a signal or the time limit, a checkpoint having been written if any
///          simulation was under way
/// throws   the first error, after all have come to the end of their month: RunError from the
/// simulations, the writer or the checkpoint
EnsembleEnd run_ensemble(const EnsemblePlan& plan, const EnsembleDoors& doors,
                         const RunControl& control, Progress& progress);

}  // namespace rumbo
