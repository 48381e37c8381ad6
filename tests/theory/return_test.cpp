// Stocks, stays and the identity by which enforcement can raise the number who stay.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/maths/rates.hpp"
#include "engine/random/draws.hpp"
#include "models/migration/returns/return_hazard.hpp"
#include "tests/oracles/queues.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

/// The stock that many months of inflow and exits lead to, counted at the ends of months.
double walked_stock(double inflow, double hazard) {
  double stock = 0;
  for (int month = 0; month < 12000; ++month)
    stock += inflow - stock * probability_within(hazard, 1);
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
  CHECK(walked_stock(100, 0.0123) ==
        Approx(oracle::steady_stock_at_month_end(100, 0.0123)).epsilon(1e-9));
  // Without inflow what is left is the same in steps of a month and at once.
  double stock = 500;
  for (int month = 0; month < 36; ++month) stock *= 1 - probability_within(0.0123, 1);
  CHECK(stock == Approx(oracle::stock_after(500, 0, 0.0123, 36)).epsilon(1e-12));
}

TEST_CASE("Enforcement that keeps people in raises the stock by the identity", "[theory]") {
  // Few go home in a month, so that its steps hardly matter; a cost of coming again that keeps two
  // of five of them.
  const ReturnRules rules{.base_rate = 0.002};
  const double cost_usd = -std::log(0.6) / rules.reentry_weight * 1000;
  const double before = return_rate(rules, 0, false, 0),
               after = return_rate(rules, 0, false, cost_usd);
  CHECK(walked_stock(90, after) / walked_stock(100, before) - 1 ==
        near(oracle::backfire(0.1, 0.4), 0.002));
  CHECK(walked_stock(100, after) / walked_stock(100, before) - 1 ==
        near(oracle::backfire(0, 0.4), 0.002));
}

TEST_CASE("Stays played out last as long as the hazards say", "[theory][statistical]") {
  const double hazard = 0.03 + 0.01 + 0.001, chance = probability_within(hazard, 1);
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
  CHECK(mean + 0.5 == Approx(1 / hazard).epsilon(1e-3));
}
