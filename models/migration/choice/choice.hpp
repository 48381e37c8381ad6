// Who leaves, for where and how: the phases, and the ties that weigh.
//
// May include: the model's state.
#pragma once
#include <span>

#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_choice_tables(State& state, Month month);         ///< Destination and channel
void choose(State& state, Month month, size_t community);  ///< Leaving
/// Ties of a person at home, by destination, in order of first meeting; at most `ties.size()`.
size_t collect_ties(const View& view, uint32_t local, std::span<TiesAt> ties);

}  // namespace rumbo::migration
