// Tables of results: smugglers.
//
// May include: results, what this room calls things.
#pragma once
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// Classes of fees paid, 2020 USD: each begins here.
inline constexpr std::array<int, 12> fee_class_usd{0,    250,  500,  1000, 1500,  2000,
                                                   3000, 4000, 6000, 8000, 12000, 16000};
constexpr size_t fee_class(double usd) {
  size_t k = fee_class_usd.size() - 1;
  while (k > 0 && usd < fee_class_usd[k]) --k;
  return k;
}
inline std::vector<std::string> fee_class_names() {
  std::vector<std::string> names;
  for (size_t k = 0; k < fee_class_usd.size(); ++k)
    names.push_back(k + 1 < fee_class_usd.size()
                        ? fmt::format("{}-{}", fee_class_usd[k], fee_class_usd[k + 1] - 1)
                        : fmt::format("{}+", fee_class_usd[k]));
  return names;
}

struct SmugglingResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis fee{"fee_class", "fee paid to a smuggler, 2020 USD", fee_class_names()};

  Table smuggler_fees =
      declare(money_sum("smuggler_fees", "fees paid to smugglers", {axes.border}));
  Table smuggler_fee = declare(measure_point("smuggler_fee", "fee asked by smugglers", "2020 USD",
                                             {axes.border}, cents, {mean_by("smuggler_clients")}));
  Table smuggler_clients =
      declare(persons_sum("smuggler_clients", "clients led in by a smuggler", {axes.border}));
  Table smuggler_clients_on_debt =
      declare(persons_sum("smuggler_clients_on_debt", "clients led in on debt", {axes.border}));
  Table smuggler_fees_paid = declare(
      persons_sum("smuggler_fees_paid", "clients by the fee they paid or owe", {axes.border, fee}));
  Table smugglers_active =
      declare(count_point("smugglers_active", "firms of smugglers", "firms", {axes.border}));
  Table smugglers_exploiting = declare(count_point(
      "smugglers_exploiting", "firms that hold some of their clients", "firms", {axes.border}));
  Table smugglers_convicted = declare(
      count_sum("smugglers_convicted", "firms of smugglers convicted", "firms", {axes.border}));
  Table smuggler_capacity =
      declare(measure_point("smuggler_capacity", "clients a month that all firms can take",
                            "persons a month", {axes.border}, 1.0 / expected_unit, {summed}));
  Table smuggler_profit = declare(measure_sum("smuggler_profit", "expected profit of smugglers",
                                              "2020 USD", {axes.border}, cents, {summed}));
  Table smuggler_bribes = declare(measure_sum("smuggler_bribes", "bribes paid by smugglers",
                                              "2020 USD", {axes.border}, cents, {summed}));
  Table smuggler_concentration = declare(
      measure_point("smuggler_concentration", "Herfindahl-Hirschman index of smugglers' clients",
                    "1", {axes.border}, 1e-6, {apart}));
};

}  // namespace rumbo::migration
