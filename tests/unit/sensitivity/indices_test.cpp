// Elementary effects, Sobol indices and regression, against functions whose answers are known.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "engine/designs/designs.hpp"
#include "engine/random/draws.hpp"
#include "engine/sensitivity/elementary_effects.hpp"
#include "engine/sensitivity/regression.hpp"
#include "engine/sensitivity/sobol_indices.hpp"
#include "tests/oracles/known_indices.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;
using oracle::Ishigami;
using test::near;

namespace {

constexpr double failed = std::numeric_limits<double>::quiet_NaN();

Design design_of(const std::string& kind, size_t width,
                 std::map<std::string, std::vector<double>> options, uint32_t seed = 1) {
  DesignRequest request{.kind = kind, .options = std::move(options), .seed = seed};
  for (size_t i = 0; i < width; ++i) request.names.push_back("p" + std::to_string(i));
  return make_design(request);
}

template <class Function>
std::vector<double> results_of(const Design& design, const Function& function) {
  std::vector<double> results;
  for (size_t run = 0; run < design.n_runs(); ++run) results.push_back(function(design.run(run)));
  return results;
}

/// 3 + 4 a - 2 b + 0 c: of variance (16 + 4) / 12 over the unit cube.
double straight(std::span<const double> x) {
  return 3 + 4 * x[0] - 2 * x[1];
}

bool holds(const Estimate& estimate, double value) {
  return estimate.interval.low <= value && value <= estimate.interval.high;
}

std::string mistake_in(const std::function<void()>& action) {
  try {
    action();
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("elementary effects of a straight line are its slopes", "[unit][sensitivity]") {
  const Design design = design_of("morris", 3, {{"trajectories", {10}}});
  const auto effects = elementary_effects(design, results_of(design, straight));
  const double slopes[3] = {4, -2, 0};
  for (size_t i = 0; i < 3; ++i) {
    CHECK(effects[i].mean.value == near(slopes[i], 1e-12));
    CHECK(effects[i].mean_absolute.value == near(std::fabs(slopes[i]), 1e-12));
    CHECK(effects[i].deviation.value == near(0, 1e-12));
    CHECK(effects[i].mean.interval.low == near(slopes[i], 1e-12));
    CHECK(effects[i].n_effects == 10);
  }
}

// With levels 0, 1/3, 2/3, 1 and a step of 2/3 the effects of a b are the values of the other: each
// of four levels as often. Of a^2 they are 2/3 (from 0 to 2/3) or 4/3 (from 1/3 to 1).
TEST_CASE("elementary effects tell what is not linear or not alone", "[unit][sensitivity]") {
  const Design design = design_of("morris", 3, {{"trajectories", {4000}}});
  const auto function = [](std::span<const double> x) { return x[0] * x[1] + x[2] * x[2] - x[1]; };
  const auto effects = elementary_effects(design, results_of(design, function),
                                          {.n_resamples = 200, .level = 0.9999});
  const double spread = std::sqrt(5.0 / 36);  // of the four levels
  const double expected[3][3] = {{0.5, 0.5, spread}, {-0.5, 0.5, spread}, {1, 1, 1.0 / 3}};
  for (size_t i = 0; i < 3; ++i) {
    INFO(i);
    // s.e. of a mean of 4000 effects: below 0.006; of their deviation: below 0.004.
    CHECK(effects[i].mean.value == near(expected[i][0], 0.024));
    CHECK(effects[i].mean_absolute.value == near(expected[i][1], 0.024));
    CHECK(effects[i].deviation.value == near(expected[i][2], 0.016));
    CHECK(holds(effects[i].mean, expected[i][0]));
    CHECK(holds(effects[i].mean_absolute, expected[i][1]));
    CHECK(effects[i].mean.interval.high - effects[i].mean.interval.low < 0.06);
  }
}

TEST_CASE("effects that need a failed run are left out and counted", "[unit][sensitivity]") {
  const Design design = design_of("morris", 2, {{"trajectories", {6}}});
  const auto slope = [](std::span<const double> x) { return 4 * x[0] - 2 * x[1]; };
  auto results = results_of(design, slope);
  results[1] = failed;                                   // both effects of the first trajectory
  results[3] = std::numeric_limits<double>::infinity();  // the first effect of the second
  const auto effects = elementary_effects(design, results);
  CHECK(effects[0].n_effects + effects[1].n_effects == 9);
  CHECK(effects[0].mean.value == near(4, 1e-12));
  CHECK(effects[1].mean.value == near(-2, 1e-12));
  for (double& y : results) y = failed;
  const auto none = elementary_effects(design, results);
  CHECK(std::isnan(none[0].mean.value));
  CHECK(std::isnan(none[0].deviation.interval.low));
}

TEST_CASE("Sobol indices of the Ishigami function are the known ones", "[unit][sensitivity]") {
  const Design design = design_of("saltelli", 3, {{"samples", {4096}}, {"second_order", {1}}});
  const auto found = sobol_indices(design, results_of(design, Ishigami::of));
  CHECK(found.mean == near(Ishigami::mean, 0.02));
  CHECK(found.variance == Approx(Ishigami::variance).epsilon(0.01));
  CHECK(found.n_samples == 4096);
  for (size_t i = 0; i < 3; ++i) {
    INFO(i);
    CHECK(found.first[i].value == near(Ishigami::first[i], 0.01));
    CHECK(found.total[i].value == near(Ishigami::total[i], 0.01));
    CHECK(holds(found.first[i], Ishigami::first[i]));
    CHECK(holds(found.total[i], Ishigami::total[i]));
    CHECK(found.first[i].interval.high - found.first[i].interval.low < 0.15);
    CHECK(holds(found.first[i], found.first[i].value));
  }
  REQUIRE(found.pairs.size() == 3);
  const double pairs[3] = {0, Ishigami::total[2], 0};  // (1, 2), (1, 3), (2, 3)
  for (size_t pair = 0; pair < 3; ++pair) {
    CHECK(found.pairs[pair].share.value == near(pairs[pair], 0.02));
    CHECK(holds(found.pairs[pair].share, pairs[pair]));
  }
  CHECK((found.pairs[1].first == 0 && found.pairs[1].second == 2));
}

TEST_CASE("Sobol indices of the g function are the known ones", "[unit][sensitivity]") {
  const oracle::SobolG g{{0, 1, 4.5, 9, 99, 99, 99, 99}};
  const Design design = design_of("saltelli", 8, {{"samples", {4096}}});
  const auto found =
      sobol_indices(design, results_of(design, [&](auto shares) { return g.of(shares); }));
  for (size_t i = 0; i < 8; ++i) {
    INFO(i);
    CHECK(found.first[i].value == near(g.first(i), 0.01));
    CHECK(found.total[i].value == near(g.total(i), 0.01));
    CHECK(holds(found.first[i], g.first(i)));
  }
  CHECK(found.pairs.empty());
}

TEST_CASE("Sobol indices do not depend on where the result's zero is", "[unit][sensitivity]") {
  const Design design = design_of("saltelli", 3, {{"samples", {256}}, {"second_order", {1}}});
  const auto high = [](auto shares) { return straight(shares) + 1e6; };
  const auto found = sobol_indices(design, results_of(design, straight));
  const auto moved = sobol_indices(design, results_of(design, high));
  // Shares of the variance of a straight line: squared slopes.
  const double shares[3] = {0.8, 0.2, 0};
  for (size_t i = 0; i < 3; ++i) {
    CHECK(found.first[i].value == near(shares[i], 0.01));
    CHECK(found.total[i].value == near(shares[i], 0.01));
    CHECK(moved.first[i].value == near(found.first[i].value, 1e-6));
    CHECK(moved.pairs[i].share.value == near(0, 0.01));
  }
}

TEST_CASE("a base sample with a failed run is left out of Sobol indices", "[unit][sensitivity]") {
  const Design design = design_of("saltelli", 3, {{"samples", {64}}});
  const Design smaller = design_of("saltelli", 3, {{"samples", {63}}});
  auto results = results_of(design, Ishigami::of);
  const auto without_last = sobol_indices(smaller, results_of(smaller, Ishigami::of));
  results[63 * 5 + 2] = -std::numeric_limits<double>::infinity();
  const auto found = sobol_indices(design, results);
  CHECK(found.n_left_out == 1);
  CHECK(found.n_samples == 63);
  CHECK(found.variance == without_last.variance);
  for (size_t i = 0; i < 3; ++i) {
    CHECK(found.first[i].value == without_last.first[i].value);
    CHECK(found.total[i].interval.low == without_last.total[i].interval.low);
  }
  for (size_t run = 5; run < results.size(); run += 5) results[run] = failed;
  CHECK_THAT(mistake_in([&] { sobol_indices(design, results); }),
             Contains("1 of 64 base samples have all their results; expected at least 2"));
}

TEST_CASE("a result that never changes has no Sobol indices", "[unit][sensitivity]") {
  const Design design = design_of("saltelli", 2, {{"samples", {8}}});
  const auto found = sobol_indices(design, std::vector<double>(design.n_runs(), 5));
  CHECK(found.variance == 0);
  CHECK(std::isnan(found.first[0].value));
  CHECK(std::isnan(found.first[0].interval.low));
}

TEST_CASE("analyses refuse designs and results that are not theirs", "[unit][sensitivity]") {
  const Design sobol = design_of("sobol", 2, {{"samples", {8}}});
  const Design morris = design_of("morris", 2, {{"trajectories", {2}}});
  const std::vector<double> results(8);
  CHECK_THAT(mistake_in([&] { sobol_indices(sobol, results); }),
             Contains("a design of kind sobol; expected saltelli"));
  CHECK_THAT(mistake_in([&] { elementary_effects(sobol, results); }), Contains("expected morris"));
  CHECK_THAT(mistake_in([&] { elementary_effects(morris, results); }),
             Contains("8 results; the design has 6 runs"));
}

TEST_CASE("bootstrap intervals hold the mean as often as they say", "[unit][sensitivity]") {
  constexpr size_t n = 40, n_trials = 400;
  const Draws draws(11, 0);
  size_t n_held = 0;
  for (uint32_t trial = 0; trial < n_trials; ++trial) {
    std::vector<double> x(n);
    for (uint32_t i = 0; i < n; ++i) x[i] = draws.normal(trial, Month(0), Purpose{200}, i);
    const auto means = bootstrap(n, 1, {.n_resamples = 400, .level = 0.9, .seed = trial},
                                 [&](auto units, auto found) {
                                   found[0] = 0;
                                   for (const size_t unit : units) found[0] += x[unit] / n;
                                 });
    n_held += holds(means[0], 0);
  }
  // s.e. of the share is 0.015; percentile intervals of 40 are narrow by the factor sqrt(39 / 40).
  CHECK(static_cast<double>(n_held) / n_trials == near(0.89, 0.06));
}

TEST_CASE("a regression finds a straight line", "[unit][sensitivity]") {
  const Design design = design_of("latin_hypercube", 3, {{"samples", {200}}});
  const auto found = regression(design, results_of(design, straight));
  // Standard deviations of the columns are those of strata, the same for all.
  const double scale = std::sqrt(20.0);
  CHECK(found.coefficients[0].value == near(4 / scale, 0.05));
  CHECK(found.coefficients[1].value == near(-2 / scale, 0.05));
  CHECK(found.coefficients[0].value / found.coefficients[1].value == near(-2, 0.01));
  CHECK(found.coefficients[2].value == near(0, 1e-12));
  CHECK(found.r2 == near(1, 1e-12));
}

// y = a + noise of deviation s: R^2 = var(a) / (var(a) + s^2), coefficient its root.
TEST_CASE("intervals of a regression hold the truth as often as they say", "[unit][sensitivity]") {
  constexpr int n_trials = 400, n = 30;
  const double deviation = 1 / std::sqrt(12.0);
  int n_held = 0;
  double r2 = 0, adjusted = 0;
  for (uint32_t trial = 0; trial < n_trials; ++trial) {
    const Design design = design_of("latin_hypercube", 3, {{"samples", {n}}}, trial);
    auto results = results_of(design, [](auto x) { return x[0]; });
    for (uint32_t i = 0; i < n; ++i)
      results[i] += deviation * Draws(trial, 0).normal(i, Month(0), Purpose{200});
    const auto found = regression(design, results, 0.9);
    n_held += holds(found.coefficients[1], 0);
    r2 += found.r2 / n_trials;
    adjusted += found.adjusted_r2 / n_trials;
  }
  CHECK(n_held == near(0.9 * n_trials, 4 * std::sqrt(0.09 * n_trials)));
  CHECK(adjusted == near(0.5, 0.03));
  CHECK(r2 > adjusted + 0.03);
}

TEST_CASE("a regression leaves failed runs out and refuses too few", "[unit][sensitivity]") {
  const Design design = design_of("sobol", 3, {{"samples", {8}}});
  auto results = results_of(design, Ishigami::of);
  results[2] = failed;
  CHECK(regression(design, results).n_left_out == 1);
  CHECK(regression(design, results).n_runs == 7);
  for (size_t run : {0, 1, 3, 4}) results[run] = failed;
  CHECK_THAT(mistake_in([&] { regression(design, results); }),
             Contains("3 runs with a result; expected at least 5 for 3 parameters"));
}

TEST_CASE("a regression refuses parameters that do not change by themselves",
          "[unit][sensitivity]") {
  Design design = design_of("sobol", 2, {{"samples", {16}}});
  const auto results = results_of(design, [](auto x) { return x[0]; });
  for (size_t run = 0; run < 16; ++run) design.values[2 * run + 1] = 1 - design.values[2 * run];
  CHECK_THAT(mistake_in([&] { regression(design, results); }),
             Contains("of 2 parameters only 1 change"));
  for (size_t run = 0; run < 16; ++run) design.values[2 * run + 1] = 0.3;
  CHECK_THAT(mistake_in([&] { regression(design, results); }),
             Contains("parameter 'p1' is the same in all runs"));
}

// Tables of Student's distribution.
TEST_CASE("quantiles of Student's distribution are those of tables", "[unit][sensitivity]") {
  CHECK(student_quantile(0.975, 10) == near(2.228139, 1e-4));
  CHECK(student_quantile(0.95, 5) == near(2.015048, 1e-3));
  CHECK(student_quantile(0.995, 30) == near(2.749996, 1e-5));
  CHECK(student_quantile(0.025, 3) == Approx(-3.182446).epsilon(0.01));
}
