// A series of a run: some cells of one table, added up month by month, for what
// waits on it. Integers, so that threads and ranks leave no trace. May include: base, tally.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/tally/tallies.hpp"

namespace rumbo {

/// Which cells of which table are added up.
struct Series {
  uint32_t table = 0;
  double scale = 1;                     ///< number = sum of cells x scale, in the table's units
  CellMethod method = CellMethod::sum;  ///< sum: events of the month; point: as at its end
  /// [axis][label] 1 if the label counts; an empty axis counts whole.
  std::vector<std::vector<uint8_t>> chosen;
  std::vector<uint64_t> lengths;  ///< [axis] number of labels

  bool contains(uint64_t cell) const {
    for (size_t axis = lengths.size(); axis-- > 0;) {
      if (!chosen[axis].empty() && chosen[axis][cell % lengths[axis]] == 0) return false;
      cell /= lengths[axis];
    }
    return true;
  }
  /// Number of cells that are added up.
  uint64_t cells() const;
  friend bool operator==(const Series&, const Series&) = default;
};

/// Sum of the series over the counts of the record period so far, of this rank; the tallies must
/// have been gathered. 0 if the table is not counted, missing_cell if any of the cells is.
int64_t counted(const Series& series, const Tallies& tallies);

}  // namespace rumbo
