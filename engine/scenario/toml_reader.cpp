// See toml_reader.hpp.
#include "engine/scenario/toml_reader.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "engine/scenario/toml_limits.hpp"

namespace rumbo {
namespace {

/// Some malformed files, "[[#name]]" among them, fail an assertion of the parser (3.3.0) where
/// an error is due, or without assertions are undefined behaviour: the assertions are kept in
/// every build, and throw.
struct ParserAssertion {};

[[noreturn]] void fail_parser_assertion() {
  throw ParserAssertion{};
}

}  // namespace
}  // namespace rumbo

#pragma push_macro("NDEBUG")
#undef NDEBUG
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_ASSERT(condition) ((condition) ? (void)0 : ::rumbo::fail_parser_assertion())
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace rumbo {
namespace {

/// What every node of one file shares.
struct Origin {
  const std::string& file;
  uint32_t layer;

  SourceLocation at(const toml::source_region& region) const {
    return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
  }
};

template <class Value>
std::string as_written(const Value& value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

DocumentNode converted(const toml::node& node, const Origin& origin);

void convert_table(const toml::table& table, const Origin& origin, DocumentNode& made) {
  made.kind = DocumentNode::Kind::section;
  for (const auto& [key, value] : table) {
    made.entries.emplace_back(std::string(key.str()), converted(value, origin));
    made.entries.back().second.key_where = origin.at(key.source());
  }
  // The parser sorts keys by name; what a reader sees is the order in the file.
  std::stable_sort(made.entries.begin(), made.entries.end(), [](const auto& a, const auto& b) {
    const auto& p = a.second.key_where;
    const auto& q = b.second.key_where;
    return std::pair(p.line, p.column) < std::pair(q.line, q.column);
  });
}

void convert_number(const toml::node& node, DocumentNode& made) {
  if (const auto* whole = node.as_integer()) {
    made.kind = DocumentNode::Kind::whole;
    made.whole = whole->get();
    made.real = static_cast<double>(made.whole);
  } else {
    made.kind = DocumentNode::Kind::real;
    made.real = node.as_floating_point()->get();
  }
}

void convert_date(const toml::node& node, DocumentNode& made) {
  made.kind = DocumentNode::Kind::date;
  if (const auto* date = node.as_date()) made.text = as_written(date->get());
  if (const auto* time = node.as_time()) made.text = as_written(time->get());
  if (const auto* both = node.as_date_time()) made.text = as_written(both->get());
}

DocumentNode converted(const toml::node& node, const Origin& origin) {
  DocumentNode made;
  made.layer = origin.layer;
  made.where = origin.at(node.source());
  if (const auto* table = node.as_table()) {
    convert_table(*table, origin, made);
  } else if (const auto* list = node.as_array()) {
    made.kind = DocumentNode::Kind::list;
    for (const auto& item : *list) made.items.push_back(converted(item, origin));
  } else if (const auto* text = node.as_string()) {
    made.kind = DocumentNode::Kind::text;
    made.text = text->get();
  } else if (const auto* truth = node.as_boolean()) {
    made.kind = DocumentNode::Kind::truth;
    made.truth = truth->get();
  } else if (node.is_number()) {
    convert_number(node, made);
  } else {
    convert_date(node, made);
  }
  return made;
}

void place_at(DocumentNode& node, const SourceLocation& where) {
  node.where = node.key_where = where;
  for (auto& item : node.items) place_at(item, where);
  for (auto& [key, value] : node.entries) place_at(value, where);
}

/// What to write instead, for the mistakes that scenarios invite.
std::string hint(const std::string& found) {
  const auto tells = [&](const char* words) { return found.find(words) != std::string::npos; };
  if (tells("parsing date")) return "; a month is written in quotes, \"2004-12\"";
  if (tells("expected '=', saw '['"))
    return "; a key with an index is written in quotes, \"name[LABEL]\"";
  if (tells("determine value type") || tells("expected 'nan'") || tells("expected 'inf'") ||
      tells("parsing boolean"))
    return "; text is written in quotes";
  return "";
}

bool fails_an_assertion(std::string_view text) {
  try {
    const toml::table ignored = toml::parse(text);
  } catch (const ParserAssertion&) {
    return true;
  } catch (const toml::parse_error&) {
    // A value over several lines, not yet complete.
  }
  return false;
}

/// Offsets at which the lines of a text begin, and its end.
std::vector<size_t> line_starts(std::string_view text) {
  std::vector<size_t> starts{0};
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(at + 1);
  starts.push_back(text.size());
  return starts;
}

/// The line at which the parser gives up on an assertion: the last of the shortest such beginning.
int line_of_assertion(std::string_view text) {
  const std::vector<size_t> starts = line_starts(text);
  size_t good = 0, bad = starts.size() - 1;  // numbers of lines; the parser goes from top to bottom
  while (bad - good > 1) {
    const size_t middle = (good + bad) / 2;
    (fails_an_assertion(text.substr(0, starts[middle])) ? bad : good) = middle;
  }
  return static_cast<int>(bad);
}

/// A text as a tree, or the first place that is not TOML.
struct Attempt {
  DocumentNode root;
  std::optional<Finding> mistake;
};

Attempt attempt(const std::string& text, const std::string& file, uint32_t layer) {
  const Origin origin{file, layer};
  try {
    const toml::table table = toml::parse(std::string_view(text), std::string_view(file));
    return {converted(table, origin), std::nullopt};
  } catch (const toml::parse_error& error) {
    const std::string found(error.description());
    return {{}, Finding{origin.at(error.source()), "this is not TOML: " + found + hint(found)}};
  } catch (const ParserAssertion&) {
    return {{}, Finding{{file, line_of_assertion(text), 1}, "this is not TOML"}};
  }
}

bool is_heading(std::string_view text, size_t line_start) {
  const size_t first = text.find_first_not_of(" \t", line_start);
  return first != std::string_view::npos && text[first] == '[';
}

/// Blanks a line (from 1), and under a heading what stands under it; false if there is none.
bool blank_line(std::string& text, int line) {
  const std::vector<size_t> starts = line_starts(text);
  if (line < 1 || static_cast<size_t>(line) >= starts.size()) return false;
  size_t end = static_cast<size_t>(line);
  if (is_heading(text, starts[end - 1]))
    while (end + 1 < starts.size() && !is_heading(text, starts[end])) ++end;
  for (size_t at = starts[static_cast<size_t>(line) - 1]; at < starts[end]; ++at)
    if (text[at] != '\n') text[at] = ' ';
  return true;
}

}  // namespace

TomlReading read_toml(const std::string& text, const std::string& file, uint32_t layer) {
  constexpr size_t most_mistakes = 20;
  TomlReading reading;
  if (auto beyond = beyond_limits(text, file)) {
    reading.mistakes.push_back(std::move(*beyond));
    return reading;
  }
  std::string rest = text;
  while (reading.mistakes.size() < most_mistakes) {
    Attempt made;
    made.mistake = unquoted_character(rest, file);
    if (!made.mistake) made = attempt(rest, file, layer);
    if (!made.mistake) {
      reading.root = std::move(made.root);
      return reading;
    }
    const int line = made.mistake->where.line;
    // What comes up right after a line that was left out most likely follows from that.
    if (!reading.mistakes.empty() && line <= reading.mistakes.back().where.line + 1) return reading;
    reading.mistakes.push_back(std::move(*made.mistake));
    if (!blank_line(rest, line)) return reading;
  }
  return reading;
}

std::optional<DocumentNode> parse_toml_value(const std::string& text, const SourceLocation& where,
                                             uint32_t layer) {
  if (text.find('\n') != std::string::npos) return std::nullopt;
  const std::string line = "value = " + text;
  if (beyond_limits(line, "") || unquoted_character(line, "")) return std::nullopt;
  Attempt made = attempt(line, "", layer);
  if (made.mistake || made.root.entries.size() != 1) return std::nullopt;
  DocumentNode value = std::move(made.root.entries.front().second);
  place_at(value, where);
  return value;
}

}  // namespace rumbo
