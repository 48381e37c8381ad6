// Who lives where, births, deaths, status.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables residents_tables(const Axes& a) {
  return {measure_point(Table::beliefs, "beliefs",
                        "what adults at home believe over what is true, geometric mean", "1",
                        {a.residence, a.belief_item}, 1e-6, {apart, apart}),
          persons_point(Table::stock, "stock", "residents by place of birth",
                        {a.origin, a.residence, a.status, a.sex, a.age_group}),
          persons_point(Table::population, "population", "residents",
                        {a.residence, a.sex, a.age_group}),
          persons_sum(Table::status_changes, "status_changes", "changes of status",
                      {a.origin, a.residence, a.change}),
          persons_sum(Table::births, "births", "births", {a.residence}),
          persons_sum(Table::deaths, "deaths", "deaths, at borders too", {a.residence, a.sex}),
          money_sum(Table::regularization_fees, "regularization_fees",
                    "fees paid by those regularized", {a.residence})};
}

}  // namespace rumbo::migration
