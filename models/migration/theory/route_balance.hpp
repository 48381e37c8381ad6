// Where attempts go when crowds make routes safer and use makes them known.
//
// Shares decide risks (agents are busy, congestion) and fame (past use), these decide
// shares: a balance is a fixed point of one round of choice. Pure functions.
// May include: base, maths.
//
// Convergence. The utility of a route rises, or stays, with its own share alone. One round is then
// the maximiser of the linearised sum of the integrals of these utilities plus entropy, so the sum
// grows every round: rounds always settle, undamped, and never swing. With slope g = d utility / d
// share (route_feedback), the distance to a balance shrinks at least by max g / 2 a round; if g < 2
// at all shares there is one balance. Above it there may be several, and history decides: the first
// shares say which is reached. Two equal routes split evenly up to g = 2 at one half, and unevenly
// above. With fame alone, weight a on ln(past use): shares ~ exp(utility / (1 - a)); a >= 1 lets
// one route take all.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "models/migration/theory/choice.hpp"
#include "models/migration/theory/crossing.hpp"
#include "models/migration/theory/routes.hpp"

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
  double stay_utility = closed;  ///< of not going; `closed` = everybody goes
  double attempts = 0;           ///< a month if nobody stayed, >= 0 (real persons)
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

/// Rise of a route's utility per unit of its own share, >= 0 (g).
double route_feedback(const BalanceRules& rules, const RouteSetting& route, double share);

/// Shares that reproduce themselves.
struct RouteBalance {
  std::vector<double> shares;  ///< [1 + n_routes], staying first
  int32_t rounds = 0;          ///< taken
  bool settled = false;        ///< whether the last round moved no share by more than the tolerance
};

/// Rounds until shares stay.
///
/// first        [1 + n_routes], last month's shares; decides where there are several balances
/// tolerance    of a share, > 0; near max g = 2 rounds are slow and a share may be further from the
///              balance than that by 1 / (1 - max g / 2)
/// most_rounds  >= 1
RouteBalance settle_routes(const BalanceRules& rules, std::span<const RouteSetting> routes,
                           std::span<const double> first, double tolerance = 1e-12,
                           int32_t most_rounds = 10000);

}  // namespace rumbo::migration
