// Parameters: What people believe and where they have it from; docs/model.md: Beliefs.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct InformationParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId weight =
      declare({.name = "information.weight",
               .meaning = "How far beliefs and not the truth enter the choice: 0 all know, 1 in "
                          "full (power of believed / true).",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 1,
               .status = assumed,
               .source = "a switch"});
  ParameterId prior_wage =
      declare({.name = "information.prior_wage",
               .meaning = "Believed / true wage abroad of those without experience.",
               .unit = "1",
               .minimum = 0.2,
               .maximum = 5,
               .default_value = 1,
               .status = assumed,
               .source = "1: the weight of wages was set so; 1.3 in Nepal (Shrestha, as recalled), "
                         "range 0.8 to 2",
               .dimension = "place"});
  ParameterId prior_danger =
      declare({.name = "information.prior_danger",
               .meaning = "Believed / true danger of an irregular journey, before anything is "
                          "heard of journeys.",
               .unit = "1",
               .minimum = 0.2,
               .maximum = 5,
               .default_value = 2,
               .status = assumed,
               .source = "mortality is greatly overestimated in Nepal (Shrestha); range 0.3 to 3",
               .dimension = "place"});
  ParameterId prior_fee = declare({.name = "information.prior_fee",
                                   .meaning = "Believed / true fee of smugglers.",
                                   .unit = "1",
                                   .minimum = 0.2,
                                   .maximum = 5,
                                   .default_value = 1,
                                   .status = assumed,
                                   .source = "assumed",
                                   .dimension = "place"});
  ParameterId prior_exploitation = declare(
      {.name = "information.prior_exploitation",
       .meaning = "Believed / true risk of being exploited abroad without a right to stay.",
       .unit = "1",
       .minimum = 0.2,
       .maximum = 5,
       .default_value = 0.5,
       .status = assumed,
       .source =
           "underestimated before leaving (interviews in Dakar; level assumed), range 0.3 to 3",
       .dimension = "place"});
  ParameterId prior_spread =
      declare({.name = "information.prior_spread",
               .meaning = "Standard deviation of the logarithm of believed / true between "
                          "persons.",
               .unit = "log points",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed"});
  ParameterId heard_weight =
      declare({.name = "information.heard_weight",
               .meaning = "How many times a death on the way counts when it is told.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 2,
               .status = assumed,
               .source = "law of small numbers: weight above 1; assumed"});
  ParameterId prior_journeys =
      declare({.name = "information.prior_journeys",
               .meaning = "Journeys that the prior of danger weighs as much as.",
               .unit = "journeys",
               .minimum = 1,
               .maximum = 1e9,
               .default_value = 100000,
               .status = assumed,
               .source = "assumed"});
  ParameterId talk_months =
      declare({.name = "information.talk_months",
               .meaning = "Months between two talks of a person with a friend about migration.",
               .unit = "months",
               .minimum = 1,
               .maximum = 120,
               .default_value = 6,
               .status = assumed,
               .source = "about 0.1 a month and contact (RRGraphs p_info_contacts)"});
  ParameterId convince = declare({.name = "information.convince",
                                  .meaning = "Probability that two who talk meet half-way.",
                                  .unit = "probability",
                                  .minimum = 0,
                                  .maximum = 1,
                                  .default_value = 0.5,
                                  .status = assumed,
                                  .source = "RRGraphs convince 0.5"});
  ParameterId convert =
      declare({.name = "information.convert",
               .meaning = "Probability that one takes over what the other believes.",
               .unit = "probability",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.1,
               .status = assumed,
               .source = "RRGraphs convert 0.1"});
  ParameterId confuse = declare({.name = "information.confuse",
                                 .meaning = "Probability that talk confuses.",
                                 .unit = "probability",
                                 .minimum = 0,
                                 .maximum = 1,
                                 .default_value = 0.3,
                                 .status = assumed,
                                 .source = "RRGraphs confuse 0.3"});
  ParameterId error = declare({.name = "information.error",
                               .meaning = "Probability that something confusing is misheard.",
                               .unit = "probability",
                               .minimum = 0,
                               .maximum = 1,
                               .default_value = 0.1,
                               .status = assumed,
                               .source = "RRGraphs error 0.1"});
  ParameterId half_life_months =
      declare({.name = "information.half_life_months",
               .meaning = "Months in which what was heard, not seen, loses half of its effect.",
               .unit = "months",
               .minimum = 1,
               .maximum = 600,
               .default_value = 6,
               .status = assumed,
               .source = "as recalled; range 2 to 18"});
  ParameterId smuggler_talk =
      declare({.name = "information.smuggler_talk",
               .meaning = "Share of adults whom smugglers tell that it is safe and pays.",
               .unit = "share a month",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.005,
               .status = assumed,
               .source = "assumed, range 0 to 0.02",
               .dimension = "place"});
  ParameterId campaign_reach = declare({.name = "information.campaign_reach",
                                        .meaning = "Share of adults whom a campaign reaches.",
                                        .unit = "share a month",
                                        .minimum = 0,
                                        .maximum = 1,
                                        .default_value = 0,
                                        .status = assumed,
                                        .source = "0: no campaign",
                                        .dimension = "place"});
  ParameterId campaign_credibility = declare(
      {.name = "information.campaign_credibility",
       .meaning = "Probability that a person reached believes what a campaign says.",
       .unit = "probability",
       .minimum = 0,
       .maximum = 1,
       .default_value = 0.3,
       .status = assumed,
       .source = "returned migrants more, the state less, as recalled; assumed, range 0.1 to 0.6",
       .dimension = "place"});
  ParameterId campaign_danger =
      declare({.name = "information.campaign_danger",
               .meaning = "Believed / true danger that a campaign tells of.",
               .unit = "1",
               .minimum = 0.2,
               .maximum = 5,
               .default_value = 1,
               .status = assumed,
               .source = "1: the truth",
               .dimension = "place"});
  ParameterId campaign_exploitation =
      declare({.name = "information.campaign_exploitation",
               .meaning = "Believed / true risk of exploitation that a campaign tells of.",
               .unit = "1",
               .minimum = 0.2,
               .maximum = 5,
               .default_value = 1,
               .status = assumed,
               .source = "1: the truth",
               .dimension = "place"});
  ParameterId exploitation_loss_usd =
      declare({.name = "information.exploitation_loss_usd",
               .meaning = "What being exploited is expected to cost a person.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e6,
               .default_value = 10000,
               .status = assumed,
               .source = "a year's profit on a victim ([ILO 2024]: 10,000 USD on average)"});
  ParameterId legal_awareness =
      declare({.name = "information.legal_awareness",
               .meaning = "Knowledge of ways to leave with leave, relative to what it is.",
               .unit = "1",
               .minimum = 0.01,
               .maximum = 100,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition",
               .dimension = "place"});
};

}  // namespace rumbo::migration
