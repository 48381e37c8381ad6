// Parameters: the market of trafficking; docs/model.md: Trafficking and abuse.
//
// Levels of trafficking are assumed, not measured: results are ratios and signs over the ranges.
// May include: params.
#pragma once
#include <array>

#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

/// What exploitation yields and costs, and who would traffic.
struct TraffickingMarketParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId market =
      declare({.name = "trafficking.market",
               .meaning = "Whether there are traffickers: 0 no one is held, by whatever way; 1 "
                          "traffickers enter where it pays.",
               .unit = "1",
               .minimum = 0,
               .maximum = 1,
               .default_value = 1,
               .status = assumed,
               .source = "a switch",
               .not_varied = "a switch",
               .read_at_start = true});
  std::array<ParameterId, 4> values = {
      declare(
          {.name = "trafficking.value_sexual",
           .meaning = "What sexual exploitation of one victim yields, at the wage of reference.",
           .unit = "USD a year",
           .minimum = 0,
           .maximum = 1e6,
           .default_value = 27000,
           .status = assumed,
           .source = "[ILO 2024]: 10,000 on average in the Americas, 27% of victims and 73% of the "
                     "profit sexual",
           .plausible = {{10000, 27000, 40000, log, "assumed"}},
           .read_at_start = true}),
      declare({.name = "trafficking.value_labour",
               .meaning = "What forced labour of one victim yields, at the wage of reference.",
               .unit = "USD a year",
               .minimum = 0,
               .maximum = 1e6,
               .default_value = 4400,
               .status = assumed,
               .source = "rest of the average of [ILO 2024] (3,700), split by assumption",
               .plausible = {{2000, 4400, 10000, log, "assumed"}},
               .read_at_start = true}),
      declare(
          {.name = "trafficking.value_domestic",
           .meaning = "What forced domestic work of one victim yields, at the wage of reference.",
           .unit = "USD a year",
           .minimum = 0,
           .maximum = 1e6,
           .default_value = 2000,
           .status = assumed,
           .source = "as above",
           .plausible = {{1000, 2000, 4000, log, "assumed"}},
           .read_at_start = true}),
      declare({.name = "trafficking.value_other",
               .meaning =
                   "What other exploitation (begging, crime) of one victim yields, at the wage of "
                   "reference.",
               .unit = "USD a year",
               .minimum = 0,
               .maximum = 1e6,
               .default_value = 2800,
               .status = assumed,
               .source = "as above",
               .plausible = {{1000, 2800, 10000, log, "assumed"}},
               .read_at_start = true})};  ///< [purpose of exploitation]
  ParameterId value_factor =
      declare({.name = "trafficking.value_factor",
               .meaning = "Factor on what exploitation yields at a place: the demand for it.",
               .unit = "1",
               .minimum = 0,
               .maximum = 10,
               .default_value = 1,
               .status = assumed,
               .source = "1 by definition",
               .dimension = "place",
               .not_varied = "neutral by definition; policies set it",
               .read_at_start = true});
  ParameterId value_wage_elasticity = declare(
      {.name = "trafficking.value_wage_elasticity",
       .meaning = "Elasticity of what exploitation yields to the wage of the unschooled there.",
       .unit = "1",
       .minimum = 0,
       .maximum = 2,
       .default_value = 0.5,
       .status = assumed,
       .source = "assumed; 0: the same everywhere",
       .plausible = {{0, 0.5, 1, linear, "assumed"}},
       .read_at_start = true});
  ParameterId reference_wage =
      declare({.name = "trafficking.reference_wage",
               .meaning = "Wage of the unschooled at which the yields above hold.",
               .unit = "USD a year",
               .minimum = 100,
               .maximum = 1e6,
               .default_value = 10000,
               .status = assumed,
               .source = "assumed",
               .not_varied = "the point at which the yields hold, which have ranges of their own",
               .read_at_start = true});
  ParameterId keep_usd = declare({.name = "trafficking.keep_usd",
                                  .meaning = "What holding one victim costs: food, guards.",
                                  .unit = "USD a month",
                                  .minimum = 0,
                                  .maximum = 1e4,
                                  .default_value = 60,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{30, 60, 120, log, "assumed: half to double"}},
                                  .read_at_start = true});
  ParameterId bargaining =
      declare({.name = "trafficking.bargaining",
               .meaning = "Share of the yield that the trafficker keeps against the buyer.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.5,
               .status = assumed,
               .source = "form of [Akee and others 2014]",
               .plausible = {{0.25, 0.5, 0.75, logit, "assumed"}},
               .read_at_start = true});
  ParameterId capacity = declare({.name = "trafficking.capacity",
                                  .meaning = "Victims that a trafficker can hold.",
                                  .unit = "persons",
                                  .minimum = 1,
                                  .maximum = 1e4,
                                  .default_value = 20,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{3, 20, 100, log, "assumed"}},
                                  .read_at_start = true});
  ParameterId recruiters_inside =
      declare({.name = "trafficking.recruiters_inside",
               .meaning = "Who would traffic inside a place if it paid, per million residents.",
               .unit = "traffickers per million",
               .minimum = 0,
               .maximum = 1e5,
               .default_value = 130,
               .status = assumed,
               .source = "level assumed, so that about 1 of 1,000 residents is held",
               .dimension = "place",
               .plausible = {{20, 130, 600, log, "assumed"}},
               .read_at_start = true});
  ParameterId recruiters_abroad = declare(
      {.name = "trafficking.recruiters_abroad",
       .meaning =
           "Who would traffic those who leave a place if it paid, per 1,000 who leave in a year.",
       .unit = "traffickers per 1,000",
       .minimum = 0,
       .maximum = 1e4,
       .default_value = 3,
       .status = assumed,
       .source = "level assumed, so that foreigners are held about three times as often as others "
                 "[ILO and others 2022]",
       .dimension = "place",
       .plausible = {{0.3, 3, 10, log, "assumed"}},
       .read_at_start = true});
  ParameterId cost_spread =
      declare({.name = "trafficking.cost_spread",
               .meaning = "Spread of the cost of recruiting between traffickers, standard "
                          "deviation of its logarithm.",
               .unit = "1",
               .minimum = 0,
               .maximum = 3,
               .default_value = 1,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.5, 1, 2, log, "assumed: half to double"}},
               .read_at_start = true});
  ParameterId entry_rate =
      declare({.name = "trafficking.entry_rate",
               .meaning = "Rate at which those who might traffic look whether it pays.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 12,
               .default_value = 0.5,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.25, 0.5, 1, log, "assumed: half to double"}},
               .read_at_start = true});
  ParameterId quit_rate =
      declare({.name = "trafficking.quit_rate",
               .meaning = "Rate at which traffickers give up for reasons of their own.",
               .unit = "per year",
               .minimum = 0,
               .maximum = 12,
               .default_value = 0.1,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.05, 0.1, 0.2, log, "assumed: half to double"}},
               .read_at_start = true});
  ParameterId patience_months =
      declare({.name = "trafficking.patience_months",
               .meaning = "Months of loss after which a trafficker gives up.",
               .unit = "months",
               .minimum = 0,
               .maximum = 120,
               .default_value = 6,
               .status = assumed,
               .source = "assumed",
               .plausible = {{3, 6, 12, log, "assumed: half to double"}},
               .read_at_start = true});
  ParameterId fill_rate =
      declare({.name = "trafficking.fill_rate",
               .meaning = "Offers a month that traffickers make for each vacancy.",
               .unit = "per month",
               .minimum = 0,
               .maximum = 10,
               .default_value = 0.4,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.2, 0.4, 0.8, log, "assumed: half to double"}},
               .read_at_start = true});
};

}  // namespace rumbo::migration
