// Sensitivity measures of a few made-up numbers, against their definitions written out plainly.
#include <Eigen/Dense>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/designs/design.hpp"
#include "engine/random/draws.hpp"
#include "engine/sensitivity/elementary_effects.hpp"
#include "engine/sensitivity/regression.hpp"
#include "engine/sensitivity/sobol_indices.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using test::near;

namespace {

/// Numbers without meaning, so that no formula is right by chance.
std::vector<double> made_up(size_t n, uint32_t subject) {
  std::vector<double> numbers;
  for (uint32_t i = 0; i < n; ++i)
    numbers.push_back(3 + Draws(17, 0).normal(subject, Month(0), Purpose{202}, i));
  return numbers;
}

}  // namespace

// Two trajectories: effects of a are (5 - 1) / 0.5 and (0 - 1) / -0.5, of b (2 - 5) / -0.5 and
// (4 - 0) / 0.5.
TEST_CASE("elementary effects are those worked out by hand", "[unit][sensitivity]") {
  const Design design{.kind = "morris",
                      .names = {"a", "b"},
                      .values = {0, 0.5, 0.5, 0.5, 0.5, 0, 1, 0, 0.5, 0, 0.5, 0.5},
                      .layout = DesignLayout::trajectories,
                      .n_groups = 2};
  const std::vector<double> results{1, 5, 2, 1, 0, 4};
  const auto effects = elementary_effects(design, results, {.n_resamples = 200});
  CHECK(effects[0].mean.value == near(5, 1e-12));
  CHECK(effects[0].mean_absolute.value == near(5, 1e-12));
  CHECK(effects[0].deviation.value == near(std::sqrt(18), 1e-12));
  CHECK(effects[1].mean.value == near(7, 1e-12));
  CHECK(effects[1].deviation.value == near(std::sqrt(2), 1e-12));
  // Of two trajectories a resample has either twice, or both.
  CHECK(effects[0].mean.interval.low == near(2, 1e-12));
  CHECK(effects[0].mean.interval.high == near(8, 1e-12));
}

TEST_CASE("Sobol indices are those of their definitions", "[unit][sensitivity]") {
  constexpr size_t n = 5, k = 3;
  const SaltelliRows rows{k, true};
  const Design design{.kind = "saltelli",
                      .names = {"a", "b", "c"},
                      .values = std::vector<double>(n * rows.per_sample() * k),
                      .layout = DesignLayout::saltelli,
                      .n_groups = n,
                      .has_second_order = true};
  const auto y = made_up(design.n_runs(), 1);
  double mean = 0, variance = 0;
  for (size_t s = 0; s < n; ++s) mean += (y[rows.a(s)] + y[rows.b(s)]) / (2 * n);
  for (size_t s = 0; s < n; ++s)
    variance += (std::pow(y[rows.a(s)] - mean, 2) + std::pow(y[rows.b(s)] - mean, 2)) / (2 * n - 1);
  double first[k]{}, total[k]{};
  for (size_t i = 0; i < k; ++i)
    for (size_t s = 0; s < n; ++s) {
      const double mixed = y[rows.a_with_b(s, i)];
      first[i] += (y[rows.b(s)] - mean) * (mixed - y[rows.a(s)]) / n / variance;
      total[i] += std::pow(y[rows.a(s)] - mixed, 2) / (2 * n) / variance;
    }
  const auto found = sobol_indices(design, y, {.n_resamples = 0});
  CHECK(found.mean == near(mean, 1e-12));
  CHECK(found.variance == near(variance, 1e-12));
  for (size_t i = 0; i < k; ++i) {
    CHECK(found.first[i].value == near(first[i], 1e-12));
    CHECK(found.total[i].value == near(total[i], 1e-12));
  }
  REQUIRE(found.pairs.size() == 3);
  for (const auto& [i, j, share] : found.pairs) {
    double closed = 0;
    for (size_t s = 0; s < n; ++s)
      closed += ((y[rows.b_with_a(s, i)] - mean) * (y[rows.a_with_b(s, j)] - mean) -
                 (y[rows.a(s)] - mean) * (y[rows.b(s)] - mean)) /
                n / variance;
    CHECK(share.value == near(closed - first[i] - first[j], 1e-12));
  }
}

// By the normal equations; the second parameter goes along with the first, so that the order in
// which columns are taken is not that of the parameters.
TEST_CASE("a regression is that of the normal equations", "[unit][sensitivity]") {
  constexpr Eigen::Index n = 9, k = 3;
  const auto a = made_up(n, 2), b = made_up(n, 3), c = made_up(n, 4), results = made_up(n, 5);
  Design design{.kind = "file", .names = {"a", "b", "c"}, .are_shares = false};
  Eigen::MatrixXd x(n, k + 1);
  for (Eigen::Index row = 0; row < n; ++row) {
    x.row(row) << 1, a[row], a[row] + 0.3 * b[row], 100 * c[row];
    for (Eigen::Index i = 1; i <= k; ++i) design.values.push_back(x(row, i));
  }
  const Eigen::Map<const Eigen::VectorXd> y(results.data(), n);
  const Eigen::MatrixXd inverse = (x.transpose() * x).inverse();
  const Eigen::VectorXd slopes = inverse * x.transpose() * y;
  const double left = (y - x * slopes).squaredNorm();
  const double whole = (y.array() - y.mean()).square().sum();
  const auto found = regression(design, results, 0.9);
  CHECK(found.r2 == near(1 - left / whole, 1e-10));
  CHECK(found.adjusted_r2 == near(1 - left / (n - k - 1) / (whole / (n - 1)), 1e-10));
  for (Eigen::Index i = 1; i <= k; ++i) {
    const double scale = std::sqrt((x.col(i).array() - x.col(i).mean()).square().sum() / whole);
    const double error = std::sqrt(left / (n - k - 1) * inverse(i, i));
    const auto& [value, interval] = found.coefficients[static_cast<size_t>(i - 1)];
    CHECK(value == near(slopes[i] * scale, 1e-9));
    // Student's t of 5 degrees of freedom is 2.015048 at 95%.
    CHECK(interval.high - value == Approx(2.015048 * error * scale).epsilon(1e-3));
    CHECK(value - interval.low == Approx(interval.high - value));
  }
}
