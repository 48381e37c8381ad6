// Tables of figures: CSV files with a header, read whole, each cell knowing its line.
//
// May include: base; the only room with the CSV library.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace rumbo {

/// A CSV table in memory (text cells; numbers are read where they are asked for).
class FigureTable {
 public:
  /// Reads a file: comma separated, header row, UTF-8.
  /// throws InputError  no such file, no header, a row with another number of cells
  static FigureTable read(const std::string& path);

  /// Replaces the rows whose key columns agree with a row of `other`, appends the rest.
  /// throws InputError if the columns are not the same
  void override_with(const FigureTable& other, std::span<const std::string> key_columns);

  size_t n_rows() const { return rows_.size(); }
  const std::vector<std::string>& columns() const { return columns_; }
  bool has_column(std::string_view name) const;
  /// throws InputError with the nearest name if there is none
  size_t column(std::string_view name) const;

  const std::string& text(size_t row, size_t column) const { return rows_[row].cells[column]; }
  bool is_empty(size_t row, size_t column) const { return text(row, column).empty(); }
  /// throws InputError if the cell is not a number within [minimum, maximum]
  double number(size_t row, size_t column, double minimum = -1e18, double maximum = 1e18) const;
  /// The same for a whole number.
  int whole(size_t row, size_t column, int minimum, int maximum) const;
  /// "file:line: " with the column's name, for messages about a cell.
  SourceLocation where(size_t row) const;
  /// throws InputError "file:line: MESSAGE"
  [[noreturn]] void refuse(size_t row, const std::string& message) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    int line = 0;
    std::string path;
  };
  std::string path_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
};

}  // namespace rumbo
