// See escape.hpp.
#include "tools/rumbo/escape.hpp"

#include <nlohmann/json.hpp>
#include <string_view>

namespace rumbo {

std::string plain_line(const std::string& text) {
  std::string plain = text;
  for (char& c : plain)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return plain;
}

std::string markdown_cell(const std::string& text) {
  constexpr std::string_view special = "\\|`*<[]";
  std::string escaped;
  for (const char c : plain_line(text)) {
    if (special.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string cell_of_markdown(const std::string& text) {
  std::string safe;
  for (const char c : plain_line(text)) safe += c == '|' ? "\\|" : std::string(1, c);
  return safe.empty() ? " " : safe;
}

std::string json_text(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

}  // namespace rumbo
