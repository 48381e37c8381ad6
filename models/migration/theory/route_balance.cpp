// See route_balance.hpp.
#include "models/migration/theory/route_balance.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {
namespace {

/// The route as it is when a share of all takes it.
RouteSetting used_by(const BalanceRules& rules, const RouteSetting& route, double share) {
  RouteSetting used = route;
  used.control.attempts = rules.attempts * share;
  used.conditions.apprehension = apprehension_probability(used.control, rules.with_guide);
  if (rules.remembered_use > 0)
    used.conditions.past_use = rules.remembered_use * used.control.attempts;
  return used;
}

}  // namespace

void next_route_shares(const BalanceRules& rules, std::span<const RouteSetting> routes,
                       std::span<const double> shares, std::span<double> next) {
  RUMBO_ASSERT(shares.size() == routes.size() + 1 && next.size() == shares.size());
  std::vector<double> utility(shares.size(), rules.stay_utility);
  for (size_t r = 0; r < routes.size(); ++r)
    utility[r + 1] =
        route_utility(rules.routes, used_by(rules, routes[r], shares[r + 1]).conditions);
  logit_shares(utility, 1, next);
}

double route_feedback(const BalanceRules& rules, const RouteSetting& route, double share) {
  const RouteSetting used = used_by(rules, route, share);
  double slope = 0;
  if (used.control.congestion_flow > 0 && !std::isinf(used.control.effectiveness)) {
    // d apprehension / d share = -guide exp(-effort / crowding) effort / crowding^2 x d crowding /
    // d share.
    const double crowding = 1 + used.control.attempts / used.control.congestion_flow;
    const double effort = used.control.effectiveness * used.control.agents;
    const double guide = rules.with_guide ? 1 - used.control.guide_effect : 1.0;
    const double fall = guide * rumbo::exp(-effort / crowding) * effort / (crowding * crowding) *
                        rules.attempts / used.control.congestion_flow;
    slope += rules.routes.cost_weight * rules.routes.apprehension_cost_usd / 1000 * fall;
  }
  if (rules.remembered_use > 0)
    slope += rules.routes.past_use_weight * rules.remembered_use * rules.attempts /
             (1 + used.conditions.past_use);
  return slope;
}

RouteBalance settle_routes(const BalanceRules& rules, std::span<const RouteSetting> routes,
                           std::span<const double> first, double tolerance, int32_t most_rounds) {
  RUMBO_ASSERT(first.size() == routes.size() + 1 && tolerance > 0 && most_rounds >= 1);
  RouteBalance balance{.shares = {first.begin(), first.end()}};
  std::vector<double> next(first.size());
  while (!balance.settled && balance.rounds < most_rounds) {
    next_route_shares(rules, routes, balance.shares, next);
    double moved = 0;
    for (size_t i = 0; i < next.size(); ++i)
      moved = std::max(moved, std::abs(next[i] - balance.shares[i]));
    balance.shares.swap(next);
    balance.settled = moved <= tolerance;
    ++balance.rounds;
  }
  return balance;
}

}  // namespace rumbo::migration
