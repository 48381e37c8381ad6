// The job script of a sweep for Slurm: an array of tasks that stop at a checkpoint before their
// time limit, go back to the queue and go on.
//
// May include: engine/output.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace rumbo {

struct SlurmJob {
  std::string name;       ///< of the job: that of the result
  std::string folder;     ///< absolute path, in which everything is run
  std::string log;        ///< beginning of the names of log files
  std::string partition;  ///< "" = none is named
  std::string account;    ///< "" = none is named
  std::string time;       ///< limit of a task, as it was asked for
  double seconds = 0;     ///< the same
  int tasks = 1;
  int cpus = 1;                    ///< of a task
  uint64_t megabytes = 0;          ///< of a task, MiB
  double bytes_of_checkpoint = 0;  ///< that a task writes when it stops
  std::vector<std::string> sweep;  ///< command of all tasks, without --task
  std::vector<std::string> merge;  ///< command after all tasks
  std::vector<std::string> facts;  ///< lines for the reader of the script
};

/// Seconds before the limit at which a task is told to stop: three minutes, more for a large
/// checkpoint, at most half the limit.
int seconds_to_stop(const SlurmJob& job);

/// The script, for bash. Every word of the command is quoted.
std::string script_of(const SlurmJob& job);

/// Two lines for a shell: one hands the array over, the other the merge after it.
/// script  path of the written script
std::vector<std::string> commands_to_submit(const SlurmJob& job, const std::string& script);

}  // namespace rumbo
