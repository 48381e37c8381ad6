// How status changes this month.
//
// May include: base.
#pragma once
#include <vector>

#include "models/migration/rooms.hpp"

namespace rumbo::migration {

struct StatusRules {
  // Probabilities a month.
  std::vector<double> adjustment;  ///< [place] from no right to stay to a permanent one
  double work_end = 0, naturalization = 0;
  double visit_months = 6, settle_share = 0, overstay = 0;
  int permanence_years = 5;
  bool has_programme = false;  ///< a regularization is open somewhere
};
RUMBO_ROOM(StatusRules, status)

}  // namespace rumbo::migration
