// Tables of shocks and asylum, and of flows from and to places that are not represented. See
// schemas.hpp.
#include "models/migration/world/schema_columns.hpp"
#include "models/migration/world/schemas.hpp"

namespace rumbo::migration {

using namespace schema;

namespace {

TableSchema shocks() {
  return {.name = "shocks",
          .meaning = "What strikes places.",
          .is_required = false,
          .columns = {place("place", "which", "living"),
                      word("kind", "what strikes it; severities compare within a kind only",
                           shock_kind_names),
                      month("start", "first month at full force"),
                      month("end", "last month at full force"),
                      share("severity", "of the worst of its kind"),
                      number("displaced_share", "of residents, driven from home over all of it",
                             "share", 0, 0.99),
                      number("half_life_months", "in which it fades after the last month", "months",
                             0, 1200)},
          .keys = {"place", "kind"},
          .span = SpanKind::months,
          .from = "start",
          .to = "end",
          .if_met = SpanOverride::replaces,
          .missing_row = "Nothing strikes.",
          .read_by = "Choices, displacement and claims of asylum."};
}

TableSchema asylum() {
  return of_years({.name = "asylum",
                   .meaning = "Claims of asylum that a place can decide by year.",
                   .is_required = false,
                   .columns = {place("destination", "where", "living"), year(),
                               remark("claims", "claims counted, for checks of results"),
                               number("decisions_capacity", "claims that can be decided",
                                      "claims / year", 0, most_persons)},
                   .keys = {"destination"},
                   .span = SpanKind::year,
                   .from = "year",
                   .missing_row = "As in the last year before that has a row; none before the "
                                  "first. Without the table no place takes claims.",
                   .beyond = "The last row of a place is held.",
                   .read_by = "The queue of claims."});
}

TableSchema recognition() {
  return of_years(
      {.name = "recognition",
       .meaning = "Claims of asylum that are granted, by origin of who claims.",
       .is_required = false,
       .columns = {place("origin", "whose citizens", "living"), year("from_year", "first year"),
                   year("to_year", "last year"), share("recognition_share", "of the decided")},
       .keys = {"origin"},
       .span = SpanKind::years,
       .from = "from_year",
       .to = "to_year",
       .missing_row = "As in the years before; 0 before the first row of an origin. "
                      "Without the table .1 for all (assumed).",
       .beyond = "The last row of an origin is held.",
       .read_by = "Decisions on claims, and the choice to claim."});
}

TableSchema reservoir_flows() {
  return of_years(
      {.name = "reservoir_flows",
       .meaning = "Arrivals from places whose people are not simulated, and how they go back.",
       .columns = {place("origin", "from", "away"), place("destination", "to", "living"), period(),
                   number("arrivals_persons_per_year", "arrivals", "persons / year", 0,
                          most_persons),
                   number("return_rate_per_year", "of those who are there", "1 / year", 0, 1)},
       .keys = {"origin", "destination"},
       .span = SpanKind::period,
       .from = "period_start_year",
       .pairs = {{"origin", "destination"}},
       .missing_row = "No persons arrive or go back.",
       .beyond = "The first and the last period are held.",
       .read_by = "Newcomers and returns."});
}

TableSchema departures() {
  return of_years(
      {.name = "departures_to_reservoir",
       .meaning = "Departures to places whose people are not simulated.",
       .columns = {place("origin", "from", "inside"), period(),
                   share("departures_share_per_year", "of natives, who leave in a year")},
       .keys = {"origin"},
       .span = SpanKind::period,
       .from = "period_start_year",
       .missing_row = "No persons leave that way.",
       .beyond = "The first and the last period are held.",
       .read_by = "Departures to reservoirs."});
}

}  // namespace

void declare_shocks(std::vector<TableSchema>& all) {
  for (auto&& table : {shocks(), asylum(), recognition()}) all.push_back(table);
}

void declare_reservoirs(std::vector<TableSchema>& all) {
  all.push_back(reservoir_flows());
  all.push_back(departures());
}

}  // namespace rumbo::migration
