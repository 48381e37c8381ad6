// Irregular journeys: attempts, apprehensions, deaths, what happens on the way.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables borders_tables(const Axes& a) {
  return {
      count_sum(Table::attempts, "attempts", "attempts to cross a border irregularly", "attempts",
                {a.origin, a.corridor, a.sex}),
      count_sum(Table::apprehensions, "apprehensions", "apprehensions at a border", "apprehensions",
                {a.origin, a.corridor, a.sex}),
      persons_sum(Table::persons_apprehended, "persons_apprehended",
                  "persons apprehended at least once on a journey", {a.origin, a.corridor, a.sex}),
      persons_sum(Table::entries, "entries", "irregular entries", {a.origin, a.corridor, a.sex}),
      persons_sum(Table::border_deaths, "border_deaths", "deaths at a border",
                  {a.origin, a.corridor, a.sex}),
      expected_sum(Table::border_deaths_expected, "border_deaths_expected",
                   "sum of the hazards of death at a border", {a.origin, a.corridor, a.sex}),
      count_sum(Table::attempts_by_route, "attempts_by_route",
                "attempts to cross a border irregularly, by route", "attempts", {a.route, a.sex}),
      count_sum(Table::apprehensions_by_route, "apprehensions_by_route",
                "apprehensions at a border, by route", "apprehensions", {a.route, a.sex}),
      persons_sum(Table::entries_by_route, "entries_by_route", "irregular entries, by route",
                  {a.route, a.sex}),
      persons_sum(Table::deaths_by_route, "deaths_by_route", "deaths at a border, by route",
                  {a.route, a.sex}),
      expected_sum(Table::deaths_expected_by_route, "deaths_expected_by_route",
                   "sum of the hazards of death at a border, by route", {a.route, a.sex}),
      with(persons_sum(Table::transit_events, "transit_events",
                       "persons whom something happened to on a leg of the way to a border",
                       {a.leg, a.transit_event}),
           {summed, apart}),
      with(expected_sum(Table::transit_events_expected, "transit_events_expected",
                        "sum of the hazards of what may happen on a leg of the way to a border",
                        {a.leg, a.transit_event}),
           {summed, apart}),
      money_sum(Table::extorted, "extorted", "money taken by extortion on the way to a border",
                {a.corridor})};
}

}  // namespace rumbo::migration
