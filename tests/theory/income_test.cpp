// Present values, horizons, and the two forms of the utility of income.
#include "models/migration/choice/income.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("The annuity factor is the integral of discounted payments", "[theory]") {
  double sum = 0;
  const double step = 1e-4;
  for (int i = 0; i < 250000; ++i) sum += std::exp(-0.1 * (i + 0.5) * step) * step;
  CHECK(annuity_factor(0.1, 25) == near(sum, 1e-8));
  CHECK(annuity_factor(0, 25) == 25);
  CHECK(annuity_factor(0.1, std::numeric_limits<double>::infinity()) == near(10, 1e-12));
  CHECK(annuity_factor(1e-9, 25) == near(25, 1e-6));
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
