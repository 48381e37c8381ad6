// What no run may record or hold, whatever its world: numbers that are none, negative counts,
// shares beyond 0 and 1, money without end.
#pragma once
#include <string>

#include "models/migration/simulation.hpp"
#include "models/migration/state.hpp"

namespace rumbo::test {

/// What is out of bounds in what a run recorded, and in the tables of its last month; "" if nothing
/// is.
std::string out_of_bounds(const migration::State& state, const ResultBlock& block);

}  // namespace rumbo::test
