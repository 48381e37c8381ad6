// Command lines and titles as texts of a result file. See provenance.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/output/provenance.hpp"

namespace rumbo {
namespace {

bool is_plain(char c) {
  const std::string_view others = "-_./:=+,@%";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         others.find(c) != std::string_view::npos;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool needs_escapes(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const size_t length = utf8_length(word, at);
    if (length == 0 || is_control(word[at])) return true;
    at += length;
  }
  return false;
}

/// $'...', which bash, zsh and POSIX 2024 know.
std::string escaped(std::string_view word) {
  std::string text = "$'";
  for (size_t at = 0; at < word.size();) {
    const size_t length = utf8_length(word, at);
    if (length == 0 || is_control(word[at]))
      text += fmt::format("\\x{:02X}", static_cast<unsigned char>(word[at]));
    else if (word[at] == '\\' || word[at] == '\'')
      text += std::string("\\") + word[at];
    else
      text += word.substr(at, length);
    at += std::max<size_t>(1, length);
  }
  return text + "'";
}

std::string quoted(const std::string& word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return word;
  if (needs_escapes(word)) return escaped(word);
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

}  // namespace

std::string shell_quoted(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + quoted(word);
  return text;
}

std::string title_of_scenarios(const std::vector<std::string>& titles) {
  std::vector<std::string> different;
  for (const auto& title : titles)
    if (!title.empty() && std::find(different.begin(), different.end(), title) == different.end())
      different.push_back(title);
  std::string text;
  for (size_t i = 0; i < different.size(); ++i)
    text += (i == 0 ? "" : i == 1 ? "; against: " : "; ") + different[i];
  return text;
}

}  // namespace rumbo
