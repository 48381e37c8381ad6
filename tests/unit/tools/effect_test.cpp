// Effects against closed forms of Student's t, and what few replicates may not claim.
#include "tools/rumbo/effect.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <vector>

using namespace rumbo;

namespace {

constexpr double pi = std::numbers::pi;

// Quantiles of t in closed form: 1 degree of freedom is Cauchy, tan(pi (p - 1/2)); 2 degrees:
// (2p - 1) / sqrt(2 p (1 - p)); 4 degrees: 2 sqrt(cos(acos(sqrt a) / 3) / sqrt a - 1), a = 4p(1-p).
double t1_quantile(double p) {
  return std::tan(pi * (p - 0.5));
}
double t2_quantile(double p) {
  return (2 * p - 1) / std::sqrt(2 * p * (1 - p));
}
double t4_quantile(double p) {
  const double root = std::sqrt(4 * p * (1 - p));
  return 2 * std::sqrt(std::cos(std::acos(root) / 3) / root - 1);
}

}  // namespace

TEST_CASE("intervals of a mean equal the closed forms for one, two and four degrees",
          "[theory][tools]") {
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
  const std::vector<double> baseline = {10, 20, 30, 40, 50};
  const std::vector<double> scenario = {11, 22, 33, 44, 55};  // differences 1 to 5
  const Effect effect = paired_effect(baseline, scenario);
  CHECK(effect.difference == Approx(3));
  // Squares of deviations 4 + 1 + 0 + 1 + 4 = 10: standard error sqrt(10 / 4 / 5) = sqrt(0.5).
  CHECK(effect.interval.low == Approx(3 - t4_quantile(0.95) * std::sqrt(0.5)).epsilon(1e-10));
  CHECK(effect.verdict == Verdict::higher);
  CHECK(effect.share_of_sign == 1);
  // P(t < x) with four degrees is 1/2 + 3/8 y (1 - y^2 / 12) 2 / sqrt(4)...: with
  // s = x / sqrt(4 + x^2), 1/2 + (3 s - s^3) / 4; x = 3 / sqrt(0.5).
  const double x = 3 / std::sqrt(0.5), s = x / std::sqrt(4 + x * x);
  REQUIRE(effect.probability_of_sign);
  CHECK(*effect.probability_of_sign == Approx(0.5 + (3 * s - s * s * s) / 4).epsilon(1e-10));
  // Scenario is 1.1 times the baseline in every replicate: the ratio is exact.
  REQUIRE(effect.relative);
  CHECK(*effect.relative == Approx(0.1).epsilon(1e-12));
  CHECK(effect.relative_interval->high - effect.relative_interval->low == Approx(0).margin(1e-12));
}

TEST_CASE("the relative change has the first-order interval of a ratio", "[theory][tools]") {
  const std::vector<double> baseline = {9, 11, 9, 11, 10};
  const std::vector<double> scenario = {10, 14, 10, 14, 12};  // differences 1, 3, 1, 3, 2; R = 0.2
  const Effect effect = paired_effect(baseline, scenario);
  // Residuals d - R b: -0.8, 0.8, -0.8, 0.8, 0; standard error sqrt(2.56 / 4 / 5).
  REQUIRE(effect.relative);
  CHECK(*effect.relative == Approx(0.2).epsilon(1e-12));
  const double error = std::sqrt(2.56 / 20) / 10;
  CHECK(effect.relative_interval->high == Approx(0.2 + error * t4_quantile(0.95)).epsilon(1e-10));
}

TEST_CASE("findings: identical, not distinguishable, lower", "[unit][tools]") {
  const std::vector<double> baseline = {5, 6, 7, 8, 9};
  SECTION("identical") {
    const Effect effect = paired_effect(baseline, baseline);
    CHECK(effect.verdict == Verdict::identical);
    CHECK(effect.share_of_sign == 1);
    CHECK_FALSE(effect.probability_of_sign);
    CHECK(effect.interval.low == 0);
    CHECK(effect.interval.high == 0);
  }
  SECTION("not distinguishable") {
    const Effect effect = paired_effect(baseline, std::vector<double>{6, 5, 9, 7, 10});
    CHECK(effect.verdict == Verdict::not_distinguishable);
    CHECK(*effect.share_of_sign == Approx(0.6));
  }
  SECTION("differences that cancel are not identical") {
    const Effect effect =
        paired_effect(std::vector<double>{5, 6, 7, 8}, std::vector<double>{6, 5, 7, 8});
    CHECK(effect.verdict == Verdict::not_distinguishable);
    CHECK(effect.share_of_sign == 0.5);
  }
  SECTION("no interval in per cent of a baseline that rests on few") {
    // The difference is surely above 0; over a baseline of one person or none it is anything.
    const Effect effect = paired_effect(std::vector<double>{0, 0, 0, 0, 5, 0},
                                        std::vector<double>{30, 31, 29, 30, 36, 30});
    CHECK(effect.verdict == Verdict::higher);
    CHECK(effect.relative);
    CHECK_FALSE(effect.relative_interval);
  }
  SECTION("no change in per cent from nothing") {
    const Effect effect = paired_effect(std::vector<double>{0, 0}, std::vector<double>{1, 2});
    CHECK_FALSE(effect.relative);
  }
}

// Guards against intervals of spread alone: [-1000, -1000], "lower", P > .999.
TEST_CASE("two replicates that differ by one person each say nothing", "[unit][tools]") {
  const std::vector<double> baseline = {7000, 9000};
  const std::vector<double> scenario = {6000, 8000};
  for (const double person : {1000.0, 0.0}) {  // known to count persons, or not
    INFO("person " << person);
    const Effect effect = paired_effect(baseline, scenario, {interval_level, person});
    CHECK(effect.verdict == Verdict::not_distinguishable);
    CHECK(effect.interval.low < -2000);
    CHECK(effect.interval.high > 0);
    CHECK_FALSE(effect.probability_of_sign);
    REQUIRE(effect.relative_interval);
    CHECK(effect.relative_interval->high > 0);
  }
}

TEST_CASE("the same difference in all replicates has no probability", "[unit][tools]") {
  const std::vector<double> baseline(10, 50000.0);
  const std::vector<double> by_one(10, 49000.0), by_many(10, 10000.0);
  const Effect one = paired_effect(baseline, by_one, {interval_level, 1000});
  CHECK(one.verdict == Verdict::lower);  // ten single persons, all the same way
  CHECK(one.interval.low < -1500);
  CHECK_FALSE(one.probability_of_sign);
  const Effect many = paired_effect(baseline, by_many, {interval_level, 1000});
  CHECK(many.verdict == Verdict::lower);
  CHECK_FALSE(many.probability_of_sign);
}

TEST_CASE("no probability is given below five replicates", "[unit][tools]") {
  std::vector<double> baseline = {100, 101, 102, 103}, scenario = {200, 203, 205, 201};
  CHECK_FALSE(paired_effect(baseline, scenario).probability_of_sign);
  baseline.push_back(104);
  scenario.push_back(204);
  CHECK(paired_effect(baseline, scenario).probability_of_sign);
}

TEST_CASE("independent runs have Welch's interval", "[theory][tools]") {
  // Both with variance 2.5 of 5: error sqrt(0.5 + 0.5) = 1; 8 degrees of freedom; t = 1.859548.
  const std::vector<double> baseline = {10, 11, 12, 13, 14}, scenario = {20, 21, 22, 23, 24};
  const Effect effect = unpaired_effect(baseline, scenario);
  CHECK(effect.difference == Approx(10));
  CHECK(effect.interval.low == Approx(10 - 1.859548).epsilon(1e-6));
  CHECK(effect.verdict == Verdict::higher);
  CHECK_FALSE(effect.share_of_sign);  // no pairs
  CHECK(effect.probability_of_sign);
  // Unequal: variances of the means 2 / 2 = 1 and 8 / 2 = 4: 25 / (1 + 16) degrees of freedom.
  const Effect unequal = unpaired_effect(std::vector<double>{1, 3}, std::vector<double>{10, 14});
  const double reach = unequal.interval.high - unequal.difference;
  CHECK(reach > std::sqrt(5.0) * t2_quantile(0.95));  // 1.47 degrees lie between 1 and 2
  CHECK(reach < std::sqrt(5.0) * t1_quantile(0.95));
  CHECK_FALSE(unequal.probability_of_sign);
}
