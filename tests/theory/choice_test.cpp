// Choice among destinations and channels against its closed forms.
#include "models/migration/theory/choice.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/random/draws.hpp"
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

std::vector<double> nested_shares_of(const std::vector<double>& utility,
                                     const std::vector<size_t>& nest_begin, double dissimilarity) {
  std::vector<double> shares(utility.size());
  nested_logit_shares(utility, nest_begin, dissimilarity, shares);
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
  CHECK(logsum(utility) == value);
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
  CHECK(logsum(utility, 2) == Approx(2 * logsum(std::vector<double>{0, -1, 0.5})).epsilon(1e-12));
}

TEST_CASE("Extreme and closed utilities neither overflow nor leak", "[theory]") {
  CHECK(shares_of({1000, 999, -1000})[0] == Approx(1 / (1 + std::exp(-1.0))).epsilon(1e-12));
  CHECK(shares_of({-5000, closed})[0] == 1);
  const auto none = shares_of({closed, closed});
  CHECK(none == std::vector<double>{0, 0});
  CHECK(logsum(std::vector<double>{closed, closed}) == closed);
  CHECK(logsum(std::vector<double>{}) == closed);
  const std::vector<size_t> nests = {0, 1, 3};
  CHECK(nested_shares_of({closed, closed, closed}, nests, 0.5) == std::vector<double>{0, 0, 0});
  CHECK(nested_shares_of({closed, 700, 700}, nests, 0.1)[1] == Approx(0.5).epsilon(1e-12));
}

TEST_CASE("A nested logit with dissimilarity 1 is the multinomial logit", "[theory]") {
  const std::vector<double> utility = {0, -1, 0.5, 0.2, closed};
  const auto flat = shares_of(utility);
  const std::vector<size_t> nests = {0, 1, 3, 5};
  std::vector<double> nested(5);
  const double value = nested_logit_shares(utility, nests, 1, nested);
  for (size_t i = 0; i < utility.size(); ++i) CHECK(nested[i] == near(flat[i], 1e-12));
  CHECK(value == Approx(logsum(utility)).epsilon(1e-12));
}

TEST_CASE("Nested shares follow the published formula", "[theory]") {
  // stay | two channels to A | two channels to B
  const std::vector<double> v = {1.0, 0.4, -0.3, 0.1, 0.6};
  const std::vector<size_t> nests = {0, 1, 3, 5};
  const double lambda = 0.6;
  auto inclusive = [&](double a, double b) {
    return std::log(std::exp(a / lambda) + std::exp(b / lambda));
  };
  const double a = std::exp(lambda * inclusive(v[1], v[2]));
  const double b = std::exp(lambda * inclusive(v[3], v[4]));
  const double total = std::exp(v[0]) + a + b;
  const auto shares = nested_shares_of(v, nests, lambda);
  CHECK(shares[0] == Approx(std::exp(v[0]) / total).epsilon(1e-12));
  CHECK(shares[1] + shares[2] == Approx(a / total).epsilon(1e-12));
  CHECK(shares[3] / shares[4] == Approx(std::exp((v[3] - v[4]) / lambda)).epsilon(1e-12));
  CHECK(sum_of(shares) == near(1, 1e-12));
}

TEST_CASE("Closing a channel moves people to its own nest first", "[theory]") {
  const std::vector<double> v = {1.0, 0.4, -0.3, 0.0, 0.1, 0.6};
  const std::vector<size_t> nests = {0, 1, 4, 6};
  auto without = v;
  without[1] = closed;
  const auto before = nested_shares_of(v, nests, 0.5);
  const auto after = nested_shares_of(without, nests, 0.5);
  // Inside the nest and among the other nests the ratios stay.
  CHECK(after[2] / after[3] == Approx(before[2] / before[3]).epsilon(1e-12));
  CHECK(after[4] / after[0] == Approx(before[4] / before[0]).epsilon(1e-12));
  // Those of the nest gain more, in proportion, than those outside.
  CHECK(after[2] / before[2] > 1.2 * after[4] / before[4]);
  // A whole destination closed leaves the others in their proportions.
  auto closed_nest = v;
  closed_nest[1] = closed_nest[2] = closed_nest[3] = closed;
  const auto rest = nested_shares_of(closed_nest, nests, 0.5);
  const double left = before[0] + before[4] + before[5];
  CHECK(rest[0] == Approx(before[0] / left).epsilon(1e-12));
  CHECK(rest[5] == Approx(before[5] / left).epsilon(1e-12));
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
  // When "where" is a nest below "whether", more divert than in the plain logit.
  const std::vector<size_t> nests = {0, 1, 4};
  std::vector<double> nested_utility = {0, 0, 0, 0};
  auto nested_without = nested_utility;
  nested_without[1] = closed;
  const auto nested_before = nested_shares_of(nested_utility, nests, 0.4);
  const auto nested_after = nested_shares_of(nested_without, nests, 0.4);
  const double diverted =
      (nested_after[2] + nested_after[3] - nested_before[2] - nested_before[3]) / nested_before[1];
  const double plain = (1 - nested_before[1] - nested_before[0]) / (1 - nested_before[1]);
  CHECK(diverted > plain + 0.05);
}

TEST_CASE("Picking by a uniform number realises the shares", "[theory][statistical]") {
  // Seen to fail when the cumulative sum starts at the second alternative.
  const auto shares = shares_of({0, -1, closed, 0.5});
  const Draws draws(20, 1);
  constexpr uint32_t n = 200000;
  std::array<int, 5> count{};
  for (uint32_t i = 0; i < n; ++i)
    ++count[pick(shares, draws.uniform(i, Month::of(2000, 1), Purpose{900}))];
  CHECK(count[2] == 0);
  CHECK(count[4] == 0);
  for (const size_t i : {0u, 1u, 3u}) {
    const double error = std::sqrt(shares[i] * (1 - shares[i]) / n);
    CHECK(std::abs(count[i] / double(n) - shares[i]) < 4 * error);
  }
}

TEST_CASE("Picking copes with the ends and with nothing to pick", "[theory]") {
  const std::vector<double> shares = {0, 0.25, 0.75, 0};
  CHECK(pick(shares, 0) == 1);
  CHECK(pick(shares, 0.25) == 2);
  CHECK(pick(shares, std::nextafter(1.0, 0.0)) == 2);
  CHECK(pick(std::vector<double>{0.5, 0.5 - 1e-12, 0}, std::nextafter(1.0, 0.0)) == 1);
  CHECK(pick(std::vector<double>{0, 0}, 0.5) == 2);
}
