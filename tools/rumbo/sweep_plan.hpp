// From a design file and options to everything a sweep needs.
//
// A run of a sweep has a number: point x replicates + replicate. May include: models/migration,
// engine/ensemble, engine/output.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tools/rumbo/run_plan.hpp"
#include "tools/rumbo/sweep_file.hpp"
#include "tools/rumbo/sweep_points.hpp"

namespace rumbo {

/// Part K of N of the runs of a sweep, for arrays of jobs.
struct SweepTask {
  uint32_t number = 1, of = 1;

  bool is_all() const { return of == 1; }
  /// "all", "2of16"
  std::string name() const;
  /// Whether a run belongs to it: replicates of neighbouring points go together.
  bool has(uint32_t run, uint32_t n_runs) const;
};
/// Reads "2/16". throws InputError
SweepTask task_of(const std::string& text);

/// What `rumbo sweep`, `merge` and `status` are asked for.
struct SweepOptions {
  std::string path;
  RunOptions run;  ///< folder, name, replicates, scale, threads, resume, ...
  SweepTask task;
  bool keep_going = false;
  bool retry_failed = false;
  bool is_partial = false;   ///< merge: runs that are missing are left out
  std::string write_design;  ///< path of a CSV to write; "" = none
};

struct SweepPlan {
  SweepFile file;
  SweepPoints points;
  uint32_t replicates = 1;  ///< of each point
  /// Of the central values. Its replicates are runs: those of the task in `ensemble`, all in
  /// `header`.
  RunPlan run;
  std::filesystem::path folder;  ///< of shards
  std::filesystem::path place;   ///< what lock and checkpoint of the task are named after
  bool shares_population = false;

  uint32_t n_runs() const { return static_cast<uint32_t>(points.n()) * replicates; }
};

/// Loads and checks everything. throws InputError with all mistakes
SweepPlan plan_sweep(const SweepOptions& options);

/// The setup of all scenarios at a point.
/// throws  RunError where a policy drives a value of the point out of what its parameter allows
std::shared_ptr<const migration::EnsembleSetup> setup_at(const SweepPlan& plan, size_t point);

/// Makes runs of a sweep: from one population a replicate where the design leaves it as it is.
class SweepRuns {
 public:
  explicit SweepRuns(const SweepPlan& plan) : plan_(plan), starts_(plan.replicates) {}
  /// Safe for several threads.
  std::unique_ptr<Simulation> make(size_t scenario, uint32_t run);

 private:
  struct Start {
    std::mutex mutex;
    std::unique_ptr<migration::MigrationSimulation> simulation;
  };
  const migration::MigrationSimulation& start_of(uint32_t replicate);

  const SweepPlan& plan_;
  std::vector<Start> starts_;  ///< [replicate]
};

}  // namespace rumbo
