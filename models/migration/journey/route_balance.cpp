// See route_balance.hpp.
#include "models/migration/journey/route_balance.hpp"

#include <vector>

#include "engine/base/error.hpp"

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

}  // namespace rumbo::migration
