// A table of figures read by its schema: every cell checked, found by the name of its column.
//
// May include: base.
#pragma once
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/tables/figure_table.hpp"
#include "engine/tables/name_set.hpp"
#include "engine/tables/table_mistakes.hpp"
#include "engine/tables/table_schema.hpp"

namespace rumbo {

/// Rows of a table and of what overrides it. Columns are numbered as in the schema.
class Figures {
 public:
  explicit Figures(const TableSchema& schema) : schema_(&schema) {}

  const TableSchema& schema() const { return *schema_; }
  size_t n_rows() const { return rows_.size(); }
  /// The number of a column; it must be one of the schema.
  size_t column(std::string_view name) const;
  /// A number, a whole number, the count of a month, or the index of a name or word; NaN = empty.
  double number(size_t row, size_t column) const { return values_[row * width() + column]; }
  size_t index(size_t row, size_t column) const { return static_cast<size_t>(number(row, column)); }
  int whole(size_t row, size_t column) const { return static_cast<int>(number(row, column)); }
  bool is_empty(size_t row, size_t column) const { return std::isnan(number(row, column)); }
  /// As it stands in the file; "" if the file does without the column.
  std::string text(size_t row, size_t column) const;
  SourceLocation where(size_t row, size_t column = 0) const;
  /// "place SUR, year 2000": the keys of a row, and its first span column if there is one.
  std::string keys_of(size_t row) const;
  /// Bytes that are equal for rows with the same keys, the span left out.
  std::string identity(size_t row) const;
  /// First and last year or month (count) of a row; large numbers where there is no bound.
  double first_of(size_t row) const;
  double last_of(size_t row) const;

 private:
  friend class FiguresReader;
  friend Figures overridden(const Figures& base, const Figures& other);

  struct Row {
    uint32_t file = 0, row = 0;
  };
  struct File {
    std::shared_ptr<const FigureTable> table;
    std::vector<int> positions;  ///< [column of the schema] column of the file, -1 = none
  };
  size_t width() const { return schema_->columns.size(); }
  void add_row(Row row, std::vector<double> values);

  const TableSchema* schema_;
  std::vector<File> files_;
  std::vector<Row> rows_;
  std::vector<double> values_;
};

/// Reads and checks a file by its schema: header, cells, keys, spans, pairs and rules of rows.
/// TableMistakes go to `mistakes`; rows with mistakes are left out.
Figures read_figures(const TableSchema& schema, const std::string& path, const NameSets& sets,
                     TableMistakes& mistakes);

/// `base` with the rows of `other` over it, as the schema says (see SpanOverride).
Figures overridden(const Figures& base, const Figures& other);

/// Refuses rows that are missing, and a table without rows that must have some.
void check_complete(const Figures& figures, const std::string& path, const NameSets& sets,
                    TableMistakes& mistakes);

/// "a number from 0 to 1", "one of land, sea": what a cell of a column may be.
std::string expected_text(const ColumnSchema& column);

}  // namespace rumbo
