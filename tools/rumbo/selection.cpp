// See selection.hpp.
#include "tools/rumbo/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  size_t begin = 0;
  for (size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + 1)
    parts.push_back(text.substr(begin, end - begin));
  parts.push_back(text.substr(begin));
  return parts;
}

Selection parse_selection(const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw InputError(fmt::format(
        "--where: found '{}'; expected AXIS=LABEL, as in origin=HTI or origin=HTI|MEX", text));
  Selection selection{text.substr(0, equals), split(text.substr(equals + 1), '|')};
  if (std::count(selection.labels.begin(), selection.labels.end(), "") > 0)
    throw InputError(fmt::format("--where: '{}' has an empty label", text));
  return selection;
}

void add_selection(Selection selection, std::vector<Selection>& selections) {
  for (const auto& other : selections)
    if (other.axis == selection.axis)
      throw InputError(fmt::format(
          "--where: the axis '{0}' is there twice; several labels go as {0}=A|B", selection.axis));
  selections.push_back(std::move(selection));
}

template <class List>
bool holds(const List& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::vector<std::string> axis_names(const std::vector<TableDeclaration>& tables) {
  std::set<std::string> names;
  for (const auto& table : tables)
    for (const auto& axis : table.axes) names.insert(axis.name);
  return {names.begin(), names.end()};
}

std::vector<std::string> labels_of(const std::string& axis,
                                   const std::vector<TableDeclaration>& tables) {
  for (const auto& table : tables)
    if (const auto place = find_axis(table, axis)) return table.axes[*place].labels;
  return {};
}

}  // namespace

std::optional<size_t> find_axis(const TableDeclaration& table, const std::string& name) {
  for (size_t i = 0; i < table.axes.size(); ++i)
    if (table.axes[i].name == name) return i;
  return std::nullopt;
}

std::string expected_one_of(const std::string& found, const std::vector<std::string>& names) {
  constexpr size_t most = 60;
  const std::vector<std::string> shown(
      names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most)));
  std::string text = fmt::format("expected one of {}", fmt::join(shown, ", "));
  if (names.size() > most) text += fmt::format(" and {} more", names.size() - most);
  const std::string near = nearest_name(found, names);
  return near.empty() ? text : text + "; did you mean '" + near + "'?";
}

std::vector<Selection> parse_selections(const std::vector<std::string>& texts) {
  std::vector<Selection> selections;
  std::vector<std::string> mistakes;
  for (const auto& text : texts)
    for (const auto& part : split(text, ',')) {
      try {
        add_selection(parse_selection(part), selections);
      } catch (const InputError& error) {
        mistakes.push_back(error.what());
      }
    }
  if (!mistakes.empty()) throw InputError(mistakes);
  return selections;
}

void check_split(const std::string& axis, const std::vector<TableDeclaration>& tables) {
  auto names = axis_names(tables);
  if (holds(names, axis)) return;
  names.insert(names.begin(), "year");  // compare has it for all tables
  throw InputError(
      fmt::format("--by: no table has an axis '{}'; {}", axis, expected_one_of(axis, names)));
}

void check_selections(const std::vector<Selection>& selections,
                      const std::vector<TableDeclaration>& tables) {
  std::vector<std::string> mistakes;
  for (const auto& selection : selections) {
    const auto axes = axis_names(tables);
    if (!holds(axes, selection.axis)) {
      mistakes.push_back(fmt::format("--where: no table has an axis '{}'; {}", selection.axis,
                                     expected_one_of(selection.axis, axes)));
      continue;
    }
    const auto labels = labels_of(selection.axis, tables);
    for (const auto& label : selection.labels)
      if (!holds(labels, label))
        mistakes.push_back(fmt::format("--where: axis '{}' has no label '{}'; {}", selection.axis,
                                       label, expected_one_of(label, labels)));
  }
  if (!mistakes.empty()) throw InputError(mistakes);
}

}  // namespace rumbo
