// See headlines.hpp.
#include "tools/rumbo/headlines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

const std::vector<std::string> legal_channels = {"work_visa",      "study", "family", "seasonal",
                                                 "right_of_entry", "visit", "asylum"};
const std::vector<std::string> irregular_channels = {"alone", "smuggler", "smuggler_debt"};
const std::vector<std::string> foreign_born = {"origin", "residence"};

std::vector<std::string> names_of(const std::vector<TableDeclaration>& tables) {
  std::vector<std::string> names;
  for (const auto& table : tables) names.push_back(table.name);
  return names;
}

}  // namespace

const std::vector<HeadlineSeries>& headline_series() {
  static const std::vector<HeadlineSeries> list = {
      {"foreign-born at the end", "stock", {}, foreign_born},
      {"foreign-born, irregular, at the end", "stock", {{"status", {"irregular"}}}, foreign_born},
      {"moves", "moves_by_channel"},
      {"legal entries", "moves_by_channel", {{"channel", legal_channels}}},
      {"irregular entries", "moves_by_channel", {{"channel", irregular_channels}}},
      {"returns", "moves_by_channel", {{"channel", {"return"}}}},
      {"removals", "moves_by_channel", {{"channel", {"removal"}}}},
      {"moves", "moves_by_channel", {}, {}, {"channel"}},
      {"border attempts", "attempts"},
      {"apprehensions", "apprehensions"},
      {"persons apprehended", "persons_apprehended"},
      {"irregular crossings", "entries"},
      {"attempts", "attempts_by_route", {}, {}, {"route"}},
      {"on the way to borders", "transit_events", {}, {}, {"transit_event"}},
      {"taken by extortion on the way", "extorted"},
      {"border deaths", "border_deaths"},
      {"border deaths, expected", "border_deaths_expected"},
      {"native wage at the end",
       "wage",
       {{"status_group", {"native"}}},
       {},
       {"skill"},
       Focus::most_foreign_born},
      {"fees paid to smugglers", "smuggler_fees"},
      {"clients of smugglers", "smuggler_clients"},
      {"clients of smugglers, on debt", "smuggler_clients_on_debt"},
      {"firms of smugglers at the end", "smugglers_active"},
      {"debts for passages at the end", "debt_outstanding"},
      {"debtors in a trap at the end", "debtors_trapped"},
      {"new victims of trafficking", "victims_new"},
      {"victims of trafficking held at the end", "victims_held"},
      {"remittances sent", "remittances_sent"},
      {"remittances received", "remittances_received"},
      {"status changes", "status_changes", {}, {}, {"status_change"}},
      {"visas applied for", "visas_applied"},
      {"visas granted", "visas_granted"},
      {"fees of regularization", "regularization_fees"},
      {"public cost of", "policy_cost", {}, {}, {"lever"}},
  };
  return list;
}

HeadlineSeries series_of_table(const std::string& request,
                               const std::vector<TableDeclaration>& tables) {
  size_t colon = std::min(request.find(':'), request.size());
  const std::string name = request.substr(0, colon);
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const TableDeclaration& t) { return t.name == name; });
  if (found == tables.end())
    throw InputError(fmt::format("--tables: no table '{}' in the results; {}", name,
                                 expected_one_of(name, names_of(tables))));
  HeadlineSeries series{name, name};
  std::vector<std::string> axes;
  for (const auto& axis : found->axes) axes.push_back(axis.name);
  while (colon < request.size()) {
    const size_t end = std::min(request.find(':', colon + 1), request.size());
    const std::string axis = request.substr(colon + 1, end - colon - 1);
    colon = end;
    if (!find_axis(*found, axis))
      throw InputError(fmt::format("--tables: table '{}' has no axis '{}'; {}", name, axis,
                                   expected_one_of(axis, axes)));
    if (std::find(series.splits.begin(), series.splits.end(), axis) != series.splits.end())
      throw InputError(fmt::format("--tables: '{}' names the axis '{}' twice", request, axis));
    series.splits.push_back(axis);
  }
  return series;
}

}  // namespace rumbo
