// See schemas.hpp.
#include "models/migration/world/schemas.hpp"

namespace rumbo::migration {

const std::vector<TableSchema>& table_schemas() {
  static const std::vector<TableSchema> all = [] {
    std::vector<TableSchema> made;
    declare_places(made);
    declare_people(made);
    declare_economies(made);
    declare_corridors(made);
    declare_entry(made);
    declare_routes(made);
    declare_shocks(made);
    declare_reservoirs(made);
    return made;
  }();
  return all;
}

const std::vector<AnalysisTable>& analysis_tables() {
  static const std::vector<AnalysisTable> all{
      {"remittances_total", "Remittances that places received, by year.",
       "Checks of results against records; no run."},
      {"route_shares", "Apprehensions and recorded deaths by route and fiscal year.",
       "`python -m rumbo markets` and the facts of `tools/facts`; no run."},
      {"us_border", "Apprehensions, recorded deaths and unauthorised residents of the USA by year.",
       "Checks of results against records; no run."},
      {"trafficking_detected", "Victims of trafficking detected, by place and year.",
       "Checks of results against records; no run."}};
  return all;
}

}  // namespace rumbo::migration
