// Parameters: Routes across a border and the way to it; docs/model.md: Journey and crossing;
// Routes.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct RouteParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId cost_weight =
      declare({.name = "routes.cost_weight",
               .meaning = "Weight of a route's cost (fee, days, risk of death and of "
                          "apprehension; 2020 USD) in its choice; 0 = cost does not matter.",
               .unit = "1 per 1,000 USD",
               .minimum = 0,
               .maximum = 20,
               .default_value = 1,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.3, 1, 3, log, "assumed"}}});
  ParameterId past_use_weight = declare(
      {.name = "routes.past_use_weight",
       .meaning =
           "Weight of log(1 + past use) of a route, in thousand attempts a month; 0 = routes "
           "have no history.",
       .unit = "1 per log point",
       .minimum = 0,
       .maximum = 2,
       .default_value = 0.5,
       .status = assumed,
       .source = "form of docs/model.md: Routes; at 1 and above one route may take all",
       .plausible = {{0, 0.5, 1, linear, "assumed"}}});
  ParameterId memory_months =
      declare({.name = "routes.memory_months",
               .meaning = "Months over which the use of a route is remembered; 1 = last month "
                          "only.",
               .unit = "months",
               .minimum = 1,
               .maximum = 240,
               .default_value = 12,
               .status = assumed,
               .source = "a year, assumed",
               .plausible = {{1, 12, 36, log, "assumed"}}});
  ParameterId first_use =
      declare({.name = "routes.first_use",
               .meaning = "Use of a route remembered at the start of a run.",
               .unit = "attempts a month",
               .minimum = 0,
               .maximum = 1e8,
               .default_value = 0,
               .status = assumed,
               .source = "0: nothing known",
               .dimension = "route",
               .not_varied = "a state at the start, by counts where there are any",
               .read_at_start = true});
  ParameterId day_cost = declare({.name = "routes.day_cost",
                                  .meaning = "Cost of a day on foot.",
                                  .unit = "USD",
                                  .minimum = 0,
                                  .maximum = 1e4,
                                  .default_value = 100,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{30, 100, 200, log, "assumed"}}});
  ParameterId apprehension_cost =
      declare({.name = "routes.apprehension_cost",
               .meaning = "Cost of being apprehended once, to those who choose a route.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 1000,
               .status = assumed,
               .source = "days lost, new fees and detention",
               .plausible = {{300, 1000, 3000, log, "assumed"}}});
  ParameterId attraction =
      declare({.name = "routes.attraction",
               .meaning = "What draws people to a route beyond cost, risk and past use: roads, "
                          "towns, kin near it.",
               .unit = "1",
               .minimum = -50,
               .maximum = 10,
               .default_value = 0,
               .status = assumed,
               .source = "0: nothing",
               .dimension = "route",
               .not_varied = "neutral: only what sets single routes apart counts"});
  ParameterId congestion_flow = declare(
      {.name = "routes.congestion_flow",
       .meaning = "Attempts a month on a route at which its agents are half as effective each; 0 = "
                  "they are never overrun.",
       .unit = "attempts a month",
       .minimum = 0,
       .maximum = 1e8,
       .default_value = 100000,
       .status = assumed,
       .source = "form of docs/model.md: Journey and crossing; level assumed, 0 = never",
       .plausible = {{30000, 100000, 300000, log, "assumed"}}});
  ParameterId reference_flow = declare(
      {.name = "routes.reference_flow",
       .meaning =
           "Attempts a month on a route at which border.apprehension holds, at the mean effort of "
           "2000.",
       .unit = "attempts a month",
       .minimum = 0,
       .maximum = 1e8,
       .default_value = 34000,
       .status = assumed,
       .source = "1,643,679 apprehensions of fiscal year 2000 over 0.45, 12 months and 9 routes",
       .plausible = {{22000, 34000, 43000, log, "the same count over 0.70 and 0.35 [DHS 2017]"}}});
};

struct TransitParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId danger_factor =
      declare({.name = "transit.danger_factor",
               .meaning = "Factor on all dangers of a leg of the way; 0 = no dangers.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 1,
               .status = assumed,
               .source = "1: transit.csv",
               .dimension = "leg",
               .plausible = {{0.5, 1, 2, log, "assumed"}}});
  ParameterId forced_return_factor = declare(
      {.name = "transit.forced_return_factor",
       .meaning = "Factor on the probability of being stopped and sent back by a place of transit.",
       .unit = "1",
       .minimum = 0,
       .maximum = 20,
       .default_value = 1,
       .status = assumed,
       .source = "1: transit.csv",
       .dimension = "place",
       .plausible = {{0.6, 1, 1.4, linear, "assumed: Mexico 0.25 to 0.55"}}});
  ParameterId other_path_share =
      declare({.name = "transit.other_path_share",
               .meaning = "Share of journeys by the other path of paths.csv, where there is one.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.2,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.2, 0.5, linear, "assumed"}}});
  ParameterId extortion_usd =
      declare({.name = "transit.extortion_usd",
               .meaning = "Money taken by each extortion on the way, at most what the household "
                          "has.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 300,
               .status = assumed,
               .source = "assumed",
               .plausible = {{50, 300, 1000, log, "assumed"}}});
};

}  // namespace rumbo::migration
