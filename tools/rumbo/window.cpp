// See window.hpp.
#include "tools/rumbo/window.hpp"

#include <fmt/format.h>

#include <numeric>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

Month read_month(const Records& records, const std::string& text) {
  const auto month = Month::parse(text);
  const std::string range =
      fmt::format("{} to {}", records.start.text(), records.last.back().text());
  if (!month)
    throw InputError(
        fmt::format("--between: found '{}'; expected a month as YYYY-MM, within {}", text, range));
  if (*month < records.start || *month > records.last.back())
    throw InputError(
        fmt::format("--between: {} is outside the records, which go from {}", text, range));
  return *month;
}

}  // namespace

Window window_between(const Records& records, const std::string& from, const std::string& to,
                      std::vector<std::string>& notes) {
  const Month begin = read_month(records, from), end = read_month(records, to);
  if (end < begin)
    throw InputError(fmt::format("--between: {} comes after {}; the earlier goes first", from, to));
  size_t first = 0;
  while (first < records.last.size() && records.first_month(first) < begin) ++first;
  size_t after = first;
  while (after < records.last.size() && records.last[after] <= end) ++after;
  const size_t before = first == 0 ? 0 : first - 1;
  const size_t around = records.last[before] >= end ? before : first;
  if (after == first)
    throw InputError(fmt::format(
        "--between: no whole record period lies between {} and {}; around them, periods go from {} "
        "to {}",
        from, to, records.first_month(before).text(),
        records.last[std::min(around, records.last.size() - 1)].text()));
  const Window window{first, after - 1};
  const Month used_from = records.first_month(window.first), used_to = records.last[window.last];
  if (used_from != begin || used_to != end)
    notes.push_back(fmt::format("--between {} {} cuts record periods in two; {} to {} is used",
                                from, to, used_from.text(), used_to.text()));
  return window;
}

Window window_since(const Records& records, Month month) {
  Window window{0, records.last.size() - 1};
  while (window.first < window.last && records.last[window.first] < month) ++window.first;
  return records.last[window.first] < month ? Window{0, window.last} : window;
}

std::vector<Period> periods_of(const Records& records, const Window& window, Grouping grouping) {
  if (grouping == Grouping::together) return {{"", window}};
  std::vector<Period> periods;
  for (size_t record = window.first; record <= window.last; ++record) {
    const std::string year = std::to_string(records.last[record].year());
    if (periods.empty() || periods.back().name != year) periods.push_back({year, {record, record}});
    periods.back().records.last = record;
  }
  return periods;
}

double value_in(const std::vector<double>& values, const Window& window, bool is_state) {
  if (is_state) return values[window.last];
  const auto begin = values.begin() + static_cast<std::ptrdiff_t>(window.first);
  return std::accumulate(begin, values.begin() + static_cast<std::ptrdiff_t>(window.last) + 1, 0.0);
}

}  // namespace rumbo
