// Parameters: Asylum; docs/model.md: Shocks and asylum.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct AsylumParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId access = declare({.name = "asylum.access",
                                .meaning = "Probability of being let in to claim asylum; metering, "
                                           "expulsion and agreements on safe "
                                           "third countries lower it, 0 closes the way.",
                                .unit = "probability",
                                .minimum = 0,
                                .maximum = 1,
                                .default_value = 0.8,
                                .status = assumed,
                                .source = "assumed",
                                .dimension = "place",
                                .plausible = {{0.3, 0.8, 1, linear, "assumed"}}});
  ParameterId pull = declare(
      {.name = "asylum.pull",
       .meaning = "Utility of claiming asylum in a place beyond that of other ways there.",
       .unit = "1",
       .minimum = -10,
       .maximum = 10,
       .default_value = 0,
       .status = assumed,
       .source = "0; single places by hand on asylum.csv",
       .dimension = "place",
       .plausible = {{-0.5, 0, 0.5, linear, "assumed: half a unit of utility to either side"}}});
  ParameterId cost = declare({.name = "asylum.cost",
                              .meaning = "Money cost of asking for asylum besides travel.",
                              .unit = "USD",
                              .minimum = 0,
                              .maximum = 1e5,
                              .default_value = 300,
                              .status = assumed,
                              .source = "papers and advice; assumed",
                              .plausible = {{0, 300, 2000, linear, "assumed"}}});
  ParameterId claim_share = declare(
      {.name = "asylum.claim_share",
       .meaning = "Share of the people of a place with grounds to claim, at average safety and "
                  "without a shock.",
       .unit = "share",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.003,
       .status = assumed,
       .source = "set by hand on the claims of 2000 to 2010 in asylum.csv",
       .dimension = "place",
       .plausible = {{0.0015, 0.003, 0.006, logit, "assumed: half to double"}}});
  ParameterId claim_shock =
      declare({.name = "asylum.claim_shock",
               .meaning = "Rise of the log of that share in a shock of violence or politics at "
                          "full severity.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.5, 1, 3, log, "assumed"}}});
  ParameterId claim_safety =
      declare({.name = "asylum.claim_safety",
               .meaning = "Rise of the log of that share per standard deviation more homicides, "
                          "more deaths in conflict, or less democracy.",
               .unit = "1 per standard deviation",
               .minimum = 0,
               .maximum = 5,
               .default_value = 0.2,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.1, 0.2, 0.5, log, "assumed"}}});
  ParameterId most_share =
      declare({.name = "asylum.most_share",
               .meaning = "Largest share of a people with grounds to claim.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.15, 0.3, 0.6, logit, "assumed: half to double"}}});
  ParameterId recognition_weight = declare(
      {.name = "asylum.recognition_weight",
       .meaning = "Weight of the log of the probability of recognition in choosing to claim.",
       .unit = "1",
       .minimum = 0,
       .maximum = 5,
       .default_value = 0.5,
       .status = assumed,
       .source = "assumed; sign: claims follow recognition",
       .plausible = {{0, 0.5, 1, linear, "assumed"}}});
  ParameterId decisions_factor =
      declare({.name = "asylum.decisions_factor",
               .meaning = "Factor on the claims that a place decides a year.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1000,
               .default_value = 1,
               .status = measured,
               .source = "1: decisions_capacity of asylum.csv",
               .dimension = "place",
               .not_varied = "neutral; policies set it"});
  ParameterId decisions_added =
      declare({.name = "asylum.decisions_added",
               .meaning = "Claims decided a year beyond those of asylum.csv.",
               .unit = "claims a year",
               .minimum = -1e7,
               .maximum = 1e7,
               .default_value = 0,
               .status = measured,
               .source = "0: the table",
               .dimension = "place",
               .not_varied = "neutral; policies set it"});
  ParameterId recognition_factor =
      declare({.name = "asylum.recognition_factor",
               .meaning = "Factor on the probability of recognition in a place.",
               .unit = "1",
               .minimum = 0,
               .maximum = 100,
               .default_value = 1,
               .status = measured,
               .source = "1: recognition.csv",
               .dimension = "place",
               .not_varied = "neutral: what recognition.csv says"});
  ParameterId appeal = declare({.name = "asylum.appeal",
                                .meaning = "Share of the refused who appeal, once.",
                                .unit = "share",
                                .minimum = 0,
                                .maximum = 1,
                                .default_value = 0.3,
                                .status = assumed,
                                .source = "assumed",
                                .dimension = "place",
                                .plausible = {{0.1, 0.3, 0.7, logit, "assumed"}}});
  ParameterId refused_leave =
      declare({.name = "asylum.refused_leave",
               .meaning = "Share of those refused in the end who go home; the others stay "
                          "without a right.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed",
               .dimension = "place",
               .plausible = {{0.1, 0.3, 0.6, logit, "assumed"}}});
  ParameterId complementary = declare({.name = "asylum.complementary",
                                       .meaning = "Share of the claimants not recognized who get a "
                                                  "temporary right to stay, at full severity "
                                                  "of shocks in their place of birth.",
                                       .unit = "share",
                                       .minimum = 0,
                                       .maximum = 1,
                                       .default_value = 0,
                                       .status = assumed,
                                       .source = "0: none by law, unless a policy gives it",
                                       .dimension = "place",
                                       .not_varied = "off by law; policies set it"});
  ParameterId protection_rate = declare(
      {.name = "asylum.protection_rate",
       .meaning = "Rate at which residents without a right to stay get temporary protection, at "
                  "full severity of shocks in their place of birth.",
       .unit = "per year",
       .minimum = 0,
       .maximum = 10,
       .default_value = 0,
       .status = assumed,
       .source = "0: none by law, unless a policy gives it",
       .dimension = "place",
       .not_varied = "off by law; policies set it"});
  ParameterId work_months =
      declare({.name = "asylum.work_months",
               .meaning = "Months before claimants may work lawfully; paid like those without "
                          "the right to work until then.",
               .unit = "months",
               .minimum = 0,
               .maximum = 600,
               .default_value = 6,
               .status = measured,
               .source = "USA: 180 days by law since 1996; elsewhere assumed",
               .dimension = "place",
               .not_varied = "set by law; policies set it"});
  ParameterId return_factor =
      declare({.name = "asylum.return_factor",
               .meaning = "Factor on the rate of going back of refugees and of claimants who "
                          "wait; 0 = none goes.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.1,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.1, 0.3, linear, "assumed"}}});
  ParameterId settle_years =
      declare({.name = "asylum.settle_years",
               .meaning = "Years after which refugees are permanent residents on average.",
               .unit = "years",
               .minimum = 0.1,
               .maximum = 50,
               .default_value = 3,
               .status = assumed,
               .source = "one year by law in the USA, five in others; assumed",
               .dimension = "place",
               .plausible = {{1, 3, 5, log, "by law one year in the USA, five in others"}}});
};

}  // namespace rumbo::migration
