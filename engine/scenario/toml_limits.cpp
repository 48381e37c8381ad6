// See toml_limits.hpp. Strings and comments are passed over, the rest is counted.
#include "engine/scenario/toml_limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace rumbo {
namespace {

enum class LookFor { limits, characters };

class Walk {
 public:
  Walk(const std::string& text, const std::string& file, LookFor what)
      : text_(text), file_(file), what_(what) {}

  std::optional<Finding> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'')
        pass_string(c);
      else if (c == '#')
        pass_comment();
      else if (auto found = what_ == LookFor::limits ? count(c) : unquoted(c))
        return found;
      else
        advance(1);
    }
    return std::nullopt;
  }

 private:
  const std::string& text_;
  const std::string& file_;
  LookFor what_;
  size_t at_ = 0;
  int line_ = 1, column_ = 1;
  int nested_ = 0, dots_ = 0, values_ = 0;

  void advance(size_t n) {
    for (; n > 0 && at_ < text_.size(); --n, ++at_) {
      const bool continues = (static_cast<unsigned char>(text_[at_]) & 0xc0) == 0x80;
      column_ = text_[at_] == '\n' ? 1 : column_ + (continues ? 0 : 1);
      if (text_[at_] == '\n') ++line_;
    }
  }

  bool is_here(const std::string& mark) const { return text_.compare(at_, mark.size(), mark) == 0; }

  /// A string over several lines ends with its mark, one on a line at the latest with the line.
  void pass_string(char quote) {
    const std::string three(3, quote), one(1, quote);
    const bool is_long = is_here(three);
    const std::string& mark = is_long ? three : one;
    advance(mark.size());
    while (at_ < text_.size() && !is_here(mark)) {
      if (!is_long && text_[at_] == '\n') return;
      advance(quote == '"' && text_[at_] == '\\' ? 2 : 1);
    }
    advance(mark.size());
    // Up to two more quotes may belong to a long string.
    while (is_long && at_ < text_.size() && text_[at_] == quote) advance(1);
  }

  void pass_comment() {
    while (at_ < text_.size() && text_[at_] != '\n') advance(1);
  }

  Finding here(const std::string& sentence) const { return {{file_, line_, column_}, sentence}; }

  std::optional<Finding> unquoted(char c) const {
    if (static_cast<unsigned char>(c) < 0x80) return std::nullopt;
    const size_t length = std::max<size_t>(1, utf8_length(text_, at_));
    return here(
        fmt::format("found '{}' outside of quotes; expected ASCII letters, or a text or key "
                    "in quotes (\"...\")",
                    text_.substr(at_, length)));
  }

  std::optional<Finding> count(char c) {
    if (c == '.') {
      if (++dots_ >= most_key_parts)
        return here(fmt::format("a key has more than {} parts", most_key_parts));
      return std::nullopt;
    }
    if (std::string_view("=,[]{}\n").find(c) == std::string::npos) return std::nullopt;
    dots_ = 0;
    if ((c == '=' || c == ',' || c == '[') && ++values_ > most_values)
      return here(fmt::format("more than {} keys, values and headings in one file", most_values));
    if (c == '[' || c == '{')
      if (++nested_ > most_nested)
        return here(fmt::format("brackets are nested more than {} deep", most_nested));
    if ((c == ']' || c == '}') && nested_ > 0) --nested_;
    return std::nullopt;
  }
};

}  // namespace

std::optional<Finding> beyond_limits(const std::string& text, const std::string& file) {
  return Walk(text, file, LookFor::limits).run();
}

std::optional<Finding> unquoted_character(const std::string& text, const std::string& file) {
  return Walk(text, file, LookFor::characters).run();
}

}  // namespace rumbo
