// Parameters: Status and regularization; docs/model.md: Status and regularization.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct StatusParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId work_years =
      declare({.name = "status.work_years",
               .meaning = "Years that a temporary right to stay lasts on average.",
               .unit = "years",
               .minimum = 0.1,
               .maximum = 50,
               .default_value = 3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{1.5, 3, 6, log, "assumed: half to double"}}});
  ParameterId visit_months =
      declare({.name = "status.visit_months",
               .meaning = "Months after which a visitor's leave to stay has ended.",
               .unit = "months",
               .minimum = 1,
               .maximum = 60,
               .default_value = 6,
               .status = assumed,
               .source = "usual length of a visit visa; assumed",
               .plausible = {{3, 6, 12, log, "assumed: half to double"}}});
  ParameterId overstay = declare(
      {.name = "status.overstay",
       .meaning =
           "Probability of staying without a right when a temporary right ends and none follows.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.1,
       .status = assumed,
       .source = "0.015 of all visits end so (DHS overstay reports, as recalled); long stays more "
                 "often, assumed",
       .plausible = {{0.05, 0.1, 0.2, logit, "assumed: half to double"}}});
  ParameterId settle_share =
      declare({.name = "status.settle_share",
               .meaning = "Share of ending temporary rights that become permanent.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.2, 0.5, 0.7, logit, "assumed"}}});
  ParameterId permanence_years =
      declare({.name = "status.permanence_years",
               .meaning = "Years of permanent residence before naturalization.",
               .unit = "years",
               .minimum = 0,
               .maximum = 50,
               .default_value = 5,
               .status = assumed,
               .source = "the usual legal term; assumed for all places",
               .plausible = {{2.5, 5, 10, log, "assumed: half to double"}}});
  ParameterId naturalization_rate =
      declare({.name = "status.naturalization_rate",
               .meaning = "Rate of naturalization after that.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.04,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.02, 0.04, 0.08, log, "assumed: half to double"}}});
  ParameterId adjustment_rate = declare(
      {.name = "status.adjustment_rate",
       .meaning =
           "Rate at which residents without a right to stay gain one outside programmes: through "
           "marriage, a child, an employer, a court.",
       .unit = "per year",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.02,
       .status = assumed,
       .source = "half of the permanent admissions of the USA are given to people already there; "
                 "level assumed",
       .dimension = "place",
       .plausible = {{0.005, 0.02, 0.04, log, "assumed"}}});
  ParameterId removal_rate = declare(
      {.name = "status.removal_rate",
       .meaning = "Rate of removal of residents without a right to stay.",
       .unit = "per year",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.005,
       .status = assumed,
       .source = "USA 0.02: 238,000 removals in 2009 of 11 million; elsewhere assumed lower",
       .dimension = "place",
       .plausible = {{0.00125, 0.005, 0.01, log,
                      "assumed: as the USA moves through 0.005 to 0.04 about its 0.02"}}});
};

struct RegularizationParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId share = declare(
      {.name = "regularization.share",
       .meaning = "Share of the eligible who may apply: the intensity of an open programme.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = measured,
       .source = "0: none open",
       .dimension = "diaspora",
       .not_varied = "no programme is open in the baseline; policies set it"});
  ParameterId take_up = declare({.name = "regularization.take_up",
                                 .meaning = "Share of those who may apply who do, at no fee.",
                                 .unit = "share",
                                 .minimum = 0,
                                 .maximum = 1,
                                 .default_value = 0.64,
                                 .status = measured,
                                 .source = "[Bahar, Ibanez and Rozo 2021] (Colombia, PEP)",
                                 .dimension = "diaspora",
                                 .plausible = {{0.5, 0.64, 0.9, logit, "assumed"}}});
  ParameterId cutoff_month =
      declare({.name = "regularization.cutoff_month",
               .meaning = "Latest month of arrival of those eligible (months since January 1850).",
               .unit = "month",
               .minimum = 0,
               .maximum = 4095,
               .default_value = 4095,
               .status = measured,
               .source = "law of the programme",
               .dimension = "diaspora",
               .not_varied = "law of a programme; policies set it"});
  ParameterId first_month =
      declare({.name = "regularization.first_month",
               .meaning = "First month of the open programme (months since January 1850).",
               .unit = "month",
               .minimum = 0,
               .maximum = 4095,
               .default_value = 0,
               .status = measured,
               .source = "law of the programme",
               .dimension = "diaspora",
               .not_varied = "law of a programme; policies set it"});
  ParameterId months = declare({.name = "regularization.months",
                                .meaning = "Months that the programme is open.",
                                .unit = "months",
                                .minimum = 1,
                                .maximum = 600,
                                .default_value = 12,
                                .status = measured,
                                .source = "law of the programme",
                                .dimension = "diaspora",
                                .not_varied = "law of a programme; policies set it"});
  ParameterId fee = declare({.name = "regularization.fee",
                             .meaning = "Fee of an application.",
                             .unit = "USD",
                             .minimum = 0,
                             .maximum = 1e5,
                             .default_value = 0,
                             .status = measured,
                             .source = "law of the programme",
                             .dimension = "diaspora",
                             .not_varied = "law of a programme; policies set it"});
  ParameterId fee_weight =
      declare({.name = "regularization.fee_weight",
               .meaning = "Fall of the log odds of applying per 1,000 USD of fee.",
               .unit = "1 per 1,000 USD",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.25, 0.5, 1, log, "assumed: half to double"}}});
};

}  // namespace rumbo::migration
