// The cells of one run put together, row by row and record by record.
//
// May include: tally.
#pragma once
#include <limits>
#include <vector>

#include "tools/rumbo/rows.hpp"

namespace rumbo {

/// What stands where there is no number (a mean over no one).
inline constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// [row][time]
using RowValues = std::vector<std::vector<double>>;

/// How heavy each cell of a table is, from the cells of another.
class CellWeights {
 public:
  /// Axes line up by name; every axis of `weights` that `table` lacks is summed.
  CellWeights(const TableDeclaration& table, const TableDeclaration& weights);

  /// [cells of the table] at one time, from the weights' cells at that time.
  std::vector<double> at(const double* weights) const;

 private:
  size_t n_shared_ = 1;
  std::vector<size_t> shared_of_weight_;  ///< [cells of weights]
  std::vector<size_t> shared_of_cell_;    ///< [cells of the table]
};

/// Sums, weighted means or maxima of a run.
///
/// numbers  [time][cell]
/// weights  [time][cell of the weights' table]; empty unless rows.how is a mean
RowValues reduce(const CellRows& rows, const std::vector<double>& numbers,
                 const CellWeights* cell_weights, const std::vector<double>& weights);

}  // namespace rumbo
