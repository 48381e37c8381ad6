// See machine.hpp.
#include "tools/bench/machine.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <memory>

#include "engine/parallel/parallel.hpp"

namespace rumbo {

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processor_seconds() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

double copy_bandwidth(int n_threads) {
  const ThreadLimit limit(n_threads);
  constexpr size_t bytes = size_t{512} << 20, piece = size_t{1} << 20;
  const std::unique_ptr<char[]> from(new char[bytes]), to(new char[bytes]);
  parallel_ranges(bytes, piece, [&](size_t begin, size_t end) {
    std::memset(from.get() + begin, 1, end - begin);
    std::memset(to.get() + begin, 2, end - begin);
  });
  double best = 0;
  for (int attempt = 0; attempt < 3; ++attempt) {
    const double start = wall_seconds();
    parallel_ranges(bytes, piece, [&](size_t begin, size_t end) {
      std::memcpy(to.get() + begin, from.get() + begin, end - begin);
    });
    best = std::max(best, 2.0 * static_cast<double>(bytes) / (wall_seconds() - start));
  }
  return best;
}

double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double all = 0, resident = 0;
  file >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

void release_freed_memory() {
  malloc_trim(0);
}

std::string machine_name() {
  std::ifstream file("/proc/cpuinfo");
  std::string line, name = "unknown processor";
  while (std::getline(file, line))
    if (line.starts_with("model name")) {
      name = line.substr(line.find(':') + 2);
      break;
    }
  return fmt::format("{}, {} cores", name, available_threads());
}

}  // namespace rumbo
