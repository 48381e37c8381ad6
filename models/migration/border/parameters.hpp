// Parameters: The border; docs/model.md: Journey and crossing.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct BorderParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId apprehension =
      declare({.name = "border.apprehension",
               .meaning = "Probability that an attempt without guide is apprehended, at the "
                          "enforcement of 2000; 1 = "
                          "closed, with a guide too and whatever the effort.",
               .unit = "probability",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "borders.csv; Mexico-USA 0.45 [NRC 2013]",
               .dimension = "border",
               .plausible = {{0.22, 0.3, 0.55, logit,
                              "assumed, so that Mexico-USA moves through the 0.35 to 0.70 of about "
                              "2006 [DHS 2017]"}}});
  ParameterId death = declare(
      {.name = "border.death",
       .meaning = "Probability of death per attempt without guide.",
       .unit = "probability",
       .minimum = 0,
       .maximum = 0.5,
       .default_value = 0.0002,
       .status = assumed,
       .source = "borders.csv; Mexico-USA from recorded deaths per apprehension, an undercount",
       .dimension = "border",
       .plausible = {
           {0.0001, 0.0002, 0.0004, logit,
            "assumed: half to double; records alone are too few by 1.5 to 3, as recalled"}}});
  ParameterId retry =
      declare({.name = "border.retry",
               .meaning = "Probability of trying again after an apprehension.",
               .unit = "probability",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.8,
               .status = assumed,
               .source = "borders.csv; Mexico-USA 0.95 for 1980 to 2005 [DHS 2017]",
               .dimension = "border",
               .plausible = {{0.6, 0.8, 0.9, logit, "Mexico-USA before about 2006 [DHS 2017]"}}});
  ParameterId enforcement = declare(
      {.name = "border.enforcement",
       .meaning = "Factor on the effort of border control of a place, beyond enforcement.csv.",
       .unit = "1",
       .minimum = 0,
       .maximum = 100,
       .default_value = 1,
       .status = measured,
       .source = "1: the table",
       .dimension = "place",
       .not_varied = "neutral; policies set it"});
  ParameterId enforcement_year = declare(
      {.name = "border.enforcement_year",
       .meaning = "Year whose effort of border control holds throughout at a place, on its routes "
                  "too; 0 = of each year its own.",
       .unit = "year",
       .minimum = 0,
       .maximum = 2020,
       .default_value = 0,
       .status = measured,
       .source = "0: enforcement.csv and route_effort.csv",
       .dimension = "place",
       .not_varied = "a year"});
  ParameterId restrictiveness =
      declare({.name = "border.restrictiveness",
               .meaning = "Factor on the effort of border control of all places.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition; varied in the check of drivers",
               .not_varied = "neutral by definition; the check of drivers sets it"});
  ParameterId most_attempts = declare({.name = "border.most_attempts",
                                       .meaning = "Attempts in one journey at most.",
                                       .unit = "attempts",
                                       .minimum = 1,
                                       .maximum = 50,
                                       .default_value = 8,
                                       .status = assumed,
                                       .source = "assumed",
                                       .plausible = {{4, 8, 16, log, "assumed: half to double"}}});
  ParameterId guide_effect =
      declare({.name = "border.guide_effect",
               .meaning = "Share of the risk of apprehension and death that a guide takes away.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.3, 0.6, linear, "assumed"}}});
  ParameterId attempt_cost =
      declare({.name = "border.attempt_cost",
               .meaning = "Money cost of each attempt after the first.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e4,
               .default_value = 100,
               .status = assumed,
               .source = "assumed",
               .plausible = {{50, 100, 200, log, "assumed: half to double"}}});
  ParameterId congestion_flow =
      declare({.name = "border.congestion_flow",
               .meaning = "Attempts a month at which agents are half as "
                          "effective each; 0 = they are never overrun.",
               .unit = "attempts a month",
               .minimum = 0,
               .maximum = 1e8,
               .default_value = 0,
               .status = assumed,
               .source = "form of docs/model.md: Journey and crossing; off by default, since flows "
                         "at most borders are not known",
               .dimension = "border",
               .not_varied = "off: flows at most borders are not known"});
  ParameterId route_effort =
      declare({.name = "border.route_effort",
               .meaning = "Factor on the effort of border control of a route, beyond its agents in "
                          "route_effort.csv.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1000,
               .default_value = 1,
               .status = measured,
               .source = "1: the table",
               .dimension = "route",
               .not_varied = "neutral; policies set it"});
  ParameterId rescue = declare(
      {.name = "border.rescue",
       .meaning = "Share of deaths on a route that rescue prevents.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "0 by definition: the deaths of the tables are those that rescue did not prevent",
       .dimension = "route",
       .not_varied = "0 by definition; policies set it"});
  ParameterId rescue_elsewhere = declare(
      {.name = "border.rescue_elsewhere",
       .meaning = "Share of deaths that rescue prevents at the borders of a place that have no "
                  "routes.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "0 by definition, as border.rescue",
       .dimension = "place",
       .not_varied = "0 by definition; policies set it"});
  ParameterId season_weight = declare(
      {.name = "border.season_weight",
       .meaning =
           "Weight of the season (log of the crossing factor of season.csv) in choosing to cross a "
           "border with routes; 0 = no season.",
       .unit = "1",
       .minimum = 0,
       .maximum = 5,
       .default_value = 1,
       .status = assumed,
       .source = "1: crossings follow the table",
       .plausible = {{0.5, 1, 2, log, "assumed: half to double"}}});
  ParameterId agents = declare(
      {.name = "border.agents",
       .meaning = "Agents of border control at the enforcement of 2000, for what more of it costs.",
       .unit = "persons",
       .minimum = 0,
       .maximum = 1e6,
       .default_value = 0,
       .status = measured,
       .source = "USA 8,580: Border Patrol staffing, southwest border, fiscal year 2000; elsewhere "
                 "0, not known",
       .dimension = "place",
       .not_varied = "a count from the records of staff, for costs only"});
};

}  // namespace rumbo::migration
