// Elementary functions against the long double library, and their very bits.
#include "engine/maths/functions.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <limits>

namespace {

/// Distance in units of the last place of the right value.
double ulps(double found, long double right) {
  const double unit = std::nextafter(std::fabs(static_cast<double>(right)),
                                     std::numeric_limits<double>::infinity()) -
                      std::fabs(static_cast<double>(right));
  return static_cast<double>(std::fabs(static_cast<long double>(found) - right)) / unit;
}

uint64_t bits_of(double x) {
  uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

constexpr double most = 1.001;  // SLEEF promises 1.0 ulp

}  // namespace

TEST_CASE("exp, log and their relatives are right within one unit of the last place",
          "[unit][maths]") {
  double worst = 0;
  for (int i = -7000; i <= 7000; ++i) {
    const double x = i * 0.1 + 0.0123;
    worst = std::max(worst, ulps(rumbo::exp(x), std::exp(static_cast<long double>(x))));
    const double y = std::exp(x * 0.5);
    worst = std::max(worst, ulps(rumbo::log(y), std::log(static_cast<long double>(y))));
  }
  for (int i = 1; i <= 20000; ++i) {
    const double x = i * 1e-4;
    worst = std::max(worst, ulps(rumbo::expm1(-x), std::expm1(static_cast<long double>(-x))));
    worst = std::max(worst, ulps(rumbo::log1p(x), std::log1p(static_cast<long double>(x))));
    worst = std::max(worst,
                     ulps(rumbo::log1p(-x / 2.5), std::log1p(static_cast<long double>(-x / 2.5))));
    worst = std::max(
        worst, ulps(rumbo::pow(x, 1.7 - x),
                    std::pow(static_cast<long double>(x), static_cast<long double>(1.7 - x))));
  }
  CHECK(worst <= most);
}

TEST_CASE("values at the ends are those of mathematics", "[unit][maths]") {
  CHECK(rumbo::exp(0) == 1);
  CHECK(rumbo::exp(-800) == 0);
  CHECK(std::isinf(rumbo::exp(800)));
  CHECK(rumbo::log(1) == 0);
  CHECK(rumbo::expm1(0) == 0);
  CHECK(rumbo::log1p(0) == 0);
  CHECK(rumbo::pow(2, 10) == 1024);
  CHECK(rumbo::normal_cdf(0) == 0.5);
}

// Taken on one processor (with FMA and AVX-512); any other x86-64 has to give them too.
TEST_CASE("the bits are the same on every processor", "[unit][repeat][maths]") {
  uint64_t sum = 0;
  for (int i = 1; i < 4000; ++i) {
    const double x = i * 0.0173;
    sum = sum * 31 + bits_of(rumbo::exp(x - 30));
    sum = sum * 31 + bits_of(rumbo::log(x));
    sum = sum * 31 + bits_of(rumbo::expm1(-x));
    sum = sum * 31 + bits_of(rumbo::log1p(x));
    sum = sum * 31 + bits_of(rumbo::pow(x, 0.77));
    sum = sum * 31 + bits_of(rumbo::normal_cdf(x - 30));
    sum = sum * 31 + bits_of(rumbo::normal_quantile(i / 4000.0));
  }
  CHECK(sum == UINT64_C(0x9aedd2e2cac13024));
}

TEST_CASE("the normal distribution and its inverse", "[unit][maths]") {
  // Right digits: [Abramowitz and Stegun 1964], table 26.1; quantiles of AS 241's own check.
  CHECK(rumbo::normal_cdf(1) == Approx(0.841344746068543).epsilon(0).margin(1e-15));
  CHECK(rumbo::normal_cdf(-2) == Approx(0.0227501319481792).epsilon(0).margin(1e-15));
  CHECK(rumbo::normal_quantile(0.25) == Approx(-0.6744897501960817).epsilon(1e-15));
  CHECK(rumbo::normal_quantile(0.001) == Approx(-3.090232306167814).epsilon(1e-15));
  CHECK(rumbo::normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-14));
  for (int i = 1; i < 1000; ++i) {
    const double p = i / 1000.0;
    CHECK(rumbo::normal_cdf(rumbo::normal_quantile(p)) == Approx(p).epsilon(0).margin(1e-14));
  }
  CHECK(rumbo::normal_quantile(0) == -38);
  CHECK(rumbo::normal_quantile(1) == 38);
}
