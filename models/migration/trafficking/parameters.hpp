// Parameters: trafficking; docs/model.md: Trafficking and abuse.
//
// May include: params.
#pragma once
#include "models/migration/trafficking/market_parameters.hpp"
#include "models/migration/trafficking/victim_parameters.hpp"

namespace rumbo::migration {

struct TraffickingParameters : TraffickingMarketParameters, VictimParameters {
  explicit TraffickingParameters(ParameterRegistry& registry)
      : TraffickingMarketParameters(registry), VictimParameters(registry) {}
};

}  // namespace rumbo::migration
