// Where attempts go when crowds make routes safer and use makes them known.
//
// Shares decide risks (agents are busy, congestion) and fame (past use), these decide
// shares: a balance is a fixed point of one round of choice. Pure functions.
// May include: base, maths.
//
// Convergence. The utility of a route rises, or stays, with its own share alone. One round is then
// the maximiser of the linearised sum of the integrals of these utilities plus entropy, so the sum
// grows every round: rounds always settle, undamped, and never swing. With slope g = d utility / d
// share, the distance to a balance shrinks at least by max g / 2 a round; if g < 2
// at all shares there is one balance. Above it there may be several, and history decides: the first
// shares say which is reached. Two equal routes split evenly up to g = 2 at one half, and unevenly
// above. With fame alone, weight a on ln(past use): shares ~ exp(utility / (1 - a)); a >= 1 lets
// one route take all.
#pragma once
#include <span>

#include "models/migration/border/attempts.hpp"
#include "models/migration/choice/logit.hpp"
#include "models/migration/journey/routes.hpp"

namespace rumbo::migration {

/// A route and its control. Attempts, apprehension and, if use is remembered, past use follow from
/// the shares; what stands there is not read.
struct RouteSetting {
  RouteConditions conditions;
  RouteControl control;
};

/// Who chooses, and by what.
struct BalanceRules {
  RouteRules routes;
  double stay_utility = closed;  ///< of not going; `closed` = everyone goes
  double attempts = 0;           ///< a month if no one stayed, >= 0 (real persons)
  double remembered_use = 0;  ///< past use per attempt of the month before, >= 0; 0 = past_use is
                              ///< as given
  bool with_guide = false;
};

/// Shares of a month from those of the month before: one round.
///
/// shares  [1 + n_routes], staying first
/// next    [1 + n_routes], written; sums to 1
void next_route_shares(const BalanceRules& rules, std::span<const RouteSetting> routes,
                       std::span<const double> shares, std::span<double> next);

}  // namespace rumbo::migration
