// The series that a comparison reports: one line each, as data.
//
// A series whose table or labels a file does not hold is left out.
// May include: tally.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/tally/table.hpp"

namespace rumbo {

/// How the selected cells of a run become one number.
enum class Reduction {
  total,     ///< sum over cells and record periods
  end,       ///< sum over cells at the last record
  end_mean,  ///< mean over cells at the last record (wages, fees, shares)
};

/// Keeps the cells whose label on `axis` is one of `labels`.
struct Selection {
  std::string axis;
  std::vector<std::string> labels;
};

/// One number of a run.
struct HeadlineSeries {
  std::string name;   ///< what a reader sees
  std::string table;  ///< where it comes from
  Reduction reduction = Reduction::total;
  std::vector<Selection> selections = {};
  /// Two axes whose labels must differ: {"origin", "residence"} keeps the foreign-born.
  std::vector<std::string> differing = {};
  /// An axis to report label by label; "" = all together.
  std::string split = "";
};

/// What is reported unless tables are asked for.
const std::vector<HeadlineSeries>& headline_series();

/// The series for `--tables`: "NAME" or "NAME:AXIS" (label by label), reduced as its cells come
/// about. Throws InputError naming the tables or axes there are.
HeadlineSeries series_of_table(const std::string& request,
                               const std::vector<TableDeclaration>& tables);

/// A series made concrete for a table: which cells count.
struct SelectedCells {
  std::string name;
  std::vector<bool> is_kept;  ///< [cells]
  size_t n_kept = 0;
};

/// One entry, or one a label of the axis that the series is split by; none if an axis of the series
/// is missing in the table or none of its labels is there.
std::vector<SelectedCells> select_cells(const HeadlineSeries& series,
                                        const TableDeclaration& table);

}  // namespace rumbo
