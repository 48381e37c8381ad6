// See text_layout.hpp.
#include "tools/rumbo/text_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rumbo {

namespace {

/// Columns of letters; text must be UTF-8.
size_t letters_in(const std::string& text) {
  size_t letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return letters;
}

}  // namespace

std::string number_text(double value) {
  const double size = std::abs(value);
  if (size >= 999.95e6) return fmt::format("{:.4g} bn", value / 1e9);
  if (size >= 999950) return fmt::format("{:.4g} M", value / 1e6);
  if (size < 1000) return fmt::format("{:.4g}", value == 0 ? 0.0 : value);
  std::string digits = fmt::format("{:.0f}", size);
  digits.insert(digits.size() - 3, ",");
  return (value < 0 ? "-" : "") + digits;
}

std::string signed_text(double value) {
  return (value > 0 ? "+" : "") + number_text(value);
}

std::string aligned(const std::vector<TextCells>& lines, bool (*is_set_to_right)(size_t column)) {
  std::vector<size_t> widths(lines.front().size(), 0);
  for (const auto& line : lines)
    for (size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], letters_in(line[i]));
  std::string text;
  for (const auto& line : lines) {
    std::string row;
    for (size_t i = 0; i < line.size(); ++i) {
      const std::string space(widths[i] - letters_in(line[i]), ' ');
      row += is_set_to_right(i) ? space + line[i] : line[i] + space;
      row += "  ";
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string markdown_table(const std::vector<TextCells>& lines,
                           bool (*is_set_to_right)(size_t column)) {
  std::string text;
  for (size_t i = 0; i < lines.size(); ++i) {
    text += fmt::format("| {} |\n", fmt::join(lines[i], " | "));
    if (i > 0) continue;
    for (size_t column = 0; column < lines[i].size(); ++column)
      text += is_set_to_right(column) ? "|--:" : "|---";
    text += "|\n";
  }
  return text;
}

std::string wrapped(const std::string& text) {
  constexpr size_t most = 100;
  std::string lines, line;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    begin = end + 1;
    if (!line.empty() && letters_in(line) + 1 + letters_in(word) > most) {
      lines += line + "\n";
      line = "  " + word;
    } else {
      line += (line.empty() ? "" : " ") + word;
    }
  }
  return lines + line + "\n";
}

}  // namespace rumbo
