// A scenario as text: resolved for readers, canonical for digests. May include: base, params.
#pragma once
#include <span>
#include <string>

#include "engine/scenario/scenario.hpp"

namespace rumbo {

/// TOML of everything that was written anywhere, each value with "# file:line" where; paths of
/// tables are relative to the working folder. Reads back as the same scenario.
std::string resolved_text(const Scenario& scenario, const Document& document,
                          const ParameterRegistry& parameters, std::span<const IndexSpace> spaces);

/// One line for what a policy waits for and one for each change it makes, numbers exact.
std::string waiting_text(const WaitingPolicy& policy, const ParameterRegistry& parameters);

/// One line a value, numbers exact; equal for scenarios that mean the same however written.
/// Title, question, paths, number of replicates and what is recorded do not belong to the meaning.
std::string canonical_text(const Scenario& scenario, const ParameterRegistry& parameters);

}  // namespace rumbo
