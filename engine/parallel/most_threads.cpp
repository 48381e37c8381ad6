// See most_threads.hpp.
#include "engine/parallel/most_threads.hpp"

#include <tbb/info.h>

#include <algorithm>

namespace rumbo {

int most_threads() {
  return std::max(1, tbb::info::default_concurrency());
}

}  // namespace rumbo
