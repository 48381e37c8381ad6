// Parameters: victims of trafficking and justice; docs/model.md: Trafficking and abuse.
//
// Levels of trafficking are assumed, not measured: results are ratios and signs over the ranges.
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

/// Who is recruited, how they come free, and what becomes of traffickers and of those who are
/// freed.
struct VictimParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId recruitment_usd =
      declare({.name = "trafficking.recruitment_usd",
               .meaning = "Cost of recruiting a person not vulnerable where no one emigrates.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e6,
               .default_value = 3000,
               .status = assumed,
               .source = "falls with local emigration (sign: [Mahmoud and Trebesch 2010])",
               .dimension = "place"});
  ParameterId focus = declare(
      {.name = "trafficking.focus",
       .meaning = "Rise of the log chance of being approached from vulnerability 0 to 1; 0 = "
                  "recruiters take anyone.",
       .unit = "1",
       .minimum = 0,
       .maximum = 8,
       .default_value = 3,
       .status = assumed,
       .source = "assumed, range 0 to 5"});
  ParameterId minor_factor =
      declare({.name = "trafficking.minor_factor",
               .meaning = "Chance of minors of being approached relative to adults, whom no "
                          "family guards.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.25,
               .status = assumed,
               .source = "so that about a quarter of victims are minors (shares in "
                         "trafficking_detected.csv); range 0.1 to 1",
               .dimension = "place"});
  ParameterId poverty_line =
      declare({.name = "trafficking.poverty_line",
               .meaning = "Income of a worker below which poverty makes vulnerable.",
               .unit = "PPP USD a year",
               .minimum = 1,
               .maximum = 1e5,
               .default_value = 6000,
               .status = assumed,
               .source = "assumed"});
  ParameterId credence = declare({.name = "trafficking.credence",
                                  .meaning = "Probability that a false offer is believed at all.",
                                  .unit = "share",
                                  .minimum = 0,
                                  .maximum = 1,
                                  .default_value = 0.5,
                                  .status = assumed,
                                  .source = "assumed; minors are not asked",
                                  .dimension = "place"});
  ParameterId offer_bonus =
      declare({.name = "trafficking.offer_bonus",
               .meaning = "Utility promised beyond what the person has in view.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "assumed"});
  ParameterId believed_risk =
      declare({.name = "trafficking.believed_risk",
               .meaning = "Risk of exploitation as those believe who get an offer.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.05,
               .status = assumed,
               .source = "assumed, range 0 to 0.5",
               .dimension = "place"});
  ParameterId harm = declare({.name = "trafficking.harm",
                              .meaning = "Utility that exploitation takes.",
                              .unit = "1",
                              .minimum = 0,
                              .maximum = 100,
                              .default_value = 20,
                              .status = assumed,
                              .source = "assumed"});
  ParameterId most_deceived =
      declare({.name = "trafficking.most_deceived",
               .meaning = "Largest probability that a person who leaves is deceived.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.1,
               .status = assumed,
               .source = "assumed"});
  ParameterId rescue_rate = declare(
      {.name = "trafficking.rescue_rate",
       .meaning = "Rate at which victims are found and freed by the authorities.",
       .unit = "per month",
       .minimum = 0,
       .maximum = 10,
       .default_value = 0.0005,
       .status = assumed,
       .source = "assumed, so that victims known to the authorities are of the order of those "
                 "detected (trafficking_detected.csv); range 0.0001 to 0.01",
       .dimension = "place"});
  ParameterId escape_rate = declare({.name = "trafficking.escape_rate",
                                     .meaning = "Rate at which victims escape.",
                                     .unit = "per month",
                                     .minimum = 0,
                                     .maximum = 10,
                                     .default_value = 0.025,
                                     .status = assumed,
                                     .source = "assumed, range 0.01 to 0.1",
                                     .dimension = "place"});
  ParameterId debt_end_rate =
      declare({.name = "trafficking.debt_end_rate",
               .meaning = "Rate at which victims are let go once what they owe is worked off.",
               .unit = "per month",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.03,
               .status = assumed,
               .source = "assumed, range 0 to 0.1",
               .dimension = "place"});
  ParameterId death_rate =
      declare({.name = "trafficking.death_rate",
               .meaning = "Rate of death by captivity, beyond that of the age.",
               .unit = "per month",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.0005,
               .status = assumed,
               .source = "assumed, range 0 to 0.005",
               .dimension = "place"});
  ParameterId again = declare(
      {.name = "trafficking.again",
       .meaning = "Probability that a person who comes free is trafficked again, without help.",
       .unit = "share",
       .minimum = 0,
       .maximum = 0.9,
       .default_value = 0.15,
       .status = assumed,
       .source = "assumed, range 0.02 to 0.5",
       .dimension = "place"});
  ParameterId shelter_effect =
      declare({.name = "trafficking.shelter_effect",
               .meaning = "Share of that risk that a place in a shelter takes away.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed"});
  ParameterId work_effect =
      declare({.name = "trafficking.work_effect",
               .meaning = "Share of that risk that help to find work takes away.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed"});
  ParameterId shelter_beds = declare({.name = "trafficking.shelter_beds",
                                      .meaning = "Beds in shelters for victims.",
                                      .unit = "beds",
                                      .minimum = 0,
                                      .maximum = 1e6,
                                      .default_value = 0,
                                      .status = assumed,
                                      .source = "0: those beyond the baseline",
                                      .dimension = "place"});
  ParameterId shelter_months = declare({.name = "trafficking.shelter_months",
                                        .meaning = "Months that a victim stays in one.",
                                        .unit = "months",
                                        .minimum = 0.1,
                                        .maximum = 120,
                                        .default_value = 6,
                                        .status = assumed,
                                        .source = "assumed"});
  ParameterId work_help = declare({.name = "trafficking.work_help",
                                   .meaning = "Share of freed victims who get help to work.",
                                   .unit = "share",
                                   .minimum = 0,
                                   .maximum = 1,
                                   .default_value = 0,
                                   .status = assumed,
                                   .source = "0: beyond the baseline",
                                   .dimension = "place"});
  ParameterId detection =
      declare({.name = "trafficking.detection",
               .meaning = "Probability a victim and month of detection by police work (q0).",
               .unit = "probability",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.0001,
               .status = assumed,
               .source = "0.0005 to 0.01 convictions per victim and year (counts of convictions "
                         "over prevalence)",
               .dimension = "place"});
  ParameterId prosecution = declare({.name = "trafficking.prosecution",
                                     .meaning = "Factor on that detection.",
                                     .unit = "1",
                                     .minimum = 0,
                                     .maximum = 1000,
                                     .default_value = 1,
                                     .status = assumed,
                                     .source = "1 by definition",
                                     .dimension = "place"});
  ParameterId detection_by_victims =
      declare({.name = "trafficking.detection_by_victims",
               .meaning = "Detection added where every victim is protected.",
               .unit = "probability",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.002,
               .status = assumed,
               .source = "assumed"});
  ParameterId detection_by_inspection =
      declare({.name = "trafficking.detection_by_inspection",
               .meaning = "Detection added by the inspection of work places as it is.",
               .unit = "probability",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.0001,
               .status = assumed,
               .source = "times labour.inspection; assumed"});
  ParameterId origin_share =
      declare({.name = "trafficking.origin_share",
               .meaning = "Share of the detection at the place of origin that adds to the risk "
                          "of those who traffic abroad.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed"});
  ParameterId penalty_usd =
      declare({.name = "trafficking.penalty_usd",
               .meaning = "What a conviction costs a trafficker, prison counted in dollars.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e8,
               .default_value = 100000,
               .status = assumed,
               .source = "assumed, range 2e4 to 1e6",
               .dimension = "place"});
  ParameterId seizure =
      declare({.name = "trafficking.seizure",
               .meaning = "Share of a convicted trafficker's assets that the state takes.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "0: beyond the baseline; assets: a year's gain",
               .dimension = "place"});
  ParameterId reporting =
      declare({.name = "trafficking.reporting",
               .meaning = "Probability that a freed victim reports, without protection or fear.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.02,
               .status = assumed,
               .source = "assumed, range 0.005 to 0.1",
               .dimension = "place"});
  ParameterId reporting_protected = declare({.name = "trafficking.reporting_protected",
                                             .meaning = "The same with full protection.",
                                             .unit = "share",
                                             .minimum = 0,
                                             .maximum = 1,
                                             .default_value = 0.3,
                                             .status = assumed,
                                             .source = "assumed",
                                             .dimension = "place"});
  ParameterId fear = declare({.name = "trafficking.fear",
                              .meaning = "Share that certain removal would silence.",
                              .unit = "share",
                              .minimum = 0,
                              .maximum = 1,
                              .default_value = 0.8,
                              .status = assumed,
                              .source = "assumed"});
  ParameterId prosecuted = declare({.name = "trafficking.prosecuted",
                                    .meaning = "Share of reports that lead to prosecution.",
                                    .unit = "share",
                                    .minimum = 0,
                                    .maximum = 1,
                                    .default_value = 0.3,
                                    .status = assumed,
                                    .source = "assumed",
                                    .dimension = "place"});
  ParameterId convicted = declare({.name = "trafficking.convicted",
                                   .meaning = "Share of prosecutions that end in conviction.",
                                   .unit = "share",
                                   .minimum = 0,
                                   .maximum = 1,
                                   .default_value = 0.5,
                                   .status = assumed,
                                   .source = "assumed",
                                   .dimension = "place"});
  ParameterId protection =
      declare({.name = "trafficking.protection",
               .meaning = "Share of victims who are offered protection and a right to stay.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "0: beyond the baseline",
               .dimension = "place"});
  ParameterId protection_unconditional = declare(
      {.name = "trafficking.protection_unconditional",
       .meaning = "Whom protection reaches: 0 those whose case is prosecuted, 1 all who are "
                  "identified.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "a switch",
       .dimension = "place"});
  ParameterId removal_of_victims =
      declare({.name = "trafficking.removal_of_victims",
               .meaning = "Share of identified victims without a right to stay and without "
                          "protection who are removed.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .dimension = "place"});
};

}  // namespace rumbo::migration
