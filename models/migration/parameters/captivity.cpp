// Trafficking, abuse at work and corruption; docs/model.md: Trafficking and abuse.
//
// Levels of trafficking are assumed, not measured: results are ratios and signs over the ranges.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

namespace {

constexpr const char* place = "place";

}  // namespace

TraffickingParameters::TraffickingParameters(ParameterRegistry& r) {
  declare_market(r);
  declare_recruitment(r);
  declare_exits(r);
  declare_justice(r);
}

void TraffickingParameters::declare_market(ParameterRegistry& r) {
  market = r.declare({"trafficking.market",
                      "Whether there are traffickers: 0 no one is held, by whatever way; 1 "
                      "traffickers enter where it pays.",
                      "1", 0, 1, 1, assumed, "a switch", ""});
  auto value = [&](const char* name, const char* sentence, double usd, const char* source) {
    return r.declare({name, sentence, "USD a year", 0, 1e6, usd, assumed, source, ""});
  };
  values = {value("trafficking.value_sexual",
                  "What sexual exploitation of one victim yields, at the wage of reference.", 27000,
                  "[ILO 2024]: 10,000 on average in the Americas, 27% of victims and 73% of the "
                  "profit sexual; range 10,000 to 40,000"),
            value("trafficking.value_labour",
                  "What forced labour of one victim yields, at the wage of reference.", 4400,
                  "rest of the average of [ILO 2024] (3,700), split by assumption; range 2,000 to "
                  "10,000"),
            value("trafficking.value_domestic",
                  "What forced domestic work of one victim yields, at the wage of reference.", 2000,
                  "as above; range 1,000 to 4,000"),
            value("trafficking.value_other",
                  "What other exploitation (begging, crime) of one victim yields, at the wage of "
                  "reference.",
                  2800, "as above; range 1,000 to 10,000")};
  value_factor = r.declare({"trafficking.value_factor",
                            "Factor on what exploitation yields at a place: the demand for it.",
                            "1", 0, 10, 1, assumed, "1 by definition", place});
  value_wage_elasticity =
      r.declare({"trafficking.value_wage_elasticity",
                 "Elasticity of what exploitation yields to the wage of the unschooled there.", "1",
                 0, 2, 0.5, assumed, "0: the same everywhere; range 0 to 1", ""});
  reference_wage = r.declare({"trafficking.reference_wage",
                              "Wage of the unschooled at which the yields above hold.",
                              "USD a year", 100, 1e6, 10000, assumed, "assumed", ""});
  keep_usd = r.declare({"trafficking.keep_usd", "What holding one victim costs: food, guards.",
                        "USD a month", 0, 1e4, 60, assumed, "assumed", ""});
  bargaining = r.declare({"trafficking.bargaining",
                          "Share of the yield that the trafficker keeps against the buyer.",
                          "share", 0, 1, 0.5, assumed, "form of [Akee and others 2014]", ""});
  capacity = r.declare({"trafficking.capacity", "Victims that a trafficker can hold.", "persons", 1,
                        1e4, 20, assumed, "assumed, range 3 to 100", ""});
  potential_inside = r.declare(
      {"trafficking.recruiters_inside",
       "Who would traffic inside a place if it paid, per million residents.",
       "traffickers per million", 0, 1e5, 130, assumed,
       "level assumed, so that about 1 of 1,000 residents is held; range 20 to 600", place});
  potential_abroad = r.declare(
      {"trafficking.recruiters_abroad",
       "Who would traffic those who leave a place if it paid, per 1,000 who leave in a year.",
       "traffickers per 1,000", 0, 1e4, 3, assumed,
       "level assumed, so that foreigners are held about three times as often as others [ILO and "
       "others 2022]; range 0.3 to 10",
       place});
  cost_spread = r.declare({"trafficking.cost_spread",
                           "Spread of the cost of recruiting between traffickers, standard "
                           "deviation of its logarithm.",
                           "1", 0, 3, 1, assumed, "assumed", ""});
  entry_rate = r.declare({"trafficking.entry_rate",
                          "Rate at which those who might traffic look whether it pays.", "per year",
                          0, 12, 0.5, assumed, "assumed", ""});
  quit_rate = r.declare({"trafficking.quit_rate",
                         "Rate at which traffickers give up for reasons of their own.", "per year",
                         0, 12, 0.1, assumed, "assumed", ""});
  patience_months =
      r.declare({"trafficking.patience_months", "Months of loss after which a trafficker gives up.",
                 "months", 0, 120, 6, assumed, "assumed", ""});
  fill_rate =
      r.declare({"trafficking.fill_rate", "Offers a month that traffickers make for each vacancy.",
                 "per month", 0, 10, 0.4, assumed, "assumed", ""});
}

void TraffickingParameters::declare_recruitment(ParameterRegistry& r) {
  recruitment_usd = r.declare(
      {"trafficking.recruitment_usd",
       "Cost of recruiting a person not vulnerable where no one emigrates.", "USD", 0, 1e6, 3000,
       assumed, "falls with local emigration (sign: [Mahmoud and Trebesch 2010])", place});
  focus = r.declare({"trafficking.focus",
                     "Rise of the log chance of being approached from vulnerability 0 to 1; 0 = "
                     "recruiters take anyone.",
                     "1", 0, 8, 3, assumed, "assumed, range 0 to 5", ""});
  minor_factor = r.declare({"trafficking.minor_factor",
                            "Chance of minors of being approached relative to adults, whom no "
                            "family guards.",
                            "1", 0, 10, 0.25, assumed,
                            "so that about a quarter of victims are minors (shares in "
                            "trafficking_detected.csv); range 0.1 to 1",
                            place});
  poverty_line = r.declare({"trafficking.poverty_line",
                            "Income of a worker below which poverty makes vulnerable.",
                            "PPP USD a year", 1, 1e5, 6000, assumed, "assumed", ""});
  credence =
      r.declare({"trafficking.credence", "Probability that a false offer is believed at all.",
                 "share", 0, 1, 0.5, assumed, "assumed; minors are not asked", place});
  offer_bonus =
      r.declare({"trafficking.offer_bonus", "Utility promised beyond what the person has in view.",
                 "1", 0, 10, 1, assumed, "assumed", ""});
  believed_risk = r.declare({"trafficking.believed_risk",
                             "Risk of exploitation as those believe who get an offer.", "share", 0,
                             1, 0.05, assumed, "assumed, range 0 to 0.5", place});
  harm = r.declare({"trafficking.harm", "Utility that exploitation takes.", "1", 0, 100, 20,
                    assumed, "assumed", ""});
  most_deceived = r.declare({"trafficking.most_deceived",
                             "Largest probability that a person who leaves is deceived.", "share",
                             0, 1, 0.1, assumed, "assumed", ""});
}

void TraffickingParameters::declare_exits(ParameterRegistry& r) {
  auto rate = [&](const char* name, const char* sentence, double value, const char* source) {
    return r.declare({name, sentence, "per month", 0, 10, value, assumed, source, place});
  };
  rescue_rate = rate("trafficking.rescue_rate",
                     "Rate at which victims are found and freed by the authorities.", 0.0005,
                     "assumed, so that victims known to the authorities are of the order of those "
                     "detected (trafficking_detected.csv); range 0.0001 to 0.01");
  escape_rate = rate("trafficking.escape_rate", "Rate at which victims escape.", 0.025,
                     "assumed, range 0.01 to 0.1");
  debt_end_rate = rate("trafficking.debt_end_rate",
                       "Rate at which victims are let go once what they owe is worked off.", 0.03,
                       "assumed, range 0 to 0.1");
  death_rate = rate("trafficking.death_rate", "Rate of death by captivity, beyond that of the age.",
                    0.0005, "assumed, range 0 to 0.005");
  again = r.declare({"trafficking.again",
                     "Probability that a person who comes free is trafficked again, without help.",
                     "share", 0, 0.9, 0.15, assumed, "assumed, range 0.02 to 0.5", place});
  shelter_effect = r.declare({"trafficking.shelter_effect",
                              "Share of that risk that a place in a shelter takes away.", "share",
                              0, 1, 0.5, assumed, "assumed", ""});
  work_effect =
      r.declare({"trafficking.work_effect", "Share of that risk that help to find work takes away.",
                 "share", 0, 1, 0.3, assumed, "assumed", ""});
  shelter_beds = r.declare({"trafficking.shelter_beds", "Beds in shelters for victims.", "beds", 0,
                            1e6, 0, assumed, "0: those beyond the baseline", place});
  shelter_months = r.declare({"trafficking.shelter_months", "Months that a victim stays in one.",
                              "months", 0.1, 120, 6, assumed, "assumed", ""});
  work_help = r.declare({"trafficking.work_help", "Share of freed victims who get help to work.",
                         "share", 0, 1, 0, assumed, "0: beyond the baseline", place});
}

void TraffickingParameters::declare_justice(ParameterRegistry& r) {
  detection = r.declare({"trafficking.detection",
                         "Probability a victim and month of detection by police work (q0).",
                         "probability", 0, 1, 0.0001, assumed,
                         "0.0005 to 0.01 convictions per victim and year (counts of convictions "
                         "over prevalence)",
                         place});
  prosecution = r.declare({"trafficking.prosecution", "Factor on that detection.", "1", 0, 1000, 1,
                           assumed, "1 by definition", place});
  detection_by_victims = r.declare({"trafficking.detection_by_victims",
                                    "Detection added where every victim is protected.",
                                    "probability", 0, 1, 0.002, assumed, "assumed", ""});
  detection_by_inspection =
      r.declare({"trafficking.detection_by_inspection",
                 "Detection added by the inspection of work places as it is.", "probability", 0, 1,
                 0.0001, assumed, "times labour.inspection; assumed", ""});
  origin_share = r.declare({"trafficking.origin_share",
                            "Share of the detection at the place of origin that adds to the risk "
                            "of those who traffic abroad.",
                            "share", 0, 1, 0.3, assumed, "assumed", ""});
  penalty_usd = r.declare({"trafficking.penalty_usd",
                           "What a conviction costs a trafficker, prison counted in dollars.",
                           "USD", 0, 1e8, 100000, assumed, "assumed, range 2e4 to 1e6", place});
  seizure = r.declare({"trafficking.seizure",
                       "Share of a convicted trafficker's assets that the state takes.", "share", 0,
                       1, 0, assumed, "0: beyond the baseline; assets: a year's gain", place});
  reporting = r.declare({"trafficking.reporting",
                         "Probability that a freed victim reports, without protection or fear.",
                         "share", 0, 1, 0.02, assumed, "assumed, range 0.005 to 0.1", place});
  reporting_protected =
      r.declare({"trafficking.reporting_protected", "The same with full protection.", "share", 0, 1,
                 0.3, assumed, "assumed", place});
  fear = r.declare({"trafficking.fear", "Share that certain removal would silence.", "share", 0, 1,
                    0.8, assumed, "assumed", ""});
  prosecuted = r.declare({"trafficking.prosecuted", "Share of reports that lead to prosecution.",
                          "share", 0, 1, 0.3, assumed, "assumed", place});
  convicted = r.declare({"trafficking.convicted", "Share of prosecutions that end in conviction.",
                         "share", 0, 1, 0.5, assumed, "assumed", place});
  protection = r.declare({"trafficking.protection",
                          "Share of victims who are offered protection and a right to stay.",
                          "share", 0, 1, 0, assumed, "0: beyond the baseline", place});
  protection_unconditional =
      r.declare({"trafficking.protection_unconditional",
                 "Whom protection reaches: 0 those whose case is prosecuted, 1 all who are "
                 "identified.",
                 "1", 0, 1, 0, assumed, "a switch", place});
  removal_of_victims = r.declare({"trafficking.removal_of_victims",
                                  "Share of identified victims without a right to stay and without "
                                  "protection who are removed.",
                                  "share", 0, 1, 0.5, assumed, "assumed", place});
}

AbuseParameters::AbuseParameters(ParameterRegistry& r) {
  rate = r.declare({"abuse.rate",
                    "Rate at which work of a person without a right to stay turns abusive: wages "
                    "withheld, threats, unsafe work.",
                    "per year", 0, 5, 0.055, calibrated,
                    "0.30 of undocumented workers of San Diego ever, half of them within 12 months "
                    "[Zhang 2012], after about 9 years; range 0.02 to 0.1",
                    place});
  regular_factor = r.declare({"abuse.regular_factor",
                              "Rate of foreign-born workers with a right to stay relative to that.",
                              "1", 0, 1, 0.25, assumed, "assumed, range 0.1 to 0.5", ""});
  end_rate =
      r.declare({"abuse.end_rate", "Rate at which abuse ends.", "per year", 0, 50, 0.35, calibrated,
                 "set with abuse.rate on the same figures; range 0.2 to 1", place});
  wage_theft = r.declare({"abuse.wage_theft", "Share of earnings withheld from the abused.",
                          "share", 0, 1, 0.2, assumed, "assumed, range 0.05 to 0.5", ""});
  inspection_effect = r.declare({"abuse.inspection_effect",
                                 "Elasticity by which more inspection lowers the rate of abuse and "
                                 "ends it sooner.",
                                 "1", 0, 2, 0.3, assumed, "assumed, range 0 to 1", ""});
}

CorruptionParameters::CorruptionParameters(ParameterRegistry& r) {
  share = r.declare({"corruption.share", "Share of officials who take a bribe.", "share", 0, 1, 0.3,
                     assumed, "assumed for all places, range 0.05 to 0.7", place});
  bribe_usd = r.declare({"corruption.bribe_usd", "What these take to let a detected trafficker go.",
                         "USD", 0, 1e6, 5000, assumed, "assumed, range 500 to 20,000", place});
}

}  // namespace rumbo::migration
