// See rows.hpp.
#include "tools/rumbo/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

using LabelFlags = std::vector<bool>;

bool holds(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// Drops the labels that a selection does not name; false if none is left or there is no such axis.
bool apply(const Selection& selection, const TableDeclaration& table,
           std::vector<LabelFlags>& kept) {
  const auto axis = find_axis(table, selection.axis);
  if (!axis) return false;
  LabelFlags& flags = kept[*axis];
  for (size_t label = 0; label < flags.size(); ++label)
    if (!holds(selection.labels, table.axes[*axis].labels[label])) flags[label] = false;
  return std::find(flags.begin(), flags.end(), true) != flags.end();
}

std::string joined(const std::vector<std::string>& words, const char* last) {
  if (words.size() == 1) return words[0];
  const std::vector<std::string> first(words.begin(), words.end() - 1);
  return fmt::format("{}{}{}", fmt::join(first, ", "), last, words.back());
}

[[noreturn]] void refuse(const HeadlineSeries& series, const TableDeclaration& table,
                         const std::vector<std::string>& axes) {
  std::string splits, choices;
  for (const auto& axis : series.splits) splits += ":" + axis;
  for (const auto& axis : axes) {
    splits += ":" + axis;
    choices += (choices.empty() ? "" : ",") + axis + "=LABEL";
  }
  throw InputError(fmt::format(
      "table '{0}' ({1}) has no sum or mean over {2}; ask for it label by label (--tables "
      "{0}{3}) or choose a label (--where {4})",
      table.name, table.long_name, joined(axes, " and "), splits, choices));
}

/// The one way in which the cells of a row are put together.
Aggregation way_of(const HeadlineSeries& series, const TableDeclaration& table,
                   const std::vector<LabelFlags>& kept) {
  std::vector<std::string> apart;
  std::vector<Aggregation> ways;
  for (size_t axis = 0; axis < table.axes.size(); ++axis) {
    if (holds(series.splits, table.axes[axis].name)) continue;
    if (std::count(kept[axis].begin(), kept[axis].end(), true) < 2) continue;
    const Aggregation way = table.aggregation(axis);
    const bool is_other = !ways.empty() && !(ways.front() == way);
    if (way.kind == AggregationKind::none || is_other) apart.push_back(table.axes[axis].name);
    ways.push_back(way);
  }
  if (!apart.empty()) refuse(series, table, apart);
  return ways.empty() ? Aggregation{} : ways.front();
}

/// Numbers the rows of an axis that is split: [label] -> place among those kept.
struct Split {
  size_t axis = 0;
  std::vector<int32_t> place;
  std::vector<std::string> labels;
};

std::vector<Split> splits_of(const HeadlineSeries& series, const TableDeclaration& table,
                             const std::vector<LabelFlags>& kept) {
  std::vector<Split> splits;
  for (const auto& name : series.splits) {
    Split split{*find_axis(table, name), {}, {}};
    for (size_t label = 0; label < kept[split.axis].size(); ++label) {
      split.place.push_back(static_cast<int32_t>(split.labels.size()));
      if (kept[split.axis][label]) split.labels.push_back(table.axes[split.axis].labels[label]);
    }
    splits.push_back(std::move(split));
  }
  return splits;
}

std::vector<std::string> names_of(const HeadlineSeries& series, const std::vector<Split>& splits) {
  std::vector<std::string> names = {series.name};
  for (const auto& split : splits) {
    std::vector<std::string> longer;
    for (const auto& name : names)
      for (const auto& label : split.labels) longer.push_back(name + ", " + label);
    names = std::move(longer);
  }
  return names;
}

/// [axis] label of a cell.
void decode(const TableDeclaration& table, size_t cell, std::vector<size_t>& labels) {
  for (size_t axis = table.axes.size(); axis-- > 0;) {
    labels[axis] = cell % table.axes[axis].labels.size();
    cell /= table.axes[axis].labels.size();
  }
}

/// Whether all labels of a cell are kept, and the two that must differ do.
class CellFilter {
 public:
  CellFilter(const HeadlineSeries& series, const TableDeclaration& table,
             const std::vector<LabelFlags>& kept)
      : table_(table), kept_(kept) {
    for (const auto& name : series.differing) differing_.push_back(*find_axis(table, name));
  }
  bool keeps(const std::vector<size_t>& labels) const {
    for (size_t axis = 0; axis < labels.size(); ++axis)
      if (!kept_[axis][labels[axis]]) return false;
    if (differing_.empty()) return true;
    const size_t a = differing_[0], b = differing_[1];
    return table_.axes[a].labels[labels[a]] != table_.axes[b].labels[labels[b]];
  }

 private:
  const TableDeclaration& table_;
  const std::vector<LabelFlags>& kept_;
  std::vector<size_t> differing_;
};

bool has_axes(const TableDeclaration& table, const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(),
                     [&](const std::string& name) { return find_axis(table, name).has_value(); });
}

}  // namespace

CellRows rows_of(const HeadlineSeries& series, const TableDeclaration& table) {
  if (table.cells() == 0) return {};
  std::vector<LabelFlags> kept;
  for (const auto& axis : table.axes) kept.emplace_back(axis.labels.size(), true);
  for (const auto& selection : series.selections)
    if (!apply(selection, table, kept)) return {};
  if (!has_axes(table, series.splits) || !has_axes(table, series.differing)) return {};
  CellRows rows;
  rows.how = way_of(series, table, kept);
  const auto splits = splits_of(series, table, kept);
  rows.names = names_of(series, splits);
  rows.row_of_cell.assign(table.cells(), -1);
  const CellFilter filter(series, table, kept);
  std::vector<size_t> labels(table.axes.size());
  for (size_t cell = 0; cell < rows.row_of_cell.size(); ++cell) {
    decode(table, cell, labels);
    if (!filter.keeps(labels)) continue;
    int32_t row = 0;
    for (const auto& split : splits)
      row = row * static_cast<int32_t>(split.labels.size()) + split.place[labels[split.axis]];
    rows.row_of_cell[cell] = row;
  }
  return rows;
}

}  // namespace rumbo
