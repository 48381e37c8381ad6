// Parameters: Illness and care; docs/model.md: Health.
//
// May include: params.
#pragma once
#include <array>

#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct HealthParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId rate = declare(
      {.name = "health.rate",
       .meaning = "Factor on all ways of falling ill from the journey, captivity and abuse: 0 "
                  "no one does.",
       .unit = "1",
       .minimum = 0,
       .maximum = 10,
       .default_value = 1,
       .status = assumed,
       .source = "1 by definition; 0 is a switch",
       .plausible = {{0.3, 1, 3, log, "assumed"}}});
  ParameterId by_violence =
      declare({.name = "health.by_violence",
               .meaning = "Probability that a leg with violence leaves a person ill.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.15,
               .status = assumed,
               .source = "assumed",
               .plausible = {{0.05, 0.15, 0.5, logit, "assumed"}}});
  ParameterId by_stranding = declare({.name = "health.by_stranding",
                                      .meaning = "The same of being stranded.",
                                      .unit = "share",
                                      .minimum = 0,
                                      .maximum = 1,
                                      .default_value = 0.1,
                                      .status = assumed,
                                      .source = "assumed",
                                      .plausible = {{0, 0.1, 0.3, linear, "assumed"}}});
  ParameterId in_captivity = declare({.name = "health.in_captivity",
                                      .meaning = "Rate of falling ill of those held.",
                                      .unit = "per year",
                                      .minimum = 0,
                                      .maximum = 12,
                                      .default_value = 0.4,
                                      .status = assumed,
                                      .source = "assumed",
                                      .plausible = {{0.1, 0.4, 1, log, "assumed"}}});
  ParameterId in_abuse = declare({.name = "health.in_abuse",
                                  .meaning = "Rate of falling ill of those abused at work.",
                                  .unit = "per year",
                                  .minimum = 0,
                                  .maximum = 12,
                                  .default_value = 0.1,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{0.02, 0.1, 0.4, log, "assumed"}}});
  ParameterId recovery = declare({.name = "health.recovery",
                                  .meaning = "Rate of recovery with access to care.",
                                  .unit = "per year",
                                  .minimum = 0,
                                  .maximum = 12,
                                  .default_value = 1,
                                  .status = assumed,
                                  .source = "assumed",
                                  .plausible = {{0.5, 1, 3, log, "assumed"}}});
  ParameterId untreated = declare({.name = "health.untreated",
                                   .meaning = "Recovery without care, relative.",
                                   .unit = "share",
                                   .minimum = 0,
                                   .maximum = 1,
                                   .default_value = 0.4,
                                   .status = assumed,
                                   .source = "assumed",
                                   .plausible = {{0.1, 0.4, 0.8, logit, "assumed"}}});
  std::array<ParameterId, 2> access = {
      declare({.name = "health.access_regular",
               .meaning = "Share with access to care, of residents with a right to stay.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.8,
               .status = assumed,
               .source = "assumed",
               .dimension = "place",
               .plausible = {{0.5, 0.8, 1, linear, "assumed"}}}),
      declare({.name = "health.access_irregular",
               .meaning = "The same of residents without.",
               .unit = "share",
               .minimum = 0,
               .maximum = 1,
               .default_value = 0.3,
               .status = assumed,
               .source = "assumed",
               .dimension = "place",
               .plausible = {
                   {0.1, 0.3, 0.8, logit, "assumed"}}})};  ///< [0 with a right to stay, 1 without]
  ParameterId mortality = declare(
      {.name = "health.mortality",
       .meaning = "Death of the ill relative to others of their age, without care; with it, "
                  "half the excess.",
       .unit = "1",
       .minimum = 1,
       .maximum = 50,
       .default_value = 4,
       .status = assumed,
       .source = "assumed",
       .plausible = {{1.5, 4, 10, log, "assumed"}}});
  ParameterId earnings_loss = declare({.name = "health.earnings_loss",
                                       .meaning = "Share of earnings that the ill lose.",
                                       .unit = "share",
                                       .minimum = 0,
                                       .maximum = 1,
                                       .default_value = 0.4,
                                       .status = assumed,
                                       .source = "assumed",
                                       .plausible = {{0.1, 0.4, 1, linear, "assumed"}}});
};

}  // namespace rumbo::migration
