// What the machine gives while a benchmark runs: memory bandwidth, resident memory, time.
//
// May include: engine/parallel.
#pragma once
#include <cstddef>
#include <string>

namespace rumbo {

/// Bytes a second read and written by copying between two large arrays on n_threads, the best of
/// three (after McCalpin's STREAM copy, with arrays of 512 MB each).
double copy_bandwidth(int n_threads);

/// Bytes of this process in memory now.
double resident_bytes();

/// Gives freed memory back to the system, so that growth can be read off resident_bytes().
void release_freed_memory();

/// Seconds of processor time of all threads so far.
double processor_seconds();
/// Seconds since an arbitrary moment.
double wall_seconds();

/// "Intel(R) Xeon(R) Processor, 2 cores"
std::string machine_name();

}  // namespace rumbo
