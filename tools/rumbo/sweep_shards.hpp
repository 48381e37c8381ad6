// What a sweep has finished, on disk: shards of many runs, and a line for each run that failed.
//
// May include: engine/output.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "engine/output/shard.hpp"

namespace rumbo {

/// File in the folder of shards that says how many runs there are to be, for `rumbo status`.
inline constexpr const char* facts_of_sweep = "sweep.json";

/// Lines that say which runs failed, of all tasks: one file a task, so that none waits for another.
/// A line that a kill cut off is left out; its run is made again.
std::vector<FailedRun> failed_runs_in(const std::filesystem::path& folder);
/// Whether a file is one of those.
bool is_failure_file(const std::filesystem::path& path);

/// Collects finished runs of one task and writes them, many to a file. Safe for several threads.
class SweepShards {
 public:
  /// header  of the whole sweep: its replicates are all runs
  /// task    name of the part of the sweep that this is, for names of files
  SweepShards(std::filesystem::path folder, ResultsHeader header, std::string task);

  /// Whether a scenario of a run is finished, or the run has failed.
  bool is_done(uint32_t scenario, uint32_t run) const;
  bool is_anything_done() const;
  size_t n_failed() const;
  /// Forgets the runs that failed, so that they are made again; the lines stay for those of other
  /// tasks, and a run that is finished counts as such.
  void forget_failed();

  /// throws RunError if it cannot be written
  void deliver(ResultBlock block, const std::string& digest, double seconds);
  void fail(FailedRun run);
  /// Writes what waits, runs that are not whole too.
  void flush();

  /// A sentence for each shard that was damaged.
  const std::vector<std::string>& set_aside() const { return set_aside_; }
  double seconds_before() const { return seconds_before_; }

 private:
  struct Waiting {
    std::map<uint32_t, ResultBlock> blocks;  ///< by scenario
    std::map<uint32_t, std::string> digests;
  };
  bool is_whole(uint32_t run) const;
  void write_waiting(bool only_whole);
  void write(const std::vector<uint32_t>& runs);

  const std::filesystem::path folder_;
  const ResultsHeader header_;
  const std::string task_;
  mutable std::mutex mutex_;
  std::set<RunKey> done_;                ///< delivered, on disk or waiting
  std::set<uint32_t> failed_;            ///< runs
  std::map<uint32_t, Waiting> waiting_;  ///< by run
  size_t bytes_waiting_ = 0;
  uint32_t next_number_ = 0;
  double seconds_ = 0, seconds_before_ = 0;
  std::chrono::steady_clock::time_point last_;
  std::vector<std::string> set_aside_;
};

}  // namespace rumbo
