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
               .source = "a switch"});
  ParameterId media = declare(
      {.name = "hostility.media",
       .meaning = "Factor on what news of arrivals and crime make of opinion at a place: media, "
                  "politics, schools.",
       .unit = "1",
       .minimum = 0,
       .maximum = 10,
       .default_value = 1,
       .status = assumed,
       .source = "1 by definition; range 0.3 to 3",
       .dimension = "place"});
  ParameterId inflow_weight =
      declare({.name = "hostility.inflow_weight",
               .meaning = "Opinion moved by each log point of arrivals beyond those of the past.",
               .unit = "1 per log point",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed, range 0 to 2"});
  ParameterId report_weight =
      declare({.name = "hostility.report_weight",
               .meaning = "Opinion moved by known trafficking: for each identified victim a "
                          "year of 100,000 residents.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.02,
               .status = assumed,
               .source = "assumed, range 0 to 0.1"});
  ParameterId half_life = declare({.name = "hostility.half_life",
                                   .meaning = "Months in which opinion moves half the way.",
                                   .unit = "months",
                                   .minimum = 1,
                                   .maximum = 240,
                                   .default_value = 18,
                                   .status = assumed,
                                   .source = "assumed, range 6 to 60"});
  ParameterId memory_years =
      declare({.name = "hostility.memory_years",
               .meaning = "Mean age of the arrivals that people are used to.",
               .unit = "years",
               .minimum = 1,
               .maximum = 50,
               .default_value = 8,
               .status = assumed,
               .source = "assumed, range 3 to 20"});
  ParameterId wage_effect = declare({.name = "hostility.wage_effect",
                                     .meaning = "Share of the wage that the greatest hostility "
                                                "takes from workers without a right to stay.",
                                     .unit = "share",
                                     .minimum = 0,
                                     .maximum = 1,
                                     .default_value = 0.1,
                                     .status = assumed,
                                     .source = "assumed, range 0 to 0.3"});
  ParameterId discrimination = declare(
      {.name = "hostility.discrimination",
       .meaning = "Share of the wage that it takes from foreign-born workers with a right to stay.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.04,
       .status = assumed,
       .source = "assumed, range 0 to 0.15"});
  ParameterId abuse_effect =
      declare({.name = "hostility.abuse_effect",
               .meaning = "By how much it raises the rate of abuse at work, relative.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "assumed, range 0 to 3"});
  ParameterId violence_effect =
      declare({.name = "hostility.violence_effect",
               .meaning = "By how much it raises violence against migrants on the way through "
                          "a place, relative.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed, range 0 to 2"});
  ParameterId silence =
      declare({.name = "hostility.silence",
               .meaning = "Share of the reports of foreign-born victims that it silences.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed, range 0 to 0.9"});
};

}  // namespace rumbo::migration
