// Shocks by place this month, and what they do.
//
// May include: base, world.
#pragma once
#include <vector>

#include "models/migration/rooms.hpp"
#include "models/migration/world/grid.hpp"

namespace rumbo::migration {

struct Shocks {
  Grid force;                         ///< [place, kind] in [0, 1] at factor 1
  std::vector<double> utility;        ///< [place] what shocks add to the utility of leaving
  std::vector<double> income_left;    ///< [place] share of wages that shocks leave
  std::vector<double> displacement;   ///< [place] of natives, a month
  std::vector<double> displaced_end;  ///< [place] a month
  double displaced_propensity = 1;
};
RUMBO_ROOM(Shocks, shocks)

}  // namespace rumbo::migration
