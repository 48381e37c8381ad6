// Removal, detention, going home, and going again.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables returns_tables(const Axes& a) {
  return {persons_point(Table::detained, "detained", "persons detained by the authorities",
                        {a.residence}),
          count_sum(Table::detention_months, "detention_months", "time in detention",
                    "person months", {a.residence}),
          with(persons_sum(Table::removal_cases, "removal_cases",
                           "what happened in cases for removal", {a.residence, a.case_event}),
               {summed, apart}),
          persons_sum(Table::removals_wrongful, "removals_wrongful",
                      "residents with a right to stay who were removed", {a.origin, a.residence}),
          with(persons_sum(Table::seasons, "seasons", "what happened around seasonal permits",
                           {a.residence, a.season_event}),
               {summed, apart}),
          persons_sum(Table::trips, "trips", "departures from home that led abroad",
                      {a.origin, a.trip}),
          persons_sum(Table::stays_ended, "stays_ended", "stays abroad that ended at home",
                      {a.origin, a.residence, a.stay_end}),
          count_sum(Table::stay_months, "stay_months", "length of those stays", "person months",
                    {a.origin, a.residence, a.stay_end}),
          persons_sum(Table::assisted_returns, "assisted_returns",
                      "residents who went back by a programme that paid for it",
                      {a.origin, a.residence}),
          money_sum(Table::return_grants, "return_grants", "grants to them", {a.residence})};
}

}  // namespace rumbo::migration
