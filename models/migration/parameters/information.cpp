// What people believe and where they have it from; docs/model.md: Beliefs.
#include "models/migration/parameters/parameters.hpp"

namespace rumbo::migration {

using enum ParameterStatus;

InformationParameters::InformationParameters(ParameterRegistry& r) {
  weight = r.declare({"information.weight",
                      "How far beliefs and not the truth enter the choice: 0 all know, 1 in "
                      "full (power of believed / true).",
                      "1", 0, 1, 1, assumed, "a switch", ""});
  prior_wage = r.declare(
      {"information.prior_wage", "Believed / true wage abroad of those without experience.", "1",
       0.2, 5, 1, assumed,
       "1: the weight of wages was set so; 1.3 in Nepal (Shrestha, as recalled), "
       "range 0.8 to 2",
       "place"});
  prior_danger = r.declare(
      {"information.prior_danger",
       "Believed / true danger of an irregular journey, before anything is "
       "heard of journeys.",
       "1", 0.2, 5, 2, assumed,
       "mortality is greatly overestimated in Nepal (Shrestha); range 0.3 to 3", "place"});
  prior_fee = r.declare({"information.prior_fee", "Believed / true fee of smugglers.", "1", 0.2, 5,
                         1, assumed, "assumed", "place"});
  prior_exploitation = r.declare(
      {"information.prior_exploitation",
       "Believed / true risk of being exploited abroad without a right to stay.", "1", 0.2, 5, 0.5,
       assumed,
       "underestimated before leaving (interviews in Dakar; level assumed), range 0.3 to 3",
       "place"});
  prior_spread = r.declare({"information.prior_spread",
                            "Standard deviation of the logarithm of believed / true between "
                            "persons.",
                            "log points", 0, 1, 0.3, assumed, "assumed", ""});
  heard_weight = r.declare({"information.heard_weight",
                            "How many times a death on the way counts when it is told.", "1", 0, 20,
                            2, assumed, "law of small numbers: weight above 1; assumed", ""});
  prior_journeys = r.declare({"information.prior_journeys",
                              "Journeys that the prior of danger weighs as much as.", "journeys", 1,
                              1e9, 100000, assumed, "assumed", ""});
  talk_months =
      r.declare({"information.talk_months",
                 "Months between two talks of a person with a friend about migration.", "months", 1,
                 120, 6, assumed, "about 0.1 a month and contact (RRGraphs p_info_contacts)", ""});
  convince = r.declare({"information.convince", "Probability that two who talk meet half-way.",
                        "probability", 0, 1, 0.5, assumed, "RRGraphs convince 0.5", ""});
  convert =
      r.declare({"information.convert", "Probability that one takes over what the other believes.",
                 "probability", 0, 1, 0.1, assumed, "RRGraphs convert 0.1", ""});
  confuse = r.declare({"information.confuse", "Probability that talk confuses.", "probability", 0,
                       1, 0.3, assumed, "RRGraphs confuse 0.3", ""});
  error = r.declare({"information.error", "Probability that something confusing is misheard.",
                     "probability", 0, 1, 0.1, assumed, "RRGraphs error 0.1", ""});
  half_life_months =
      r.declare({"information.half_life_months",
                 "Months in which what was heard, not seen, loses half of its effect.", "months", 1,
                 600, 6, assumed, "as recalled; range 2 to 18", ""});
  smuggler_talk = r.declare(
      {"information.smuggler_talk", "Share of adults whom smugglers tell that it is safe and pays.",
       "share a month", 0, 1, 0.005, assumed, "assumed, range 0 to 0.02", "place"});
  campaign_reach =
      r.declare({"information.campaign_reach", "Share of adults whom a campaign reaches.",
                 "share a month", 0, 1, 0, assumed, "0: no campaign", "place"});
  campaign_credibility = r.declare(
      {"information.campaign_credibility",
       "Probability that a person reached believes what a campaign says.", "probability", 0, 1, 0.3,
       assumed, "returned migrants more, the state less, as recalled; assumed, range 0.1 to 0.6",
       "place"});
  campaign_danger =
      r.declare({"information.campaign_danger", "Believed / true danger that a campaign tells of.",
                 "1", 0.2, 5, 1, assumed, "1: the truth", "place"});
  campaign_exploitation =
      r.declare({"information.campaign_exploitation",
                 "Believed / true risk of exploitation that a campaign tells of.", "1", 0.2, 5, 1,
                 assumed, "1: the truth", "place"});
  exploitation_loss_usd =
      r.declare({"information.exploitation_loss_usd",
                 "What being exploited is expected to cost a person.", "USD", 0, 1e6, 10000,
                 assumed, "a year's profit on a victim ([ILO 2024]: 10,000 USD on average)", ""});
  legal_awareness = r.declare({"information.legal_awareness",
                               "Knowledge of ways to leave with leave, relative to what it is.",
                               "1", 0.01, 100, 1, assumed, "1 by definition", "place"});
}

}  // namespace rumbo::migration
