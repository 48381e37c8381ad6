// Parameters: Saving, sending and borrowing; docs/model.md: Money.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct MoneyParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId saving_home =
      declare({.name = "money.saving_home",
               .meaning = "Share of earnings saved at home.",
               .unit = "share",
               .minimum = 0,
               .maximum = 0.9,
               .default_value = 0.03,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.015, 0.03, 0.06, logit, "assumed: half to double"}}});
  ParameterId saving_abroad =
      declare({.name = "money.saving_abroad",
               .meaning = "Share of earnings saved abroad.",
               .unit = "share",
               .minimum = 0,
               .maximum = 0.9,
               .default_value = 0.08,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.04, 0.08, 0.16, logit, "assumed: half to double"}}});
  ParameterId remitted_share =
      declare({.name = "money.remitted_share",
               .meaning = "Share of earnings sent to a household at home on arrival.",
               .unit = "share",
               .minimum = 0,
               .maximum = 0.9,
               .default_value = 0.12,
               .status = assumed,
               .source = "Orozco, 10 to 15% (as recalled)",
               .plausible = {{0.05, 0.12, 0.25, logit, "assumed"}}});
  ParameterId remittance_decay =
      declare({.name = "money.remittance_decay",
               .meaning = "Fall of that share per year of stay.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.03,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.015, 0.03, 0.06, log, "assumed: half to double"}}});
  ParameterId remittance_elasticity = declare(
      {.name = "money.remittance_elasticity",
       .meaning = "Elasticity of the amount sent to its cost.",
       .unit = "1",
       .minimum = 0,
       .maximum = 3,
       .default_value = 0.25,
       .status = assumed,
       .source = "assumed, within what [Aycinena and others 2010; Kpodar and Imam 2022] leave open",
       .plausible = {{0, 0.25, 1.2, linear, "[Aycinena and others 2010; Kpodar and Imam 2022]"}}});
  ParameterId reference_cost =
      declare({.name = "money.reference_cost",
               .meaning = "Cost at which the share above holds.",
               .unit = "share",
               .minimum = 0.001,
               .maximum = 0.5,
               .default_value = 0.10,
               .status = assumed,
               .source = "costs in 2001, as recalled",
               .plausible = {{0.1, 0.10, 0.15, linear, "costs in 2001, as recalled"}}});
  ParameterId remittance_cost_factor = declare({.name = "money.remittance_cost_factor",
                                                .meaning = "Factor on the cost of sending money.",
                                                .unit = "1",
                                                .minimum = 0,
                                                .maximum = 10,
                                                .default_value = 1,
                                                .status = measured,
                                                .source = "1: remittance_cost.csv",
                                                .dimension = "place",
                                                .not_varied = "neutral; policies set it"});
  ParameterId remittance_cost_target =
      declare({.name = "money.remittance_cost_target",
               .meaning = "Cost of sending money to a place that is aimed at.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.03,
               .status = measured,
               .source = "0.03 by 2030: United Nations, Sustainable Development Goal 10.c; without "
                         "effect while the share below is 0",
               .dimension = "place",
               .not_varied = "the aim of an agreement; policies set it"});
  ParameterId remittance_target_share =
      declare({.name = "money.remittance_target_share",
               .meaning = "Share of the way from today's cost down to that aim that has been gone.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0,
               .status = measured,
               .source = "0: costs as in remittance_cost.csv",
               .dimension = "place",
               .not_varied = "0 in the baseline; policies set it"});
  ParameterId consumed_share =
      declare({.name = "money.consumed_share",
               .meaning = "Share of remittances received that is spent at once.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.85,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.7, 0.85, 0.95, logit, "assumed"}}});
  ParameterId credit = declare({.name = "money.credit",
                                .meaning = "Credit a household can find for a journey.",
                                .unit = "USD",
                                .minimum = 0,
                                .maximum = 1e5,
                                .default_value = 2000,
                                .status = assumed,
                                .source = "assumed; without it the poor hardly leave, against the "
                                          "stocks from Central America and the Caribbean",
                                .dimension = "place",
                                .plausible = {{0, 2000, 5000, linear, "assumed"}}});
  ParameterId initial_wealth =
      declare({.name = "money.initial_wealth",
               .meaning = "Median wealth at the start, in months of a worker's earnings.",
               .unit = "months",
               .minimum = 0,
               .maximum = 120,
               .default_value = 3,
               .status = assumed,
               .source = "assumed",
               .plausible = {{1.5, 3, 6, log, "assumed: half to double"}},
               .read_at_start = true});
};

}  // namespace rumbo::migration
