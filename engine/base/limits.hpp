// What Linux lets this process use: limits of its control groups, which containers and batch
// systems set, and the memory that is free. Both versions of control groups are read, side by side
// too.
//
// May include: std.
#pragma once
#include <filesystem>
#include <limits>

namespace rumbo {

/// What the control groups of a process leave it.
struct ControlGroupLimits {
  /// Processor time a second of wall time, rounded up, at least 1; the largest int if not limited.
  int processors = std::numeric_limits<int>::max();
  /// Bytes that may still be used, not below 0; infinity if not limited.
  double free_memory = std::numeric_limits<double>::infinity();
};

/// The tightest limits of the control group of this process and of all groups above it that can be
/// seen. A file that is missing or broken sets no limit; nothing is thrown for it.
/// root  folder that holds proc/ and sys/fs/cgroup/
ControlGroupLimits control_group_limits(const std::filesystem::path& root = "/");

/// Share of the available memory that no run is planned into: what a run needs is known to some
/// percent, and a system without free memory is slow.
inline constexpr double share_kept_free = 0.04;

/// Bytes that this process can still get: what the machine has free (MemAvailable of
/// /proc/meminfo) or what its control groups leave, whichever is less; infinity if neither is
/// known. root  as above; nothing is thrown for files that are missing or broken
double available_memory(const std::filesystem::path& root = "/");

}  // namespace rumbo
