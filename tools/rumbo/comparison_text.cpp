// Comparisons for eyes: text and Markdown. See comparison.hpp.
#include <fmt/format.h>

#include "tools/rumbo/comparison.hpp"
#include "tools/rumbo/comparison_cells.hpp"
#include "tools/rumbo/escape.hpp"

namespace rumbo {

namespace {

/// Columns of letters; text must be UTF-8.
size_t width(const std::string& text) {
  size_t letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return letters;
}

std::string aligned(const std::vector<TextCells>& lines) {
  std::vector<size_t> widths(lines.front().size(), 0);
  for (const auto& line : lines)
    for (size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
  std::string text;
  for (const auto& line : lines) {
    std::string row;
    for (size_t i = 0; i < line.size(); ++i) {
      const std::string space(widths[i] - width(line[i]), ' ');
      row += is_number_column(i) ? space + line[i] : line[i] + space;
      row += "  ";
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

/// Breaks a sentence into lines of at most `most` letters; later ones are set in.
std::string wrapped(const std::string& text) {
  constexpr size_t most = 100;
  std::string lines, line;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    begin = end + 1;
    if (!line.empty() && width(line) + 1 + width(word) > most) {
      lines += line + "\n";
      line = "  " + word;
    } else {
      line += (line.empty() ? "" : " ") + word;
    }
  }
  return lines + line + "\n";
}

/// Escapes what holds names: the heading, and of other lines the first two columns.
std::vector<TextCells> escaped(std::vector<TextCells> lines,
                               std::string (*escape)(const std::string&)) {
  for (size_t i = 0; i < lines.size(); ++i)
    for (size_t column = 0; column < (i == 0 ? lines[i].size() : 2); ++column)
      lines[i][column] = escape(lines[i][column]);
  return lines;
}

std::string markdown_table(const std::vector<TextCells>& lines) {
  std::string text;
  for (size_t i = 0; i < lines.size(); ++i) {
    text += fmt::format("| {} |\n", fmt::join(lines[i], " | "));
    if (i > 0) continue;
    for (size_t column = 0; column < lines[i].size(); ++column)
      text += is_number_column(column) ? "|--:" : "|---";
    text += "|\n";
  }
  return text;
}

/// Name and title of a scenario.
std::string titled(const std::string& name, const std::string& title) {
  return title.empty() || title == name ? name : name + ": " + title;
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
      text += aligned(escaped(lines, plain_line));
    if (const auto folded = folded_text(one, identical); !folded.empty())
      text += "\n" + wrapped(plain_line(folded));
  }
  if (const auto legend = legends(comparison); !legend.empty()) text += "\n" + wrapped(legend);
  if (const auto chance = chance_text(comparison); !chance.empty()) text += "\n" + wrapped(chance);
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
      text += markdown_table(escaped(lines, markdown_cell));
    if (const auto folded = folded_text(one, identical); !folded.empty())
      text += "\n" + markdown_cell(folded) + "\n";
  }
  if (const auto legend = legends(comparison); !legend.empty()) text += "\n" + legend + "\n";
  if (const auto chance = chance_text(comparison); !chance.empty()) text += "\n" + chance + "\n";
  for (const auto& note : comparison.notes) text += "\nNote: " + markdown_cell(note) + "\n";
  for (const auto& warning : comparison.warnings)
    text += "\nWarning: " + markdown_cell(warning) + "\n";
  return text;
}

}  // namespace rumbo
