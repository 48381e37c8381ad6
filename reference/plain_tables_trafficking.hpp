// Parts of the tables of captivity of a month, plainly (plain_tables.hpp): what a victim yields,
// and what traffickers expect of one.
//
// May include: models/migration.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// What exploitation of a victim yields a month, before it is shared.
double plain_exploitation_usd(const State& state, size_t place, size_t purpose);

/// Sets what traffickers expect of a victim and how many they approach. Needs the rest of the
/// tables of captivity.
void plain_traffickers_terms(State& state);

}  // namespace rumbo::migration
