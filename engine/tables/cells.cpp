// See cells.hpp.
#include "engine/tables/cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "engine/base/month.hpp"
#include "engine/tables/figures.hpp"

namespace rumbo {
namespace {

constexpr double empty = std::numeric_limits<double>::quiet_NaN();

Cell wrong(const ColumnSchema& column, std::string_view found) {
  return {empty,
          fmt::format("{}: found '{}'; expected {}", column.name, found, expected_text(column))};
}

/// "; did you mean 'X'?" or nothing.
std::string hint(std::string_view name, const std::vector<std::string>& names) {
  const std::string near = nearest_name(std::string(name), names);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

Cell read_name(const ColumnSchema& column, std::string_view text, const NameSets& sets) {
  const auto set = sets.find(column.set);
  if (set == sets.end()) return {0};
  const NameSet& names = set->second;
  const auto found = names.find(text);
  if (!found)
    return {empty, fmt::format("{}: no {} '{}'; expected a {} of {}{}", column.name, names.word(),
                               text, names.word(), names.file(), hint(text, names.names()))};
  Cell cell{static_cast<double>(*found)};
  if (names.is_in(column.subset, *found)) return cell;
  const std::string said =
      fmt::format("{}: {} {} has no use here; expected one that is {}", column.name, names.word(),
                  text, names.meaning(column.subset));
  (column.misfit == Misfit::refused ? cell.mistake : cell.warning) = said;
  return cell;
}

Cell read_word(const ColumnSchema& column, std::string_view text) {
  const auto found = std::find(column.words.begin(), column.words.end(), text);
  if (found != column.words.end()) return {static_cast<double>(found - column.words.begin())};
  Cell cell = wrong(column, text);
  cell.mistake += hint(text, column.words);
  return cell;
}

Cell read_month(const ColumnSchema& column, std::string_view text) {
  const auto month = Month::parse(text);
  if (!month || month->count() < 0 || month->count() > 4095) return wrong(column, text);
  return {static_cast<double>(month->count())};
}

Cell read_number(const ColumnSchema& column, std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number =
      error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
  const bool is_good = is_number && value >= column.low && value <= column.high;
  if (!is_good) return wrong(column, text);
  if (column.kind != ColumnKind::whole) return {value};
  const auto& only = column.values;
  if (value != std::floor(value) ||
      (!only.empty() && std::find(only.begin(), only.end(), value) == only.end()))
    return wrong(column, text);
  return {value};
}

/// "0, 1, 5, 10 to 100 in steps of 5" of the values of a column.
std::string values_text(const std::vector<double>& values) {
  const size_t n = values.size();
  if (n < 4) return fmt::format("{}", fmt::join(values, ", "));
  const double step = values[n - 1] - values[n - 2];
  size_t first = n - 1;
  while (first > 0 && values[first] - values[first - 1] == step) --first;
  const std::string rest =
      fmt::format("{} to {} in steps of {}", values[first], values[n - 1], step);
  if (first == 0) return rest;
  const std::vector<double> before(values.begin(), values.begin() + static_cast<long>(first));
  return fmt::format("{}, {}", fmt::join(before, ", "), rest);
}

}  // namespace

std::string expected_text(const ColumnSchema& column) {
  switch (column.kind) {
    case ColumnKind::name:
      return "a " + column.set + " of " + column.set + "s.csv";
    case ColumnKind::label:
      return "a name";
    case ColumnKind::word:
      return fmt::format("one of {}", fmt::join(column.words, ", "));
    case ColumnKind::month:
      return "YYYY-MM";
    case ColumnKind::whole:
      if (!column.values.empty()) return values_text(column.values);
      return fmt::format("a whole number from {} to {}", column.low, column.high);
    case ColumnKind::number:
      return fmt::format("a number from {} to {}", column.low, column.high);
    case ColumnKind::text:
      return "text";
  }
  return "";
}

Cell read_cell(const ColumnSchema& column, std::string_view text, const NameSets& sets) {
  if (column.is_for_readers || column.kind == ColumnKind::text) return {0};
  if (text.empty()) {
    if (!column.if_empty.empty()) return {empty};
    return {empty,
            fmt::format("{}: the cell is empty; expected {}", column.name, expected_text(column))};
  }
  switch (column.kind) {
    case ColumnKind::name:
      return read_name(column, text, sets);
    case ColumnKind::word:
      return read_word(column, text);
    case ColumnKind::month:
      return read_month(column, text);
    case ColumnKind::whole:
    case ColumnKind::number:
      return read_number(column, text);
    case ColumnKind::label:
    case ColumnKind::text:
      break;
  }
  return {0};
}

}  // namespace rumbo
