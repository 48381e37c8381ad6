// Routes: cost, diversion when one is closed, and the balloon that bulges elsewhere.
#include "models/migration/theory/routes.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "models/migration/theory/choice.hpp"
#include "models/migration/theory/crossing.hpp"
#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

/// Shares of staying and of three routes when agents stand as given; crowds distract agents, so
/// shares and risks are found together.
std::vector<double> settled_shares(const std::array<double, 3>& agents, const RouteRules& rules) {
  std::vector<double> shares(4, 0.25);
  for (int round = 0; round < 500; ++round) {
    std::vector<double> utility = {-4.5, 0, 0, 0};
    for (size_t r = 0; r < 3; ++r) {
      const RouteControl control{.effectiveness = effectiveness_of(0.35, 1000),
                                 .agents = agents[r],
                                 .attempts = 100000 * shares[r + 1],
                                 .congestion_flow = 50000};
      utility[r + 1] =
          route_utility(rules, {.fee_usd = 1500,
                                .days = 2,
                                .apprehension = apprehension_probability(control, false),
                                .death = 4e-4});
    }
    std::vector<double> wanted(4);
    logit_shares(utility, 1, wanted);
    for (size_t i = 0; i < 4; ++i) shares[i] += 0.2 * (wanted[i] - shares[i]);
  }
  return shares;
}

}  // namespace

TEST_CASE("The cost of a route adds fee, days and risks", "[theory]") {
  const RouteRules rules{.cost_weight = 2,
                         .past_use_weight = 0.5,
                         .day_cost_usd = 100,
                         .apprehension_cost_usd = 1000,
                         .value_of_life_usd = 4e5};
  const RouteConditions route{
      .fee_usd = 1500, .days = 3, .apprehension = 0.4, .death = 5e-4, .past_use = 9};
  CHECK(route_cost_usd(rules, route) == near(1500 + 300 + 200 + 400, 1e-9));
  CHECK(route_utility(rules, route) == near(-2 * 2.4 + 0.5 * std::log(10), 1e-12));
}

TEST_CASE("Those whose route is closed divert or stay in known shares", "[theory]") {
  CHECK(diverted_share(0.2, 0.5) == near(0.375, 1e-12));
  CHECK(1 - diverted_share(0.2, 0.5) == near(0.625, 1e-12));
  const std::vector<double> utility = {0.9, 0.1, -0.4, 0.3};
  auto without = utility;
  without[2] = closed;
  std::vector<double> before(4), after(4);
  logit_shares(utility, 1, before);
  logit_shares(without, 1, after);
  const double moved = (after[1] + after[3] - before[1] - before[3]) / before[2];
  CHECK(moved == near(diverted_share(before[2], before[0]), 1e-12));
}

TEST_CASE("Pressing on one route makes the balloon bulge at the others", "[theory]") {
  const RouteRules rules{.apprehension_cost_usd = 3000};
  const auto before = settled_shares({1000, 1000, 1000}, rules);
  const auto after = settled_shares({4000, 1000, 1000}, rules);
  CHECK(before[1] == near(before[2], 1e-9));
  const double own = after[1] / before[1] - 1;
  const double total = (1 - after[0]) / (1 - before[0]) - 1;
  CHECK(own < -0.5);
  CHECK(after[2] > before[2] * 1.05);
  CHECK(total < 0);
  CHECK(total > own);
}

TEST_CASE("Concentration runs from even to one", "[theory]") {
  CHECK(concentration(std::vector<double>{5, 5, 5, 5}) == near(0.25, 1e-12));
  CHECK(concentration(std::vector<double>{0, 7, 0}) == 1);
  CHECK(concentration(std::vector<double>{0, 0}) == 0);
}
