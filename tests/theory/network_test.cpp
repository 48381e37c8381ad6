// Ties: what they save, what they draw, and the stock that feeds itself.
#include "models/migration/choice/network.hpp"

#include <catch2/catch.hpp>
#include <cmath>

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

// A flow that grows with the stock to the power alpha, where the stock is large: a lasting change
// comes to 1 / (1 - alpha) of its first effect.
TEST_CASE("What ties draw multiplies a lasting change by 1 / (1 - alpha)", "[theory]") {
  const auto settled = [](double attraction) {
    double stock = 1;
    for (int month = 0; month < 6000; ++month)
      stock += attraction * std::exp(ties_utility(stock, 0.4)) - 0.02 * stock;
    return stock;
  };
  const double stock = settled(50000);
  // 50,000 (1 + S)^.4 = .02 S: S is near 2.5 million to the power 5 / 3.
  CHECK(stock == Approx(std::pow(2.5e6, 5.0 / 3)).epsilon(1e-6));
  CHECK(std::log(settled(50500) / stock) / std::log(1.01) == near(5.0 / 3, 1e-6));
}
