// Parameters: Smugglers; docs/model.md: Smugglers.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct SmugglingParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId base_fee =
      declare({.name = "smuggling.base_fee",
               .meaning = "Fee of a smuggler at the enforcement of 2000.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 2000,
               .status = assumed,
               .source = "borders.csv; Mexico-USA from MMP and MMFRP 1995 to 2000",
               .dimension = "border",
               .plausible = {{1000, 2000, 4000, log, "assumed: half to double"}}});
  ParameterId fee_factor =
      declare({.name = "smuggling.fee_factor",
               .meaning = "Factor on all fees of smugglers.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition; varied in the check of drivers",
               .not_varied = "neutral by definition; the check of drivers sets it"});
  ParameterId attempt_share =
      declare({.name = "smuggling.attempt_share",
               .meaning = "Share of a smuggler's cost that grows with the number of attempts.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "so that the fee rises less than proportionally [Gathmann 2008]",
               .plausible = {{0.15, 0.3, 0.6, logit, "assumed: half to double"}}});
  ParameterId attempts_covered =
      declare({.name = "smuggling.attempts_covered",
               .meaning = "Attempts that a smuggler's contract covers.",
               .unit = "attempts",
               .minimum = 1,
               .maximum = 50,
               .default_value = 3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{1.5, 3, 6, log, "assumed: half to double"}}});
  ParameterId market =
      declare({.name = "smuggling.market",
               .meaning = "How fees form: 0 they follow the cost of a passage, 1 Cournot, 2 posted "
                          "prices, 3 competition, 4 bound by capacity.",
               .unit = "1",
               .minimum = 0,
               .maximum = 4,
               .default_value = 1,
               .status = assumed,
               .source = "a switch (docs/model.md: Smugglers)",
               .not_varied = "a switch"});
  ParameterId isoelastic =
      declare({.name = "smuggling.isoelastic",
               .meaning = "What clients are taken to do away from the fee they hear: 0 a straight "
                          "line, 1 the same elasticity at every fee.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "a switch (docs/model.md: Smugglers)",
               .not_varied = "a switch"});
  ParameterId adjustment =
      declare({.name = "smuggling.adjustment",
               .meaning = "Change of the log fee a month at full excess demand, posted prices.",
               .unit = "1/month",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.2,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.05, 0.2, 0.5, log, "assumed"}}});
  ParameterId firms = declare({.name = "smuggling.firms",
                               .meaning = "Firms of smugglers at a border when its market opens.",
                               .unit = "firms",
                               .minimum = 1,
                               .maximum = 32,
                               .default_value = 8,
                               .status = assumed,
                               .source = "assumed",
                               .plausible = {{2, 8, 32, log, "assumed"}}});
  ParameterId spare_capacity = declare({.name = "smuggling.spare_capacity",
                                        .meaning = "Capacity beyond the clients of the first year.",
                                        .unit = "share",
                                        .minimum = 0,
                                        .maximum = 5,
                                        .default_value = 0.2,
                                        .status = assumed,
                                        .source = "assumed",
                                        .plausible = {{0, 0.2, 1, linear, "assumed"}}});
  ParameterId capacity_growth =
      declare({.name = "smuggling.capacity_growth",
               .meaning = "Growth a month of a firm that is full, decline of an idle one.",
               .unit = "share a month",
               .minimum = 0,
               .maximum = 0.5,
               .default_value = 0.02,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.02, 0.1, linear, "assumed"}}});
  ParameterId cost_spread =
      declare({.name = "smuggling.cost_spread",
               .meaning = "Largest difference of a firm's cost from the usual one.",
               .unit = "share",
               .minimum = 0,
               .maximum = 0.9,
               .default_value = 0.1,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.1, 0.3, linear, "assumed"}}});
  ParameterId fixed_share =
      declare({.name = "smuggling.fixed_share",
               .meaning = "Cost of staying in business, as a share of the margin on the clients of "
                          "the first year.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.2, 0.5, 0.8, logit, "assumed"}}});
  ParameterId entry_months =
      declare({.name = "smuggling.entry_months",
               .meaning = "Cost of entry, in months of the margin on the clients of the first "
                          "year.",
               .unit = "months",
               .minimum = 0,
               .maximum = 240,
               .default_value = 12,
               .status = assumed,
               .source = "assumed",
               .plausible = {{3, 12, 36, log, "assumed"}}});
  ParameterId horizon_months =
      declare({.name = "smuggling.horizon_months",
               .meaning = "Months for which a would-be smuggler counts on profit.",
               .unit = "months",
               .minimum = 0,
               .maximum = 600,
               .default_value = 24,
               .status = assumed,
               .source = "assumed",
               .plausible = {{12, 24, 60, log, "assumed"}}});
  ParameterId discount = declare({.name = "smuggling.discount",
                                  .meaning = "Discount of what smugglers expect.",
                                  .unit = "share a month",
                                  .minimum = 0.0001,
                                  .maximum = 0.2,
                                  .default_value = 0.02,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{0.01, 0.02, 0.05, log, "assumed"}}});
  ParameterId entry_rate =
      declare({.name = "smuggling.entry_rate",
               .meaning = "Rate at which a would-be smuggler enters who sees a gain.",
               .unit = "1/month",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.05, 0.3, 1, log, "assumed"}}});
  ParameterId exit_patience =
      declare({.name = "smuggling.exit_patience",
               .meaning = "Months of loss in a row before a firm thinks of giving up.",
               .unit = "months",
               .minimum = 1,
               .maximum = 60,
               .default_value = 3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{1, 3, 12, log, "assumed"}}});
  ParameterId exit_rate = declare({.name = "smuggling.exit_rate",
                                   .meaning = "Rate of giving up from then on.",
                                   .unit = "1/month",
                                   .minimum = 0,
                                   .maximum = 10,
                                   .default_value = 0.25,
                                   .status = assumed,
                                   .source = "assumed",
                                   .plausible = {{0.05, 0.25, 1, log, "assumed"}}});
  ParameterId memory_months = declare({.name = "smuggling.memory_months",
                                       .meaning = "Months over which smugglers judge how many ask.",
                                       .unit = "months",
                                       .minimum = 1,
                                       .maximum = 60,
                                       .default_value = 12,
                                       .status = assumed,
                                       .source = "assumed",
                                       .plausible = {{3, 12, 24, log, "assumed"}}});
  ParameterId reputation_loss = declare({.name = "smuggling.reputation_loss",
                                         .meaning = "Weight of the newest month in a firm's name.",
                                         .unit = "share a month",
                                         .minimum = 0.001,
                                         .maximum = 1,
                                         .default_value = 0.1,
                                         .status = assumed,
                                         .source = "assumed",
                                         .plausible = {{0.02, 0.1, 0.5, logit, "assumed"}}});
  ParameterId reputation_weight =
      declare({.name = "smuggling.reputation_weight",
               .meaning = "Log odds of being chosen per unit of name, by clients with ties abroad.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 2,
               .status = assumed,
               .source = "assumed; 0 = no one asks around",
               .plausible = {{0, 2, 5, linear, "assumed"}}});
  ParameterId told = declare({.name = "smuggling.told",
                              .meaning = "Probability that a client's fate becomes known at home.",
                              .unit = "probability",
                              .minimum = 0,
                              .maximum = 1,
                              .default_value = 0.5,
                              .status = assumed,
                              .source = "assumed",
                              .plausible = {{0.1, 0.5, 0.9, logit, "assumed"}}});
  ParameterId exploit_gain =
      declare({.name = "smuggling.exploit_gain",
               .meaning = "Mean gain from exploiting a client instead of delivering it; "
                          "exponential between firms.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e6,
               .default_value = 4000,
               .status = assumed,
               .source = "form as in [Tamura 2010]; level assumed",
               .plausible = {{1000, 4000, 20000, log, "assumed"}}});
  ParameterId exploit_reach =
      declare({.name = "smuggling.exploit_reach",
               .meaning = "Share of its clients that a firm that exploits can hold.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.05,
               .status = assumed,
               .source = "assumed; 0 = no one is held",
               .plausible = {{0, 0.05, 0.3, linear, "assumed"}}});
  ParameterId prosecution =
      declare({.name = "smuggling.prosecution",
               .meaning = "Probability a month that a firm which leads into this place is found "
                          "and tried.",
               .unit = "probability a month",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.002,
               .status = assumed,
               .source = "assumed",
               .dimension = "place",
               .plausible = {{0.0005, 0.002, 0.02, logit, "assumed"}}});
  ParameterId penalty_usd =
      declare({.name = "smuggling.penalty_usd",
               .meaning = "What a conviction costs a firm, prison in dollars.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e8,
               .default_value = 100000,
               .status = assumed,
               .source = "assumed",
               .plausible = {{20000, 100000, 500000, log, "assumed"}}});
  ParameterId seizure =
      declare({.name = "smuggling.seizure",
               .meaning = "Share of a year's profit that is seized with a conviction.",
               .unit = "share",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0,
               .status = assumed,
               .source = "assumed: nothing by default",
               .dimension = "place",
               .not_varied = "0 in the baseline; policies set it"});
  ParameterId bribe_usd =
      declare({.name = "smuggling.bribe_usd",
               .meaning = "Bribe for each apprehension that a corruptible official deals with.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 100,
               .status = assumed,
               .source = "assumed",
               .plausible = {{20, 100, 500, log, "assumed"}}});
};

}  // namespace rumbo::migration
