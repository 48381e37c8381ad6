// See figure_table.hpp.
#include "engine/tables/figure_table.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>

namespace rumbo {
namespace {

/// What libcsv tells us, gathered.
struct Collector {
  std::vector<std::vector<std::string>> rows{1};
  static void cell(void* text, size_t length, void* self) {
    static_cast<Collector*>(self)->rows.back().emplace_back(static_cast<const char*>(text), length);
  }
  static void row(int, void* self) { static_cast<Collector*>(self)->rows.emplace_back(); }
};

std::vector<std::vector<std::string>> parsed(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError(path + ": cannot be read; is the path right?");
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  // One end of line for every line, or the library counts those of Windows twice.
  bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
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
    throw InputError(SourceLocation{path, static_cast<int>(collector.rows.size()), 1},
                     "not a CSV table: " + reason);
  collector.rows.pop_back();
  return std::move(collector.rows);
}

}  // namespace

FigureTable FigureTable::read(const std::string& path) {
  auto rows = parsed(path);
  FigureTable table;
  table.path_ = path;
  if (rows.empty() || rows.front().empty()) throw InputError(path + ": no header row");
  table.columns_ = std::move(rows.front());
  for (size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].empty()) continue;
    if (rows[i].size() != table.columns_.size())
      throw InputError(SourceLocation{path, static_cast<int>(i + 1), 1},
                       fmt::format("{} cells; expected {}, as in the header", rows[i].size(),
                                   table.columns_.size()));
    table.rows_.push_back({std::move(rows[i]), static_cast<int>(i + 1), path});
  }
  return table;
}

void FigureTable::override_with(const FigureTable& other,
                                std::span<const std::string> key_columns) {
  if (other.columns_ != columns_)
    throw InputError(other.path_ + ":1:1: the columns are not those of " + path_);
  std::vector<size_t> keys;
  for (const auto& name : key_columns) keys.push_back(column(name));
  auto key_of = [&](const Row& row) {
    std::string key;
    for (size_t k : keys) key += row.cells[k] + "\n";
    return key;
  };
  std::map<std::string, size_t> index;
  for (size_t r = 0; r < rows_.size(); ++r) index[key_of(rows_[r])] = r;
  for (const auto& row : other.rows_) {
    const auto [found, is_new] = index.emplace(key_of(row), rows_.size());
    if (is_new)
      rows_.push_back(row);
    else
      rows_[found->second] = row;
  }
}

bool FigureTable::has_column(std::string_view name) const {
  return std::find(columns_.begin(), columns_.end(), name) != columns_.end();
}

size_t FigureTable::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found != columns_.end()) return static_cast<size_t>(found - columns_.begin());
  const std::string near = nearest_name(std::string(name), columns_);
  throw InputError(SourceLocation{path_, 1, 1},
                   fmt::format("no column '{}'{}", name,
                               near.empty() ? "" : "; is '" + near + "' it, misspelt?"));
}

SourceLocation FigureTable::where(size_t row) const {
  return {rows_[row].path, rows_[row].line, 1};
}

void FigureTable::refuse(size_t row, const std::string& message) const {
  throw InputError(where(row), message);
}

double FigureTable::number(size_t row, size_t column, double minimum, double maximum) const {
  const std::string& cell = text(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
    refuse(row, fmt::format("{}: found '{}'; expected a number", columns_[column], cell));
  if (value < minimum || value > maximum)
    refuse(row, fmt::format("{}: found {}; expected {} to {}", columns_[column], cell, minimum,
                            maximum));
  return value;
}

int FigureTable::whole(size_t row, size_t column, int minimum, int maximum) const {
  const double value = number(row, column, minimum, maximum);
  if (value != std::floor(value))
    refuse(row, fmt::format("{}: found '{}'; expected a whole number", columns_[column],
                            text(row, column)));
  return static_cast<int>(value);
}

}  // namespace rumbo
