// From scenarios and options to everything an ensemble of runs needs.
//
// May include: models/migration, engine/ensemble, engine/output.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/ensemble/ensemble.hpp"
#include "engine/output/identity.hpp"
#include "engine/output/results.hpp"
#include "models/migration/simulation.hpp"
#include "tools/rumbo/load.hpp"
#include "tools/rumbo/run_split.hpp"

namespace rumbo {

inline constexpr double default_checkpoint_minutes = 30;

/// What `rumbo run` was asked for.
struct RunOptions {
  std::vector<std::string> paths;
  std::string folder = "out";
  std::string name;  ///< of the result file, without ".h5"; empty = from the scenarios
  std::vector<std::string> overrides;
  int replicates = 0;               ///< 0 = as the scenario says
  double scale = 0;                 ///< 0 = as the scenario says
  int threads = 0;                  ///< 0 = as many as this process may use
  int at_once = 0;                  ///< runs side by side; 0 = as is best for them
  bool part_through_files = false;  ///< even where memory has room for copies
  bool resume = false;
  bool overwrite = false;
  std::string until;  ///< month; with `checkpoint`
  bool checkpoint = false;
  std::string from;                        ///< checkpoint to branch from, without ".rNNNN.h5"
  std::optional<double> checkpoint_every;  ///< minutes, if it was given
  double max_hours = 1e9;
  double memory = 0;  ///< bytes to plan for; 0 = what is free here
  bool audit = false;
  bool dry_run = false;
  bool quiet = false;
  bool json = false;
  std::string command_line;
};

/// Loaded scenarios and what follows from them.
struct RunPlan {
  std::vector<LoadedScenario> scenarios;
  std::shared_ptr<migration::EnsembleSetup> setup;
  EnsemblePlan ensemble;
  ResultsHeader header;
  std::filesystem::path result;  ///< DIR/NAME.h5
  std::string identity;          ///< what a checkpoint must agree with, see identity.hpp
  migration::MemoryEstimate memory;
  double bytes_run = 0;              ///< that one run holds at most, with results that wait
  bool has_forks = false;            ///< scenarios are copied from the first while it runs
  bool parts_through_files = false;  ///< they go through files, a run in memory at a time
  double memory_needed = 0;     ///< bytes of one run at a time, forks and the writer's included
  RunSplit split;               ///< runs at once, as memory allows
  double memory_available = 0;  ///< bytes that are free, see available_memory()
  double disk_needed = 0;       ///< bytes at most: results before compression, checkpoints twice
};

/// Loads and checks everything. throws InputError with all mistakes of all scenarios
RunPlan plan_run(const RunOptions& options);

/// The same of scenarios that are loaded. throws InputError if they cannot be run together
RunPlan plan_of(const RunOptions& options, std::vector<LoadedScenario> scenarios);

/// Why the scenario `k` cannot be run beside the first ones under common random numbers; one
/// sentence each, empty if it can.
std::vector<std::string> mistakes_with_first(const std::vector<LoadedScenario>& loaded, size_t k);

/// Fills in what the run needs of memory and disk, and what it does with what there is.
void plan_memory(const RunOptions& options, RunPlan& plan);

/// Why the free memory cannot hold the run, with what to do; "" if it can.
std::string memory_refusal(const RunPlan& plan);

/// throws RunError if less memory is free than the run needs, with what to do
void refuse_if_too_large(const RunPlan& plan);

/// The same for the runs of a checkpoint, which are in memory together when it is resumed.
/// throws RunError, one sentence with what to do
void refuse_if_too_many(const RunPlan& plan, const SavedRuns& saved);

/// Memory of the program itself, whatever it runs.
inline constexpr double bytes_of_program = 150e6;

/// What every run that goes on from a file of this one must agree in: program, schedule, tables,
/// length, seed, scale, records, panel.
/// scenario  whose tables of figures are meant
IdentityLines shared_identity(const RunPlan& plan, size_t scenario);

/// Runs everything into one result file; returns the exit status.
int run_all(const RunOptions& options, RunPlan& plan);

/// Prints what a run needs: months, persons, memory, disk, and time by a probe.
void print_dry_run(const RunOptions& options, const RunPlan& plan);

/// Runs one scenario to a month and writes a checkpoint a replicate; returns the exit status.
int run_until(const RunOptions& options, RunPlan& plan);

/// A simulation of a scenario and replicate that starts from a shared history.
/// throws InputError, naming the parameter, unless the history is also this scenario's
std::unique_ptr<Simulation> branch_from(const RunOptions& options, const RunPlan& plan,
                                        size_t scenario, uint32_t replicate);

/// Looks at the histories of all replicates before anything is made: each must be there, be that of
/// every scenario, and end in the same month as the others. Of a run that goes on, or whose result
/// is there, those of replicates but the first may be missing.
///
/// returns  the month in which they end
/// throws   InputError as branch_from(), or if months differ; RunError if a file cannot be read;
///          Stopped when told to stop
Month require_histories(const RunOptions& options, const RunPlan& plan);

}  // namespace rumbo
