// Status, return, work and money; docs/model.md: Labour; Money; Return and removal; Status and
// regularization.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

StatusParameters::StatusParameters(ParameterRegistry& r) {
  work_years =
      r.declare({"status.work_years", "Years that a temporary right to stay lasts on average.",
                 "years", 0.1, 50, 3, assumed, "assumed", ""});
  visit_months =
      r.declare({"status.visit_months", "Months after which a visitor's leave to stay has ended.",
                 "months", 1, 60, 6, assumed, "usual length of a visit visa; assumed", ""});
  overstay = r.declare(
      {"status.overstay",
       "Probability of staying without a right when a temporary right ends and none follows.",
       "share", 0, 1, 0.1, assumed,
       "0.015 of all visits end so (DHS overstay reports, as recalled); long stays more often, "
       "assumed",
       ""});
  settle_share =
      r.declare({"status.settle_share", "Share of ending temporary rights that become permanent.",
                 "share", 0, 1, 0.5, assumed, "assumed, range 0.2 to 0.7", ""});
  permanence_years =
      r.declare({"status.permanence_years", "Years of permanent residence before naturalization.",
                 "years", 0, 50, 5, assumed, "the usual legal term; assumed for all places", ""});
  naturalization_rate =
      r.declare({"status.naturalization_rate", "Rate of naturalization after that.", "per year", 0,
                 1, 0.04, assumed, "assumed", ""});
  adjustment_rate = r.declare(
      {"status.adjustment_rate",
       "Rate at which residents without a right to stay gain one outside programmes: through "
       "marriage, a child, an employer, a court.",
       "per year", 0, 1, 0.02, assumed,
       "half of the permanent admissions of the USA are given to people already there; level "
       "assumed, range 0.005 to 0.04",
       "place"});
  removal_rate =
      r.declare({"status.removal_rate", "Rate of removal of residents without a right to stay.",
                 "per year", 0, 1, 0.005, assumed,
                 "USA 0.02: 238,000 removals in 2009 of 11 million; range 0.005 to 0.04; elsewhere "
                 "assumed lower",
                 "place"});
}

RegularizationParameters::RegularizationParameters(ParameterRegistry& r) {
  share = r.declare({"regularization.share",
                     "Share of the eligible who may apply: the intensity of an open programme.",
                     "share", 0, 1, 0, measured, "0: none open", "diaspora"});
  take_up =
      r.declare({"regularization.take_up", "Share of those who may apply who do, at no fee.",
                 "share", 0, 1, 0.64, measured,
                 "[Bahar, Ibanez and Rozo 2021] (Colombia, PEP); range 0.5 to 0.9", "diaspora"});
  cutoff_month =
      r.declare({"regularization.cutoff_month",
                 "Latest month of arrival of those eligible (months since January 1850).", "month",
                 0, 4095, 4095, measured, "law of the programme", "diaspora"});
  first_month = r.declare({"regularization.first_month",
                           "First month of the open programme (months since January 1850).",
                           "month", 0, 4095, 0, measured, "law of the programme", "diaspora"});
  months = r.declare({"regularization.months", "Months that the programme is open.", "months", 1,
                      600, 12, measured, "law of the programme", "diaspora"});
  fee = r.declare({"regularization.fee", "Fee of an application.", "USD", 0, 1e5, 0, measured,
                   "law of the programme", "diaspora"});
  fee_weight = r.declare({"regularization.fee_weight",
                          "Fall of the log odds of applying per 1,000 USD of fee.",
                          "1 per 1,000 USD", 0, 10, 0.5, assumed, "assumed", ""});
}

ReturnParameters::ReturnParameters(ParameterRegistry& r) {
  rate_irregular =
      r.declare({"return.rate_irregular",
                 "Rate of going back of residents without a right to stay, on arrival and were "
                 "coming again free.",
                 "per year", 0, 5, 0.60, calibrated,
                 "0.48 within 12 months in 1980, near 0 in 2010 as recalled [Massey, Durand and "
                 "Pren 2016]: a rate "
                 "of 0.65 before what coming again costs; set by hand so that entries and "
                 "apprehensions of 1990 to 2005 are of the right order",
                 ""});
  rate_regular = r.declare({"return.rate_regular", "The same of residents with a right to stay.",
                            "per year", 0, 5, 0.08, assumed, "assumed", ""});
  rate_citizen = r.declare({"return.rate_citizen", "The same of naturalized citizens.", "per year",
                            0, 5, 0.02, assumed, "assumed", ""});
  decay =
      r.declare({"return.decay", "Fall of the rate of going back per year of stay.", "per year", 0,
                 2, 0.2, calibrated, "set by hand with the rate above, range 0.05 to 0.4", ""});
  reentry_weight = r.declare({"return.reentry_weight",
                              "Fall of the log rate per 1,000 USD that coming again would cost.",
                              "1 per 1,000 USD", 0, 5, 0.2, assumed,
                              "sign: [Massey, Durand and Pren 2016]; level assumed", ""});
  retirement_factor = r.declare({"return.retirement_factor", "Factor on the rate from age 60 on.",
                                 "1", 0, 10, 1.5, assumed, "assumed", ""});
}

MoneyParameters::MoneyParameters(ParameterRegistry& r) {
  saving_home = r.declare({"money.saving_home", "Share of earnings saved at home.", "share", 0, 0.9,
                           0.03, assumed, "assumed", ""});
  saving_abroad = r.declare({"money.saving_abroad", "Share of earnings saved abroad.", "share", 0,
                             0.9, 0.08, assumed, "assumed", ""});
  remitted_share = r.declare(
      {"money.remitted_share", "Share of earnings sent to a household at home on arrival.", "share",
       0, 0.9, 0.12, assumed, "Orozco, 10 to 15% (as recalled); range 0.05 to 0.25", ""});
  remittance_decay = r.declare({"money.remittance_decay", "Fall of that share per year of stay.",
                                "per year", 0, 1, 0.03, assumed, "assumed", ""});
  remittance_elasticity = r.declare(
      {"money.remittance_elasticity", "Elasticity of the amount sent to its cost.", "1", 0, 3, 0.25,
       assumed, "range 0 to 1.2 [Aycinena and others 2010; Kpodar and Imam 2022]", ""});
  reference_cost =
      r.declare({"money.reference_cost", "Cost at which the share above holds.", "share", 0.001,
                 0.5, 0.10, assumed, "0.10 to 0.15 in 2001 (as recalled)", ""});
  remittance_cost_factor =
      r.declare({"money.remittance_cost_factor", "Factor on the cost of sending money.", "1", 0, 10,
                 1, measured, "1: remittance_cost.csv", "place"});
  remittance_cost_target = r.declare({"money.remittance_cost_target",
                                      "Cost of sending money to a place that is aimed at.", "share",
                                      0, 1, 0.03, measured,
                                      "0.03 by 2030: United Nations, Sustainable Development Goal "
                                      "10.c; without effect while the share below is 0",
                                      "place"});
  remittance_target_share =
      r.declare({"money.remittance_target_share",
                 "Share of the way from today's cost down to that aim that has been gone.", "share",
                 0, 1, 0, measured, "0: costs as in remittance_cost.csv", "place"});
  consumed_share =
      r.declare({"money.consumed_share", "Share of remittances received that is spent at once.",
                 "share", 0, 1, 0.85, assumed, "assumed", ""});
  credit = r.declare({"money.credit", "Credit a household can find for a journey.", "USD", 0, 1e5,
                      2000, assumed,
                      "assumed, range 0 to 5,000; without it the poor hardly leave, against the "
                      "stocks from Central America and the Caribbean",
                      "place"});
  initial_wealth = r.declare({"money.initial_wealth",
                              "Median wealth at the start, in months of a worker's earnings.",
                              "months", 0, 120, 3, assumed, "assumed", ""});
}

LabourParameterIds::LabourParameterIds(ParameterRegistry& r) {
  substitution_native_immigrant = r.declare(
      {"labour.substitution_native_immigrant",
       "Elasticity of substitution between natives and immigrants of one skill.", "1", 1.01, 1e6,
       20, assumed, "[Ottaviano and Peri 2012], as recalled; range 6 to 40", ""});
  substitution_skill =
      r.declare({"labour.substitution_skill", "Elasticity of substitution between skills.", "1",
                 1.01, 1e6, 2, assumed, "as recalled; range 1.4 to 3", ""});
  capital_half_life =
      r.declare({"labour.capital_half_life", "Years in which capital closes half of its gap.",
                 "years", 0, 1000, 7, assumed, "as recalled; range 3 to 10", ""});
  displacement = r.declare(
      {"labour.displacement",
       "Share of employment lost per log point that the workers of a skill grow in number.", "1", 0,
       2, 0.05, assumed, "natives' effects near 0 (survey of Peri); assumed", ""});
  irregular_penalty =
      r.declare({"labour.irregular_penalty", "Share of the wage lost for want of a right to stay.",
                 "share", 0, 0.9, 0.17, measured,
                 "[Kossoudji and Cobb-Clark 2002], 0.14 to 0.24; range 0.06 to 0.24", "place"});
  schooling_return = r.declare(
      {"labour.schooling_return", "Gain of earnings per year of schooling.", "log points a year", 0,
       0.5, 0.10, assumed, "[Psacharopoulos and Patrinos 2004], as recalled", ""});
  inspection = r.declare({"labour.inspection", "Inspection of work places relative to what it is.",
                          "1", 0.01, 1000, 1, assumed, "1 by definition", "place"});
  sanction_risk = r.declare(
      {"labour.sanction_risk",
       "Probability that a worker without the right to work leads to a fine of the employer.",
       "per year", 0, 1, 0, assumed,
       "0: what sanctions in force do is part of the lower wage above; fines were rare before 2011",
       "place"});
  sanction_fine_usd =
      r.declare({"labour.sanction_fine_usd", "Fine of an employer per worker found.", "USD", 0, 1e6,
                 2500, assumed, "assumed, range 500 to 25,000", "place"});
  sanction_pass_through = r.declare({"labour.sanction_pass_through",
                                     "Share of the expected fine that employers take off the wage.",
                                     "share", 0, 1, 0.5, assumed, "assumed, range 0 to 1", ""});
  sanction_elasticity =
      r.declare({"labour.sanction_elasticity",
                 "Elasticity of employment of workers without the right to work to what they cost.",
                 "1", 0, 10, 1, assumed, "assumed, range 0.3 to 3", ""});
}

}  // namespace rumbo::migration
