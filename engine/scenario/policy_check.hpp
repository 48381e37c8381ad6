// [[policy]] entries to policies, checked against their levers. May include: base, params, tally.
#pragma once
#include <optional>
#include <span>

#include "engine/scenario/lever.hpp"
#include "engine/scenario/mistakes.hpp"

namespace rumbo {

/// A policy, or nothing if any of its keys is wrong (noted in `mistakes`).
///
/// node            with the keys id and lever
/// tables          of results, for what a policy may wait for
/// scenario_start  from when on a policy with a trigger and no start is watched
std::optional<Policy> read_policy(const DocumentNode& node, const LeverRegistry& levers,
                                  std::span<const IndexSpace> spaces,
                                  std::span<const TableDeclaration> tables, Month scenario_start,
                                  Mistakes& mistakes);

/// "+20%" -> times 1.2, -0.5 or "-0.5" -> add; notes what is wrong.
std::optional<FieldValue> read_change(const DocumentNode& node, const std::string& name,
                                      const NumberRange& range, Mistakes& mistakes);

}  // namespace rumbo
