// The [parameters] section: names with or without index to values. May include: base, params.
#pragma once
#include <span>
#include <vector>

#include "engine/params/parameter.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/scenario/scenario.hpp"

namespace rumbo {

/// What [parameters] says, in the order in which it applies: file by file, and within a file its
/// presets first, then the values for all before those with an index; what a later one overrides is
/// left out.
std::vector<ParameterOrigin> read_parameters(const DocumentNode& section,
                                             const DocumentNode& presets,
                                             const ParameterRegistry& registry,
                                             std::span<const IndexSpace> spaces,
                                             Findings& mistakes);

/// Base values with those of [parameters] put over them.
ParameterValues with_parameters(ParameterValues base, std::span<const ParameterOrigin> origins);

}  // namespace rumbo
