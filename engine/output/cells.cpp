// How the cells of a run become numbers of a file. See layout.hpp.
#include <limits>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"

namespace rumbo::layout {
namespace {

template <class T>
void add(hdf5::Dataset& column, const std::vector<T>& values, uint64_t offset) {
  column.add_block(element_type<T>(), values.data(), {offset}, {values.size()});
}

}  // namespace

std::vector<double> scaled_cells(const TableDeclaration& table, const std::vector<int64_t>& cells) {
  std::vector<double> scaled(cells.size());
  for (size_t i = 0; i < cells.size(); ++i)
    scaled[i] = cells[i] == missing_cell ? std::numeric_limits<double>::quiet_NaN()
                                         : static_cast<double>(cells[i]) * table.scale;
  return scaled;
}

/// One column after the other, so that only one is in memory besides the rows.
void add_rows(std::vector<hdf5::Dataset>& columns, const TableDeclaration& table,
              const std::vector<TableData::Row>& rows, int32_t scenario_index,
              int32_t replicate_index, uint64_t offset) {
  if (rows.empty()) return;
  std::vector<int32_t> indices(rows.size(), scenario_index);
  add(columns[0], indices, offset);
  indices.assign(rows.size(), replicate_index);
  add(columns[1], indices, offset);
  for (size_t i = 0; i < rows.size(); ++i) indices[i] = static_cast<int32_t>(rows[i].time);
  add(columns[2], indices, offset);
  uint64_t stride = table.cells();
  for (size_t axis = 0; axis < table.axes.size(); ++axis) {
    const uint64_t length = table.axes[axis].labels.size();
    stride /= length;
    for (size_t i = 0; i < rows.size(); ++i)
      indices[i] = static_cast<int32_t>(rows[i].cell / stride % length);
    add(columns[3 + axis], indices, offset);
  }
  std::vector<int64_t> values(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) values[i] = rows[i].value;
  if (table.scale == 1)
    add(columns.back(), values, offset);
  else
    add(columns.back(), scaled_cells(table, values), offset);
}

void require_size(const ResultsHeader& header, const ResultBlock& block) {
  RUMBO_REQUIRE(block.tables.size() == header.tables.size());
  for (size_t i = 0; i < block.tables.size(); ++i) {
    const TableDeclaration& table = header.tables[i];
    const size_t cells = table.form == TableForm::dense ? table.cells() * header.times.size() : 0;
    if (block.tables[i].dense.size() != cells)
      throw RunError("results: table '" + table.name + "' has " +
                     std::to_string(block.tables[i].dense.size()) + " cells instead of " +
                     std::to_string(cells));
  }
}

}  // namespace rumbo::layout
