// Routes: cost, and diversion when one is closed (crowding: route_balance_test.cpp).
#include "models/migration/journey/routes.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "models/migration/choice/logit.hpp"
#include "tests/oracles/nested_logit.hpp"
#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

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
  const std::vector<double> utility = {0.9, 0.1, -0.4, 0.3};
  auto without = utility;
  without[2] = closed;
  std::vector<double> before(4), after(4);
  logit_shares(utility, 1, before);
  logit_shares(without, 1, after);
  const double moved = (after[1] + after[3] - before[1] - before[3]) / before[2];
  CHECK(moved == near(rumbo::oracle::diverted_share(before[2], before[0]), 1e-12));
}

TEST_CASE("Concentration runs from even to one", "[theory]") {
  CHECK(concentration(std::vector<double>{5, 5, 5, 5}) == near(0.25, 1e-12));
  CHECK(concentration(std::vector<double>{0, 7, 0}) == 1);
  CHECK(concentration(std::vector<double>{0, 0}) == 0);
}
