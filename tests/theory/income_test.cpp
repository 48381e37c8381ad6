// Expected income, its even equivalent over a horizon, and the two forms of its utility.
#include "models/migration/theory/income.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("Expected income is believed wage times job times status", "[theory]") {
  const ExpectedEarnings earnings{.wage = 30, .unemployment = 0.1, .status_penalty = 0.2};
  CHECK(expected_income(earnings) == near(30 * 0.9 * 0.8, 1e-12));
  auto hopeful = earnings;
  hopeful.belief = 1.3;
  CHECK(expected_income(hopeful) / expected_income(earnings) == near(1.3, 1e-12));
  CHECK(expected_income({.wage = 30, .unemployment = 1}) == 0);
}

TEST_CASE("The annuity factor is the integral of discounted payments", "[theory]") {
  double sum = 0;
  const double step = 1e-4;
  for (int i = 0; i < 250000; ++i) sum += std::exp(-0.1 * (i + 0.5) * step) * step;
  CHECK(annuity_factor(0.1, 25) == near(sum, 1e-8));
  CHECK(annuity_factor(0, 25) == 25);
  CHECK(annuity_factor(0.1, std::numeric_limits<double>::infinity()) == near(10, 1e-12));
  CHECK(annuity_factor(1e-9, 25) == near(25, 1e-6));
}

TEST_CASE("An even income has the present value of the stream it stands for", "[theory]") {
  // Two years of 30 on a permit, then 8 at home until the end of twenty years.
  const double even = annuity_equivalent(30, 8, 2, 20, 0.1);
  const double value =
      30 * annuity_factor(0.1, 2) + 8 * (annuity_factor(0.1, 20) - annuity_factor(0.1, 2));
  CHECK(even * annuity_factor(0.1, 20) == near(value, 1e-10));
  CHECK(annuity_equivalent(30, 8, 20, 20, 0.1) == near(30, 1e-12));
  CHECK(annuity_equivalent(30, 8, 99, 20, 0.1) == near(30, 1e-12));
  CHECK(annuity_equivalent(30, 8, 0, 20, 0.1) == near(8, 1e-12));
  CHECK(annuity_equivalent(30, 8, 5, 20, 0) == near(8 + 22 * 0.25, 1e-12));
}

TEST_CASE("The horizon shortens with age but never below its least", "[theory]") {
  CHECK(horizon_years(25) == 40);
  CHECK(horizon_years(5) == 50);
  CHECK(horizon_years(64.5) == 1);
  CHECK(horizon_years(80) == 1);
  CHECK(horizon_weight(40, 40, 0.1) == 1);
  CHECK(horizon_weight(5, 40, 0.1) == near((1 - std::exp(-0.5)) / (1 - std::exp(-4.0)), 1e-12));
}

TEST_CASE("Linear utility counts differences, logarithmic counts ratios", "[theory]") {
  const auto linear = [](double income) {
    return income_utility(IncomeUtility::linear, 0.07, income);
  };
  const auto logarithmic = [](double income) {
    return income_utility(IncomeUtility::logarithmic, 0.7, income);
  };
  CHECK(linear(27) - linear(10) == near(0.07 * 17, 1e-12));
  CHECK(logarithmic(27) - logarithmic(10) == near(0.7 * std::log(2.7), 1e-12));
  CHECK(logarithmic(54) - logarithmic(20) == near(logarithmic(27) - logarithmic(10), 1e-12));
  CHECK(std::isfinite(logarithmic(0)));
}
