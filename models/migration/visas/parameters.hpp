// Parameters: Ways in with papers; docs/model.md: Visas.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct VisaParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId work_factor =
      declare({.name = "visas.work_factor",
               .meaning = "Factor on the yearly places for work of visas.csv.",
               .unit = "1",
               .minimum = 0,
               .maximum = 100,
               .default_value = 1,
               .status = measured,
               .source = "1: the table",
               .dimension = "corridor"});
  ParameterId work_added =
      declare({.name = "visas.work_added",
               .meaning = "Yearly places for work added to those of visas.csv.",
               .unit = "persons a year",
               .minimum = -1e7,
               .maximum = 1e7,
               .default_value = 0,
               .status = measured,
               .source = "0: the table",
               .dimension = "corridor"});
  ParameterId study_factor =
      declare({.name = "visas.study_factor",
               .meaning = "Factor on the yearly places for study of visas.csv.",
               .unit = "1",
               .minimum = 0,
               .maximum = 100,
               .default_value = 1,
               .status = measured,
               .source = "1: the table",
               .dimension = "corridor"});
  ParameterId family_factor =
      declare({.name = "visas.family_factor",
               .meaning = "Factor on the yearly places for families of visas.csv.",
               .unit = "1",
               .minimum = 0,
               .maximum = 100,
               .default_value = 1,
               .status = measured,
               .source = "1: the table",
               .dimension = "corridor"});
  ParameterId seasonal_added =
      declare({.name = "visas.seasonal_added",
               .meaning = "Places for seasonal work added to those of visas.csv.",
               .unit = "persons a year",
               .minimum = -1e7,
               .maximum = 1e7,
               .default_value = 0,
               .status = assumed,
               .source = "0: visas.csv holds no seasonal places yet, so that no one works a season "
                         "in the baseline",
               .dimension = "corridor"});
  ParameterId seasonal_cost =
      declare({.name = "visas.seasonal_cost",
               .meaning = "Money cost of a seasonal permit besides travel.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 300,
               .status = assumed,
               .source = "mostly paid by employers; assumed, range 0 to 1,500"});
  ParameterId work_cost = declare({.name = "visas.work_cost",
                                   .meaning = "Money cost of a work visa besides travel.",
                                   .unit = "USD",
                                   .minimum = 0,
                                   .maximum = 1e5,
                                   .default_value = 1000,
                                   .status = assumed,
                                   .source = "visa, papers and agency: 200 to 2,000"});
  ParameterId study_cost =
      declare({.name = "visas.study_cost",
               .meaning = "Money cost of going abroad to study besides travel.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 6000,
               .status = assumed,
               .source = "first-year costs; assumed"});
  ParameterId family_cost = declare({.name = "visas.family_cost",
                                     .meaning = "Money cost of a family visa besides travel.",
                                     .unit = "USD",
                                     .minimum = 0,
                                     .maximum = 1e5,
                                     .default_value = 700,
                                     .status = assumed,
                                     .source = "assumed"});
  ParameterId right_cost =
      declare({.name = "visas.right_cost",
               .meaning = "Money cost of using a right of entry besides travel.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 200,
               .status = assumed,
               .source = "paperwork [ECLAC and IOM 2002]; assumed"});
  ParameterId visit_cost = declare({.name = "visas.visit_cost",
                                    .meaning = "Money cost of entering on a visit besides travel.",
                                    .unit = "USD",
                                    .minimum = 0,
                                    .maximum = 1e5,
                                    .default_value = 300,
                                    .status = assumed,
                                    .source = "assumed"});
  ParameterId visit_grant = declare(
      {.name = "visas.visit_grant",
       .meaning = "Probability that a visit visa is granted where one is required.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.3,
       .status = calibrated,
       .source = "for persons who mean to stay; set by hand on corridors without a land way, range "
                 "0.05 to 0.5"});
  ParameterId descent_share = declare(
      {.name = "visas.descent_share",
       .meaning =
           "Share of persons who have the descent that a right of entry by descent asks for.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.05,
       .status = assumed,
       .source = "assumed"});
  ParameterId agreement_added = declare(
      {.name = "visas.agreement_added",
       .meaning = "Places for work that agreements on temporary workers add to those of visas.csv.",
       .unit = "persons a year",
       .minimum = 0,
       .maximum = 1e7,
       .default_value = 0,
       .status = measured,
       .source = "0: the table",
       .dimension = "corridor"});
  ParameterId employer_pays = declare(
      {.name = "visas.employer_pays",
       .meaning = "Share of the money cost of a visa for work or a season that employers pay.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "0: in the costs above",
       .dimension = "corridor"});
  ParameterId sponsor_share = declare(
      {.name = "visas.sponsor_share",
       .meaning =
           "Share of those with a member of the household at a place whom that member may bring.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 1,
       .status = assumed,
       .source = "1: all with a right to stay; assumed",
       .dimension = "place"});
  ParameterId free_residence = declare(
      {.name = "visas.free_residence",
       .meaning = "Share of the citizens of an origin who can use an agreement on free residence, "
                  "beyond entry_rights.csv.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = measured,
       .source = "0: the table; bureaucracy keeps the share below 1 [ECLAC and IOM 2002]",
       .dimension = "corridor"});
  ParameterId free_residence_fee = declare(
      {.name = "visas.free_residence_fee",
       .meaning =
           "Fee and papers for residence by right, beyond the cost of using a right of entry.",
       .unit = "USD",
       .minimum = 0,
       .maximum = 1e5,
       .default_value = 0,
       .status = assumed,
       .source = "0: in visas.right_cost",
       .dimension = "corridor"});
  ParameterId queue =
      declare({.name = "visas.queue",
               .meaning = "How visas are rationed: 0 lottery among applicants, 1 queue in order of "
                          "application.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "a switch (docs/model.md: Visas)"});
  ParameterId patience_months =
      declare({.name = "visas.patience_months",
               .meaning = "Months for which an applicant who was refused or waits goes on asking.",
               .unit = "months",
               .minimum = 0,
               .maximum = 600,
               .default_value = 12,
               .status = assumed,
               .source = "assumed"});
  ParameterId demand_memory_months =
      declare({.name = "visas.demand_memory_months",
               .meaning = "Months that known demand for visas is an exponential mean of; more "
                          "where simulated persons "
                          "ask seldom.",
               .unit = "months",
               .minimum = 1,
               .maximum = 120,
               .default_value = 12,
               .status = assumed,
               .source = "assumed"});
  ParameterId travel_base = declare({.name = "visas.travel_base",
                                     .meaning = "Fixed cost of a legal journey.",
                                     .unit = "USD",
                                     .minimum = 0,
                                     .maximum = 1e4,
                                     .default_value = 150,
                                     .status = assumed,
                                     .source = "assumed"});
  ParameterId travel_per_km = declare({.name = "visas.travel_per_km",
                                       .meaning = "Cost of a legal journey by distance.",
                                       .unit = "USD per km",
                                       .minimum = 0,
                                       .maximum = 10,
                                       .default_value = 0.1,
                                       .status = assumed,
                                       .source = "order of air fares; assumed"});
};

}  // namespace rumbo::migration
