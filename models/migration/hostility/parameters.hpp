// Parameters: Opinion about migrants; docs/model.md: Hostility.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct HostilityParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId weight =
      declare({.name = "hostility.weight",
               .meaning = "How far hostility acts: 0 not at all, 1 as the effects below say.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 1,
               .status = assumed,
               .source = "a switch",
               .not_varied = "a switch"});
  ParameterId media = declare(
      {.name = "hostility.media",
       .meaning = "Factor on what news of arrivals and crime make of opinion at a place: media, "
                  "politics, schools.",
       .unit = "1",
       .minimum = 0,
       .maximum = 10,
       .default_value = 1,
       .status = assumed,
       .source = "1 by definition",
       .dimension = "place",
       .plausible = {{0.3, 1, 3, log, "assumed"}}});
  ParameterId inflow_weight =
      declare({.name = "hostility.inflow_weight",
               .meaning = "Opinion moved by each log point of arrivals beyond those of the past.",
               .unit = "1 per log point",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.5, 2, linear, "assumed"}}});
  ParameterId report_weight =
      declare({.name = "hostility.report_weight",
               .meaning = "Opinion moved by known trafficking: for each identified victim a "
                          "year of 100,000 residents.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.02,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.02, 0.1, linear, "assumed"}}});
  ParameterId half_life = declare({.name = "hostility.half_life",
                                   .meaning = "Months in which opinion moves half the way.",
                                   .unit = "months",
                                   .minimum = 1,
                                   .maximum = 240,
                                   .default_value = 18,
                                   .status = assumed,
                                   .source = "assumed",
                                   .plausible = {{6, 18, 60, log, "assumed"}}});
  ParameterId memory_years =
      declare({.name = "hostility.memory_years",
               .meaning = "Mean age of the arrivals that people are used to.",
               .unit = "years",
               .minimum = 1,
               .maximum = 50,
               .default_value = 8,
               .status = assumed,
               .source = "assumed",
               .plausible = {{3, 8, 20, log, "assumed"}}});
  ParameterId wage_effect = declare({.name = "hostility.wage_effect",
                                     .meaning = "Share of the wage that the greatest hostility "
                                                "takes from workers without a right to stay.",
                                     .unit = "share",
                                     .minimum = 0,
                                     .maximum = 1,
                                     .default_value = 0.1,
                                     .status = assumed,
                                     .source = "assumed",
                                     .plausible = {{0, 0.1, 0.3, linear, "assumed"}}});
  ParameterId discrimination = declare(
      {.name = "hostility.discrimination",
       .meaning = "Share of the wage that it takes from foreign-born workers with a right to stay.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.04,
       .status = assumed,
       .source = "assumed",
       .plausible = {{0, 0.04, 0.15, linear, "assumed"}}});
  ParameterId abuse_effect =
      declare({.name = "hostility.abuse_effect",
               .meaning = "By how much it raises the rate of abuse at work, relative.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 1, 3, linear, "assumed"}}});
  ParameterId violence_effect =
      declare({.name = "hostility.violence_effect",
               .meaning = "By how much it raises violence against migrants on the way through "
                          "a place, relative.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.5, 2, linear, "assumed"}}});
  ParameterId silence =
      declare({.name = "hostility.silence",
               .meaning = "Share of the reports of foreign-born victims that it silences.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.5, 0.9, linear, "assumed"}}});
};

}  // namespace rumbo::migration
