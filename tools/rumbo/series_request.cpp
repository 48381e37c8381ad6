// See series_request.hpp.
#include "tools/rumbo/series_request.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

using Tables = std::vector<TableDeclaration>;
using Mistakes = std::vector<std::string>;

std::vector<std::string> names_of_tables(const Tables& tables) {
  std::vector<std::string> names;
  for (const auto& table : tables) names.push_back(table.name);
  return names;
}

std::vector<std::string> names_of_axes(const TableDeclaration& table) {
  std::vector<std::string> names;
  for (const auto& axis : table.axes) names.push_back(axis.name);
  return names;
}

const TableDeclaration* find_table(const Tables& tables, const std::string& name) {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const TableDeclaration& t) { return t.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

std::vector<std::string> parts_of_request(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t begin = 0, end = 0; end < text.size(); begin = end + 1) {
    end = std::min(text.find(':', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
  }
  if (parts.empty() || text.ends_with(':')) parts.emplace_back();
  return parts;
}

/// What stands in place of a table. An axis is there where axes were given with commas.
/// before  the table asked for before, or null
std::string no_table(const std::string& name, const Tables& tables,
                     const TableDeclaration* before) {
  const TableDeclaration* of_axis =
      before != nullptr && find_axis(*before, name) ? before : nullptr;
  for (const auto& table : tables)
    if (of_axis == nullptr && find_axis(table, name)) of_axis = &table;
  if (of_axis != nullptr)
    return fmt::format(
        "--tables: found '{0}', which is an axis; expected a table. Axes follow "
        "their table after ':', as in {1}:{0}",
        name, of_axis->name);
  return fmt::format("--tables: no table '{}' in the results; {}", name,
                     expected_one_of(name, names_of_tables(tables)));
}

/// Why a table cannot be split by what follows it; "" if it can.
std::string no_axis(const std::string& axis, const TableDeclaration& table,
                    const std::vector<std::string>& splits, const std::string& text) {
  if (axis.find('=') != std::string::npos)
    return fmt::format(
        "--tables: found '{}' in '{}'; expected an axis without labels, which are "
        "chosen by --where {}",
        axis, text, axis);
  if (!find_axis(table, axis))
    return fmt::format("--tables: table '{}' has no axis '{}'; {}", table.name, axis,
                       expected_one_of(axis, names_of_axes(table)));
  if (std::find(splits.begin(), splits.end(), axis) != splits.end())
    return fmt::format("--tables: '{}' names the axis '{}' twice", text, axis);
  return "";
}

/// One entry of --tables; adds its mistakes.
HeadlineSeries series_of_table(const std::string& text, const Tables& tables,
                               const TableDeclaration* before, Mistakes& mistakes) {
  const auto parts = parts_of_request(text);
  HeadlineSeries series{parts.front(), parts.front()};
  if (std::count(parts.begin(), parts.end(), "") > 0) {
    mistakes.push_back(
        fmt::format("--tables: found '{}'; expected TABLE or TABLE:AXIS:AXIS", text));
    return series;
  }
  const TableDeclaration* table = find_table(tables, series.table);
  if (table == nullptr) {
    mistakes.push_back(no_table(series.table, tables, before));
    return series;
  }
  for (size_t i = 1; i < parts.size(); ++i) {
    if (const auto why = no_axis(parts[i], *table, series.splits, text); !why.empty())
      mistakes.push_back(why);
    else
      series.splits.push_back(parts[i]);
  }
  return series;
}

/// Axes of --where and --by that a table lacks and others have.
void check_axes_of(const TableDeclaration& table, const SeriesRequest& request,
                   const Tables& tables, Mistakes& mistakes) {
  const auto check = [&](const char* option, const std::string& axis) {
    const bool is_known = std::any_of(tables.begin(), tables.end(), [&](const auto& other) {
      return find_axis(other, axis).has_value();
    });
    if (is_known && !find_axis(table, axis))
      mistakes.push_back(fmt::format("{}: table '{}' has no axis '{}'; {}", option, table.name,
                                     axis, expected_one_of(axis, names_of_axes(table))));
  };
  for (const auto& selection : request.selections) check("--where", selection.axis);
  for (const auto& axis : request.splits) check("--by", axis);
}

/// Calls a check and keeps what it refuses.
template <class Check>
void keep_mistakes(Mistakes& mistakes, const Check& check) {
  try {
    check();
  } catch (const InputError& error) {
    mistakes.insert(mistakes.end(), error.messages().begin(), error.messages().end());
  }
}

}  // namespace

std::vector<HeadlineSeries> wanted_series(const SeriesRequest& request, const Tables& tables) {
  Mistakes mistakes;
  std::vector<HeadlineSeries> wanted;
  const TableDeclaration* before = nullptr;
  for (const auto& text : request.tables) {
    wanted.push_back(series_of_table(text, tables, before, mistakes));
    const TableDeclaration* table = find_table(tables, wanted.back().table);
    if (table == nullptr) continue;
    check_axes_of(*table, request, tables, mistakes);
    before = table;
  }
  keep_mistakes(mistakes, [&] { check_selections(request.selections, tables); });
  for (const auto& axis : request.splits)
    keep_mistakes(mistakes, [&] { check_split(axis, tables); });
  if (!mistakes.empty()) throw InputError(mistakes);
  return request.tables.empty() ? headline_series() : wanted;
}

}  // namespace rumbo
