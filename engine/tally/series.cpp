// See series.hpp.
#include "engine/tally/series.hpp"

#include <algorithm>

namespace rumbo {

uint64_t Series::cells() const {
  uint64_t count = 1;
  for (size_t axis = 0; axis < lengths.size(); ++axis)
    count *= chosen[axis].empty()
                 ? lengths[axis]
                 : static_cast<uint64_t>(std::count(chosen[axis].begin(), chosen[axis].end(), 1));
  return count;
}

int64_t counted(const Series& series, const Tallies& tallies) {
  int64_t sum = 0;
  tallies.for_each_cell(series.table, [&](uint64_t cell, int64_t count) {
    if (count == 0 || !series.contains(cell)) return;
    sum = count == missing_cell || sum == missing_cell ? missing_cell : saturating_add(sum, count);
  });
  return sum;
}

}  // namespace rumbo
