// Tables of routes across a border and of the way to it. See schemas.hpp.
#include "models/migration/world/schema_columns.hpp"
#include "models/migration/world/schemas.hpp"

namespace rumbo::migration {

using namespace schema;

namespace {

ColumnSchema probability(std::string name, std::string meaning) {
  return number(std::move(name), std::move(meaning), "probability", 0, 1);
}

TableSchema routes() {
  return {
      .name = "routes",
      .meaning = "Ways across one guarded border.",
      .is_required = false,
      .columns = {label("route", "name of the route"),
                  place("from_place", "where all routes begin", "living"),
                  place("to_place", "where all routes end", "living"),
                  remark("terrain", "what it leads through"),
                  number("days_on_foot", "on the way", "days", 0, 100),
                  number("extra_cost_usd2020", "beyond the cost of the border", "2020 USD", 0, 1e5),
                  number("death_factor", "on the border's probability of death", "1", 0, 100),
                  remark("latitude_deg", "degrees north"), remark("longitude_deg", "degrees east")},
      .keys = {"route"},
      .pairs = {{"from_place", "to_place"}},
      .across = {"All routes cross the same border."},
      .missing_row = "The border has no such route; without any, it is crossed as one.",
      .read_by = "Choice of routes."};
}

TableSchema route_effort() {
  return of_years(
      {.name = "route_effort",
       .meaning = "Agents on a route by year.",
       .is_required = false,
       .columns =
           {{.name = "route", .meaning = "which route", .kind = ColumnKind::name, .set = "route"},
            year(),
            number("agents_persons", "agents", "persons", 0, 1e6)},
       .keys = {"route"},
       .span = SpanKind::year,
       .from = "year",
       .across = {"Every route of routes.csv has a row."},
       .missing_row = "As in the last year before that has a row, or the first after.",
       .beyond = "The first and the last row of a route are held.",
       .read_by = "Chances of apprehension by route."});
}

TableSchema season() {
  return {.name = "season",
          .meaning = "How attempts and deaths on the routes vary over the year.",
          .is_required = false,
          .columns = {whole("month", "1 = January", 1, 12),
                      number("crossing_factor", "on attempts", "1", 0.01, 100),
                      number("death_factor", "on the probability of death", "1", 0, 100)},
          .keys = {"month"},
          .complete = {{"month", "", steps(1, 12, 1)}},
          .missing_row = "Refused, unless there are none at all: then all factors are 1.",
          .read_by = "Choice of routes, and deaths on them."};
}

TableSchema transit() {
  return {.name = "transit",
          .meaning = "Legs of the way to a border: into a place and through it.",
          .is_required = false,
          .columns = {place("from_place", "where it begins", "living", Misfit::refused),
                      place("to_place", "where it ends", "living", Misfit::refused),
                      remark("mode", "land or sea"), number("days", "on the leg", "days", 0, 400),
                      number("cost_usd2020", "a part of the money cost of the border", "2020 USD",
                             0, 1e5),
                      probability("violence_probability", "of violence"),
                      probability("extortion_probability", "of extortion"),
                      probability("stranding_probability", "of having to stay"),
                      probability("forced_return_probability", "of being sent back"),
                      probability("death_probability", "of death")},
          .keys = {"from_place", "to_place"},
          .pairs = {{"from_place", "to_place"}},
          .rules = {{{"stranding_probability", "forced_return_probability", "death_probability"},
                     "stranding, forced return and death together must not exceed 1",
                     [](std::span<const double> v) { return v[0] + v[1] + v[2] <= 1; }}},
          .across = {"At most 255 legs."},
          .missing_row = "No path can have the leg.",
          .read_by = "Journeys to borders."};
}

TableSchema paths() {
  return {.name = "paths",
          .meaning = "Which legs lead to the border of a corridor.",
          .is_required = false,
          .columns = {place("origin", "from", "living"), place("destination", "to", "living"),
                      text("legs", "legs FROM-TO in order of travel, separated by ;"),
                      text("other_legs", "a second way, or empty")},
          .keys = {"origin", "destination"},
          .pairs = {{"origin", "destination", "border"}},
          .across = {"Legs are those of transit.csv, each begins where the one before ends, and "
                     "none leads back to the origin."},
          .missing_row = "The border is reached without legs.",
          .read_by = "Journeys to borders."};
}

}  // namespace

void declare_routes(std::vector<TableSchema>& all) {
  for (auto&& table : {routes(), route_effort(), season(), transit(), paths()})
    all.push_back(table);
}

}  // namespace rumbo::migration
