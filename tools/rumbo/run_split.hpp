// How the threads of a machine are shared out: to runs side by side, or to the loops of one.
//
// May include: parallel.
#pragma once
#include <cstddef>
#include <string>

#include "engine/parallel/side_by_side.hpp"

namespace rumbo {

/// What the choice depends on.
struct SplitQuestion {
  int threads = 1;               ///< that the program may use, >= 1
  int asked = 0;                 ///< runs at once that the user asks for at most; 0 = as is best
  size_t n_runs = 1;             ///< scenarios x replicates
  double persons = 0;            ///< simulated by each
  double bytes_run = 0;          ///< that one run holds at most
  bool has_forks = false;        ///< scenarios part from the first: a second run for a while
  double bytes_others = 0;       ///< of the program, and results that wait to be written
  double bytes_available = 1e9;  ///< infinity if not known
};

struct RunSplit {
  SideBySide threads;
  size_t most_waiting = 0;  ///< scenarios that may wait in memory after they parted
  double bytes_needed = 0;  ///< of all runs at once
};

/// Small runs go side by side, a thread each, which wastes no time on waiting; large ones go one
/// after the other, their loops on all threads, for memory. As many are at once as there are runs,
/// threads and memory for.
RunSplit split_of(const SplitQuestion& question);

/// "2 runs at once, 1 thread each"
std::string split_text(const SideBySide& threads);

}  // namespace rumbo
