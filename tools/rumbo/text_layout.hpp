// Numbers, tables and sentences on a terminal. May include: std.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace rumbo {

/// A line of a table.
using TextCells = std::vector<std::string>;

/// Four digits: "0.1234", "1,234", "56,780", "12.35 M", "1.2 bn"; sign only if negative.
std::string number_text(double value);
/// The same with the sign of what is above 0, too.
std::string signed_text(double value);

/// Lines of equal length as columns, two spaces apart.
///
/// lines             at least one; text must be UTF-8
/// is_set_to_right   asked of each column
std::string aligned(const std::vector<TextCells>& lines, bool (*is_set_to_right)(size_t column));

/// The same as a table of Markdown; what has a meaning there is escaped already.
std::string markdown_table(const std::vector<TextCells>& lines,
                           bool (*is_set_to_right)(size_t column));

/// Breaks a sentence into lines of at most 100 letters; later ones are set in.
std::string wrapped(const std::string& text);

}  // namespace rumbo
