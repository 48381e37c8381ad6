// Tables of places and of who lives, is born, dies and was born elsewhere. See schemas.hpp.
#include <cmath>

#include "models/migration/world/schema_columns.hpp"
#include "models/migration/world/schemas.hpp"

namespace rumbo::migration {

using namespace schema;

void declare_places(std::vector<TableSchema>& all) {
  all.push_back(
      {.name = "places",
       .meaning = "Where people live, or come from.",
       .columns = {label("place", "code of the place, used in all other tables"),
                   text("name", "name in full"),
                   word("kind",
                        "inside: everybody is a person; outside: only migrants are persons; "
                        "reservoir: a source and sink of given flows",
                        place_kind_names),
                   remark("region", "part of the world"),
                   word("child_citizenship", "which citizenship a child of foreigners has",
                        child_citizenship_names, "descent"),
                   remark("capital_latitude_deg", "degrees north"),
                   remark("capital_longitude_deg", "degrees east"),
                   remark("language_1", "first language"), remark("language_2", "second language")},
       .keys = {"place"},
       .may_have_no_rows = false,
       .across = {"At least one place is inside; at most 126 places."},
       .missing_row = "There is no such place.",
       .read_by = "All other tables, and what persons are in each place."});
}

namespace {

TableSchema population() {
  return {.name = "population",
          .meaning = "Residents by age and sex on 1 July.",
          .columns = {place("place", "where they live", "living"), year(),
                      whole("age_start_years", "first age of a group of five years", 0, 100,
                            population_ages()),
                      persons("male_persons", "men and boys"),
                      persons("female_persons", "women and girls")},
          .keys = {"place", "age_start_years"},
          .span = SpanKind::year,
          .from = "year",
          .rule = SpanRule::covers_start,
          .complete = {{"place", "inside"}, {"year"}, {"age_start_years", "", population_ages()}},
          .may_have_no_rows = false,
          .missing_row = "Refused for places inside: all ages in all years that the table has.",
          .beyond =
              "Between years figures lie on a straight line; the last are held. A run must "
              "not begin before the first year.",
          .read_by = "The population at the start, and the growth of the supply of labour."};
}

TableSchema mortality() {
  return of_years(
      {.name = "mortality",
       .meaning = "Deaths per person-year by age and sex.",
       .columns = {place("place", "where they live", "living"), period(),
                   whole("age_start_years", "first age of a group: 0, 1 to 4, then five years", 0,
                         100, life_ages()),
                   number("male_per_person_year", "men and boys", "1 / year", 0, 10),
                   number("female_per_person_year", "women and girls", "1 / year", 0, 10)},
       .keys = {"place", "age_start_years"},
       .span = SpanKind::period,
       .from = "period_start_year",
       .complete = {{"place", "living"},
                    {"period_start_year", "", periods()},
                    {"age_start_years", "", life_ages()}},
       .may_have_no_rows = false,
       .missing_row = "Refused for places inside and outside.",
       .beyond = "The first and the last period are held.",
       .read_by = "Deaths."});
}

const std::vector<std::string> mother_shares{"share_15_19", "share_20_24", "share_25_29",
                                             "share_30_34", "share_35_39", "share_40_44",
                                             "share_45_49"};

TableSchema fertility() {
  TableSchema table{
      .name = "fertility",
      .meaning = "Births by age of mothers.",
      .columns = {place("place", "where mothers live", "living"), period(),
                  number("total_fertility_births_per_woman", "births in a life", "births", 0, 15),
                  number("sex_ratio_at_birth", "boys for each girl", "1", 0.8, 1.3)},
      .keys = {"place"},
      .span = SpanKind::period,
      .from = "period_start_year",
      .complete = {{"place", "living"}, {"period_start_year", "", periods()}},
      .may_have_no_rows = false,
      .rules = {{mother_shares, "the shares of the ages of mothers must sum to 1",
                 [](std::span<const double> shares) {
                   double sum = 0;
                   for (const double share : shares) sum += share;
                   return std::abs(sum - 1) < 0.005;
                 }}},
      .missing_row = "Refused for places inside and outside.",
      .beyond = "The first and the last period are held.",
      .read_by = "Births."};
  for (const auto& name : mother_shares)
    table.columns.push_back(share(name, "part of total fertility at these ages of the mother"));
  return of_years(std::move(table));
}

TableSchema stock() {
  return {.name = "stock",
          .meaning = "Persons who live elsewhere than where they were born, on 1 July.",
          .columns = {place("origin", "where they were born"),
                      place("destination", "where they live", "living"), year(),
                      persons("male_persons", "men and boys"),
                      persons("female_persons", "women and girls")},
          .keys = {"origin", "destination"},
          .span = SpanKind::year,
          .from = "year",
          .rule = SpanRule::covers_start,
          .pairs = {{"origin", "destination"}},
          .across = {"Not more emigrants than residents of the origin, nor more foreign-born than "
                     "residents of the destination (places inside, population.csv)."},
          .missing_row = "No persons.",
          .beyond =
              "Between years figures lie on a straight line; the last are held. A run must "
              "not begin before the first year.",
          .read_by = "Migrants at the start."};
}

TableSchema irregular_share() {
  return {.name = "irregular_share",
          .meaning = "Part of the foreign-born adults of 1990 without a right to stay.",
          .columns = {place("origin", "where they were born"),
                      place("destination", "where they live", "living"),
                      share("low", "least that is likely"), share("central", "best guess"),
                      share("high", "most that is likely")},
          .keys = {"origin", "destination"},
          .pairs = {{"origin", "destination"}},
          .rules = {{{"low", "central", "high"},
                     "low, central and high must not fall",
                     [](std::span<const double> v) { return v[0] <= v[1] && v[1] <= v[2]; }}},
          .missing_row = "All have a right to stay.",
          .read_by =
              "Migrants at the start and those who arrive from places not represented; "
              "`population.irregular_case` says which column."};
}

}  // namespace

void declare_people(std::vector<TableSchema>& all) {
  for (auto&& table : {population(), mortality(), fertility(), stock(), irregular_share()})
    all.push_back(table);
}

}  // namespace rumbo::migration
