// The [uncertainty] section: how far this scenario leaves parameters open. It changes no run by
// itself; runs that vary parameters read it. May include: base, params.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/params/parameter.hpp"
#include "engine/params/plausible.hpp"
#include "engine/scenario/document.hpp"
#include "engine/scenario/mistakes.hpp"

namespace rumbo {

/// The range of a parameter, or of one index of it, as a scenario has it.
struct UncertainParameter {
  ParameterId parameter;
  std::optional<uint32_t> index;  ///< none = all together, as moved() says; of a parameter with one
                                  ///< value: that
  PlausibleRange range;
  SourceLocation where;
};

/// What [uncertainty] says, file by file, and within a file the ranges for all before those of an
/// index; one for all of a later file takes the place of those of single indices before it. A label
/// with '*' stands for every index that fits, each with a range of its own.
///
/// `central` that is not written is the value that the scenario gives, or, where all of several
/// move together, the declared one; put to the nearer end if that lies outside. `scale` that is not
/// written is the declared one where the range allows it, else linear.
///
/// values  of the scenario before policies; nullptr if the world could not be read
/// mistakes  also takes what is legal but suspicious: a range beyond the declared one, a value
/// outside
std::vector<UncertainParameter> read_uncertainty(const DocumentNode& section,
                                                 const ParameterRegistry& registry,
                                                 std::span<const IndexSpace> spaces,
                                                 const ParameterValues* values, Findings& mistakes);

}  // namespace rumbo
