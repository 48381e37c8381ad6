// Bounds on the hazards of this month, by home.
//
// May include: hazards.
#pragma once
#include <vector>

#include "engine/hazards/screening.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

struct Screening {
  std::vector<BoundTable> bounds;  ///< [home place]
};
RUMBO_ROOM(Screening, screening)

}  // namespace rumbo::migration
