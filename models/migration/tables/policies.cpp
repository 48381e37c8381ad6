// What levers used and cost.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables policies_tables(const Axes& a) {
  NumberedTable cost = measure_sum(Table::policy_cost, "policy_cost", "public cost of a lever",
                                   "2020 USD", {a.lever}, cents, {summed});
  cost.declaration.source += "; NaN where a lever of unknown cost was used";
  return {
      with(count_sum(Table::trigger_months, "trigger_months",
                     "months in force of policies that wait for a trigger", "months", {a.lever}),
           {apart}),
      measure_sum(Table::policy_units, "policy_units", "use of a lever, in its unit", "1",
                  {a.lever}, 1.0 / policy_unit, {apart}),
      std::move(cost)};
}

}  // namespace rumbo::migration
