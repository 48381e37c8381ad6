// Samples of what parameters may be, against posteriors in closed form and known truths.
#include "engine/calibration/posterior.hpp"

#include <Eigen/Dense>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>

#include "engine/base/error.hpp"
#include "engine/calibration/abc.hpp"
#include "tests/support/near.hpp"
#include "tests/unit/calibration/toys.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

/// Three straight surfaces over two parameters, which targets of deviation `deviation` are met by.
struct StraightCase {
  Eigen::Matrix<double, 3, 2> slopes;
  Eigen::Vector2d truth{0.45, 0.6};
  double deviation = 0.05;

  StraightCase() { slopes << 1, 0.5, -0.3, 1, 0.8, 0.8; }

  std::vector<double> means(std::span<const double> x) const {
    const Eigen::Vector3d y = slopes * Eigen::Vector2d(x[0], x[1]);
    return {y[0], y[1], y[2]};
  }
  /// The truth is the mean of the posterior, since targets are met exactly.
  std::vector<Target> targets(double observation_sd, double discrepancy_sd) const {
    const auto y = means(std::span<const double>(truth.data(), 2));
    std::vector<Target> all;
    for (size_t i = 0; i < 3; ++i)
      all.push_back({"y" + std::to_string(i), y[i], observation_sd, discrepancy_sd});
    return all;
  }
  /// Of the posterior, targets having a variance in all.
  Eigen::Matrix2d covariance(double variance) const {
    return (slopes.transpose() * slopes).inverse() * variance;
  }
};

struct WeightedMoments {
  Eigen::Vector2d mean{0, 0};
  Eigen::Matrix2d covariance = Eigen::Matrix2d::Zero();

  /// weights  [sample], or empty: all alike
  WeightedMoments(const std::vector<double>& shares, const std::vector<double>& weights) {
    const size_t n = shares.size() / 2;
    const auto weight = [&](size_t i) { return weights.empty() ? 1.0 / double(n) : weights[i]; };
    for (size_t i = 0; i < n; ++i)
      mean += weight(i) * Eigen::Vector2d(shares[2 * i], shares[2 * i + 1]);
    for (size_t i = 0; i < n; ++i) {
      const Eigen::Vector2d gap = Eigen::Vector2d(shares[2 * i], shares[2 * i + 1]) - mean;
      covariance += weight(i) * gap * gap.transpose();
    }
  }
};

/// Within 4 standard errors of so many independent draws from a normal distribution.
void check_moments(const WeightedMoments& found, const Eigen::Vector2d& mean,
                   const Eigen::Matrix2d& covariance, double n_independent) {
  for (Eigen::Index i = 0; i < 2; ++i) {
    CHECK(found.mean[i] == near(mean[i], 4 * std::sqrt(covariance(i, i) / n_independent)));
    for (Eigen::Index j = 0; j < 2; ++j) {
      const double square =
          covariance(i, i) * covariance(j, j) + covariance(i, j) * covariance(i, j);
      CHECK(found.covariance(i, j) ==
            near(covariance(i, j), 4 * std::sqrt(square / n_independent)));
    }
  }
}

/// Curved surfaces of which one is met along a curve, and two at a point or two.
std::vector<double> curved(std::span<const double> x) {
  return {std::sin(3 * x[0]) + x[1] * x[1], std::exp(x[0]) * (0.5 + x[1])};
}

/// Whether the truth is in the 90% region, of a case that is drawn.
bool holds_truth(uint32_t seed) {
  const Draws draws(seed, 3);
  const auto drawn = [&](uint32_t i) { return draws.normal(i, Month(0), Purpose{202}); };
  const double truth[2] = {draws.uniform(8, Month(0), Purpose{202}),
                           draws.uniform(9, Month(0), Purpose{202})};
  const auto exact = curved(truth);
  Calibration one{toy_parameters(2),
                  {{"first", exact[0] + std::hypot(0.06, 0.04) * drawn(0), 0.06, 0.04},
                   {"second", exact[1] + std::hypot(0.1, 0.05) * drawn(1), 0.1, 0.05}},
                  {.n_points = 20,
                   .most_waves = 2,
                   .emulator = {.n_starts = 1, .most_evaluations = 60},
                   .space = {.n_even = 512, .n_walkers = 60},
                   .seed = seed}};
  if (run_waves(one, noisy(curved, 0.005)) == WavesEnd::nothing_left) return false;
  const std::vector<Wave> waves = waves_of(one);
  const Posterior posterior(waves);
  const auto sample = sample_posterior(posterior, one.waves.back().inside, 2,
                                       {.n_warm_up = 400, .n_kept = 600, .seed = seed});
  return is_in_densest_region(sample, posterior.log_density(truth), 0.9);
}

}  // namespace

// Replicates: noise of 0.06 over four runs is one of 0.03 of their mean.
TEST_CASE("chains give the posterior of a straight simulator", "[unit][calibration]") {
  const StraightCase straight;
  Calibration one{toy_parameters(2),
                  straight.targets(0.03, 0.04),
                  {.n_points = 60,
                   .n_replicates = 4,
                   .most_waves = 1,
                   .n_cautious = 0,
                   .emulator = smooth_emulator(),
                   .seed = 2}};
  const auto means = [&](std::span<const double> x) { return straight.means(x); };
  run_waves(one, noisy(means, 0.06));
  const std::vector<Wave> waves = waves_of(one);
  double variance = 0;
  for (size_t target = 0; target < 3; ++target) {
    const VarianceParts parts = waves[0].at(target, {straight.truth.data(), 2}).variances;
    CHECK(parts.replicates == near(0.03 * 0.03, 0.3 * 0.03 * 0.03));
    CHECK(parts.emulator < 0.2 * parts.replicates);
    variance += parts.sum() / 3;
  }
  const PosteriorSample sample =
      sample_posterior(Posterior(waves), one.waves[0].inside, 2, {.n_kept = 5000});
  CHECK(sample.shares.size() == 4 * 5000 * 2);
  CHECK(sample.log_densities.size() == 4 * 5000);
  for (const double r_hat : sample.r_hats) CHECK(r_hat < 1.03);
  CHECK(sample.share_accepted > 0.1);
  CHECK(sample.share_accepted < 0.6);
  // Emulators of noisy runs are off by up to a third of a deviation; a draw of ten is independent.
  // Of a normal posterior the cut at 3 takes nothing away that would show.
  const WeightedMoments found(sample.shares, {});
  const Eigen::Matrix2d known = straight.covariance(variance);
  for (Eigen::Index i = 0; i < 2; ++i)
    CHECK(found.mean[i] == near(straight.truth[i], 0.5 * std::sqrt(known(i, i))));
  check_moments(found, found.mean, known, 20000 / 40.0);
}

TEST_CASE("chains give the posterior of a simulator without noise", "[unit][calibration]") {
  const StraightCase straight;
  Calibration one{
      toy_parameters(2),
      straight.targets(0.03, 0.04),
      {.n_points = 30, .most_waves = 1, .n_cautious = 0, .emulator = smooth_emulator()}};
  const auto means = [&](std::span<const double> x) { return straight.means(x); };
  run_waves(one, noisy(means, 0));
  const std::vector<Wave> waves = waves_of(one);
  const PosteriorSample sample =
      sample_posterior(Posterior(waves), one.waves[0].inside, 2, {.n_kept = 10000});
  check_moments({sample.shares, {}}, straight.truth, straight.covariance(0.05 * 0.05),
                40000 / 20.0);
  const auto again = sample_posterior(Posterior(waves), one.waves[0].inside, 2, {.n_kept = 10000});
  CHECK(again.shares == sample.shares);
}

// Runs have noise of their own beside the errors that are added: 0.04, 0.03 and 0.05 together.
TEST_CASE("corrected runs give the posterior of a straight simulator", "[unit][calibration]") {
  const StraightCase straight;
  std::vector<double> shares, results;
  const Draws draws(5, 0);
  const auto means = [&](std::span<const double> x) { return straight.means(x); };
  const Simulator simulator = noisy(means, std::sqrt(0.05 * 0.05 - 0.04 * 0.04));
  for (uint32_t run = 0; run < 20000; ++run) {
    const double x[2] = {draws.uniform(run, Month(0), Purpose{203}),
                         draws.uniform(run, Month(0), Purpose{204})};
    shares.insert(shares.end(), x, x + 2);
    const auto y = simulator(x, 0);
    results.insert(results.end(), y.begin(), y.end());
  }
  results[7] = NAN;
  const auto targets = straight.targets(0.04, 0);
  const AbcSample sample = abc_sample(shares, results, 2, targets, {.share_kept = 0.05});
  CHECK(sample.weights.size() == 1000);
  CHECK(sample.n_left_out == 1);
  CHECK(sample.effective > 500);
  check_moments({sample.shares, sample.weights}, straight.truth, straight.covariance(0.05 * 0.05),
                sample.effective);
  // What the correction is for: with ten times as many runs kept the spread hardly grows.
  const AbcSample wide = abc_sample(shares, results, 2, targets, {.share_kept = 0.2});
  const WeightedMoments moments(wide.shares, wide.weights);
  std::vector<double> as_they_were;
  for (const size_t run : wide.runs)
    as_they_were.insert(as_they_were.end(), {shares[2 * run], shares[2 * run + 1]});
  const WeightedMoments raw(as_they_were, wide.weights);
  const Eigen::Matrix2d known = straight.covariance(0.05 * 0.05);
  for (Eigen::Index i = 0; i < 2; ++i) {
    CHECK(moments.covariance(i, i) < 1.5 * known(i, i));
    CHECK(raw.covariance(i, i) > 3 * known(i, i));
  }
}

TEST_CASE("runs that cannot give a sample are refused", "[unit][calibration]") {
  const std::vector<Target> targets{{"a", 1, 1, 0}};
  const std::vector<double> shares(20, 0.5), results(20, 1.0), failed(20, NAN);
  const auto sample = [&](const std::vector<double>& of_runs, double share_kept) {
    return abc_sample(shares, of_runs, 1, targets, {.share_kept = share_kept});
  };
  CHECK_THROWS_WITH(sample(results, 0.1), Contains("2 of 20 runs are near; expected at least 4"));
  CHECK_THROWS_WITH(sample(failed, 1), Contains("no run has a result"));
  CHECK_THROWS_WITH(sample({1, 2}, 1), Contains("do not fit"));
}

// Nine of ten, with a standard error of 3% from 100 cases.
TEST_CASE("the 90% region holds the truth nine times of ten", "[statistical][calibration]") {
  int n_held = 0;
  for (uint32_t seed = 0; seed < 100; ++seed) n_held += holds_truth(seed);
  std::printf("the 90%% region held the truth in %d of 100 cases\n", n_held);
  CHECK(n_held >= 82);
  CHECK(n_held <= 97);
}
