// See trigger.hpp. "NAME[LABEL, AXIS=LABEL] > NUMBER in N months", step by step.
#include "engine/scenario/trigger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <regex>
#include <set>

namespace rumbo {
namespace {

constexpr int longest_window = 120;

std::string trimmed(std::string_view text) {
  const auto is_space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t from = 0; from <= text.size();) {
    const size_t comma = std::min(text.find(',', from), text.size());
    parts.push_back(trimmed(text.substr(from, comma - from)));
    from = comma + 1;
  }
  return parts;
}

/// The parts of a condition as written.
struct ConditionText {
  std::string table;
  std::vector<std::string> labels;  ///< "USA", "destination=USA"
  Relation comparison = Relation::above;
  double level = 0;
  int window = 1;
};

/// "in 12 months" -> 12; nothing if it is not that.
std::optional<int> window_of(const std::string& text) {
  static const std::regex form("in\\s+([0-9]{1,6})\\s*months?");
  std::smatch found;
  if (text.size() > 40 || !std::regex_match(text, found, form)) return std::nullopt;
  return std::stoi(found[1].str());
}

/// Takes "NAME[...]" apart; false if it is not of that form.
bool read_series_text(const std::string& text, ConditionText& found) {
  const size_t open = text.find('[');
  found.table = trimmed(text.substr(0, open));
  if (open != std::string::npos) {
    if (text.back() != ']') return false;
    found.labels = split_at_commas(text.substr(open + 1, text.size() - open - 2));
    for (const auto& label : found.labels)
      if (label.empty()) return false;
  }
  return !found.table.empty();
}

std::optional<ConditionText> take_apart(const std::string& text) {
  ConditionText found;
  // Labels of pairs hold a '>' ("MEX->USA"): the comparison is looked for behind the bracket.
  const size_t closed = text.rfind(']');
  const size_t at = text.find_first_of("<>", closed == std::string::npos ? 0 : closed);
  if (at == std::string::npos) return std::nullopt;
  const bool with_equal = at + 1 < text.size() && text[at + 1] == '=';
  found.comparison = text[at] == '>' ? (with_equal ? Relation::at_least : Relation::above)
                                     : (with_equal ? Relation::at_most : Relation::below);
  const std::string series = trimmed(text.substr(0, at));
  if (series.empty() || !read_series_text(series, found)) return std::nullopt;
  const std::string number = trimmed(text.substr(at + (with_equal ? 2 : 1)));
  char* end = nullptr;
  found.level = std::strtod(number.c_str(), &end);
  if (end == number.c_str() || !std::isfinite(found.level)) return std::nullopt;
  const std::string rest = trimmed(end);
  if (rest.empty()) return found;
  const auto window = window_of(rest);
  if (!window) return std::nullopt;
  found.window = *window;
  return found;
}

/// Picks the cells of a table by their labels; every step notes its mistakes and goes on.
class SeriesReader {
 public:
  SeriesReader(const TableDeclaration& table, const SourceLocation& where, const std::string& name,
               Findings& mistakes)
      : table_(table), where_(where), name_(name), mistakes_(mistakes) {}

  Series read(uint32_t number, const std::vector<std::string>& labels) {
    series_.table = number;
    series_.scale = table_.scale;
    series_.method = table_.method;
    series_.chosen.resize(table_.axes.size());
    for (const auto& axis : table_.axes) series_.lengths.push_back(axis.labels.size());
    for (const auto& label : labels) {
      const size_t equals = label.find('=');
      if (equals == std::string::npos)
        choose(label);
      else
        choose(trimmed(label.substr(0, equals)), trimmed(label.substr(equals + 1)));
    }
    return series_;
  }

 private:
  const TableDeclaration& table_;
  const SourceLocation& where_;
  const std::string& name_;
  Findings& mistakes_;
  Series series_;

  /// Labels of an axis that a pattern means; a place alone means all pairs that lead to it.
  std::vector<uint32_t> meant(const Axis& axis, const std::string& pattern) const {
    std::vector<uint32_t> found = fitting_labels(pattern, axis.labels);
    if (found.empty()) found = fitting_labels("*->" + pattern, axis.labels);
    return found;
  }

  void count(size_t axis, const std::vector<uint32_t>& labels) {
    auto& chosen = series_.chosen[axis];
    chosen.resize(series_.lengths[axis]);
    for (const uint32_t label : labels) chosen[label] = 1;
  }

  /// A label without its axis: on the one axis that has it; the place of birth gives way.
  void choose(const std::string& label) {
    std::vector<size_t> axes;
    std::vector<std::string> all;
    for (size_t axis = 0; axis < table_.axes.size(); ++axis) {
      if (!meant(table_.axes[axis], label).empty()) axes.push_back(axis);
      const auto& labels = table_.axes[axis].labels;
      all.insert(all.end(), labels.begin(), labels.end());
    }
    if (axes.size() > 1)
      std::erase_if(axes, [&](size_t axis) { return table_.axes[axis].name == "origin"; });
    if (axes.size() == 1) {
      count(axes[0], meant(table_.axes[axes[0]], label));
    } else if (axes.empty()) {
      mistakes_.add_unknown(where_, name_ + ": " + table_.name + " has no label", label, all);
    } else {
      std::string ways;
      for (const size_t axis : axes)
        ways += (ways.empty() ? "" : " or ") + table_.axes[axis].name + "=" + label;
      mistakes_.add(where_, name_ + ": '" + label + "' may mean several axes of " + table_.name +
                                "; expected " + ways);
    }
  }

  void choose(const std::string& axis_name, const std::string& label) {
    std::vector<std::string> names;
    for (size_t axis = 0; axis < table_.axes.size(); ++axis) {
      names.push_back(table_.axes[axis].name);
      if (names.back() != axis_name) continue;
      const auto labels = meant(table_.axes[axis], label);
      if (labels.empty())
        mistakes_.add_unknown(where_, name_ + ": " + axis_name + " has no label", label,
                              table_.axes[axis].labels);
      else
        count(axis, labels);
      return;
    }
    mistakes_.add_unknown(where_, name_ + ": " + table_.name + " has no axis", axis_name, names);
  }
};

/// Whether the condition makes sense for that table; notes why not.
bool suits(const ConditionText& text, const Series& series, const TableDeclaration& table,
           const SourceLocation& where, const std::string& name, Findings& mistakes) {
  if (series.method == CellMethod::point && text.window != 1)
    mistakes.add(where, name + ": " + table.name +
                            " is a state at the end of a month and is not added up over months; "
                            "expected no 'in N months'");
  else if (series.method == CellMethod::point && table.units != "persons" && series.cells() != 1)
    mistakes.add(
        where,
        fmt::format("{}: {} is in {} and is not added up over labels; expected one label "
                    "of each axis, found {} cells",
                    name, table.name, table.units == "1" ? "shares" : table.units, series.cells()));
  else
    return true;
  return false;
}

}  // namespace

bool Trigger::holds(int64_t sum) const {
  const double value = static_cast<double>(sum) * series.scale;
  switch (comparison) {
    case Relation::above:
      return value > level;
    case Relation::at_least:
      return value >= level;
    case Relation::below:
      return value < level;
    case Relation::at_most:
      return value <= level;
  }
  return false;
}

std::optional<Trigger> read_trigger(const DocumentNode& node, const std::string& name,
                                    std::span<const TableDeclaration> tables, Findings& mistakes) {
  const auto text = read_text(node, name, mistakes);
  if (!text) return std::nullopt;
  const auto parts = take_apart(trimmed(*text));
  const bool is_complete = parts && parts->window >= 1 && parts->window <= longest_window;
  if (!is_complete)
    mistakes.add(node.where, fmt::format("{}: {}; expected a series, a comparison and a number, "
                                         "such as \"apprehensions[USA] > 100000\" or \"entries < "
                                         "5000 in 12 months\" (1 to {} months)",
                                         name, found_text(node), longest_window));
  if (!parts) return std::nullopt;
  Trigger trigger;
  trigger.text = *text;
  trigger.comparison = parts->comparison;
  trigger.level = parts->level;
  trigger.window_months = parts->window;
  if (tables.empty()) return is_complete ? std::optional(trigger) : std::nullopt;
  std::vector<std::string> names;
  for (const auto& table : tables) names.push_back(table.name);
  const auto found = std::find(names.begin(), names.end(), parts->table);
  if (found == names.end()) {
    mistakes.add_unknown(node.where, name + ": there is no table of results", parts->table, names);
    return std::nullopt;
  }
  const auto number = static_cast<uint32_t>(found - names.begin());
  const size_t before = mistakes.count();
  trigger.series =
      SeriesReader(tables[number], node.where, name, mistakes).read(number, parts->labels);
  if (!is_complete || mistakes.count() > before ||
      !suits(*parts, trigger.series, tables[number], node.where, name, mistakes))
    return std::nullopt;
  return trigger;
}

std::optional<Month> first_difference(std::span<const WaitingPolicy> a,
                                      std::span<const WaitingPolicy> b, Month from, Month to) {
  std::optional<Month> first;
  const auto look = [&](std::span<const WaitingPolicy> some,
                        std::span<const WaitingPolicy> others) {
    for (const auto& policy : some) {
      const bool is_shared = std::any_of(others.begin(), others.end(), [&](const auto& other) {
        return other.text == policy.text;
      });
      const Month month = std::max(policy.start, from);
      if (is_shared || month >= to || (policy.end && *policy.end <= month)) continue;
      if (!first || month < *first) first = month;
    }
  };
  look(a, b);
  look(b, a);
  return first;
}

}  // namespace rumbo
