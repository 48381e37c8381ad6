// Households and gender, hostility to migrants, health, development at origin; docs/model.md:
// Births, deaths and households; Trafficking and abuse; Development at origin; Hostility; Health.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

namespace {

constexpr const char* place = "place";

}  // namespace

HouseholdParameters::HouseholdParameters(ParameterRegistry& r) {
  decision =
      r.declare({"household.decision",
                 "How far the care of children at home counts in who leaves: 0 persons "
                 "decide as if alone, 1 it counts in full.",
                 "share", 0, 1, 1, assumed,
                 "a switch; that households decide: [Stark and Bloom 1985], as recalled", ""});
  care_women = r.declare({"household.care_women",
                          "Share of leaving that the sole care of an infant holds back, of women; "
                          "less as the youngest "
                          "grows to 15 and where other adults care too.",
                          "share", 0, 1, 0.6, assumed,
                          "sign: care is women's work mostly; range 0.2 to 0.9", ""});
  care_men = r.declare({"household.care_men", "The same of men.", "share", 0, 1, 0.2, assumed,
                        "assumed, range 0 to 0.6", ""});
  without_children = r.declare(
      {"household.without_children", "Leaving of adults without a child at home, relative.", "1", 0,
       5, 1.1, assumed, "so that about as many leave in all as without care; range 1 to 1.3", ""});
  children_along = r.declare(
      {"household.children_along",
       "Probability that a person who moves by a legal channel takes children under 15 along where "
       "no other adult of the household stays with them.",
       "share", 0, 1, 0.3, assumed, "assumed, range 0 to 0.8; 0 = children move by themselves",
       ""});
  children_with_carer = r.declare({"household.children_with_carer",
                                   "The same where another adult of the household stays.", "share",
                                   0, 1, 0.05, assumed, "assumed, range 0 to 0.3", ""});
  guardians =
      r.declare({"household.guardians",
                 "Share of minors whom a guardian watches over: being young and alone makes "
                 "these no more vulnerable than others.",
                 "share", 0, 1, 0, assumed, "0: beyond the baseline", place});
  minor_papers = r.declare({"household.minor_papers",
                            "Share of minors without a right to stay who get papers all the same: "
                            "want of them makes these no more vulnerable.",
                            "share", 0, 1, 0, assumed, "0: beyond the baseline", place});
  sexual_violence = {
      r.declare(
          {"transit.sexual_violence_women",
           "Share of women and girls among those who suffer violence on a leg who suffer "
           "sexual violence.",
           "share", 0, 1, 0.3, assumed,
           "about a third of women asked on the way through Mexico ([MSF 2017], as recalled); "
           "taken for those who suffer violence; range 0.2 to 0.6",
           ""}),
      r.declare({"transit.sexual_violence_men", "The same of men and boys.", "share", 0, 1, 0.17,
                 assumed, "[MSF 2017], as recalled; range 0.05 to 0.25", ""})};
  domestic_demand =
      r.declare({"labour.domestic_demand",
                 "Factor on the demand for work in private households: on what forced "
                 "domestic work yields, and on how many are held for it.",
                 "1", 0, 10, 1, assumed, "1 by definition", place});
}

HostilityParameters::HostilityParameters(ParameterRegistry& r) {
  weight = r.declare({"hostility.weight",
                      "How far hostility acts: 0 not at all, 1 as the effects below say.", "1", 0,
                      1, 1, assumed, "a switch", ""});
  media = r.declare({"hostility.media",
                     "Factor on what news of arrivals and crime make of opinion at a place: media, "
                     "politics, schools.",
                     "1", 0, 10, 1, assumed, "1 by definition; range 0.3 to 3", place});
  inflow_weight =
      r.declare({"hostility.inflow_weight",
                 "Opinion moved by each log point of arrivals beyond those of the past.",
                 "1 per log point", 0, 10, 0.5, assumed, "assumed, range 0 to 2", ""});
  report_weight = r.declare({"hostility.report_weight",
                             "Opinion moved by known trafficking: for each identified victim a "
                             "year of 100,000 residents.",
                             "1", 0, 10, 0.02, assumed, "assumed, range 0 to 0.1", ""});
  half_life = r.declare({"hostility.half_life", "Months in which opinion moves half the way.",
                         "months", 1, 240, 18, assumed, "assumed, range 6 to 60", ""});
  memory_years =
      r.declare({"hostility.memory_years", "Mean age of the arrivals that people are used to.",
                 "years", 1, 50, 8, assumed, "assumed, range 3 to 20", ""});
  wage_effect = r.declare(
      {"hostility.wage_effect",
       "Share of the wage that the greatest hostility takes from workers without a right to stay.",
       "share", 0, 1, 0.1, assumed, "assumed, range 0 to 0.3", ""});
  discrimination =
      r.declare({"hostility.discrimination",
                 "Share of the wage that it takes from foreign-born workers with a right to stay.",
                 "share", 0, 1, 0.04, assumed, "assumed, range 0 to 0.15", ""});
  abuse_effect = r.declare({"hostility.abuse_effect",
                            "By how much it raises the rate of abuse at work, relative.", "1", 0,
                            10, 1, assumed, "assumed, range 0 to 3", ""});
  violence_effect = r.declare({"hostility.violence_effect",
                               "By how much it raises violence against migrants on the way through "
                               "a place, relative.",
                               "1", 0, 10, 0.5, assumed, "assumed, range 0 to 2", ""});
  silence = r.declare({"hostility.silence",
                       "Share of the reports of foreign-born victims that it silences.", "share", 0,
                       1, 0.5, assumed, "assumed, range 0 to 0.9", ""});
}

HealthParameters::HealthParameters(ParameterRegistry& r) {
  rate = r.declare({"health.rate",
                    "Factor on all ways of falling ill from the journey, captivity and abuse: 0 "
                    "no one does.",
                    "1", 0, 10, 1, assumed, "a switch; range 0.3 to 3", ""});
  by_violence =
      r.declare({"health.by_violence", "Probability that a leg with violence leaves a person ill.",
                 "share", 0, 1, 0.15, assumed, "assumed, range 0.05 to 0.5", ""});
  by_stranding = r.declare({"health.by_stranding", "The same of being stranded.", "share", 0, 1,
                            0.1, assumed, "assumed, range 0 to 0.3", ""});
  in_captivity = r.declare({"health.in_captivity", "Rate of falling ill of those held.", "per year",
                            0, 12, 0.4, assumed, "assumed, range 0.1 to 1", ""});
  in_abuse = r.declare({"health.in_abuse", "Rate of falling ill of those abused at work.",
                        "per year", 0, 12, 0.1, assumed, "assumed, range 0.02 to 0.4", ""});
  recovery = r.declare({"health.recovery", "Rate of recovery with access to care.", "per year", 0,
                        12, 1, assumed, "assumed, range 0.5 to 3", ""});
  untreated = r.declare({"health.untreated", "Recovery without care, relative.", "share", 0, 1, 0.4,
                         assumed, "assumed, range 0.1 to 0.8", ""});
  access = {r.declare({"health.access_regular",
                       "Share with access to care, of residents with a right to stay.", "share", 0,
                       1, 0.8, assumed, "assumed, range 0.5 to 1", place}),
            r.declare({"health.access_irregular", "The same of residents without.", "share", 0, 1,
                       0.3, assumed, "assumed, range 0.1 to 0.8", place})};
  mortality = r.declare({"health.mortality",
                         "Death of the ill relative to others of their age, without care; with it, "
                         "half the excess.",
                         "1", 1, 50, 4, assumed, "assumed, range 1.5 to 10", ""});
  earnings_loss = r.declare({"health.earnings_loss", "Share of earnings that the ill lose.",
                             "share", 0, 1, 0.4, assumed, "assumed, range 0.1 to 1", ""});
}

DevelopmentParameters::DevelopmentParameters(ParameterRegistry& r) {
  liquidity = r.declare(
      {"decision.liquidity",
       "Whether a way must be paid before it is open: 1 those who cannot pay stay or borrow, 0 "
       "all can pay, so that nothing but the wish decides.",
       "1", 0, 1, 1, assumed,
       "a switch: emigration rises with income only with it ([Clemens 2020]; contested)", ""});
  income_factor = r.declare({"development.income_factor",
                             "Factor on all wages of a place, beyond those of the table.", "1",
                             0.05, 20, 1, assumed, "1 by definition", place});
}

}  // namespace rumbo::migration
