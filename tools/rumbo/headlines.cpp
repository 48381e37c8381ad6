// See headlines.hpp.
#include "tools/rumbo/headlines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/output/reader.hpp"

namespace rumbo {

namespace {

const std::vector<std::string> legal_channels = {"work_visa",      "study", "family", "seasonal",
                                                 "right_of_entry", "visit", "asylum"};
const std::vector<std::string> irregular_channels = {"alone", "smuggler", "smuggler_debt"};
const std::vector<std::string> foreign_born = {"origin", "residence"};

/// Position of an axis, or nothing.
std::optional<size_t> find_axis(const TableDeclaration& table, const std::string& name) {
  for (size_t i = 0; i < table.axes.size(); ++i)
    if (table.axes[i].name == name) return i;
  return std::nullopt;
}

/// Which labels of `axis` a selection keeps; nothing if it keeps none.
std::optional<std::vector<bool>> kept_labels(const Axis& axis, const Selection& selection) {
  std::vector<bool> kept;
  for (const auto& label : axis.labels)
    kept.push_back(std::find(selection.labels.begin(), selection.labels.end(), label) !=
                   selection.labels.end());
  if (std::find(kept.begin(), kept.end(), true) == kept.end()) return std::nullopt;
  return kept;
}

/// Drops from `cells` those that one selection does not keep; false if it does not apply.
bool apply(const Selection& selection, const TableDeclaration& table, SelectedCells& cells) {
  const auto axis = find_axis(table, selection.axis);
  if (!axis) return false;
  const auto kept = kept_labels(table.axes[*axis], selection);
  if (!kept) return false;
  for (size_t cell = 0; cell < cells.is_kept.size(); ++cell)
    if (!(*kept)[axis_index(table, cell, *axis)]) cells.is_kept[cell] = false;
  return true;
}

bool drop_equal_labels(const std::vector<std::string>& axes, const TableDeclaration& table,
                       SelectedCells& cells) {
  if (axes.empty()) return true;
  const auto first = find_axis(table, axes.at(0));
  const auto second = find_axis(table, axes.at(1));
  if (!first || !second) return false;
  for (size_t cell = 0; cell < cells.is_kept.size(); ++cell)
    if (table.axes[*first].labels[axis_index(table, cell, *first)] ==
        table.axes[*second].labels[axis_index(table, cell, *second)])
      cells.is_kept[cell] = false;
  return true;
}

std::vector<std::string> names_of(const std::vector<TableDeclaration>& tables) {
  std::vector<std::string> names;
  for (const auto& table : tables) names.push_back(table.name);
  return names;
}

}  // namespace

const std::vector<HeadlineSeries>& headline_series() {
  using enum Reduction;
  static const std::vector<HeadlineSeries> list = {
      {"foreign-born at the end", "stock", end, {}, foreign_born},
      {"foreign-born, irregular, at the end",
       "stock",
       end,
       {{"status", {"irregular"}}},
       foreign_born},
      {"moves", "moves_by_channel", total},
      {"legal entries", "moves_by_channel", total, {{"channel", legal_channels}}},
      {"irregular entries", "moves_by_channel", total, {{"channel", irregular_channels}}},
      {"returns", "moves_by_channel", total, {{"channel", {"return"}}}},
      {"removals", "moves_by_channel", total, {{"channel", {"removal"}}}},
      {"moves", "moves_by_channel", total, {}, {}, "channel"},
      {"border attempts", "attempts", total},
      {"apprehensions", "apprehensions", total},
      {"persons apprehended", "persons_apprehended", total},
      {"irregular crossings", "entries", total},
      {"attempts", "attempts_by_route", total, {}, {}, "route"},
      {"on the way to borders", "transit_events", total, {}, {}, "transit_event"},
      {"taken by extortion on the way", "extorted", total},
      {"border deaths", "border_deaths", total},
      {"border deaths, expected", "border_deaths_expected", total},
      {"native wage at the end, mean of places and skills",
       "wage",
       end_mean,
       {{"status_group", {"native"}}}},
      {"fees paid to smugglers", "smuggler_fees", total},
      {"clients of smugglers", "smuggler_clients", total},
      {"clients of smugglers, on debt", "smuggler_clients_on_debt", total},
      {"firms of smugglers at the end", "smugglers_active", end},
      {"debts for passages at the end", "debt_outstanding", end},
      {"debtors in a trap at the end", "debtors_trapped", end},
      {"new victims of trafficking", "victims_new", total},
      {"victims of trafficking held at the end", "victims_held", end},
      {"remittances sent", "remittances_sent", total},
      {"remittances received", "remittances_received", total},
      {"status changes", "status_changes", total, {}, {}, "status_change"},
      {"visas applied for", "visas_applied", total},
      {"visas granted", "visas_granted", total},
      {"fees of regularization", "regularization_fees", total},
      {"public cost of", "policy_cost", total, {}, {}, "lever"},
  };
  return list;
}

HeadlineSeries series_of_table(const std::string& request,
                               const std::vector<TableDeclaration>& tables) {
  const size_t colon = request.find(':');
  const std::string name = request.substr(0, colon);
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const TableDeclaration& t) { return t.name == name; });
  if (found == tables.end())
    throw InputError(fmt::format("--tables: no table '{}' in the results; expected one of {}", name,
                                 fmt::join(names_of(tables), ", ")));
  HeadlineSeries series{name, name,
                        found->method == CellMethod::sum ? Reduction::total : Reduction::end};
  if (colon == std::string::npos) return series;
  series.split = request.substr(colon + 1);
  if (find_axis(*found, series.split)) return series;
  std::vector<std::string> axes;
  for (const auto& axis : found->axes) axes.push_back(axis.name);
  throw InputError(fmt::format("--tables: table '{}' has no axis '{}'; expected one of {}", name,
                               series.split, fmt::join(axes, ", ")));
}

std::vector<SelectedCells> select_cells(const HeadlineSeries& series,
                                        const TableDeclaration& table) {
  SelectedCells all{series.name, std::vector<bool>(table.cells(), true)};
  for (const auto& selection : series.selections)
    if (!apply(selection, table, all)) return {};
  if (!drop_equal_labels(series.differing, table, all)) return {};
  std::vector<SelectedCells> found;
  if (series.split.empty()) {
    found.push_back(std::move(all));
  } else if (const auto axis = find_axis(table, series.split)) {
    for (const auto& label : table.axes[*axis].labels) {
      SelectedCells part = all;
      part.name += ", " + label;
      apply({series.split, {label}}, table, part);
      found.push_back(std::move(part));
    }
  }
  for (auto& cells : found)
    cells.n_kept =
        static_cast<size_t>(std::count(cells.is_kept.begin(), cells.is_kept.end(), true));
  return found;
}

}  // namespace rumbo
