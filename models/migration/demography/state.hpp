// Births, deaths and unions by place this month, and what is carried of arrivals.
//
// May include: base, world.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/month.hpp"
#include "models/migration/labour/skills.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/world/grid.hpp"

namespace rumbo::migration {

struct Demography {
  // Probabilities a month.
  Grid death;  ///< [place, sex, life group]
  Grid birth;  ///< [place, mother group], of a woman
  double union_start = 0, union_end = 0;
  std::vector<double> male_share;      ///< [place] of newborns
  std::vector<BySkill> skill_share;    ///< [place] of those who grow up now
  Month vital_month;                   ///< when births and deaths were last set
  std::vector<int64_t> arrival_carry;  ///< [flow] persons not yet arrived, in millionths
};
RUMBO_ROOM(Demography, demography)

}  // namespace rumbo::migration
