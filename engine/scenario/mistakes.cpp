// See mistakes.hpp.
#include "engine/scenario/mistakes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace rumbo {
namespace {

using Kind = DocumentNode::Kind;

constexpr double unbounded = 1e300;
constexpr Month last_month = Month::of(2190, 12);  // months fit in 12 bits

std::string short_list(const std::vector<std::string>& names) {
  constexpr size_t most = 12;
  std::string text;
  for (size_t i = 0; i < names.size() && i < most; ++i) text += (i ? ", " : "") + names[i];
  return text + (names.size() > most ? ", ..." : "");
}

}  // namespace

std::vector<std::string> Findings::in_order(const std::vector<Finding>& findings) {
  std::map<std::string, size_t> files;
  const auto place = [&](const Finding& finding) {
    const auto& [file, line, column] = finding.where;
    return std::tuple(files.emplace(file, files.size()).first->second, line, column);
  };
  std::vector<std::pair<decltype(place(findings[0])), std::string>> sorted;
  for (const auto& finding : findings)
    sorted.emplace_back(place(finding), finding.where.prefix() + finding.sentence);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> texts;
  for (auto& [where, text] : sorted) texts.push_back(std::move(text));
  return texts;
}

void Findings::add_unknown(const SourceLocation& where, const std::string& front,
                           const std::string& name, const std::vector<std::string>& valid,
                           const std::vector<std::string>& first) {
  // A search of names takes its time, and no one reads so many mistakes.
  constexpr size_t most_searched = 1000;
  std::string near;
  if (count() < most_searched) near = nearest_name(name, first);
  if (near.empty() && count() < most_searched) near = nearest_name(name, valid);
  std::string sentence = front + " '" + shown(name) + "'";
  if (!near.empty())
    sentence += "; did you mean '" + near + "'?";
  else if (!valid.empty())
    sentence += "; expected one of " + short_list(valid);
  add(where, sentence);
}

std::string shown(const std::string& text) {
  constexpr size_t most_bytes = 120;
  std::string made;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool begins = (byte & 0xc0) != 0x80;
    if (i >= most_bytes && begins) return made + "...";
    if (byte < 0x20 || byte == 0x7f)
      made += byte == '\n' ? "\\n" : byte == '\t' ? "\\t" : fmt::format("\\u{:04X}", byte);
    else
      made += text[i];
  }
  return made;
}

bool NumberRange::holds(double value) const {
  if (!std::isfinite(value)) return false;
  return (above_minimum ? value > minimum : value >= minimum) && value <= maximum;
}

std::string NumberRange::text() const {
  const std::string unit_text = unit == "1" || unit.empty() ? "" : " " + unit;
  if (minimum < -unbounded && maximum > unbounded) return "any number" + unit_text;
  if (above_minimum)
    return fmt::format("more than {} and at most {}{}", minimum, maximum, unit_text);
  if (maximum > unbounded) return fmt::format("{}{} or more", minimum, unit_text);
  if (minimum < -unbounded) return fmt::format("{}{} or less", maximum, unit_text);
  return fmt::format("{} to {}{}", minimum, maximum, unit_text);
}

std::string found_text(const DocumentNode& node) {
  switch (node.kind) {
    case Kind::text:
      return "found the string '" + shown(node.text) + "'";
    case Kind::whole:
    case Kind::real:
    case Kind::truth:
      return "found " + as_toml(node);
    case Kind::date:
      return "found the date " + node.text;
    case Kind::list:
    case Kind::section:
      break;
  }
  return "found " + kind_name(node.kind);
}

std::optional<double> read_number(const DocumentNode& node, const std::string& name,
                                  const NumberRange& range, Findings& mistakes) {
  if (!node.is_number())
    mistakes.add(node.where,
                 name + ": " + found_text(node) + "; expected a number, " + range.text());
  else if (!range.holds(node.real))
    mistakes.add(node.where, name + ": " + found_text(node) + "; expected " + range.text());
  else
    return node.real;
  return std::nullopt;
}

std::optional<int64_t> read_whole(const DocumentNode& node, const std::string& name,
                                  int64_t minimum, int64_t maximum, Findings& mistakes) {
  if (node.kind == Kind::whole && node.whole >= minimum && node.whole <= maximum) return node.whole;
  const std::string range = maximum == std::numeric_limits<int64_t>::max()
                                ? fmt::format("{} or more", minimum)
                                : fmt::format("{} to {}", minimum, maximum);
  mistakes.add(node.where, name + ": " + found_text(node) + "; expected a whole number, " + range);
  return std::nullopt;
}

std::optional<Month> read_month(const DocumentNode& node, const std::string& name,
                                Findings& mistakes) {
  if (node.kind == Kind::text)
    if (const auto month = Month::parse(node.text); month && *month <= last_month) return month;
  mistakes.add(node.where, name + ": " + found_text(node) +
                               "; expected a month in quotes, \"YYYY-MM\", from " +
                               Month(0).text() + " to " + last_month.text());
  return std::nullopt;
}

std::optional<std::string> read_text(const DocumentNode& node, const std::string& name,
                                     Findings& mistakes) {
  if (node.kind == Kind::text) return node.text;
  mistakes.add(node.where, name + ": " + found_text(node) + "; expected text in quotes");
  return std::nullopt;
}

std::optional<bool> read_truth(const DocumentNode& node, const std::string& name,
                               Findings& mistakes) {
  if (node.kind == Kind::truth) return node.truth;
  mistakes.add(node.where, name + ": " + found_text(node) + "; expected true or false");
  return std::nullopt;
}

}  // namespace rumbo
