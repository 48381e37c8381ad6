// Where shares of routes come to rest, and how far a route's own share moves its utility.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

namespace rumbo::oracle {

/// Shares that reproduce themselves under a round of choice.
struct RouteBalance {
  std::vector<double> shares;
  int32_t rounds = 0;    ///< taken
  bool settled = false;  ///< whether the last round moved no share by more than the tolerance
};

/// Rounds until shares stay. round  shares of a month from those of the month before
inline RouteBalance settle(
    const std::function<std::vector<double>(const std::vector<double>&)>& round,
    std::vector<double> first, double tolerance = 1e-12, int32_t most_rounds = 10000) {
  RouteBalance balance{.shares = std::move(first)};
  while (!balance.settled && balance.rounds < most_rounds) {
    const std::vector<double> next = round(balance.shares);
    double moved = 0;
    for (size_t i = 0; i < next.size(); ++i)
      moved = std::max(moved, std::abs(next[i] - balance.shares[i]));
    balance.shares = next;
    balance.settled = moved <= tolerance;
    ++balance.rounds;
  }
  return balance;
}

/// What decides the slope of a route's utility in its own share.
struct Feedback {
  double effort = 0;            ///< effectiveness x agents
  double congestion_flow = 0;   ///< attempts at which agents are half as effective; 0 = never
  double guide_effect = 0;      ///< share of the risk taken away by the guide who leads, if any
  double usd_weight = 0;        ///< of a dollar in utility
  double apprehension_usd = 0;  ///< cost of one
  double fame_weight = 0;       ///< of ln(1 + past use)
  double remembered_use = 0;    ///< past use per attempt
  double attempts = 0;          ///< of all routes
};

/// d utility / d share: risk 1 - exp(-effort / crowding) with crowding 1 + attempts / flow, and
/// fame.
inline double route_feedback(const Feedback& f, double share) {
  double slope = 0;
  if (f.congestion_flow > 0) {
    const double crowding = 1 + f.attempts * share / f.congestion_flow;
    const double fall = (1 - f.guide_effect) * std::exp(-f.effort / crowding) * f.effort /
                        (crowding * crowding) * f.attempts / f.congestion_flow;
    slope += f.usd_weight * f.apprehension_usd * fall;
  }
  const double use = f.remembered_use * f.attempts;
  return slope + f.fame_weight * use / (1 + use * share);
}

}  // namespace rumbo::oracle
