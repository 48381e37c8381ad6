// Parameters: Debts for a passage; docs/model.md: Debts.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct DebtParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId limit_rule = declare(
      {.name = "debt.limit_rule",
       .meaning = "What limits a debt for a passage: 0 no one lends, 1 what the lender can "
                  "enforce, 2 also what leaves the migrant better off.",
       .unit = "1",
       .minimum = 0,
       .maximum = 2,
       .default_value = 1,
       .status = assumed,
       .source =
           "a switch: 1 after [Friebel and Guriev 2006], 2 after [Djajic and Vinogradova 2014]",
       .not_varied = "a switch"});
  ParameterId interest = declare(
      {.name = "debt.interest",
       .meaning = "Interest on a debt for a passage.",
       .unit = "share a month",
       .minimum = 0,
       .maximum = 0.5,
       .default_value = 0.05,
       .status = assumed,
       .source = "moneylenders in Guatemala 0.05 to 0.10 (as recalled)",
       .plausible = {{0.02, 0.05, 0.1, log,
                      "assumed below the moneylenders of Guatemala, 0.05 to 0.10 as recalled"}}});
  ParameterId payment_share =
      declare({.name = "debt.payment_share",
               .meaning = "Share of earnings that goes to the lender, agreed and at most.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.4,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.2, 0.4, 0.6, logit, "assumed"}}});
  ParameterId horizon_months = declare({.name = "debt.horizon_months",
                                        .meaning = "Months of earnings that a lender counts on.",
                                        .unit = "months",
                                        .minimum = 0,
                                        .maximum = 600,
                                        .default_value = 24,
                                        .status = assumed,
                                        .source = "assumed",
                                        .plausible = {{12, 24, 60, log, "assumed"}}});
  ParameterId discount = declare({.name = "debt.discount",
                                  .meaning = "Discount of these earnings.",
                                  .unit = "share a month",
                                  .minimum = 0.0001,
                                  .maximum = 0.2,
                                  .default_value = 0.02,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{0.01, 0.02, 0.05, log, "assumed"}}});
  ParameterId escape_loss =
      declare({.name = "debt.escape_loss",
               .meaning = "Share of free earnings that running away from a lender costs, removals "
                          "aside.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.4,
               .status = assumed,
               .source = "phi in docs/model.md: Debts",
               .dimension = "place",
               .plausible = {{0.3, 0.4, 0.5, logit, "assumed"}}});
  ParameterId removal_weight =
      declare({.name = "debt.removal_weight",
               .meaning = "How far the risk of removal takes away what running away brings.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "1: in full [Friebel and Guriev 2006]",
               .plausible = {{0, 1, 1, linear, "assumed: from not at all to in full"}}});
  ParameterId patience_months =
      declare({.name = "debt.patience_months",
               .meaning = "Months in a row with less than agreed before a debtor defaults.",
               .unit = "months",
               .minimum = 1,
               .maximum = 120,
               .default_value = 6,
               .status = assumed,
               .source = "assumed",
               .plausible = {{3, 6, 12, log, "assumed"}}});
  ParameterId default_rate = declare({.name = "debt.default_rate",
                                      .meaning = "Rate of default from then on.",
                                      .unit = "1/month",
                                      .minimum = 0,
                                      .maximum = 10,
                                      .default_value = 0.1,
                                      .status = assumed,
                                      .source = "assumed",
                                      .plausible = {{0.02, 0.1, 0.3, log, "assumed"}}});
  ParameterId family_pays =
      declare({.name = "debt.family_pays",
               .meaning = "Whether the family at home pays what earnings do not: 1 yes, 0 no.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 1,
               .status = assumed,
               .source = "a switch",
               .not_varied = "a switch"});
  ParameterId bondage_share =
      declare({.name = "debt.bondage_share",
               .meaning = "Probability that a debtor who defaults abroad is held for the debt.",
               .unit = "probability",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.05,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0, 0.05, 0.3, linear, "assumed"}}});
};

}  // namespace rumbo::migration
