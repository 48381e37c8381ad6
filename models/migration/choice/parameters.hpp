// Parameters: How people weigh leaving and where to go; docs/model.md: Leaving; Destination and
// channel; Ties; Development at origin.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct DecisionParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId consideration_rate = declare(
      {.name = "decision.consideration_rate",
       .meaning = "Hazard of seriously thinking of leaving at the age of most moves.",
       .unit = "per month",
       .minimum = 0,
       .maximum = 0.5,
       .default_value = 0.03,
       .status = calibrated,
       .source =
           "set by hand with the home bias, which it trades with, on the stocks of 1990 to 2010; "
           "check: 4 emigrants per 1,000 respondents and quarter in Mexico [Feigenberg 2020]",
       .plausible = {{0.01, 0.03, 0.2, log, "assumed"}}});
  ParameterId log_income =
      declare({.name = "decision.log_income",
               .meaning = "Whether income enters the choice by its logarithm (1) or linearly (0).",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "linear: [Grogger and Hanson 2011]; logarithm kept as a switch",
               .not_varied = "a switch"});
  ParameterId weight_wage =
      declare({.name = "decision.weight_wage",
               .meaning = "Weight of yearly income (2020 PPP dollars) in the choice, linear form.",
               .unit = "1 per 1,000 USD a year",
               .minimum = 0,
               .maximum = 0.5,
               .default_value = 0.08,
               .status = calibrated,
               .source = "set by hand near the 0.07 of [Grogger and Hanson 2011], as recalled, on "
                         "the stocks of 1990 to 2010",
               .plausible = {{0.03, 0.08, 0.12, log, "assumed"}}});
  ParameterId weight_log_wage =
      declare({.name = "decision.weight_log_wage",
               .meaning = "Weight of yearly income in the choice, logarithmic form.",
               .unit = "1 per log point",
               .minimum = 0,
               .maximum = 3,
               .default_value = 0.7,
               .status = measured,
               .source = "[Shrestha 2020] (Nepal), 0.7",
               .plausible = {{0.5, 0.7, 1, linear, "assumed, about the 0.7 of [Shrestha 2020]"}}});
  ParameterId weight_cost =
      declare({.name = "decision.weight_cost",
               .meaning = "Weight of money costs (2020 USD at market rates) in the choice.",
               .unit = "1 per 1,000 USD",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.15,
               .status = assumed,
               .source = "assumed; to be calibrated to the fee elasticity of demand",
               .plausible = {{0.05, 0.15, 0.4, log, "assumed"}}});
  ParameterId value_of_life =
      declare({.name = "decision.value_of_life",
               .meaning = "Value of a statistical life in the choice.",
               .unit = "1,000 USD",
               .minimum = 0,
               .maximum = 10000,
               .default_value = 400,
               .status = measured,
               .source = "[Shrestha 2020] (Nepal)",
               .plausible = {{280, 400, 540, linear, "[Shrestha 2020] (Nepal)"}}});
  ParameterId home_bias = declare(
      {.name = "decision.home_bias",
       .meaning = "Utility of staying at home beyond income, safety and ties.",
       .unit = "1",
       .minimum = -10,
       .maximum = 20,
       .default_value = 7.9,
       .status = calibrated,
       .source = "set by hand on the foreign-born of the USA, Canada, Spain, Argentina and "
                 "Venezuela in 2010; a single place may lie from 2 to 8, and up to 10.5 where the "
                 "baseline sets it apart",
       .dimension = "place",
       .plausible = {{7.4, 7.9, 8.4, linear, "assumed: half a unit of utility to either side"}}});
  ParameterId pull = declare(
      {.name = "decision.pull",
       .meaning = "What draws people to a destination beyond what the other terms say.",
       .unit = "1",
       .minimum = -10,
       .maximum = 10,
       .default_value = 0,
       .status = assumed,
       .source = "set by hand for the destinations named in the baseline",
       .dimension = "place",
       .plausible = {{-0.5, 0, 0.5, linear, "assumed: half a unit of utility to either side"}}});
  ParameterId weight_distance =
      declare({.name = "decision.weight_distance",
               .meaning = "Fall of utility per log point of distance.",
               .unit = "1 per log km",
               .minimum = 0,
               .maximum = 3,
               .default_value = 0.7,
               .status = assumed,
               .source = "gravity literature as recalled",
               .plausible = {{0.4, 0.7, 1.2, log, "gravity literature as recalled"}}});
  ParameterId weight_language =
      declare({.name = "decision.weight_language",
               .meaning = "Utility of a common language.",
               .unit = "1",
               .minimum = 0,
               .maximum = 3,
               .default_value = 0.8,
               .status = assumed,
               .source = "gravity literature as recalled",
               .plausible = {{0.3, 0.8, 1.2, log, "gravity literature as recalled"}}});
  ParameterId weight_contiguity =
      declare({.name = "decision.weight_contiguity",
               .meaning = "Utility of a common border.",
               .unit = "1",
               .minimum = 0,
               .maximum = 3,
               .default_value = 0.8,
               .status = calibrated,
               .source = "neighbours are preferred [ECLAC and IOM 2002]; level set by hand on the "
                         "corridors between neighbours, 1990 to 2010",
               .plausible = {{0.4, 0.8, 1.6, log, "assumed: half to double"}}});
  ParameterId weight_colonial =
      declare({.name = "decision.weight_colonial",
               .meaning = "Utility of a colonial link.",
               .unit = "1",
               .minimum = 0,
               .maximum = 3,
               .default_value = 0.5,
               .status = assumed,
               .source = "gravity literature as recalled",
               .plausible = {{0.25, 0.5, 1, log, "assumed: half to double"}}});
  ParameterId weight_size = declare(
      {.name = "decision.weight_size",
       .meaning = "Elasticity of the utility weight to the residents of an inside destination (10 "
                  "million: "
                  "none); a larger place holds more of the places that people choose among.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.4,
       .status = calibrated,
       .source = "set by hand; between 0 and the 1 of a choice among equal small places. Outside "
                 "places have no residents here, so their size is in their pull",
       .plausible = {{0.2, 0.4, 0.8, log, "assumed: half to double"}}});
  ParameterId weight_homicide =
      declare({.name = "decision.weight_homicide",
               .meaning = "Utility per standard deviation fewer homicides than at home.",
               .unit = "1 per standard deviation",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.1,
               .status = assumed,
               .source = "sign: [Clemens 2017]; level assumed",
               .plausible = {{0, 0.1, 0.5, linear, "assumed"}}});
  ParameterId weight_conflict =
      declare({.name = "decision.weight_conflict",
               .meaning = "Utility per standard deviation fewer conflict deaths than at home.",
               .unit = "1 per standard deviation",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.1,
               .status = assumed,
               .source = "level assumed",
               .plausible = {{0, 0.1, 0.5, linear, "assumed"}}});
  ParameterId weight_democracy =
      declare({.name = "decision.weight_democracy",
               .meaning = "Utility per standard deviation more liberal democracy than at home.",
               .unit = "1 per standard deviation",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.1,
               .status = assumed,
               .source = "level assumed",
               .plausible = {{0, 0.1, 0.5, linear, "assumed"}}});
  ParameterId nest_dissimilarity =
      declare({.name = "decision.nest_dissimilarity",
               .meaning = "Dissimilarity of the channels to one destination; 1 = no nests.",
               .unit = "1",
               .minimum = 0.05,
               .maximum = 1,
               .default_value = 0.6,
               .status = assumed,
               .source = "assumed; to be calibrated",
               .plausible = {{0.3, 0.6, 1, log, "assumed"}}});
  ParameterId weight_wait = declare({.name = "decision.weight_wait",
                                     .meaning = "Fall of utility per month of waiting for a visa.",
                                     .unit = "1 per month",
                                     .minimum = 0,
                                     .maximum = 1,
                                     .default_value = 0.02,
                                     .status = assumed,
                                     .source = "assumed",
                                     .plausible = {{0, 0.02, 0.1, linear, "assumed"}}});
  ParameterId weight_odds = declare(
      {.name = "decision.weight_odds",
       .meaning =
           "How far the chance of being granted a visa weighs: 0 not at all, 1 as a share of its "
           "worth.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0,
       .status = assumed,
       .source = "a switch: at 0, for which stocks were set, many ask for hopeless visas first",
       .not_varied = "a switch"});
  ParameterId irregular_aversion = declare(
      {.name = "decision.irregular_aversion",
       .meaning = "Fall of utility of living without a right to stay, beyond wages and risks.",
       .unit = "1",
       .minimum = 0,
       .maximum = 10,
       .default_value = 1.3,
       .status = calibrated,
       .source = "set by hand on the irregular population of the USA, 3.5 million in 1990 and "
                 "about 11 million in 2010",
       .plausible = {{0, 1.3, 3, linear, "assumed"}}});
  ParameterId wage_gap_factor =
      declare({.name = "decision.wage_gap_factor",
               .meaning = "Factor on every gap of income between destination and home.",
               .unit = "1",
               .minimum = 0,
               .maximum = 5,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition; varied in the check of drivers",
               .not_varied = "neutral by definition; the check of drivers sets it"});
  ParameterId female_factor =
      declare({.name = "decision.female_factor",
               .meaning = "Consideration rate of women relative to men.",
               .unit = "1",
               .minimum = 0,
               .maximum = 5,
               .default_value = 1,
               .status = assumed,
               .source = "female share of stocks near one half, as recalled",
               .plausible = {{0.8, 1, 1.2, linear, "assumed: a fifth to either side"}}});
  ParameterId discount = declare({.name = "decision.discount",
                                  .meaning = "Yearly discount of income to come.",
                                  .unit = "per year",
                                  .minimum = 0.001,
                                  .maximum = 1,
                                  .default_value = 0.10,
                                  .status = assumed,
                                  .source = "as recalled",
                                  .plausible = {{0.05, 0.10, 0.25, log, "as recalled"}},
                                  .read_at_start = true});
  ParameterId age_young_level = declare(
      {.name = "decision.age_young_level",
       .meaning = "Rogers-Castro a1: level of moves with parents.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.01,
       .status = assumed,
       .source = "half of the 0.02 of [Rogers and Castro 1981], as recalled: fewer children among "
                 "those who cross borders; assumed",
       .plausible = {{0.005, 0.01, 0.02, log,
                      "assumed: half, and the 0.02 of [Rogers and Castro 1981], as recalled"}},
       .read_at_start = true});
  ParameterId age_young_slope =
      declare({.name = "decision.age_young_slope",
               .meaning = "Rogers-Castro alpha1: fall of moves with parents by age.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.1,
               .status = assumed,
               .source = "[Rogers and Castro 1981], as recalled",
               .plausible = {{0.05, 0.1, 0.2, log, "assumed: half to double"}},
               .read_at_start = true});
  ParameterId age_labour_level =
      declare({.name = "decision.age_labour_level",
               .meaning = "Rogers-Castro a2: level of moves for work.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.06,
               .status = assumed,
               .source = "[Rogers and Castro 1981], as recalled",
               .not_varied = "the unit of the schedule, which counts relative to its peak",
               .read_at_start = true});
  ParameterId age_labour_slope =
      declare({.name = "decision.age_labour_slope",
               .meaning = "Rogers-Castro alpha2: fall of moves for work by age.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.1,
               .status = assumed,
               .source = "[Rogers and Castro 1981], as recalled",
               .plausible = {{0.05, 0.1, 0.2, log, "assumed: half to double"}},
               .read_at_start = true});
  ParameterId age_labour_peak =
      declare({.name = "decision.age_labour_peak",
               .meaning = "Rogers-Castro mu2: position of the labour peak.",
               .unit = "years",
               .minimum = 10,
               .maximum = 50,
               .default_value = 20,
               .status = assumed,
               .source = "[Rogers and Castro 1981], as recalled",
               .plausible = {{17, 20, 24, linear, "assumed"}},
               .read_at_start = true});
  ParameterId age_labour_rise =
      declare({.name = "decision.age_labour_rise",
               .meaning = "Rogers-Castro lambda2: rise towards the labour peak.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 2,
               .default_value = 0.4,
               .status = assumed,
               .source = "[Rogers and Castro 1981], as recalled",
               .plausible = {{0.2, 0.4, 0.8, log, "assumed: half to double"}},
               .read_at_start = true});
  ParameterId age_constant =
      declare({.name = "decision.age_constant",
               .meaning = "Rogers-Castro c: moves at any age.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.003,
               .status = assumed,
               .source = "[Rogers and Castro 1981], as recalled",
               .plausible = {{0.0015, 0.003, 0.006, log, "assumed: half to double"}},
               .read_at_start = true});
};

struct NetworkParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId weight_strong =
      declare({.name = "network.weight_strong",
               .meaning = "Weight of a household member at the destination.",
               .unit = "weak ties",
               .minimum = 0,
               .maximum = 50,
               .default_value = 5,
               .status = assumed,
               .source = "ratio to weak ties, [Palloni and others 2001] as recalled",
               .plausible = {{2, 5, 10, log, "[Palloni and others 2001], as recalled"}}});
  ParameterId weight_weak =
      declare({.name = "network.weight_weak",
               .meaning = "Weight of a friend or acquaintance at the destination.",
               .unit = "weak ties",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition",
               .not_varied = "1 by definition: the unit of ties"});
  ParameterId diaspora = declare(
      {.name = "network.diaspora",
       .meaning = "Elasticity of the utility weight to 1 + ties at the destination.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.6,
       .status = assumed,
       .source = "sign: [Beine, Docquier and Ozden 2011]; level as recalled",
       .plausible = {{0.4, 0.6, 1, linear, "[Beine, Docquier and Ozden 2011], as recalled"}}});
  ParameterId compatriots = declare(
      {.name = "network.compatriots",
       .meaning =
           "Elasticity of the utility weight to 1 + compatriots at the destination per 10,000 "
           "residents at home: what a diaspora gives to those who know no one in it.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.5,
       .status = calibrated,
       .source =
           "set by hand on the corridors of stock.csv, 1990 to 2010; sign: [Beine, Docquier and "
           "Ozden 2011], elasticity of flows to the diaspora 0.4 to 1.0 with what own ties add",
       .plausible = {{0.25, 0.5, 1, log, "assumed: half to double"}}});
  ParameterId cost_removed =
      declare({.name = "network.cost_removed",
               .meaning = "Largest share of money costs that ties remove.",
               .unit = "share",
               .minimum = 0,
               .maximum = 0.95,
               .default_value = 0.5,
               .status = assumed,
               .source = "[Dolfin and Genicot 2010], as recalled",
               .plausible = {{0.2, 0.5, 0.7, logit, "[Dolfin and Genicot 2010], as recalled"}}});
  ParameterId link_decay = declare({.name = "network.link_decay",
                                    .meaning = "Yearly decay of a tie to a person who left.",
                                    .unit = "per year",
                                    .minimum = 0,
                                    .maximum = 2,
                                    .default_value = 0.1,
                                    .status = measured,
                                    .source = "form and value: [Klabunde 2014]",
                                    .plausible = {{0.02, 0.1, 0.3, log, "assumed"}}});
  ParameterId factor =
      declare({.name = "network.factor",
               .meaning = "Factor on the strength of all ties.",
               .unit = "1",
               .minimum = 0,
               .maximum = 5,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition; varied in the check of drivers",
               .not_varied = "neutral by definition; the check of drivers sets it"});
};

struct DevelopmentParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId liquidity = declare(
      {.name = "decision.liquidity",
       .meaning =
           "Whether a way must be paid before it is open: 1 those who cannot pay stay or borrow, 0 "
           "all can pay, so that nothing but the wish decides.",
       .unit = "1",
       .minimum = 0,
       .maximum = 1,
       .default_value = 1,
       .status = assumed,
       .source = "a switch: emigration rises with income only with it ([Clemens 2020]; contested)",
       .not_varied = "a switch"});
  ParameterId income_factor =
      declare({.name = "development.income_factor",
               .meaning = "Factor on all wages of a place, beyond those of the table.",
               .unit = "1",
               .minimum = 0.05,
               .maximum = 20,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition",
               .dimension = "place",
               .not_varied = "neutral by definition; policies set it",
               .read_at_start = true});
};

}  // namespace rumbo::migration
