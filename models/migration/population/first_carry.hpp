// What counters of decisions, arrivals and room of smugglers begin with.
//
// Other rooms may include it. May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/checked.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// What is carried over, each with its own draws.
enum class Carried : uint8_t { capacity = 1, decisions = 2, arrivals = 3 };

/// A part of what one simulated person takes, in millionths: anything up to the whole, so that the
/// first person comes as early on average as their place does, and as many persons are let through
/// in a run at any scale. cell  of what is carried; weight  persons that a simulated one stands for
inline int64_t first_carry(Rooms<> state, Carried what, size_t cell, int64_t weight) {
  const uint32_t draw = state.run.draws.bits(static_cast<uint32_t>(cell), state.run.first_month,
                                             purpose::first_carry, static_cast<uint32_t>(what));
  return saturating_cast<int64_t>(draw * 0x1p-32 * static_cast<double>(weight) * 1e6);
}

}  // namespace rumbo::migration
