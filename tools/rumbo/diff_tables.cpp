// See diff_tables.hpp.
#include "tools/rumbo/diff_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <optional>

#include "engine/tables/figure_table.hpp"
#include "models/migration/world/schemas.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

/// Rows by their keys as text; equal keys keep their rows in order.
struct Rows {
  std::vector<std::string> columns;
  std::map<std::string, std::vector<Row>> by_key;
};

/// Whether a column says what a row is about: a key of the table's schema, or its time.
bool is_key(const TableSchema& schema, std::string column) {
  for (char& c : column) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return column == schema.from || column == schema.to ||
         std::find(schema.keys.begin(), schema.keys.end(), column) != schema.keys.end();
}

void add(const TableSchema& schema, const std::string& path, bool overrides, Rows& rows) {
  const FigureTable table = FigureTable::read(path);
  if (rows.columns.empty()) rows.columns = table.columns();
  std::map<std::string, std::vector<Row>> added;
  for (size_t r = 0; r < table.n_rows(); ++r) {
    std::string key;
    Row row(rows.columns.size());
    for (size_t c = 0; c < table.columns().size(); ++c) {
      const std::string text(table.text(r, c));
      const auto at = std::find(rows.columns.begin(), rows.columns.end(), table.columns()[c]);
      if (at != rows.columns.end()) row[static_cast<size_t>(at - rows.columns.begin())] = text;
      if (is_key(schema, table.columns()[c])) key += (key.empty() ? "" : ", ") + text;
    }
    added[key].push_back(std::move(row));
  }
  for (auto& [key, list] : added) {
    auto& known = rows.by_key[key];
    if (overrides) known.clear();
    known.insert(known.end(), list.begin(), list.end());
  }
}

/// A table of a scenario's world with its override; nothing where the world does without it.
std::optional<Rows> rows_of(const LoadedScenario& loaded, const std::string& table) {
  const TableSources& sources = loaded.scenario.tables;
  const auto over = sources.overrides.find(table);
  const std::string base = sources.folder + "/" + table + ".csv";
  Rows rows;
  for (const TableSchema& schema : migration::table_schemas()) {
    if (schema.name != table) continue;
    if (fs::exists(base)) add(schema, base, false, rows);
    if (over != sources.overrides.end()) add(schema, over->second.path, true, rows);
  }
  return rows.columns.empty() ? std::nullopt : std::optional(std::move(rows));
}

/// Cells of two rows with the same key that differ.
void compare_rows(const std::string& key, const Rows& a, const Row& in_a, const Rows& b,
                  const Row& in_b, std::vector<TableDifference>& found) {
  for (size_t c = 0; c < a.columns.size(); ++c) {
    const auto at = std::find(b.columns.begin(), b.columns.end(), a.columns[c]);
    const std::string other =
        at == b.columns.end() ? "-" : in_b[static_cast<size_t>(at - b.columns.begin())];
    if (in_a[c] != other) found.push_back({key + ": " + a.columns[c], in_a[c], other});
  }
}

std::string text_of(const Rows& rows, const Row& row) {
  std::string text;
  for (size_t c = 0; c < row.size(); ++c) text += (c ? ", " : "") + rows.columns[c] + "=" + row[c];
  return text;
}

/// Rows of one key in both tables, one by one.
void compare_key(const std::string& key, const Rows& a, const Rows& b, TableComparison& made,
                 size_t most) {
  static const std::vector<Row> none;
  const auto rows = [&](const Rows& some) -> const std::vector<Row>& {
    const auto found = some.by_key.find(key);
    return found == some.by_key.end() ? none : found->second;
  };
  const auto &in_a = rows(a), &in_b = rows(b);
  for (size_t i = 0; i < std::max(in_a.size(), in_b.size()); ++i) {
    std::vector<TableDifference> cells;
    if (i >= in_a.size())
      cells.push_back({key, "-", text_of(b, in_b[i])});
    else if (i >= in_b.size())
      cells.push_back({key, text_of(a, in_a[i]), "-"});
    else
      compare_rows(key, a, in_a[i], b, in_b[i], cells);
    if (cells.empty()) continue;
    if (made.n_rows++ < most) made.first.insert(made.first.end(), cells.begin(), cells.end());
  }
}

TableComparison compare(const std::string& table, const Rows& a, const Rows& b, size_t most) {
  TableComparison made{table, 0, {}};
  std::vector<std::string> keys;
  for (const auto& [key, list] : a.by_key) keys.push_back(key);
  for (const auto& [key, list] : b.by_key)
    if (a.by_key.count(key) == 0) keys.push_back(key);
  for (const auto& key : keys) compare_key(key, a, b, made, most);
  return made;
}

/// Names of the tables that two worlds were read from, each once.
std::vector<std::string> tables_of(const LoadedScenario& a, const LoadedScenario& b) {
  std::vector<std::string> names;
  const auto note = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const auto* loaded : {&a, &b}) {
    for (const auto& file : loaded->world->files)
      if (fs::path(file).parent_path() == fs::path(loaded->scenario.tables.folder))
        note(fs::path(file).stem().string());
    for (const auto& [name, table] : loaded->scenario.tables.overrides) note(name);
  }
  return names;
}

}  // namespace

std::vector<TableComparison> compare_tables(const LoadedScenario& a, const LoadedScenario& b,
                                            size_t most) {
  std::vector<TableComparison> found;
  if (a.world->files == b.world->files) return found;
  for (const auto& table : tables_of(a, b)) {
    const auto in_a = rows_of(a, table), in_b = rows_of(b, table);
    TableComparison made = compare(table, in_a.value_or(Rows{}), in_b.value_or(Rows{}), most);
    if (made.n_rows > 0) found.push_back(std::move(made));
  }
  return found;
}

}  // namespace rumbo
