// Every value of every parameter in a month, with where it comes from. May include:
// models/migration.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/load.hpp"

namespace rumbo {

struct EffectiveValue {
  std::string name;  ///< "border.apprehension[MEX->USA]"; without index if all its values are equal
  double value = 0;
  std::string unit;
  std::string origin;  ///< "default", "tables of the world", "mine.toml:41", "... and policy 'x'"
};

std::vector<EffectiveValue> effective_values(const LoadedScenario& loaded, Month month);

}  // namespace rumbo
