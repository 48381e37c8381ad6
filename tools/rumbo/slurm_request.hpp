// What `rumbo slurm` is asked for, in the words of Slurm, as numbers.
//
// May include: std.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rumbo {

/// The options of `rumbo slurm` as they were written.
struct SlurmOptions {
  std::string time;             ///< limit of a task, as sbatch takes it
  std::string memory = "auto";  ///< of a task, as sbatch takes it; "auto" = what the plan needs
  std::string partition;        ///< "" = none is named
  std::string account;          ///< "" = none is named
  int tasks = 0;                ///< of the array; 0 = as many as the time limit asks for
  int cpus = 4;                 ///< of a task
  std::string write;            ///< path of the script; "" = standard output
  bool submit = false;
};

/// The same, read.
struct SlurmRequest {
  double seconds = 0;      ///< limit of a task
  uint64_t megabytes = 0;  ///< of a task, MiB; 0 = what the plan needs
};

/// Seconds of a time limit: "30" (minutes), "30:00", "2:00:00", "1-12", "1-12:00", "1-12:00:00".
/// returns  nothing if it is none of these, or not above 0
std::optional<double> slurm_seconds(const std::string& text);

/// MiB of "4000", "4000M", "4G", "1T", "2000000K", rounded up.
/// returns  nothing if it is none of these, or not above 0
std::optional<uint64_t> slurm_megabytes(const std::string& text);

/// Reads what was asked for; a sentence for each mistake is added to `mistakes`.
SlurmRequest read_request(const SlurmOptions& options, std::vector<std::string>& mistakes);

}  // namespace rumbo
