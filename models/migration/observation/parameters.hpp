// Parameters: What statistics see, and how well-being is measured; docs/model.md: What statistics
// see.
//
// None changes a person.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct ObservationParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId deaths_recorded =
      declare({.name = "observation.deaths_recorded",
               .meaning = "Share of deaths at a border and on the way to it that are recorded.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "Mexico-USA 0.5: recorded deaths are too few by a factor of 1.5 to 3, and "
                         "borders.csv holds twice the recorded rate; elsewhere less",
               .dimension = "border",
               .plausible = {{0.1, 0.3, 0.6, logit, "assumed"}}});
  ParameterId survey_one_in =
      declare({.name = "observation.survey_one_in",
               .meaning = "A yearly survey asks one of so many of those of "
                          "15 years and more who live where they were "
                          "born; 0 = no survey.",
               .unit = "persons",
               .minimum = 0,
               .maximum = 1e6,
               .default_value = 20,
               .status = assumed,
               .source = "assumed",
               .not_varied = "how large a sample is; it changes nothing that happens"});
  ParameterId welfare_one_in = declare(
      {.name = "observation.welfare_one_in",
       .meaning =
           "Welfare is worked out at a record for one of so many of the same persons; 0 = of "
           "no one.",
       .unit = "persons",
       .minimum = 0,
       .maximum = 1e6,
       .default_value = 100,
       .status = assumed,
       .source = "enough for a mean by place; assumed",
       .not_varied = "how large a sample is; it changes nothing that happens"});
  ParameterId poverty_line = declare(
      {.name = "observation.poverty_line",
       .meaning =
           "Expected earnings of a worker below which they count as poor, at purchasing power "
           "parity.",
       .unit = "USD a day",
       .minimum = 0,
       .maximum = 1000,
       .default_value = 7.3,
       .status = assumed,
       .source = "two persons a worker at about 3.65 dollars a day each; assumed",
       .plausible = {{4, 7.3, 11, linear, "assumed"}}});
  ParameterId debt_months =
      declare({.name = "observation.debt_months",
               .meaning = "Months of earnings above which a debt makes vulnerable.",
               .unit = "months",
               .minimum = 0,
               .maximum = 600,
               .default_value = 6,
               .status = assumed,
               .source = "six months of income",
               .not_varied = "a definition"});
};

}  // namespace rumbo::migration
