// The labour markets: the phases.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void clear_labour(Rooms<Labour, const Shocks, const Hostility> state, Month month);  ///< Labour
void fine_employers(Rooms<Sums, const Labour> state,
                    Month month);  ///< Labour, fines that sanctions bring

}  // namespace rumbo::migration
