// Wages, employment and remittances.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

namespace {

/// Cells of a place where nobody of working age lives have no value.
NumberedTable of_workers(NumberedTable table) {
  table.declaration.source += "; NaN where nobody of working age lives";
  return table;
}

}  // namespace

NumberedTables work_tables(const Axes& a) {
  return {of_workers(measure_point(Table::wage, "wage", "yearly wage of a worker with a job",
                                   "2020 USD", {a.residence, a.skill, a.status_group}, cents,
                                   {apart, apart, apart})),
          of_workers(measure_point(Table::employment, "employment", "share of workers with a job",
                                   "1", {a.residence, a.skill}, 1e-6, {apart, apart})),
          of_workers(measure_point(Table::irregular_employment, "irregular_employment",
                                   "share with a job of workers without the right to work", "1",
                                   {a.residence, a.skill}, 1e-6, {apart, apart})),
          measure_sum(Table::employer_fines, "employer_fines",
                      "fines expected of employers of workers without the right to work",
                      "2020 USD", {a.residence}, cents, {summed}),
          money_sum(Table::remittances_sent, "remittances_sent", "money sent, fees included",
                    {a.sender, a.receiver}),
          money_sum(Table::remittance_fees, "remittance_fees", "fees of sending money",
                    {a.sender, a.receiver}),
          money_sum(Table::remittances_received, "remittances_received", "money received",
                    {a.sender, a.receiver})};
}

}  // namespace rumbo::migration
