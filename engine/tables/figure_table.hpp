// Tables of figures: CSV files with a header, read whole, each cell knowing its line and column.
//
// May include: base; the only room with the CSV library.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace rumbo {

/// A CSV table in memory: cells of text without blanks around them.
class FigureTable {
 public:
  /// Reads a file: comma separated, header row, UTF-8; a byte order mark and any end of line.
  /// throws InputError  no such file, not text, no header, rows with another number of cells (all)
  static FigureTable read(const std::string& path);

  const std::string& path() const { return path_; }
  size_t n_rows() const { return lines_.size(); }
  /// As in the header.
  const std::vector<std::string>& columns() const { return columns_; }
  /// throws InputError with the nearest name if there is none
  size_t column(std::string_view name) const;

  std::string_view text(size_t row, size_t column) const {
    const size_t cell = row * columns_.size() + column;
    return std::string_view(cells_).substr(starts_[cell], starts_[cell + 1] - starts_[cell]);
  }
  bool is_empty(size_t row, size_t column) const { return text(row, column).empty(); }
  /// throws InputError if the cell is not a number within [minimum, maximum]
  double number(size_t row, size_t column, double minimum = -1e18, double maximum = 1e18) const;
  /// The same for a whole number.
  int whole(size_t row, size_t column, int minimum, int maximum) const;
  /// Where a cell begins.
  SourceLocation where(size_t row, size_t column = 0) const;
  SourceLocation where_header(size_t column = 0) const { return place_of(1, column); }

 private:
  SourceLocation place_of(int line, size_t column) const;
  [[noreturn]] void refuse(size_t row, size_t column, const std::string& message) const;

  std::string path_;
  std::string bytes_;  ///< as read, to find where a cell begins
  std::vector<std::string> columns_;
  std::string cells_;                ///< one after the other, row by row
  std::vector<uint32_t> starts_{0};  ///< of each cell in cells_, and the end of the last
  std::vector<int> lines_;           ///< of each row
};

}  // namespace rumbo
