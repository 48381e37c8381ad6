// Ties: what they save, and the feedback of those abroad on those at home.
#include "models/migration/theory/network.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/base/error.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("Strong ties weigh more and all ties fade", "[theory]") {
  CHECK(tie_index(1, 0) == 5 * tie_index(0, 1));
  CHECK(tie_index(2, 3, {.strong = 4, .weak = 0.5}) == near(9.5, 1e-12));
  CHECK(tie_strength(0, 0.1) == 1);
  CHECK(tie_strength(10, 0.1) == near(std::exp(-1.0), 1e-12));
  CHECK(tie_strength(10, 0) == 1);
}

TEST_CASE("Ties save at most their share of the cost", "[theory]") {
  CHECK(cost_with_ties(4000, 0, 0.5) == 4000);
  CHECK(cost_with_ties(4000, 1, 0.5) == near(3000, 1e-9));
  CHECK(cost_with_ties(4000, 1e12, 0.5) == near(2000, 1e-6));
  CHECK(cost_with_ties(4000, 7, 0) == 4000);
}

TEST_CASE("The diaspora works with a constant elasticity where it is large", "[theory]") {
  CHECK(ties_utility(0, 0.6) == 0);
  CHECK(ties_utility(1e6, 0.6) - ties_utility(5e5, 0.6) == near(0.6 * std::log(2), 1e-5));
}

TEST_CASE("One resting point below the bifurcation, three above it", "[theory]") {
  const auto single = mean_field_fixed_points(-1.5, 3);
  REQUIRE(single.size() == 1);
  CHECK(single[0] == near(0.5, 1e-12));
  const auto three = mean_field_fixed_points(-3, 6);
  REQUIRE(three.size() == 3);
  CHECK(three[0] == near(0.0707, 5e-5));
  CHECK(three[1] == near(0.5, 1e-12));
  CHECK(three[2] == near(0.9293, 5e-5));
  // At the symmetric point the number changes as the slope passes 4.
  CHECK(mean_field_fixed_points(-1.98, 3.96).size() == 1);
  CHECK(mean_field_fixed_points(-2.02, 4.04).size() == 3);
}

TEST_CASE("Where feedback is strong, history decides", "[theory]") {
  auto settled = [](double share, double a, double b) {
    for (int round = 0; round < 5000; ++round) share = mean_field_share(share, a, b);
    return share;
  };
  const auto points = mean_field_fixed_points(-3, 6);
  CHECK(settled(0.45, -3, 6) == near(points[0], 1e-9));
  CHECK(settled(0.55, -3, 6) == near(points[2], 1e-9));
  CHECK(settled(0.05, -1.5, 3) == near(0.5, 1e-9));
  CHECK(settled(0.95, -1.5, 3) == near(0.5, 1e-9));
}

TEST_CASE("The stock multiplies a lasting change by 1 / (1 - alpha)", "[theory]") {
  CHECK(stock_multiplier(0.4) == near(1.667, 4e-4));
  CHECK(stock_multiplier(0) == 1);
  const double stock = self_feeding_stock(50, 0.02, 0.4);
  CHECK(50 * std::pow(stock, 0.4) == Approx(0.02 * stock).epsilon(1e-10));
  const double more = self_feeding_stock(50 * 1.01, 0.02, 0.4);
  CHECK(std::log(more / stock) / std::log(1.01) == near(stock_multiplier(0.4), 1e-9));
  // Month by month the stock goes there.
  double walked = 1;
  for (int month = 0; month < 4000; ++month) walked += 50 * std::pow(walked, 0.4) - 0.02 * walked;
  CHECK(walked == Approx(stock).epsilon(1e-9));
}

TEST_CASE("A stock that feeds itself without end is refused", "[theory][bad_input]") {
  CHECK_THROWS_WITH(stock_multiplier(1),
                    "a flow that grows with the stock to the power 1 feeds itself without end; use "
                    "less than 1");
  CHECK_THROWS_AS(self_feeding_stock(1, 1, 1.2), InputError);
}
