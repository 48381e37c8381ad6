// Tables of results: residents as a census counts them, what statistics would see, and how people
// fare.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/observation/state.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct ObservationResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis death_place{"death_place", "where a journey ended in death", labels_of(death_place_names)};
  Axis apprehended{"apprehended", "first apprehension in 12 months, or again",
                   labels_of(recidivism_names)};
  Axis answer{"answer", "what a survey asked", labels_of(survey_answer_names)};
  Axis component{"component", "what makes vulnerable; persons = all",
                 labels_of(vulnerability_names)};
  Axis part{"welfare_part", "persons of the sample, or what is summed over them",
            labels_of(welfare_part_names)};

  Table stock =
      declare(persons_point("stock", "residents by place of birth",
                            {axes.origin, axes.residence, axes.status, axes.sex, axes.age_group}));
  Table population =
      declare(persons_point("population", "residents", {axes.residence, axes.sex, axes.age_group}));
  Table recorded_deaths = declare(persons_sum(
      "recorded_deaths", "recorded deaths on irregular journeys", {axes.border, death_place}));
  Table recorded_deaths_expected = declare(expected_sum(
      "recorded_deaths_expected", "sum of the hazards of death times the share recorded",
      {axes.border, death_place}));
  Table recorded_deaths_by_route = declare(
      expected_sum("recorded_deaths_by_route", "the same at a border, by route", {axes.route}));
  Table recidivism =
      declare(count_sum("recidivism",
                        "apprehensions at a border, by whether the person was apprehended there or "
                        "elsewhere in the 12 months before",
                        "apprehensions", {axes.border, apprehended}));
  Table survey = declare(counted_in(
      {.month = 12},
      with(persons_sum("survey",
                       "answers to a yearly survey of a sample of those who live where they were "
                       "born, 15 years and more, in December",
                       {axes.residence, answer}),
           {summed, apart})));
  Table welfare = declare(measure_point(
      "welfare",
      "income at home (1,000 PPP USD a year) and log(1 + W) of being free to "
      "leave, summed over a sample of those who live where they were born",
      "1", {axes.residence, axes.skill, part}, 1.0 / expected_unit, {apart, apart, apart}));
  Table vulnerability =
      declare(with(persons_point("vulnerability", "foreign-born residents by what makes vulnerable",
                                 {axes.residence, component, axes.sex, axes.age_group}),
                   {summed, apart, summed, summed}));
  Table working_poor = declare(
      measure_point("working_poor", "workers who expect to earn less than a line", "persons",
                    {axes.residence, axes.status_group}, 0.25, {summed, summed}));
};

}  // namespace rumbo::migration
