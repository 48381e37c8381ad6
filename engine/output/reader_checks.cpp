// See reader_checks.hpp.
#include "engine/output/reader_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"

namespace rumbo::checks {

namespace {

using hdf5::Dataset;
using hdf5::Group;

[[noreturn]] void refuse(const hdf5::Node& node, const std::string& why) {
  throw RunError("cannot read " + node.name() + ": " + why);
}

std::vector<int64_t> numbers_along_one_axis(const Dataset& dataset) {
  if (dataset.shape().size() != 1) refuse(dataset, "expected numbers along one axis");
  auto numbers = dataset.read<int64_t>();
  if (numbers.empty()) refuse(dataset, "it is empty");
  return numbers;
}

/// A column of rows: its length.
uint64_t length_of_column(const Dataset& column) {
  if (column.shape().size() != 1) refuse(column, "expected a column of numbers");
  column.type();
  column.require_whole();
  return column.size();
}

std::string shape_text(const hdf5::Shape& shape) {
  return fmt::format("[{}]", fmt::join(shape, ", "));
}

}  // namespace

Month month_of_days(int64_t days, const std::string& what) {
  using namespace std::chrono;
  constexpr int64_t first = -60000, last = 72000;  // more than the calendar of the engine
  if (days >= first && days <= last) {
    const year_month_day date{sys_days(year{2000} / 1 / 1) + std::chrono::days(days)};
    const Month month = Month::of(static_cast<int>(date.year()),
                                  static_cast<int>(static_cast<unsigned>(date.month())));
    constexpr int n_months = 1 << 12;
    if (date.day() == day{1} && month.count() >= 0 && month.count() < n_months) return month;
  }
  throw RunError(fmt::format(
      "cannot read {}: found day {} since 2000-01-01; expected the first day of a month "
      "of 1850 to 2191",
      what, days));
}

std::vector<uint32_t> replicates_of(const Dataset& dataset) {
  std::vector<uint32_t> replicates;
  int64_t before = -1;
  for (const int64_t number : numbers_along_one_axis(dataset)) {
    if (number <= before || number > INT32_MAX)
      refuse(dataset, fmt::format("found replicate {} after {}; expected ascending numbers from 0",
                                  number, before));
    replicates.push_back(static_cast<uint32_t>(number));
    before = number;
  }
  return replicates;
}

std::vector<Month> times_of(const Dataset& dataset) {
  std::vector<Month> times;
  for (const int64_t days : numbers_along_one_axis(dataset)) {
    const Month month = month_of_days(days, dataset.name());
    if (!times.empty() && month <= times.back())
      refuse(dataset, fmt::format("found {} after {}; expected ascending months", month.text(),
                                  times.back().text()));
    times.push_back(month);
  }
  return times;
}

Month start_of(const Dataset& bounds, const std::vector<Month>& times) {
  const hdf5::Shape expected = {times.size(), 2};
  if (bounds.shape() != expected)
    refuse(bounds, fmt::format("found the shape {}, expected {}", shape_text(bounds.shape()),
                               shape_text(expected)));
  const Month start = month_of_days(bounds.read<int64_t>().front(), bounds.name());
  if (start > times.front())
    refuse(bounds, fmt::format("the first period begins in {}, after its last month {}",
                               start.text(), times.front().text()));
  return start;
}

std::vector<std::string> labels_of(const Group& root, const std::string& axis) {
  auto labels = root.read_texts(axis);
  const std::string which = "cannot read " + root.name() + "/" + axis + ": ";
  if (labels.empty()) throw RunError(which + "it has no labels");
  std::set<std::string> seen;
  for (const auto& label : labels) {
    if (label.empty()) throw RunError(which + "a label is empty");
    if (!seen.insert(label).second)
      throw RunError(which + "the label '" + label + "' is there twice");
  }
  return labels;
}

uint64_t cells_of(const TableDeclaration& table, const std::string& file) {
  uint64_t count = 1;
  for (const auto& axis : table.axes)
    if (__builtin_mul_overflow(count, axis.labels.size(), &count) || count > INT64_MAX / 8)
      throw RunError("cannot read " + file + ": table '" + table.name +
                     "' has more cells than can be addressed");
  return count;
}

void check_dense(const Dataset& dataset, const ResultsHeader& header,
                 const TableDeclaration& table) {
  hdf5::Shape expected = {header.scenarios.size(), header.replicates.size(), header.times.size()};
  for (const auto& axis : table.axes) expected.push_back(axis.labels.size());
  if (dataset.shape() != expected)
    refuse(dataset, fmt::format("found the shape {}; its axes (scenario, replicate, time{}{}) "
                                "expect {}",
                                shape_text(dataset.shape()), table.axes.empty() ? "" : ", ",
                                layout::axis_list(table, ", "), shape_text(expected)));
  dataset.type();
  dataset.require_whole();
}

void check_sparse(const Group& group, const TableDeclaration& table) {
  const uint64_t rows = length_of_column(group.open_dataset("value"));
  for (const auto& name : layout::sparse_columns(table)) {
    const Dataset column = group.open_dataset(name);
    if (const uint64_t length = length_of_column(column); length != rows)
      refuse(column, fmt::format("found {} rows, but value has {}", length, rows));
    if (name != "value" && column.type() == ElementType::f64)
      refuse(column, "found fractions, expected whole numbers");
  }
}

void check_events(const Group& group, const EventDeclaration& declaration) {
  const uint64_t rows = length_of_column(group.open_dataset("scenario_index"));
  for (const auto& name : layout::event_columns(declaration))
    if (const uint64_t length = length_of_column(group.open_dataset(name)); length != rows)
      refuse(group.open_dataset(name),
             fmt::format("found {} rows, but scenario_index has {}", length, rows));
}

std::vector<int32_t> indices_of(const Dataset& column, uint64_t count, int32_t least) {
  const auto numbers = column.read<int64_t>();
  std::vector<int32_t> indices;
  indices.reserve(numbers.size());
  for (size_t row = 0; row < numbers.size(); ++row) {
    const int64_t number = numbers[row];
    if (number < least || (number >= 0 && static_cast<uint64_t>(number) >= count) ||
        number > INT32_MAX)
      refuse(column, fmt::format("row {} has the index {}; expected {} to {}", row, number, least,
                                 static_cast<int64_t>(count) - 1));
    indices.push_back(static_cast<int32_t>(number));
  }
  return indices;
}

}  // namespace rumbo::checks
