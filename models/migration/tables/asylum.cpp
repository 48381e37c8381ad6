// Asylum, displacement, and the shocks behind them.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables asylum_tables(const Axes& a) {
  return {persons_sum(Table::asylum_claims, "asylum_claims", "claims of asylum",
                      {a.origin, a.residence}),
          persons_sum(Table::asylum_decided, "asylum_decided", "decisions on claims of asylum",
                      {a.origin, a.residence, a.asylum_outcome}),
          count_sum(Table::asylum_waited, "asylum_waited",
                    "months in the queue of claims decided, added up over persons", "person months",
                    {a.residence}),
          persons_point(Table::asylum_pending, "asylum_pending",
                        "persons who wait for a decision on asylum", {a.origin, a.residence}),
          measure_point(Table::asylum_wait, "asylum_wait",
                        "mean time since the claim of those who wait", "months", {a.residence},
                        1.0 / wait_unit, {mean_by("asylum_pending")}),
          persons_sum(Table::asylum_turned_away, "asylum_turned_away",
                      "persons turned away at a border who came to claim asylum",
                      {a.origin, a.destination}),
          persons_point(Table::displaced, "displaced",
                        "persons driven from home within their country", {a.residence}),
          persons_sum(Table::displaced_new, "displaced_new", "persons newly driven from home",
                      {a.residence}),
          measure_point(Table::shock_force, "shock_force", "force of shocks, 1 = the worst", "1",
                        {a.residence, a.shock_kind}, 1e-6, {worst, worst})};
}

}  // namespace rumbo::migration
