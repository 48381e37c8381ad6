// Stocks, stays and the identity by which enforcement can raise the number who stay.
#include "models/migration/theory/return.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/random/draws.hpp"
#include "models/migration/theory/rates.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

/// The stock that many months of inflow and exits lead to.
double walked_stock(double inflow, const ExitRates& exits) {
  double stock = 0;
  for (int month = 0; month < 12000; ++month) stock = stock_after(stock, inflow, exits, 1);
  return stock;
}

}  // namespace

TEST_CASE("Half of the first trips end within a year at the default", "[theory]") {
  const ReturnRules rules{.yearly_decline = 0};
  CHECK(probability_within(return_rate(rules, 0, false, 0), 12) == near(0.48, 5e-4));
}

TEST_CASE("Return falls with years and with the cost of coming again", "[theory]") {
  const ReturnRules rules;
  const double base = return_rate(rules, 0, false, 0);
  CHECK(return_rate(rules, 4, false, 0) / base == near(std::exp(-4 * rules.yearly_decline), 1e-12));
  CHECK(return_rate(rules, 0, false, 3000) / base ==
        near(std::exp(-3 * rules.reentry_weight), 1e-12));
  CHECK(return_rate(rules, 0, true, 0) / base == near(1 + rules.target_saver, 1e-12));
}

TEST_CASE("The stock comes to rest at inflow over the sum of hazards", "[theory]") {
  const ExitRates exits{.going_home = 0.01, .removal = 0.002, .death = 0.0003};
  CHECK(steady_stock(100, exits) == near(100 / 0.0123, 1e-9));
  CHECK(walked_stock(100, exits) == Approx(steady_stock(100, exits)).epsilon(1e-10));
  // One long step is the same as many short ones, with and without exits.
  CHECK(stock_after(500, 100, exits, 36) ==
        Approx(stock_after(stock_after(500, 100, exits, 17), 100, exits, 19)).epsilon(1e-12));
  CHECK(stock_after(500, 100, {}, 36) == near(4100, 1e-9));
}

TEST_CASE("Enforcement that keeps people in raises the stock by the identity", "[theory]") {
  CHECK(backfire(0, 0.4) == near(2.0 / 3, 1e-9));
  CHECK(backfire(0.1, 0.4) == near(0.5, 1e-9));
  CHECK(backfire(0.4, 0.4) == near(0, 1e-12));
  CHECK(backfire(0.5, 0.4) < 0);
  const ExitRates before{.going_home = 0.02};
  const ExitRates after{.going_home = 0.02 * 0.6};
  CHECK(walked_stock(90, after) / walked_stock(100, before) - 1 == near(0.5, 1e-9));
  CHECK(walked_stock(100, after) / walked_stock(100, before) - 1 == near(2.0 / 3, 1e-9));
}

TEST_CASE("Stays played out last as long as the hazards say", "[theory][statistical]") {
  // Seen to fail with the removal hazard left out of the draw.
  const ExitRates exits{.going_home = 0.03, .removal = 0.01, .death = 0.001};
  const double chance = probability_within(exits.sum(), 1);
  const Draws draws(3, 1);
  constexpr uint32_t n = 100000;
  double months = 0;
  for (uint32_t i = 0; i < n; ++i) {
    for (int month = 0; draws.uniform(i, Month(month), Purpose{930}) >= chance; ++month) ++months;
  }
  // Whole months survived are geometric: mean (1 - q) / q, variance (1 - q) / q^2; they are
  // half a month short of the mean stay, to first order in the hazard.
  const double mean = (1 - chance) / chance;
  const double error = std::sqrt((1 - chance) / (chance * chance) / n);
  CHECK(std::abs(months / n - mean) < 4 * error);
  CHECK(mean + 0.5 == Approx(mean_stay(exits)).epsilon(1e-3));
}
