// Parameters: Abuse at work; docs/model.md: Trafficking and abuse.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct AbuseParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId rate = declare(
      {.name = "abuse.rate",
       .meaning = "Rate at which work of a person without a right to stay turns abusive: wages "
                  "withheld, threats, unsafe work.",
       .unit = "per year",
       .minimum = 0,
       .maximum = 5,
       .default_value = 0.055,
       .status = calibrated,
       .source = "0.30 of undocumented workers of San Diego ever, half of them within 12 months "
                 "[Zhang 2012], after about 9 years",
       .dimension = "place",
       .plausible = {{0.02, 0.055, 0.1, log, "assumed"}},
       .read_at_start = true});
  ParameterId regular_factor =
      declare({.name = "abuse.regular_factor",
               .meaning = "Rate of foreign-born workers with a right to stay relative to that.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.25,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.1, 0.25, 0.5, log, "assumed"}},
               .read_at_start = true});
  ParameterId end_rate = declare({.name = "abuse.end_rate",
                                  .meaning = "Rate at which abuse ends.",
                                  .unit = "per year",
                                  .minimum = 0,
                                  .maximum = 50,
                                  .default_value = 0.35,
                                  .status = calibrated,
                                  .source = "set with abuse.rate on the same figures",
                                  .dimension = "place",
                                  .plausible = {{0.2, 0.35, 1, log, "assumed"}},
                                  .read_at_start = true});
  ParameterId wage_theft = declare({.name = "abuse.wage_theft",
                                    .meaning = "Share of earnings withheld from the abused.",
                                    .unit = "share",
                                    .minimum = 0,
                                    .maximum = 1,
                                    .default_value = 0.2,
                                    .status = assumed,
                                    .source = "assumed",
                                    .plausible = {{0.05, 0.2, 0.5, logit, "assumed"}},
                                    .read_at_start = true});
  ParameterId inspection_effect =
      declare({.name = "abuse.inspection_effect",
               .meaning = "Elasticity by which more inspection lowers the rate of abuse and "
                          "ends it sooner.",
               .unit = "1",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.3, 1, linear, "assumed"}},
               .read_at_start = true});
};

}  // namespace rumbo::migration
