// The multinomial logit against its closed forms; nests are in nests_test.cpp.
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "models/migration/choice/logit.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

std::vector<double> shares_of(const std::vector<double>& utility, double scale = 1) {
  std::vector<double> shares(utility.size());
  logit_shares(utility, scale, shares);
  return shares;
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST_CASE("Logit shares and logsum are those of the closed form", "[theory]") {
  const std::vector<double> utility = {0, -1, 0.5};
  std::vector<double> shares(3);
  const double value = logit_shares(utility, 1, shares);
  CHECK(shares[0] == near(0.331499, six_decimals));
  CHECK(shares[1] == near(0.121952, six_decimals));
  CHECK(shares[2] == near(0.546549, six_decimals));
  CHECK(value == near(1.104131, six_decimals));
  CHECK(sum_of(shares) == near(1, 1e-12));
}

TEST_CASE("The ratio of two shares depends on these two alone", "[theory]") {
  const auto with = shares_of({0, -1, 0.5});
  const auto without = shares_of({0, closed, 0.5});
  CHECK(with[2] / with[0] == Approx(std::exp(0.5)).epsilon(1e-12));
  CHECK(without[2] / without[0] == Approx(std::exp(0.5)).epsilon(1e-12));
  CHECK(without[1] == 0);
  // What the closed alternative loses goes to the others in proportion to their shares.
  CHECK(without[0] == Approx(with[0] / (1 - with[1])).epsilon(1e-12));
}

TEST_CASE("Own elasticity equals the numerical derivative of the share", "[theory]") {
  const double weight = 0.7;
  const double income = 1.9;
  auto share_at = [&](double x) { return shares_of({0.3, weight * x, 1.1})[1]; };
  const double step = 1e-5;
  const double measured =
      (std::log(share_at(income * (1 + step))) - std::log(share_at(income * (1 - step)))) /
      (std::log1p(step) - std::log1p(-step));
  CHECK(own_elasticity(weight, income, share_at(income)) == Approx(measured).epsilon(1e-8));
}

TEST_CASE("Scale multiplies the logsum and flattens the shares", "[theory]") {
  const std::vector<double> utility = {0, -2, 1};
  const auto shares = shares_of(utility, 2);
  CHECK(shares[2] / shares[1] == Approx(std::exp(1.5)).epsilon(1e-12));
  std::vector<double> room(3);
  CHECK(logit_shares(utility, 2, room) ==
        Approx(2 * logit_shares(std::vector<double>{0, -1, 0.5}, 1, room)).epsilon(1e-12));
}

TEST_CASE("Extreme and closed utilities neither overflow nor leak", "[theory]") {
  CHECK(shares_of({1000, 999, -1000})[0] == Approx(1 / (1 + std::exp(-1.0))).epsilon(1e-12));
  CHECK(shares_of({-5000, closed})[0] == 1);
  const auto none = shares_of({closed, closed});
  CHECK(none == std::vector<double>{0, 0});
}

TEST_CASE("A closed route is replaced by others or by staying in known shares", "[theory]") {
  // Stay has share .5, the closed route .2, two others .15 each: 37.5% divert, 62.5% are deterred.
  const std::vector<double> utility = {std::log(0.5), std::log(0.2), std::log(0.15),
                                       std::log(0.15)};
  auto without = utility;
  without[1] = closed;
  const auto before = shares_of(utility);
  const auto after = shares_of(without);
  CHECK((after[2] + after[3] - before[2] - before[3]) / before[1] == Approx(0.375).epsilon(1e-12));
  CHECK((after[0] - before[0]) / before[1] == Approx(0.625).epsilon(1e-12));
}
