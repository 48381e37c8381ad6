// Parameters: Detention and due process; docs/model.md: Return and removal.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct DetentionParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId share = declare(
      {.name = "detention.share",
       .meaning = "Share of those found for removal whose case is heard first, in detention; "
                  "the others are removed at once.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.5,
       .status = assumed,
       .source = "assumed; 0 = no detention",
       .dimension = "place",
       .plausible = {{0, 0.5, 1, linear, "assumed"}}});
  ParameterId months =
      declare({.name = "detention.months",
               .meaning = "Mean length of a case, from the first month on.",
               .unit = "months",
               .minimum = 1,
               .maximum = 120,
               .default_value = 1,
               .status = assumed,
               .source = "about 30 days in the USA about 2009 (as recalled); elsewhere assumed",
               .dimension = "place",
               .plausible = {{1, 1, 2, linear, "assumed: to double"}}});
  ParameterId beds =
      declare({.name = "detention.beds",
               .meaning = "Persons whom detention can hold; the rest wait outside for their case.",
               .unit = "persons",
               .minimum = 0,
               .maximum = 1e9,
               .default_value = 1e9,
               .status = assumed,
               .source = "1e9 = no limit",
               .dimension = "place",
               .not_varied = "no limit in the baseline"});
  ParameterId outside_share = declare(
      {.name = "detention.outside_share",
       .meaning = "Share of those to be detained who wait for their case outside instead, under "
                  "supervision.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "0: alternatives to detention were pilot programmes",
       .dimension = "place",
       .not_varied = "0 in the baseline; policies set it"});
  ParameterId appearance =
      declare({.name = "detention.appearance",
               .meaning = "Share of those who wait outside who are there when their case ends.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.85,
               .status = assumed,
               .source = "0.8 to 0.9 with case management as recalled",
               .plausible = {{0.8, 0.85, 0.9, logit, "with case management, as recalled"}}});
};

struct DueProcessParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId error = declare({.name = "due_process.error",
                               .meaning = "Rate at which residents with a right to stay are found "
                                          "for removal by error, relative to "
                                          "that of those without.",
                               .unit = "share",
                               .minimum = 0,
                               .maximum = 1,
                               .default_value = 0.002,
                               .status = assumed,
                               .source = "assumed; citizens are never found",
                               .dimension = "place",
                               .plausible = {{0, 0.002, 0.01, linear, "assumed"}}});
  ParameterId relief =
      declare({.name = "due_process.relief",
               .meaning = "Probability that a case for removal ends with leave to stay.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "0: the rate of removal counts cases that ended in removal",
               .dimension = "place",
               .not_varied = "0 in the baseline; policies set it"});
  ParameterId delay_months =
      declare({.name = "due_process.delay_months",
               .meaning = "Months that hearings add to the mean length of a case.",
               .unit = "months",
               .minimum = 0,
               .maximum = 120,
               .default_value = 0,
               .status = assumed,
               .source = "0: in the length above",
               .dimension = "place",
               .not_varied = "0 in the baseline; policies set it"});
};

}  // namespace rumbo::migration
