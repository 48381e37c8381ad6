// Comparisons for eyes: text and Markdown. See comparison.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "tools/rumbo/comparison.hpp"
#include "tools/rumbo/comparison_cells.hpp"
#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/precision.hpp"
#include "tools/rumbo/text_layout.hpp"

namespace rumbo {

namespace {

/// Escapes what holds names: the heading, and of other lines the first two columns.
std::vector<TextCells> escaped(std::vector<TextCells> lines,
                               std::string (*escape)(const std::string&)) {
  for (size_t i = 0; i < lines.size(); ++i)
    for (size_t column = 0; column < (i == 0 ? lines[i].size() : 2); ++column)
      lines[i][column] = escape(lines[i][column]);
  return lines;
}

/// Name and title of a scenario.
std::string titled(const std::string& name, const std::string& title) {
  return title.empty() || title == name ? name : name + ": " + title;
}

std::vector<PrecisionRow> precision_rows(const Comparison& comparison) {
  std::vector<PrecisionRow> rows;
  for (const auto& one : comparison.scenarios)
    for (const auto& row : one.rows)
      rows.push_back({one.scenario, row.series, row.effect.difference, row.deviation,
                      std::min(row.effect.n, row.effect.n_baseline)});
  return rows;
}

/// What the numbers beside the findings of any scenario are.
std::string legends(const Comparison& comparison) {
  std::string longest;
  for (const auto& one : comparison.scenarios)
    if (const auto legend = legend_text(one); legend.size() > longest.size()) longest = legend;
  return longest;
}

}  // namespace

std::string as_text(const Comparison& comparison, IdenticalRows identical) {
  std::string text;
  for (const auto& one : comparison.scenarios) {
    if (!text.empty()) text += "\n";
    text += plain_line(one.scenario + " against " + comparison.baseline) + "\n";
    text += "  " + plain_line(titled(one.scenario, one.title)) + "\n";
    text += "  " + plain_line(titled(comparison.baseline, comparison.baseline_title)) + "\n";
    text += wrapped(heading_text(one)) + "\n";
    if (const auto lines = cells_of(comparison, one, identical); lines.size() > 1)
      text += aligned(escaped(lines, plain_line), is_number_column);
    if (const auto folded = folded_text(one, identical); !folded.empty())
      text += "\n" + wrapped(plain_line(folded));
  }
  if (const auto legend = legends(comparison); !legend.empty()) text += "\n" + wrapped(legend);
  if (const auto chance = chance_text(comparison); !chance.empty()) text += "\n" + wrapped(chance);
  if (comparison.precision)
    text += "\n" + precision_text(precision_rows(comparison), *comparison.precision);
  for (const auto& note : comparison.notes) text += "\n" + wrapped("note: " + plain_line(note));
  for (const auto& warning : comparison.warnings)
    text += "\n" + wrapped("warning: " + plain_line(warning));
  return text;
}

std::string as_markdown(const Comparison& comparison, IdenticalRows identical) {
  std::string text;
  for (const auto& one : comparison.scenarios) {
    text += fmt::format("{}### {} against {}\n\n", text.empty() ? "" : "\n",
                        markdown_cell(one.scenario), markdown_cell(comparison.baseline));
    text += "- " + markdown_cell(titled(one.scenario, one.title)) + "\n";
    text += "- " + markdown_cell(titled(comparison.baseline, comparison.baseline_title)) + "\n\n";
    text += heading_text(one) + "\n\n";
    if (const auto lines = cells_of(comparison, one, identical); lines.size() > 1)
      text += markdown_table(escaped(lines, markdown_cell), is_number_column);
    if (const auto folded = folded_text(one, identical); !folded.empty())
      text += "\n" + markdown_cell(folded) + "\n";
  }
  if (const auto legend = legends(comparison); !legend.empty()) text += "\n" + legend + "\n";
  if (const auto chance = chance_text(comparison); !chance.empty()) text += "\n" + chance + "\n";
  if (comparison.precision)
    text += "\n" + precision_markdown(precision_rows(comparison), *comparison.precision);
  for (const auto& note : comparison.notes) text += "\nNote: " + markdown_cell(note) + "\n";
  for (const auto& warning : comparison.warnings)
    text += "\nWarning: " + markdown_cell(warning) + "\n";
  return text;
}

}  // namespace rumbo
