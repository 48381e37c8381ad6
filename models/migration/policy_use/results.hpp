// Tables of results: what levers used and cost.
//
// May include: results, what this room calls things.
#pragma once
#include <utility>

#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// Fixed-point unit of what levers use: thousandths.
inline constexpr int policy_unit = 1000;
/// Of what is gathered person by person within a month.
inline constexpr int policy_millionth = 1000000;

struct PolicyUseResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table trigger_months = declare(
      with(count_sum("trigger_months", "months in force of policies that wait for a trigger",
                     "months", {axes.lever}),
           {apart}));
  Table policy_units = declare(measure_sum("policy_units", "use of a lever, in its unit", "1",
                                           {axes.lever}, 1.0 / policy_unit, {apart}));
  Table policy_cost = declare(of_unknown(measure_sum("policy_cost", "public cost of a lever",
                                                     "2020 USD", {axes.lever}, cents, {summed})));

 private:
  static TableDeclaration of_unknown(TableDeclaration table) {
    table.source += "; NaN where a lever of unknown cost was used";
    return table;
  }
};

}  // namespace rumbo::migration
