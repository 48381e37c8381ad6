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
               .dimension = "border"});
  ParameterId fee_factor = declare({.name = "smuggling.fee_factor",
                                    .meaning = "Factor on all fees of smugglers.",
                                    .unit = "1",
                                    .minimum = 0,
                                    .maximum = 20,
                                    .default_value = 1,
                                    .status = assumed,
                                    .source = "1 by definition; varied in the check of drivers"});
  ParameterId attempt_share =
      declare({.name = "smuggling.attempt_share",
               .meaning = "Share of a smuggler's cost that grows with the number of attempts.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "so that the fee rises less than proportionally [Gathmann 2008]"});
  ParameterId attempts_covered = declare({.name = "smuggling.attempts_covered",
                                          .meaning = "Attempts that a smuggler's contract covers.",
                                          .unit = "attempts",
                                          .minimum = 1,
                                          .maximum = 50,
                                          .default_value = 3,
                                          .status = assumed,
                                          .source = "assumed"});
  ParameterId market =
      declare({.name = "smuggling.market",
               .meaning = "How fees form: 0 they follow the cost of a passage, 1 Cournot, 2 posted "
                          "prices, 3 competition, 4 bound by capacity.",
               .unit = "1",
               .minimum = 0,
               .maximum = 4,
               .default_value = 1,
               .status = assumed,
               .source = "a switch (docs/model.md: Smugglers)"});
  ParameterId isoelastic =
      declare({.name = "smuggling.isoelastic",
               .meaning = "What clients are taken to do away from the fee they hear: 0 a straight "
                          "line, 1 the same elasticity at every fee.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = assumed,
               .source = "a switch (docs/model.md: Smugglers)"});
  ParameterId adjustment =
      declare({.name = "smuggling.adjustment",
               .meaning = "Change of the log fee a month at full excess demand, posted prices.",
               .unit = "1/month",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.2,
               .status = assumed,
               .source = "assumed, range 0.05 to 0.5"});
  ParameterId firms = declare({.name = "smuggling.firms",
                               .meaning = "Firms of smugglers at a border when its market opens.",
                               .unit = "firms",
                               .minimum = 1,
                               .maximum = 32,
                               .default_value = 8,
                               .status = assumed,
                               .source = "8, range 2 to 50, assumed"});
  ParameterId spare_capacity = declare({.name = "smuggling.spare_capacity",
                                        .meaning = "Capacity beyond the clients of the first year.",
                                        .unit = "share",
                                        .minimum = 0,
                                        .maximum = 5,
                                        .default_value = 0.2,
                                        .status = assumed,
                                        .source = "assumed, range 0 to 1"});
  ParameterId capacity_growth =
      declare({.name = "smuggling.capacity_growth",
               .meaning = "Growth a month of a firm that is full, decline of an idle one.",
               .unit = "share a month",
               .minimum = 0,
               .maximum = 0.5,
               .default_value = 0.02,
               .status = assumed,
               .source = "assumed, range 0 to 0.1"});
  ParameterId cost_spread =
      declare({.name = "smuggling.cost_spread",
               .meaning = "Largest difference of a firm's cost from the usual one.",
               .unit = "share",
               .minimum = 0,
               .maximum = 0.9,
               .default_value = 0.1,
               .status = assumed,
               .source = "assumed, range 0 to 0.3"});
  ParameterId fixed_share =
      declare({.name = "smuggling.fixed_share",
               .meaning = "Cost of staying in business, as a share of the margin on the clients of "
                          "the first year.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed, range 0.2 to 0.8"});
  ParameterId entry_months =
      declare({.name = "smuggling.entry_months",
               .meaning = "Cost of entry, in months of the margin on the clients of the first "
                          "year.",
               .unit = "months",
               .minimum = 0,
               .maximum = 240,
               .default_value = 12,
               .status = assumed,
               .source = "assumed, range 3 to 36"});
  ParameterId horizon_months =
      declare({.name = "smuggling.horizon_months",
               .meaning = "Months for which a would-be smuggler counts on profit.",
               .unit = "months",
               .minimum = 0,
               .maximum = 600,
               .default_value = 24,
               .status = assumed,
               .source = "assumed, range 12 to 60"});
  ParameterId discount = declare({.name = "smuggling.discount",
                                  .meaning = "Discount of what smugglers expect.",
                                  .unit = "share a month",
                                  .minimum = 0.0001,
                                  .maximum = 0.2,
                                  .default_value = 0.02,
                                  .status = assumed,
                                  .source = "assumed, range 0.01 to 0.05"});
  ParameterId entry_rate =
      declare({.name = "smuggling.entry_rate",
               .meaning = "Rate at which a would-be smuggler enters who sees a gain.",
               .unit = "1/month",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed, range 0.05 to 1"});
  ParameterId exit_patience =
      declare({.name = "smuggling.exit_patience",
               .meaning = "Months of loss in a row before a firm thinks of giving up.",
               .unit = "months",
               .minimum = 1,
               .maximum = 60,
               .default_value = 3,
               .status = assumed,
               .source = "assumed, range 1 to 12"});
  ParameterId exit_rate = declare({.name = "smuggling.exit_rate",
                                   .meaning = "Rate of giving up from then on.",
                                   .unit = "1/month",
                                   .minimum = 0,
                                   .maximum = 10,
                                   .default_value = 0.25,
                                   .status = assumed,
                                   .source = "assumed, range 0.05 to 1"});
  ParameterId memory_months = declare({.name = "smuggling.memory_months",
                                       .meaning = "Months over which smugglers judge how many ask.",
                                       .unit = "months",
                                       .minimum = 1,
                                       .maximum = 60,
                                       .default_value = 12,
                                       .status = assumed,
                                       .source = "assumed, range 3 to 24"});
  ParameterId reputation_loss = declare({.name = "smuggling.reputation_loss",
                                         .meaning = "Weight of the newest month in a firm's name.",
                                         .unit = "share a month",
                                         .minimum = 0.001,
                                         .maximum = 1,
                                         .default_value = 0.1,
                                         .status = assumed,
                                         .source = "assumed, range 0.02 to 0.5"});
  ParameterId reputation_weight =
      declare({.name = "smuggling.reputation_weight",
               .meaning = "Log odds of being chosen per unit of name, by clients with ties abroad.",
               .unit = "1",
               .minimum = 0,
               .maximum = 20,
               .default_value = 2,
               .status = assumed,
               .source = "assumed, range 0 to 5; 0 = no one asks around"});
  ParameterId told = declare({.name = "smuggling.told",
                              .meaning = "Probability that a client's fate becomes known at home.",
                              .unit = "probability",
                              .minimum = 0,
                              .maximum = 1,
                              .default_value = 0.5,
                              .status = assumed,
                              .source = "assumed, range 0.1 to 0.9"});
  ParameterId exploit_gain =
      declare({.name = "smuggling.exploit_gain",
               .meaning = "Mean gain from exploiting a client instead of delivering it; "
                          "exponential between firms.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e6,
               .default_value = 4000,
               .status = assumed,
               .source = "form as in [Tamura 2010]; level assumed, range 1,000 "
                         "to 20,000"});
  ParameterId exploit_reach =
      declare({.name = "smuggling.exploit_reach",
               .meaning = "Share of its clients that a firm that exploits can hold.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.05,
               .status = assumed,
               .source = "assumed, range 0 to 0.3; 0 = no one is held"});
  ParameterId prosecution =
      declare({.name = "smuggling.prosecution",
               .meaning = "Probability a month that a firm which leads into this place is found "
                          "and tried.",
               .unit = "probability a month",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.002,
               .status = assumed,
               .source = "assumed, range 0.0005 to 0.02",
               .dimension = "place"});
  ParameterId penalty_usd =
      declare({.name = "smuggling.penalty_usd",
               .meaning = "What a conviction costs a firm, prison in dollars.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e8,
               .default_value = 100000,
               .status = assumed,
               .source = "assumed, range 20,000 to 500,000"});
  ParameterId seizure =
      declare({.name = "smuggling.seizure",
               .meaning = "Share of a year's profit that is seized with a conviction.",
               .unit = "share",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0,
               .status = assumed,
               .source = "assumed: nothing by default",
               .dimension = "place"});
  ParameterId bribe_usd =
      declare({.name = "smuggling.bribe_usd",
               .meaning = "Bribe for each apprehension that a corruptible official deals with.",
               .unit = "USD",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 100,
               .status = assumed,
               .source = "assumed, range 20 to 500"});
};

}  // namespace rumbo::migration
