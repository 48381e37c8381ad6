// Parameters: Going home and what awaits there; docs/model.md: Return and removal.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct ReturnParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId rate_irregular = declare(
      {.name = "return.rate_irregular",
       .meaning = "Rate of going back of residents without a right to stay, on arrival and were "
                  "coming again free.",
       .unit = "per year",
       .minimum = 0,
       .maximum = 5,
       .default_value = 0.60,
       .status = calibrated,
       .source = "0.48 within 12 months in 1980, near 0 in 2010 as recalled [Massey, Durand and "
                 "Pren 2016]: a rate of 0.65 before what coming again costs; set by hand so that "
                 "entries and apprehensions of 1990 to 2005 are of the right order",
       .plausible = {{0.3, 0.60, 1.2, log, "assumed: half to double"}}});
  ParameterId rate_regular =
      declare({.name = "return.rate_regular",
               .meaning = "The same of residents with a right to stay.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 5,
               .default_value = 0.08,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.04, 0.08, 0.16, log, "assumed: half to double"}}});
  ParameterId rate_citizen =
      declare({.name = "return.rate_citizen",
               .meaning = "The same of naturalized citizens.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 5,
               .default_value = 0.02,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.01, 0.02, 0.04, log, "assumed: half to double"}}});
  ParameterId decay = declare({.name = "return.decay",
                               .meaning = "Fall of the rate of going back per year of stay.",
                               .unit = "per year",
                               .minimum = 0,
                               .maximum = 2,
                               .default_value = 0.2,
                               .status = calibrated,
                               .source = "set by hand with the rate above",
                               .plausible = {{0.05, 0.2, 0.4, log, "assumed"}}});
  ParameterId reentry_weight =
      declare({.name = "return.reentry_weight",
               .meaning = "Fall of the log rate per 1,000 USD that coming again would cost.",
               .unit = "1 per 1,000 USD",
               .minimum = 0,
               .maximum = 5,
               .default_value = 0.2,
               .status = assumed,
               .source = "sign: [Massey, Durand and Pren 2016]; level assumed",
               .plausible = {{0.1, 0.2, 0.4, log, "assumed: half to double"}}});
  ParameterId retirement_factor =
      declare({.name = "return.retirement_factor",
               .meaning = "Factor on the rate from age 60 on.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.75, 1.5, 3, log, "assumed: half to double"}}});
};

struct ReintegrationParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId assisted_rate = declare({.name = "return.assisted_rate",
                                       .meaning = "Rate added to that of going back of residents "
                                                  "without a right to stay by programmes that "
                                                  "pay for it.",
                                       .unit = "per year",
                                       .minimum = 0,
                                       .maximum = 5,
                                       .default_value = 0,
                                       .status = assumed,
                                       .source = "0: programmes were small",
                                       .dimension = "place",
                                       .not_varied = "0 in the baseline; policies set it"});
  ParameterId assisted_grant =
      declare({.name = "return.assisted_grant",
               .meaning = "Grant to those who go back by such a programme.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 0,
               .status = assumed,
               .source = "0: no programme; 1,000 to 4,000 a case, as recalled",
               .dimension = "place",
               .not_varied = "0 in the baseline; policies set it"});
  ParameterId reintegration = declare(
      {.name = "return.reintegration",
       .meaning = "Share of those who came back whom reintegration reaches, by place of birth.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "0: programmes were small",
       .dimension = "place",
       .not_varied = "0 in the baseline; policies set it"});
  ParameterId reintegration_effect =
      declare({.name = "return.reintegration_effect",
               .meaning = "Share by which reintegration lowers the propensity to leave again.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.3, 0.5, linear, "assumed"}}});
  ParameterId reintegration_safety = declare(
      {.name = "return.reintegration_safety",
       .meaning = "Share by which reintegration lowers the risk of recruitment by traffickers.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.5,
       .status = assumed,
       .source = "assumed",
       .plausible = {{0, 0.5, 0.8, linear, "assumed"}}});
  ParameterId remigration_factor =
      declare({.name = "return.remigration_factor",
               .meaning = "Factor on the propensity to leave of those who went back.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 1,
               .status = assumed,
               .source = "1 = as others",
               .plausible = {{0.5, 1, 3, log, "assumed"}}});
  ParameterId ties_factor =
      declare({.name = "return.ties_factor",
               .meaning = "Factor more for those back who have members of their household abroad.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 1,
               .status = assumed,
               .source = "1: ties already raise the choice to go; strong ties raise crossing again "
                         "whatever the removal was, as recalled",
               .plausible = {{0.5, 1, 2, log, "assumed: half to double"}}});
  ParameterId removal_remigration_factor =
      declare({.name = "removal.remigration_factor",
               .meaning = "Factor on the propensity to leave of those removed.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 1,
               .status = assumed,
               .source = "1 = as others",
               .plausible = {{0.5, 1, 3, log, "assumed"}}});
  ParameterId removal_credit_factor = declare(
      {.name = "removal.credit_factor",
       .meaning =
           "Factor on the credit that the household of a person removed finds for a journey.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.5,
       .status = assumed,
       .source =
           "those deported arrive without work or network [ECLAC and IOM 2002]; level assumed",
       .plausible = {{0.25, 0.5, 0.75, logit, "assumed"}}});
};

}  // namespace rumbo::migration
