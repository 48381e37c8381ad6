// Reads a file by its schema. See figures.hpp.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <unordered_map>

#include "engine/tables/cells.hpp"
#include "engine/tables/figures.hpp"

namespace rumbo {
namespace {

std::string lowered(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// Columns that say where figures come from: known in every table, read by no code.
bool is_remark(const std::string& name) {
  for (const std::string known : {"source", "filled", "note", "notes", "comment"})
    if (name == known || (name.size() > known.size() && name.ends_with("_" + known))) return true;
  return false;
}

}  // namespace

/// One reading of one file.
class FiguresReader {
 public:
  FiguresReader(const TableSchema& schema, const NameSets& sets, TableMistakes& mistakes)
      : schema_(schema), sets_(sets), mistakes_(mistakes), figures_(schema) {}

  Figures read(const std::string& path) {
    try {
      table_ = std::make_shared<const FigureTable>(FigureTable::read(path));
    } catch (const InputError& error) {
      mistakes_.refuse(path, error);
      return std::move(figures_);
    }
    if (find_columns()) {
      for (size_t row = 0; row < table_->n_rows(); ++row) read_row(row);
      for (size_t row = 0; row < figures_.n_rows(); ++row) check_row(row);
      check_spans();
    }
    return std::move(figures_);
  }

 private:
  /// Whether every column that must be there is there.
  bool find_columns() {
    Figures::File file{table_, std::vector<int>(schema_.columns.size(), -1)};
    std::vector<size_t> unknown;
    for (size_t c = 0; c < table_->columns().size(); ++c) {
      const std::string name = lowered(table_->columns()[c]);
      const auto found =
          std::find_if(schema_.columns.begin(), schema_.columns.end(),
                       [&](const ColumnSchema& column) { return column.name == name; });
      if (found == schema_.columns.end()) {
        if (!is_remark(name)) unknown.push_back(c);
        continue;
      }
      int& position = file.positions[static_cast<size_t>(found - schema_.columns.begin())];
      if (position >= 0)
        mistakes_.refuse(table_->where_header(c), "column '" + name + "' stands twice");
      position = static_cast<int>(c);
    }
    figures_.files_.push_back(file);
    const bool all = refuse_missing_columns(file, unknown);
    for (const size_t c : unknown) warn_of_column(c);
    return all;
  }

  bool refuse_missing_columns(const Figures::File& file, std::vector<size_t>& unknown) {
    bool all = true;
    for (size_t i = 0; i < schema_.columns.size(); ++i) {
      const ColumnSchema& column = schema_.columns[i];
      if (file.positions[i] >= 0 || column.is_for_readers) continue;
      all = false;
      std::vector<std::string> names;
      for (const size_t c : unknown) names.push_back(lowered(table_->columns()[c]));
      const std::string near = nearest_name(column.name, names);
      const auto found = std::find(names.begin(), names.end(), near);
      size_t at = 0;
      if (found != names.end()) {
        const auto taken = unknown.begin() + (found - names.begin());
        at = *taken;
        unknown.erase(taken);
      }
      mistakes_.refuse(table_->where_header(at),
                       fmt::format("no column '{}'{}", column.name,
                                   near.empty() ? " (" + column.meaning + ")"
                                                : "; is '" + near + "' it, misspelt?"));
    }
    return all;
  }

  void warn_of_column(size_t c) {
    const std::string& name = table_->columns()[c];
    const std::string near = nearest_name(name, schema_.column_names());
    mistakes_.warn(table_->where_header(c),
                   fmt::format("column '{}' has no use in {}{}", name, schema_.file(),
                               near.empty() ? "" : "; did you mean '" + near + "'?"));
  }

  void read_row(size_t row) {
    const auto& positions = figures_.files_.front().positions;
    std::vector<double> values(schema_.columns.size());
    bool is_good = true;
    for (size_t c = 0; c < schema_.columns.size(); ++c) {
      if (positions[c] < 0) continue;
      const auto at = static_cast<size_t>(positions[c]);
      const ColumnSchema& column = schema_.columns[c];
      const std::string_view text = table_->text(row, at);
      Cell cell = column.kind == ColumnKind::label ? read_label(column, text)
                                                   : read_cell(column, text, sets_);
      values[c] = cell.value;
      if (!cell.mistake.empty()) mistakes_.refuse(table_->where(row, at), cell.mistake);
      if (!cell.warning.empty() && warned_.insert(cell.warning).second)
        mistakes_.warn(table_->where(row, at), cell.warning);
      is_good = is_good && cell.mistake.empty();
    }
    if (is_good) figures_.add_row({0, static_cast<uint32_t>(row)}, std::move(values));
  }

  static Cell read_label(const ColumnSchema& column, std::string_view text) {
    if (text.empty()) return {0, column.name + ": the cell is empty; expected a name"};
    if (text.find("->") == std::string_view::npos &&
        text.find_first_of(",;[]\"'\n\t") == std::string_view::npos)
      return {0};
    return {0, fmt::format("{}: found '{}'; a name has none of , ; [ ] \" ' and no ->", column.name,
                           text)};
  }

  void check_row(size_t row) {
    for (const auto& pair : schema_.pairs) check_pair(row, pair);
    for (const auto& rule : schema_.rules) {
      std::vector<double> values;
      std::string found;
      for (const auto& name : rule.columns) {
        values.push_back(figures_.number(row, figures_.column(name)));
        found += (found.empty() ? "" : ", ") + figures_.text(row, figures_.column(name));
      }
      if (!rule.holds(values))
        mistakes_.refuse(figures_.where(row, figures_.column(rule.columns.front())),
                         fmt::format("{}; found {}", rule.sentence, found));
    }
  }

  void check_pair(size_t row, const PairRule& pair) {
    const size_t from = figures_.column(pair.from), to = figures_.column(pair.to);
    const std::string& word = schema_.columns[from].set;
    if (sets_.count(word) == 0) return;
    const std::string a = figures_.text(row, from), b = figures_.text(row, to);
    if (a == b)
      return mistakes_.refuse(figures_.where(row, to), fmt::format("{} and {} are the same {}, {}",
                                                                   pair.from, pair.to, word, a));
    const auto set = sets_.find(pair.set);
    if (pair.set.empty() || set == sets_.end() || set->second.find(a + "->" + b)) return;
    mistakes_.refuse(figures_.where(row, from),
                     fmt::format("no such {} in {}: {}->{}", pair.set, set->second.file(), a, b));
  }

  /// Rows of the same keys must not meet in time; without spans, keys must differ.
  void check_spans() {
    std::unordered_map<std::string, std::vector<size_t>> by_keys;
    for (size_t row = 0; row < figures_.n_rows(); ++row) {
      if (figures_.last_of(row) < figures_.first_of(row)) {
        const size_t to = figures_.column(schema_.to);
        mistakes_.refuse(
            figures_.where(row, to),
            fmt::format("{} {} lies before {} {}", schema_.to, figures_.text(row, to), schema_.from,
                        figures_.text(row, figures_.column(schema_.from))));
        continue;
      }
      by_keys[figures_.identity(row)].push_back(row);
    }
    for (auto& [keys, rows] : by_keys) {
      std::stable_sort(rows.begin(), rows.end(), [&](size_t a, size_t b) {
        return figures_.first_of(a) < figures_.first_of(b);
      });
      size_t longest = rows.front();
      for (size_t i = 1; i < rows.size(); ++i) {
        if (figures_.first_of(rows[i]) <= figures_.last_of(longest))
          refuse_meeting(std::min(longest, rows[i]), std::max(longest, rows[i]));
        if (figures_.last_of(rows[i]) > figures_.last_of(longest)) longest = rows[i];
      }
    }
  }

  void refuse_meeting(size_t first, size_t second) {
    const int line = figures_.where(first).line;
    const bool is_span = !schema_.to.empty();
    mistakes_.refuse(
        figures_.where(second),
        fmt::format(
            "a second row for {}{}; the first is in line {}", figures_.keys_of(second),
            is_span ? " at the same time (" + span_text(second) + " and " + span_text(first) + ")"
                    : "",
            line));
  }

  std::string span_text(size_t row) const {
    const std::string from = figures_.text(row, figures_.column(schema_.from)),
                      to = figures_.text(row, figures_.column(schema_.to));
    return (from.empty() ? "the beginning" : from) + " to " + (to.empty() ? "the end" : to);
  }

  const TableSchema& schema_;
  const NameSets& sets_;
  TableMistakes& mistakes_;
  Figures figures_;
  std::shared_ptr<const FigureTable> table_;
  std::set<std::string> warned_;
};

Figures read_figures(const TableSchema& schema, const std::string& path, const NameSets& sets,
                     TableMistakes& mistakes) {
  return FiguresReader(schema, sets, mistakes).read(path);
}

}  // namespace rumbo
