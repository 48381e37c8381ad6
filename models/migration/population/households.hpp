// Households of the start: couples, their children, single adults and the old.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "models/migration/person/view.hpp"

namespace rumbo::migration {

/// Joins the first n_persons slots of a community into households. Those abroad are members of a
/// household at home, as it was when they left.
void make_households(View& view, uint32_t n_persons);

}  // namespace rumbo::migration
