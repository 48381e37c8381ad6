// See figure_table.hpp.
#include "engine/tables/figure_table.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/tables/table_mistakes.hpp"
#include "engine/tables/text_file.hpp"

namespace rumbo {
namespace {

/// What the library tells, gathered: cells and how many each line begins with.
struct Collector {
  struct Row {
    size_t first_cell;
    int line;
  };
  std::string cells;
  std::vector<uint32_t> starts{0};
  std::vector<Row> rows{{0, 1}};
  int line = 1;

  static void cell(void* text, size_t length, void* self) {
    auto& my = *static_cast<Collector*>(self);
    std::string_view cell(static_cast<const char*>(text), length);
    my.line += static_cast<int>(std::count(cell.begin(), cell.end(), '\n'));
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    while (!cell.empty() && is_blank(cell.front())) cell.remove_prefix(1);
    while (!cell.empty() && is_blank(cell.back())) cell.remove_suffix(1);
    my.cells += cell;
    my.starts.push_back(static_cast<uint32_t>(my.cells.size()));
  }
  static void row(int, void* self) {
    auto& my = *static_cast<Collector*>(self);
    my.rows.push_back({my.starts.size() - 1, ++my.line});
  }
  size_t width(size_t row) const { return rows[row + 1].first_cell - rows[row].first_cell; }
};

Collector parsed(const std::string& path, std::string bytes) {
  if (bytes.size() > 1'000'000'000)
    throw InputError(path + ": more than 1 GB; no table is so large");
  if (!bytes.empty() && bytes.back() != '\n') bytes += '\n';
  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_REPALL_NL | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
    throw RunError("the CSV reader did not start");
  Collector collector;
  const size_t n =
      csv_parse(&parser, bytes.data(), bytes.size(), Collector::cell, Collector::row, &collector);
  const bool failed =
      n != bytes.size() || csv_fini(&parser, Collector::cell, Collector::row, &collector) != 0;
  const std::string reason = csv_strerror(csv_error(&parser));
  csv_free(&parser);
  if (failed)
    throw InputError(SourceLocation{path, collector.line, 1}, "not a CSV table: " + reason);
  return collector;
}

std::string advice(const std::vector<std::string>& columns) {
  if (columns.size() != 1) return "";
  for (const char separator : {';', '\t', '|'})
    if (columns.front().find(separator) != std::string::npos)
      return std::string("; cells are separated by commas, not by '") +
             (separator == '\t' ? "tab" : std::string(1, separator)) + "'";
  return "";
}

}  // namespace

FigureTable FigureTable::read(const std::string& path) {
  FigureTable table;
  table.path_ = path;
  table.bytes_ = read_text(path);
  Collector found = parsed(path, table.bytes_);
  if (found.rows.size() < 2 || found.width(0) == 0)
    throw InputError(SourceLocation{path, 1, 1}, "no header row; the first line names the columns");
  const auto cell = [&](size_t i) {
    return found.cells.substr(found.starts[i], found.starts[i + 1] - found.starts[i]);
  };
  const size_t width = found.width(0);
  for (size_t c = 0; c < width; ++c) table.columns_.push_back(cell(c));
  TableMistakes mistakes;
  for (size_t r = 1; r + 1 < found.rows.size(); ++r) {
    const size_t cells = found.width(r);
    if (cells == 0) continue;
    const int line = found.rows[r].line;
    if (cells != width)
      mistakes.refuse({path, line, 1},
                      fmt::format("{} cells; expected {}, as in the header", cells, width));
    table.lines_.push_back(line);
  }
  if (mistakes.any()) throw InputError(mistakes.mistakes());
  if (const auto hint = advice(table.columns_); !hint.empty())
    throw InputError(SourceLocation{path, 1, 1}, "one column" + hint);
  table.cells_ = std::move(found.cells);
  found.starts.erase(found.starts.begin(), found.starts.begin() + static_cast<long>(width));
  table.starts_ = std::move(found.starts);
  return table;
}

size_t FigureTable::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found != columns_.end()) return static_cast<size_t>(found - columns_.begin());
  const std::string near = nearest_name(std::string(name), columns_);
  throw InputError(where_header(),
                   fmt::format("no column '{}'{}", name,
                               near.empty() ? "" : "; is '" + near + "' it, misspelt?"));
}

SourceLocation FigureTable::where(size_t row, size_t column) const {
  return place_of(lines_[row], column);
}

SourceLocation FigureTable::place_of(int line, size_t column) const {
  size_t at = 0;
  for (int l = 1; l < line && at < bytes_.size(); ++at) l += bytes_[at] == '\n';
  int place = 1;
  bool is_quoted = false;
  for (; at < bytes_.size() && column > 0; ++at) {
    const char c = bytes_[at];
    is_quoted = is_quoted != (c == '"');
    column -= c == ',' && !is_quoted;
    place += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (c == '\n') {
      ++line;
      place = 1;
    }
  }
  return {path_, line, place};
}

void FigureTable::refuse(size_t row, size_t column, const std::string& message) const {
  throw InputError(where(row, column), columns_[column] + ": " + message);
}

double FigureTable::number(size_t row, size_t column, double minimum, double maximum) const {
  const std::string_view cell = text(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
    refuse(row, column, fmt::format("found '{}'; expected a number", cell));
  if (value < minimum || value > maximum)
    refuse(row, column, fmt::format("found {}; expected {} to {}", cell, minimum, maximum));
  return value;
}

int FigureTable::whole(size_t row, size_t column, int minimum, int maximum) const {
  const double value = number(row, column, minimum, maximum);
  if (value != std::floor(value))
    refuse(row, column, fmt::format("found '{}'; expected a whole number", text(row, column)));
  return static_cast<int>(value);
}

}  // namespace rumbo
