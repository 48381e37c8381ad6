// Smugglers and debts for passages.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables smuggling_tables(const Axes& a) {
  return {
      money_sum(Table::smuggler_fees, "smuggler_fees", "fees paid to smugglers", {a.corridor}),
      measure_point(Table::smuggler_fee, "smuggler_fee", "fee asked by smugglers", "2020 USD",
                    {a.corridor}, cents, {mean_by("smuggler_clients")}),
      persons_sum(Table::smuggler_clients, "smuggler_clients", "clients whom a smuggler led in",
                  {a.corridor}),
      persons_sum(Table::smuggler_clients_on_debt, "smuggler_clients_on_debt",
                  "clients led in on debt", {a.corridor}),
      persons_sum(Table::smuggler_fees_paid, "smuggler_fees_paid",
                  "clients by the fee they paid or owe", {a.corridor, a.fee}),
      count_point(Table::smugglers_active, "smugglers_active", "firms of smugglers", "firms",
                  {a.corridor}),
      count_point(Table::smugglers_exploiting, "smugglers_exploiting",
                  "firms that hold some of their clients", "firms", {a.corridor}),
      count_sum(Table::smugglers_convicted, "smugglers_convicted", "firms of smugglers convicted",
                "firms", {a.corridor}),
      measure_point(Table::smuggler_capacity, "smuggler_capacity",
                    "clients a month whom all firms can take", "persons a month", {a.corridor},
                    1.0 / expected_unit, {summed}),
      measure_sum(Table::smuggler_profit, "smuggler_profit", "expected profit of smugglers",
                  "2020 USD", {a.corridor}, cents, {summed}),
      measure_sum(Table::smuggler_bribes, "smuggler_bribes", "bribes paid by smugglers", "2020 USD",
                  {a.corridor}, cents, {summed}),
      measure_point(Table::smuggler_concentration, "smuggler_concentration",
                    "Herfindahl-Hirschman index of smugglers' clients", "1", {a.corridor}, 1e-6,
                    {apart}),
      money_sum(Table::debt_taken, "debt_taken", "passages financed by debt", {a.corridor}),
      money_sum(Table::debt_interest, "debt_interest", "interest on debts for passages",
                {a.residence}),
      money_sum(Table::debt_repaid, "debt_repaid", "repayment of debts for passages",
                {a.residence}),
      money_sum(Table::debt_lost, "debt_lost", "debts lost by default, death or captivity",
                {a.residence}),
      money_point(Table::debt_outstanding, "debt_outstanding", "debts for passages", {a.residence}),
      persons_point(Table::debtors, "debtors", "residents who owe for a passage", {a.residence}),
      persons_point(Table::debtors_trapped, "debtors_trapped",
                    "debtors whose payment does not cover the interest", {a.residence})};
}

}  // namespace rumbo::migration
