// Names in text, Markdown and CSV: a name may hold anything, and none may break what it stands in.
// May include: std.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace rumbo {

/// On one line of a terminal: control characters become spaces.
std::string plain_line(const std::string& text);

/// In a cell of a Markdown table: what has a meaning there is escaped, line ends become spaces.
std::string markdown_cell(const std::string& text);

/// Markdown in a cell of a Markdown table: only bars are escaped, line ends become spaces.
std::string cell_of_markdown(const std::string& text);

/// As a field of CSV: quoted where it must be (RFC 4180).
std::string csv_field(const std::string& text);

/// JSON over several lines. What is not UTF-8 (the name of a folder may be anything) is replaced by
/// U+FFFD, so that no result is lost for a name.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace rumbo
