// Which targets cannot be met together, where no point is left.
//
// May include: base, random, maths, designs, sensitivity.
#pragma once
#include "engine/calibration/implausibility.hpp"
#include "engine/calibration/space_left.hpp"

namespace rumbo {

/// Targets by number.
struct Conflict {
  /// A small set without which some point is left; without any one of it none is. Empty = some
  /// point is left with all targets.
  std::vector<size_t> removed{};
  /// All targets that are part of it: each of `removed`, and each that can be removed in place of
  /// one of them. Two targets that contradict each other both stand here. In order.
  std::vector<size_t> in_conflict{};
  SpaceLeft left{};  ///< without the removed ones
};

/// Removes the target whose removal brings the least implausibility nearest to the cut, until
/// something is left, then takes back what was not needed. It tells, it changes nothing: whether a
/// target is given up is for people to say. Some n (n + 1) searches for n removed of few targets;
/// each target is one search a step.
/// waves    at least one, all with the same targets
/// options  of each search
Conflict find_conflict(std::span<const Wave> waves, size_t n_parameters,
                       const SpaceOptions& options = {});

}  // namespace rumbo
