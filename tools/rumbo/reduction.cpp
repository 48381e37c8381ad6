// See reduction.hpp.
#include "tools/rumbo/reduction.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

/// Number of each cell of a table among the labels of the shared axes.
std::vector<size_t> shared_numbers(const TableDeclaration& table,
                                   const std::vector<std::string>& shared) {
  std::vector<size_t> numbers(table.cells(), 0);
  for (size_t cell = 0; cell < numbers.size(); ++cell)
    for (const auto& name : shared) {
      const size_t axis = *find_axis(table, name);
      size_t rest = cell;
      for (size_t i = table.axes.size(); i-- > axis + 1;) rest /= table.axes[i].labels.size();
      const size_t length = table.axes[axis].labels.size();
      numbers[cell] = numbers[cell] * length + rest % length;
    }
  return numbers;
}

/// One record time: adds the cells of each row.
void reduce_time(const CellRows& rows, const double* numbers, const std::vector<double>& heavy,
                 size_t time, RowValues& values) {
  std::vector<double> weight(rows.names.size(), 0.0), sum(rows.names.size(), 0.0);
  std::vector<double> most(rows.names.size(), -std::numeric_limits<double>::infinity());
  for (size_t cell = 0; cell < rows.row_of_cell.size(); ++cell) {
    if (rows.row_of_cell[cell] < 0) continue;
    const auto row = static_cast<size_t>(rows.row_of_cell[cell]);
    const double share = heavy.empty() ? 1 : heavy[cell];
    if (share == 0) continue;  // no price where no one pays
    weight[row] += share;
    sum[row] += share * numbers[cell];
    most[row] = std::max(most[row], numbers[cell]);
  }
  for (size_t row = 0; row < values.size(); ++row) {
    double value = sum[row];
    if (rows.how.kind == AggregationKind::maximum) value = most[row];
    if (rows.how.kind == AggregationKind::mean)
      value = weight[row] > 0 ? sum[row] / weight[row] : no_number;
    values[row][time] = value;
  }
}

}  // namespace

CellWeights::CellWeights(const TableDeclaration& table, const TableDeclaration& weights) {
  std::vector<std::string> shared;
  for (const auto& axis : table.axes)
    if (find_axis(weights, axis.name)) {
      shared.push_back(axis.name);
      n_shared_ *= axis.labels.size();
    }
  shared_of_cell_ = shared_numbers(table, shared);
  shared_of_weight_ = shared_numbers(weights, shared);
}

std::vector<double> CellWeights::at(const double* weights) const {
  std::vector<double> sums(n_shared_, 0.0);
  for (size_t cell = 0; cell < shared_of_weight_.size(); ++cell)
    sums[shared_of_weight_[cell]] += weights[cell];
  std::vector<double> heavy;
  heavy.reserve(shared_of_cell_.size());
  for (const size_t number : shared_of_cell_) heavy.push_back(sums[number]);
  return heavy;
}

RowValues reduce(const CellRows& rows, const std::vector<double>& numbers,
                 const CellWeights* cell_weights, const std::vector<double>& weights) {
  RUMBO_REQUIRE((rows.how.kind == AggregationKind::mean) == (cell_weights != nullptr));
  const size_t n_cells = rows.row_of_cell.size();
  const size_t n_times = numbers.size() / n_cells;
  RowValues values(rows.names.size(), std::vector<double>(n_times, 0.0));
  for (size_t time = 0; time < n_times; ++time) {
    std::vector<double> heavy;
    if (cell_weights != nullptr)
      heavy = cell_weights->at(&weights[time * (weights.size() / n_times)]);
    reduce_time(rows, &numbers[time * n_cells], heavy, time, values);
  }
  return values;
}

}  // namespace rumbo
