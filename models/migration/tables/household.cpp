// Families across places, violence by sex, hostility, health.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables household_tables(const Axes& a) {
  return {
      persons_point(Table::children_left_behind, "children_left_behind",
                    "children under 15 a parent of whose household lives elsewhere", {a.residence}),
      persons_point(Table::separated_parents, "separated_parents",
                    "persons a child under 15 of whose household lives elsewhere", {a.residence}),
      count_point(Table::mixed_status_households, "mixed_status_households",
                  "households at a place with members with and without a right to stay",
                  "households", {a.residence}),
      persons_sum(Table::minors_alone, "minors_alone",
                  "minors who came to a place where no adult of their household lives",
                  {a.departure, a.destination}),
      persons_sum(Table::children_along, "children_along",
                  "children under 15 who came along with a parent", {a.departure, a.destination}),
      persons_sum(Table::violence_by_sex, "violence_by_sex",
                  "persons who suffered violence on a leg of the way to a border", {a.leg, a.sex}),
      persons_sum(Table::sexual_violence, "sexual_violence",
                  "of them, those who suffered sexual violence", {a.leg, a.sex}),
      expected_sum(Table::sexual_violence_expected, "sexual_violence_expected",
                   "sum of the hazards of sexual violence on a leg", {a.leg, a.sex}),
      measure_point(Table::hostility, "hostility", "hostility of residents to migrants, 0 to 1",
                    "1", {a.residence}, 1e-6, {mean_by("population")}),
      persons_point(Table::ill, "ill", "persons ill from the journey, captivity or abuse",
                    {a.residence, a.status, a.sex}),
      persons_sum(Table::ill_new, "ill_new", "persons who fell ill of these",
                  {a.residence, a.exposure, a.sex}),
      persons_sum(Table::ill_deaths, "ill_deaths", "deaths beyond those of others of the same age",
                  {a.residence, a.sex}),
      persons_point(Table::ill_without_care, "ill_without_care", "of the ill, those without care",
                    {a.residence, a.status})};
}

}  // namespace rumbo::migration
