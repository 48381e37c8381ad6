// Leaving a place of stay, and leaving home again after it.
//
// May include: base, money.
#pragma once
#include <array>
#include <vector>

#include "models/migration/money/state.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

struct Returns {
  // Probabilities a month of this month.
  std::array<std::array<double, n_stay_years>, 3>
      go_back{};                         ///< [irregular, regular, citizen][years]
  std::vector<double> reentry_factor;    ///< [origin * n + residence], <= 1
  std::vector<double> reservoir_return;  ///< [origin * n + residence] of those born there
  std::vector<double> departure;         ///< [place] of natives to reservoirs, at the peak age
  std::vector<double> assisted;          ///< [place] going back by a programme that pays for it
  double retirement_factor = 1;
  double departure_scale = 1;  ///< so that age factors leave the yearly share of natives as it is
  // Leaving again, factors on the propensity.
  std::vector<double> returned_again;  ///< [place of birth] of those who went back
  std::vector<double> removed_again;   ///< [place of birth] of those removed
  double ties_again = 1;               ///< more, of those back with household members abroad
  double removed_credit = 1;           ///< factor on credit of those removed
  std::vector<double> return_safety;   ///< [place of birth] factor on recruitment of those back
};
RUMBO_ROOM(Returns, returns)

}  // namespace rumbo::migration
