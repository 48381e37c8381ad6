// Parameters: Seasonal work; docs/model.md: Visas.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct SeasonParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId season_months = declare({.name = "status.season_months",
                                       .meaning = "Months that a seasonal permit lasts on average.",
                                       .unit = "months",
                                       .minimum = 1,
                                       .maximum = 24,
                                       .default_value = 6,
                                       .status = assumed,
                                       .source = "assumed",
                                       .plausible = {{3, 6, 9, log, "assumed"}}});
  ParameterId seasonal_overstay =
      declare({.name = "status.seasonal_overstay",
               .meaning = "Probability of staying without a right when a seasonal permit ends.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.01,
               .status = assumed,
               .source = "below 0.01 under New Zealand's scheme (as recalled)",
               .plausible = {{0, 0.01, 0.05, linear, "assumed"}}});
  ParameterId season_recall = declare(
      {.name = "status.season_recall",
       .meaning = "Share of those back from a season whom employers ask for the next, a year after "
                  "the last began.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.5,
       .status = assumed,
       .source = "assumed",
       .plausible = {{0, 0.5, 0.9, linear, "assumed"}}});
  ParameterId season_memory_months =
      declare({.name = "status.season_memory_months",
               .meaning = "Months for which those back from a season come before others when "
                          "seasonal permits are given.",
               .unit = "months",
               .minimum = 0,
               .maximum = 120,
               .default_value = 24,
               .status = assumed,
               .source = "assumed",
               .plausible = {{12, 24, 48, log, "assumed: half to double"}}});
};

}  // namespace rumbo::migration
