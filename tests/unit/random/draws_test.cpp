// Draws: the published numbers, the moments of the distributions, and that the key is all.
#include "engine/random/draws.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

using namespace rumbo;

namespace {

constexpr Purpose reason{123};
constexpr int n_draws = 200000;

struct Moments {
  double mean = 0, variance = 0;
};

Moments moments_of(const std::function<double(uint32_t)>& draw) {
  double sum = 0, squares = 0;
  for (uint32_t i = 0; i < n_draws; ++i) {
    const double x = draw(i);
    sum += x;
    squares += x * x;
  }
  const double mean = sum / n_draws;
  return {mean, squares / n_draws - mean * mean};
}

/// s.e. of the mean: sigma / sqrt(n); of the variance: sigma^2 sqrt((kurtosis - 1) / n).
void check_moments(const Moments& found, double mean, double variance, double kurtosis) {
  CHECK(std::fabs(found.mean - mean) < 4 * std::sqrt(variance / n_draws));
  CHECK(std::fabs(found.variance - variance) < 4 * variance * std::sqrt((kurtosis - 1) / n_draws));
}

}  // namespace

// Known answers of philox4x32 with ten rounds, from kat_vectors of Random123 [Salmon and others
// 2011].
TEST_CASE("draws are the published numbers of Philox4x32-10", "[unit][random]") {
  CHECK(Draws(0, 0).block(0, Month(0), Purpose{0}, 0) ==
        std::array<uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  const uint32_t ones = 0xffffffff;
  CHECK(Draws(ones, ones).block(ones, Month(-1), Purpose{ones}, ones) ==
        std::array<uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(Draws(0xa4093822, 0x299f31d0)
            .block(0x243f6a88, Month(static_cast<int>(0x85a308d3)), Purpose{0x13198a2e},
                   0x03707344) ==
        std::array<uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("each part of the key gives other numbers, and the same key the same", "[unit][random]") {
  const Draws draws(5, 6);
  const auto first = draws.block(1, Month(2), reason, 4);
  CHECK(first == Draws(5, 6).block(1, Month(2), reason, 4));
  CHECK(first != Draws(6, 6).block(1, Month(2), reason, 4));
  CHECK(first != Draws(5, 7).block(1, Month(2), reason, 4));
  CHECK(first != draws.block(2, Month(2), reason, 4));
  CHECK(first != draws.block(1, Month(3), reason, 4));
  CHECK(first != draws.block(1, Month(2), Purpose{124}, 4));
  CHECK(first != draws.block(1, Month(2), reason, 5));
}

TEST_CASE("uniform numbers use 53 bits and stay below one", "[unit][random]") {
  CHECK(unit_interval(0, 0) == 0);
  CHECK(unit_interval(0xffffffff, 0xffffffff) == 1 - 0x1p-53);
  CHECK(unit_interval(0x80000000, 0) == 0.5);
  CHECK(unit_interval(0, 1u << 11) == 0x1p-53);
}

// Seen to fail with -log1p(-u) / 1.02, with a normal of deviation 1.01 and with d = shape - 1/4.
TEST_CASE("distributions have their means and variances", "[unit][statistical][random]") {
  const Draws draws(11, 0);
  const Month month(1800);
  check_moments(moments_of([&](uint32_t i) { return draws.uniform(i, month, reason); }), 0.5,
                1.0 / 12, 1.8);
  check_moments(moments_of([&](uint32_t i) { return draws.exponential(i, month, reason); }), 1, 1,
                9);
  check_moments(moments_of([&](uint32_t i) { return draws.normal(i, month, reason); }), 0, 1, 3);
  for (double shape : {0.3, 0.5, 1.0, 2.5, 20.0}) {
    INFO("gamma of shape " << shape);
    check_moments(moments_of([&](uint32_t i) { return draws.gamma(shape, i, month, reason); }),
                  shape, shape, 3 + 6 / shape);
  }
}

// Largest distance of 200,000 uniforms from their law: 4 s.e. is a Kolmogorov distance of
// 2 / sqrt(n) (probability 0.0007). Seen to fail with numbers that end at 0.99.
TEST_CASE("uniform numbers fill the interval evenly", "[unit][statistical][random]") {
  const Draws draws(12, 3);
  std::vector<int> counts(256);
  for (uint32_t i = 0; i < n_draws; ++i)
    ++counts[static_cast<size_t>(draws.uniform(i, Month(7), reason) * 256)];
  double distance = 0, sum = 0;
  for (size_t k = 0; k < counts.size(); ++k) {
    sum += counts[k];
    distance = std::max(distance, std::fabs(sum / n_draws - static_cast<double>(k + 1) / 256));
  }
  CHECK(distance < 2 / std::sqrt(n_draws));
}
