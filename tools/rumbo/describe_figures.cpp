// See describe_figures.hpp.
#include "tools/rumbo/describe_figures.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/tables/figures.hpp"
#include "models/migration/world/schemas.hpp"
#include "tools/rumbo/escape.hpp"

namespace rumbo {
namespace {

using migration::analysis_tables;
using migration::table_schemas;

std::string expected(const ColumnSchema& column) {
  if (column.is_for_readers) return "anything; no effect on a run, may be left out";
  std::string text = expected_text(column);
  if (!column.subset.empty())
    text += column.subset == "inside"   ? ", one that is inside"
            : column.subset == "living" ? ", one that is inside or outside"
                                        : ", one that is outside or a reservoir";
  if (!column.unit.empty() && column.unit != "1") text += " (" + column.unit + ")";
  if (!column.if_empty.empty()) text += "; empty: " + column.if_empty;
  return text;
}

/// "origin, destination, channel; rows of the same must not meet in from_year to to_year"
std::string keys(const TableSchema& schema) {
  std::vector<std::string> names = schema.keys;
  if (schema.to.empty() && !schema.from.empty()) names.push_back(schema.from);
  std::string text = fmt::format("one for each {}", fmt::join(names, ", "));
  if (!schema.to.empty())
    text +=
        fmt::format("; those of the same must not meet between {} and {}", schema.from, schema.to);
  return text;
}

std::string override_rule(const TableSchema& schema) {
  if (schema.to.empty()) return "a row takes the place of the one with the same keys";
  if (schema.if_met == SpanOverride::cuts)
    return "a row holds for all years that it names; what is beside them stays";
  return "a row takes the place of all with the same keys that it meets in time";
}

std::vector<std::string> rules(const TableSchema& schema) {
  std::vector<std::string> found;
  for (const auto& pair : schema.pairs)
    found.push_back(pair.set.empty() ? fmt::format("{} and {} differ.", pair.from, pair.to)
                                     : fmt::format("{} and {} are a {} of {}s.csv.", pair.from,
                                                   pair.to, pair.set, pair.set));
  for (const auto& rule : schema.rules) {
    std::string sentence = rule.sentence + ".";
    sentence[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
    found.push_back(sentence);
  }
  found.insert(found.end(), schema.across.begin(), schema.across.end());
  return found;
}

/// All but the columns.
std::vector<std::pair<std::string, std::string>> lines_of(const TableSchema& schema) {
  return {{"file", schema.file() + (schema.is_required ? ", required" : ", may be absent")},
          {"rows", keys(schema)},
          {"rules", fmt::format("{}", fmt::join(rules(schema), " "))},
          {"missing row", schema.missing_row},
          {"other years", schema.beyond},
          {"override", override_rule(schema)},
          {"read by", schema.read_by}};
}

std::string page(const TableSchema& schema) {
  std::string text = fmt::format("\n### {}\n{}\n\n| column | meaning | expected |\n|---|---|---|\n",
                                 schema.file(), schema.meaning);
  for (const auto& column : schema.columns)
    text += fmt::format("| `{}` | {} | {} |\n", column.name, cell_of_markdown(column.meaning),
                        cell_of_markdown(expected(column)));
  text += "\n";
  for (const auto& [label, value] : lines_of(schema))
    if (!value.empty()) text += "- " + label + ": " + value + "\n";
  return text;
}

}  // namespace

std::vector<Description> input_tables() {
  std::vector<Description> found;
  for (const auto& schema : table_schemas()) {
    Description made{"input", schema.name, schema.meaning, {}};
    for (const auto& column : schema.columns)
      made.lines.emplace_back(column.name, column.meaning + ": " + expected(column));
    for (auto& line : lines_of(schema)) made.lines.push_back(std::move(line));
    found.push_back(std::move(made));
  }
  for (const auto& table : analysis_tables())
    found.push_back({"input",
                     table.name,
                     table.meaning,
                     {{"file", table.name + ".csv, may be absent"}, {"read by", table.read_by}}});
  return found;
}

std::string input_tables_as_markdown() {
  std::string text =
      "## inputs\nTables of figures in the folder of a world. Columns may come in "
      "any order; `source`, `filled` and `note` are allowed everywhere.\n";
  for (const auto& schema : table_schemas()) text += page(schema);
  for (const auto& table : analysis_tables())
    text += fmt::format("\n### {}.csv\n{} Read by: {}\n", table.name, table.meaning, table.read_by);
  return text;
}

}  // namespace rumbo
