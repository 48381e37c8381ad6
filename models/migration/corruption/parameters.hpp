// Parameters: officials who take bribes of smugglers and traffickers; docs/model.md: Smugglers;
// Trafficking and abuse.
//
// May include: params.
#pragma once
#include "engine/params/parameter_group.hpp"

namespace rumbo::migration {

struct CorruptionParameters : ParameterGroup {
  using ParameterGroup::ParameterGroup;

  ParameterId share = declare({.name = "corruption.share",
                               .meaning = "Share of officials who take a bribe.",
                               .unit = "share",
                               .minimum = 0,
                               .maximum = 1,
                               .default_value = 0.3,
                               .status = assumed,
                               .source = "assumed for all places",
                               .dimension = "place",
                               .plausible = {{0.05, 0.3, 0.7, logit, "assumed"}}});
  ParameterId bribe_usd = declare({.name = "corruption.bribe_usd",
                                   .meaning = "What these take to let a detected trafficker go.",
                                   .unit = "USD",
                                   .minimum = 0,
                                   .maximum = 1e6,
                                   .default_value = 5000,
                                   .status = assumed,
                                   .source = "assumed",
                                   .dimension = "place",
                                   .plausible = {{500, 5000, 20000, log, "assumed"}}});
};

}  // namespace rumbo::migration
