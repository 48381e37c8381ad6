// Which cells of a table make which row of a comparison, and how they are put together.
//
// May include: tally.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/tally/table.hpp"
#include "tools/rumbo/headlines.hpp"

namespace rumbo {

/// A series made concrete for a table.
struct CellRows {
  std::vector<std::string> names;    ///< [rows]
  std::vector<int32_t> row_of_cell;  ///< [cells]; -1 = in no row
  /// How the cells of a row are put together; `sum` too where each row has one cell.
  Aggregation how;
};

/// One row, or one a label of the axes that the series is split by; none if an axis of the series
/// is missing in the table or none of its labels is there.
///
/// throws InputError, naming the axes and what to ask for instead, if the table does not allow its
///        cells to be put together along an axis with several labels
CellRows rows_of(const HeadlineSeries& series, const TableDeclaration& table);

}  // namespace rumbo
