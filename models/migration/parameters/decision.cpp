// How people weigh leaving and where to go; docs/model.md: Leaving; Destination and channel.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

DecisionParameters::DecisionParameters(ParameterRegistry& r) {
  consideration_rate =
      r.declare({"decision.consideration_rate",
                 "Hazard of seriously thinking of leaving at the age of most moves.", "per month",
                 0, 0.5, 0.03, calibrated,
                 "set by hand with the home bias, which it trades with, on the stocks of 1990 to "
                 "2010; range 0.01 to 0.2; check: 4 emigrants per 1,000 respondents and quarter in "
                 "Mexico [Feigenberg 2020]",
                 ""});
  log_income = r.declare({"decision.log_income",
                          "Whether income enters the choice by its logarithm (1) or linearly (0).",
                          "1", 0, 1, 0, assumed,
                          "linear: [Grogger and Hanson 2011]; logarithm kept as a switch", ""});
  weight_wage =
      r.declare({"decision.weight_wage",
                 "Weight of yearly income (2020 PPP dollars) in the choice, linear form.",
                 "1 per 1,000 USD a year", 0, 0.5, 0.08, calibrated,
                 "set by hand near the 0.07 of [Grogger and Hanson 2011], as recalled, on "
                 "the stocks of 1990 to 2010; range 0.03 to 0.12",
                 ""});
  weight_log_wage =
      r.declare({"decision.weight_log_wage",
                 "Weight of yearly income in the choice, logarithmic form.", "1 per log point", 0,
                 3, 0.7, measured, "[Shrestha 2020] (Nepal), 0.7; range 0.5 to 1.0", ""});
  weight_cost = r.declare(
      {"decision.weight_cost", "Weight of money costs (2020 USD at market rates) in the choice.",
       "1 per 1,000 USD", 0, 2, 0.15, assumed,
       "range 0.05 to 0.4, to be calibrated to the fee elasticity of demand", ""});
  value_of_life =
      r.declare({"decision.value_of_life", "Value of a statistical life in the choice.",
                 "1,000 USD", 0, 10000, 400, measured, "[Shrestha 2020] (Nepal), 280 to 540", ""});
  home_bias =
      r.declare({"decision.home_bias", "Utility of staying at home beyond income, safety and ties.",
                 "1", -10, 20, 7.9, calibrated,
                 "set by hand on the foreign-born of the USA, Canada, Spain, Argentina and "
                 "Venezuela in 2010; "
                 "range 2 to 8, up to 10.5 for the places that the baseline sets apart",
                 "place"});
  pull = r.declare(
      {"decision.pull", "What draws people to a destination beyond what the other terms say.", "1",
       -10, 10, 0, assumed, "set by hand for the destinations named in the baseline", "place"});
  weight_distance = r.declare(
      {"decision.weight_distance", "Fall of utility per log point of distance.", "1 per log km", 0,
       3, 0.7, assumed, "gravity literature as recalled; range 0.4 to 1.2", ""});
  weight_language =
      r.declare({"decision.weight_language", "Utility of a common language.", "1", 0, 3, 0.8,
                 assumed, "gravity literature as recalled; range 0.3 to 1.2", ""});
  weight_contiguity = r.declare(
      {"decision.weight_contiguity", "Utility of a common border.", "1", 0, 3, 0.8, calibrated,
       "neighbours are preferred [ECLAC and IOM 2002]; level set by hand on the corridors "
       "between neighbours, 1990 to 2010",
       ""});
  weight_colonial = r.declare({"decision.weight_colonial", "Utility of a colonial link.", "1", 0, 3,
                               0.5, assumed, "gravity literature as recalled", ""});
  weight_size = r.declare(
      {"decision.weight_size",
       "Elasticity of the utility weight to the residents of an inside destination (10 million: "
       "none); a larger place holds more of the places that people choose among.",
       "1", 0, 1, 0.4, calibrated,
       "set by hand; between 0 and the 1 of a choice among equal small places. Outside places have "
       "no residents here, so their size is in their pull",
       ""});
  weight_homicide = r.declare({"decision.weight_homicide",
                               "Utility per standard deviation fewer homicides than at home.",
                               "1 per standard deviation", 0, 2, 0.1, assumed,
                               "sign: [Clemens 2017]; level assumed, range 0 to 0.5", ""});
  weight_conflict = r.declare({"decision.weight_conflict",
                               "Utility per standard deviation fewer conflict deaths than at home.",
                               "1 per standard deviation", 0, 2, 0.1, assumed,
                               "level assumed, range 0 to 0.5", ""});
  weight_democracy = r.declare(
      {"decision.weight_democracy",
       "Utility per standard deviation more liberal democracy than at home.",
       "1 per standard deviation", 0, 2, 0.1, assumed, "level assumed, range 0 to 0.5", ""});
  nest_dissimilarity =
      r.declare({"decision.nest_dissimilarity",
                 "Dissimilarity of the channels to one destination; 1 = no nests.", "1", 0.05, 1,
                 0.6, assumed, "range 0.3 to 1, to be calibrated", ""});
  weight_wait =
      r.declare({"decision.weight_wait", "Fall of utility per month of waiting for a visa.",
                 "1 per month", 0, 1, 0.02, assumed, "assumed, range 0 to 0.1", ""});
  weight_odds = r.declare(
      {"decision.weight_odds",
       "How far the chance of being granted a visa weighs: 0 not at all, 1 as a share of its "
       "worth.",
       "1", 0, 1, 0, assumed,
       "a switch: at 0, for which stocks were set, many ask for hopeless visas first", ""});
  irregular_aversion = r.declare(
      {"decision.irregular_aversion",
       "Fall of utility of living without a right to stay, beyond wages and risks.", "1", 0, 10,
       1.3, calibrated,
       "set by hand on the irregular population of the USA, 3.5 million in 1990 and about "
       "11 million in 2010; range 0 to 3",
       ""});
  wage_gap_factor = r.declare(
      {"decision.wage_gap_factor", "Factor on every gap of income between destination and home.",
       "1", 0, 5, 1, assumed, "1 by definition; varied in the check of drivers", ""});
  female_factor =
      r.declare({"decision.female_factor", "Consideration rate of women relative to men.", "1", 0,
                 5, 1, assumed, "female share of stocks near one half, as recalled", ""});
  discount = r.declare({"decision.discount", "Yearly discount of income to come.", "per year",
                        0.001, 1, 0.10, assumed, "as recalled; range 0.05 to 0.25", ""});
  young_level =
      r.declare({"decision.age_young_level", "Rogers-Castro a1: level of moves with parents.", "1",
                 0, 1, 0.01, assumed,
                 "half of the 0.02 of [Rogers and Castro 1981], as recalled: fewer children among "
                 "those who cross borders; assumed",
                 ""});
  young_slope = r.declare({"decision.age_young_slope",
                           "Rogers-Castro alpha1: fall of moves with parents by age.", "per year",
                           0, 2, 0.1, assumed, "[Rogers and Castro 1981], as recalled", ""});
  labour_level =
      r.declare({"decision.age_labour_level", "Rogers-Castro a2: level of moves for work.", "1", 0,
                 1, 0.06, assumed, "[Rogers and Castro 1981], as recalled", ""});
  labour_slope = r.declare({"decision.age_labour_slope",
                            "Rogers-Castro alpha2: fall of moves for work by age.", "per year", 0,
                            2, 0.1, assumed, "[Rogers and Castro 1981], as recalled", ""});
  labour_peak =
      r.declare({"decision.age_labour_peak", "Rogers-Castro mu2: position of the labour peak.",
                 "years", 10, 50, 20, assumed, "[Rogers and Castro 1981], as recalled", ""});
  labour_rise =
      r.declare({"decision.age_labour_rise", "Rogers-Castro lambda2: rise towards the labour peak.",
                 "per year", 0, 2, 0.4, assumed, "[Rogers and Castro 1981], as recalled", ""});
  constant_level = r.declare({"decision.age_constant", "Rogers-Castro c: moves at any age.", "1", 0,
                              1, 0.003, assumed, "[Rogers and Castro 1981], as recalled", ""});
}

NetworkParameters::NetworkParameters(ParameterRegistry& r) {
  weight_strong = r.declare(
      {"network.weight_strong", "Weight of a household member at the destination.", "weak ties", 0,
       50, 5, assumed, "ratio 2 to 10 ([Palloni and others 2001] as recalled)", ""});
  weight_weak =
      r.declare({"network.weight_weak", "Weight of a friend or acquaintance at the destination.",
                 "weak ties", 0, 10, 1, assumed, "1 by definition", ""});
  diaspora = r.declare(
      {"network.diaspora", "Elasticity of the utility weight to 1 + ties at the destination.", "1",
       0, 1, 0.6, assumed, "sign: [Beine, Docquier and Ozden 2011]; range 0.4 to 1.0", ""});
  compatriots = r.declare(
      {"network.compatriots",
       "Elasticity of the utility weight to 1 + compatriots at the destination per 10,000 "
       "residents at home: what a diaspora gives to those who know no one in it.",
       "1", 0, 1, 0.5, calibrated,
       "set by hand on the corridors of stock.csv, 1990 to 2010; sign: [Beine, Docquier and "
       "Ozden 2011], elasticity of flows to the diaspora 0.4 to 1.0 with what own ties add",
       ""});
  cost_removed = r.declare(
      {"network.cost_removed", "Largest share of money costs that ties remove.", "share", 0, 0.95,
       0.5, assumed, "[Dolfin and Genicot 2010], as recalled; range 0.2 to 0.7", ""});
  link_decay =
      r.declare({"network.link_decay", "Yearly decay of a tie to a person who left.", "per year", 0,
                 2, 0.1, measured, "form and value: [Klabunde 2014]; range 0.02 to 0.3", ""});
  factor = r.declare({"network.factor", "Factor on the strength of all ties.", "1", 0, 5, 1,
                      assumed, "1 by definition; varied in the check of drivers", ""});
}

}  // namespace rumbo::migration
