// What statistics would see, and how people fare.
#include "models/migration/observation/observation_state.hpp"
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables observation_tables(const Axes& a) {
  const Axis death_place{"death_place", "where a journey ended in death",
                         labels_of(death_place_names)};
  const Axis recidivism{"apprehended", "first apprehension in 12 months, or again",
                        labels_of(recidivism_names)};
  const Axis answer{"answer", "what a survey asked", labels_of(survey_answer_names)};
  const Axis component{"component", "what makes vulnerable; persons = all",
                       labels_of(vulnerability_names)};
  const Axis part{"welfare_part", "persons of the sample, or what is summed over them",
                  labels_of(welfare_part_names)};
  return {
      persons_sum(Table::recorded_deaths, "recorded_deaths",
                  "recorded deaths on irregular journeys", {a.corridor, death_place}),
      expected_sum(Table::recorded_deaths_expected, "recorded_deaths_expected",
                   "sum of the hazards of death times the share recorded",
                   {a.corridor, death_place}),
      expected_sum(Table::recorded_deaths_by_route, "recorded_deaths_by_route",
                   "the same at a border, by route", {a.route}),
      count_sum(Table::recidivism, "recidivism",
                "apprehensions at a border, by whether the person was apprehended there or "
                "elsewhere in the 12 months before",
                "apprehensions", {a.corridor, recidivism}),
      with(persons_sum(Table::survey, "survey",
                       "answers to a yearly survey of a sample of those who live where they were "
                       "born, 15 years and more, in December",
                       {a.residence, answer}),
           {summed, apart}),
      measure_point(Table::welfare, "welfare",
                    "income at home (1,000 PPP USD a year) and log(1 + W) of being free to "
                    "leave, summed over a sample of those who live where they were born",
                    "1", {a.residence, a.skill, part}, 1.0 / expected_unit, {apart, apart, apart}),
      with(persons_point(Table::vulnerability, "vulnerability",
                         "foreign-born residents by what makes vulnerable",
                         {a.residence, component, a.sex, a.age_group}),
           {summed, apart, summed, summed}),
      measure_point(Table::working_poor, "working_poor",
                    "workers who expect to earn less than a line", "persons",
                    {a.residence, a.status_group}, 0.25, {summed, summed})};
}

}  // namespace rumbo::migration
