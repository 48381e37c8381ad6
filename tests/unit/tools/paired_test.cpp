// Paired differences against closed forms of Student's t.
#include "tools/rumbo/paired.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <vector>

using namespace rumbo;

namespace {

constexpr double pi = std::numbers::pi;

// Quantiles of t in closed form: 1 degree of freedom is Cauchy, tan(pi (p - 1/2)); 2 degrees:
// (2p - 1) / sqrt(2 p (1 - p)).
double t1_quantile(double p) {
  return std::tan(pi * (p - 0.5));
}
double t2_quantile(double p) {
  return (2 * p - 1) / std::sqrt(2 * p * (1 - p));
}

}  // namespace

TEST_CASE("intervals of a mean equal the closed forms for one and two degrees", "[theory][tools]") {
  // {3, 7}: mean 5, standard deviation 2 sqrt(2), standard error 2.
  const Interval two = mean_interval(std::vector<double>{3, 7});
  CHECK(two.low == Approx(5 - 2 * t1_quantile(0.95)).epsilon(1e-12));
  CHECK(two.high == Approx(5 + 2 * t1_quantile(0.95)).epsilon(1e-12));
  // {1, 2, 3}: mean 2, standard deviation 1, standard error 1 / sqrt(3).
  const Interval three = mean_interval(std::vector<double>{1, 2, 3}, 0.5);
  CHECK(three.high - three.low == Approx(2 * t2_quantile(0.75) / std::sqrt(3.0)).epsilon(1e-12));
}

TEST_CASE("a paired effect has the interval and probability of its differences",
          "[theory][tools]") {
  const std::vector<double> baseline = {10, 20, 30};
  const std::vector<double> scenario = {11, 22, 33};  // differences 1, 2, 3
  const PairedEffect effect = paired_effect(baseline, scenario);
  CHECK(effect.difference == Approx(2));
  const double reach = t2_quantile(0.95) / std::sqrt(3.0);
  CHECK(effect.interval.low == Approx(2 - reach).epsilon(1e-12));
  CHECK(effect.verdict == Verdict::higher);
  CHECK(effect.share_of_sign == 1);
  // P(t < x) with two degrees is 1/2 + x / (2 sqrt(2 + x^2)); x = 2 sqrt(3).
  CHECK(effect.probability_of_sign ==
        Approx(0.5 + 2 * std::sqrt(3.0) / (2 * std::sqrt(14.0))).epsilon(1e-12));
  // Scenario is 1.1 times the baseline in every replicate: the ratio is exact.
  REQUIRE(effect.relative);
  CHECK(*effect.relative == Approx(0.1).epsilon(1e-12));
  CHECK(effect.relative_interval->high - effect.relative_interval->low == Approx(0).margin(1e-12));
}

TEST_CASE("the relative change has the first-order interval of a ratio", "[theory][tools]") {
  const std::vector<double> baseline = {9, 11};
  const std::vector<double> scenario = {10, 14};  // differences 1, 3; R = 0.2
  const PairedEffect effect = paired_effect(baseline, scenario);
  // Residuals d - R b: 1 - 1.8 = -0.8, 3 - 2.2 = 0.8; standard error sqrt(1.28 / 1 / 2) = 0.8.
  REQUIRE(effect.relative);
  CHECK(*effect.relative == Approx(0.2).epsilon(1e-12));
  CHECK(effect.relative_interval->high == Approx(0.2 + 0.08 * t1_quantile(0.95)).epsilon(1e-12));
}

TEST_CASE("findings: identical, not distinguishable, lower", "[unit][tools]") {
  const std::vector<double> baseline = {5, 6, 7, 8};
  SECTION("identical") {
    const PairedEffect effect = paired_effect(baseline, baseline);
    CHECK(effect.verdict == Verdict::identical);
    CHECK(effect.share_of_sign == 1);
    CHECK(effect.probability_of_sign == 0.5);
    CHECK(effect.interval.low == 0);
    CHECK(effect.interval.high == 0);
  }
  SECTION("not distinguishable") {
    const PairedEffect effect = paired_effect(baseline, std::vector<double>{6, 5, 9, 7});
    CHECK(effect.verdict == Verdict::not_distinguishable);
    CHECK(effect.share_of_sign == 0.5);
  }
  SECTION("lower, by the same in each replicate") {
    const PairedEffect effect = paired_effect(baseline, std::vector<double>{4, 5, 6, 7});
    CHECK(effect.verdict == Verdict::lower);
    CHECK(effect.interval.low == -1);
    CHECK(effect.interval.high == -1);
    CHECK(effect.probability_of_sign == 1);
  }
  SECTION("differences that cancel are not identical") {
    const PairedEffect effect = paired_effect(baseline, std::vector<double>{6, 5, 7, 8});
    CHECK(effect.verdict == Verdict::not_distinguishable);
    CHECK(effect.share_of_sign == 0.5);
  }
  SECTION("no change in per cent from nothing") {
    const PairedEffect effect = paired_effect(std::vector<double>{0, 0}, std::vector<double>{1, 2});
    CHECK_FALSE(effect.relative);
  }
}
