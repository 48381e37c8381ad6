// What a run counts: tables of 64-bit integers with named axes.
//
// Every cell is an integer, so that sums do not depend on the order of threads
// or ranks; a scale turns it into the number written (cents into dollars).
// May include: base.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/tally/aggregation.hpp"
#include "engine/tally/occasions.hpp"

namespace rumbo {

/// A cell without a value, such as the wage where no one works: written as NaN. Only for tables
/// whose scale is not 1; sums of counts never come to it (checked.hpp).
inline constexpr int64_t missing_cell = std::numeric_limits<int64_t>::min();

/// An axis of a table: its name in result files and its labels.
struct Axis {
  std::string name;       ///< "origin"; becomes a dimension scale of that name
  std::string long_name;  ///< a few words
  std::vector<std::string> labels;
};

/// How a table's cells come about over a record period.
enum class CellMethod {
  sum,   ///< events counted since the last record
  point  ///< state at the end of the record period
};

/// How a table lies in memory and on disk.
enum class TableForm {
  dense,
  sparse  ///< rows (time, cell, value) of cells that are not zero
};

/// A table of results besides the axes scenario, replicate and time.
struct TableDeclaration {
  std::string name;       ///< "stock"
  std::string long_name;  ///< a few words
  std::string units;      ///< "persons", "2020 USD", "1"
  std::vector<Axis> axes;
  CellMethod method = CellMethod::sum;
  TableForm form = TableForm::dense;
  double scale = 1;    ///< number written = cell x scale; 1 is written as a 64-bit integer
  std::string source;  ///< how the number is come by
  /// How cells are put together along each axis; an axis without an entry is summed.
  std::vector<Aggregation> over = {};
  /// Months in which it is counted; in others there is nothing, which is not zero.
  Occasions occasions = {};

  size_t cells() const {
    size_t count = 1;
    for (const auto& axis : axes) count *= axis.labels.size();
    return count;
  }
  Aggregation aggregation(size_t axis) const {
    return axis < over.size() ? over[axis] : Aggregation{};
  }
  /// Events of several record periods are summed, of states the last one counts.
  Aggregation time_aggregation() const {
    return {method == CellMethod::sum ? AggregationKind::sum : AggregationKind::last};
  }
};

/// The cells of one table over the recorded times.
struct TableData {
  std::vector<int64_t> dense;  ///< [time][cell], row-major; empty if sparse
  struct Row {
    uint32_t time = 0;
    uint64_t cell = 0;
    int64_t value = 0;
  };
  std::vector<Row> rows;  ///< sorted by (time, cell); empty if dense
};

/// What happened in one run, as columns of equal length in the order of their declaration.
struct EventRows {
  std::vector<std::vector<int32_t>> columns;

  size_t size() const { return columns.empty() ? 0 : columns.front().size(); }
};

/// Everything one run of one scenario and replicate has recorded, in the order of the declarations.
struct ResultBlock {
  uint32_t scenario = 0;
  uint32_t replicate = 0;
  std::vector<TableData> tables;
  std::vector<EventRows> events = {};  ///< groups of events, see events.hpp
};

}  // namespace rumbo
