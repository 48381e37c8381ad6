// [[policy]] entries to policies, checked against their levers. May include: base, params, tally.
#pragma once
#include <optional>
#include <span>

#include "engine/scenario/lever.hpp"
#include "engine/scenario/mistakes.hpp"

namespace rumbo {

/// A policy, or nothing if any of its keys is wrong (noted in `mistakes`).
///
/// node            an entry; without a lever, or with one that is not known, what can be checked
///                 without it is
/// tables          of results, for what a policy may wait for
/// scenario_start  from when on a policy with a trigger and no start is watched
std::optional<Policy> read_policy(const DocumentNode& node, const LeverRegistry& levers,
                                  std::span<const IndexSpace> spaces,
                                  std::span<const TableDeclaration> tables, Month scenario_start,
                                  Findings& mistakes);

/// "+20%" -> times 1.2, -0.5 or "-0.5" -> add; notes what is wrong.
std::optional<FieldValue> read_change(const DocumentNode& node, const std::string& name,
                                      const NumberRange& range, Findings& mistakes);

}  // namespace rumbo
