// The emulator, against surfaces that are known, its own definition, and held-out points.
#include "engine/sensitivity/emulator.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/designs/designs.hpp"
#include "engine/random/draws.hpp"
#include "engine/sensitivity/emulator_indices.hpp"
#include "engine/sensitivity/likelihood.hpp"
#include "tests/oracles/known_indices.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;
using oracle::Ishigami;
using test::near;

namespace {

using Surface = std::function<double(std::span<const double>)>;

Design evenly_spread(size_t width, size_t n, uint32_t seed = 1) {
  DesignRequest request{
      .kind = "sobol", .options = {{"samples", {static_cast<double>(n)}}}, .seed = seed};
  for (size_t i = 0; i < width; ++i) request.names.push_back("p" + std::to_string(i));
  return make_design(request);
}

/// Results with normal noise of a deviation.
std::vector<double> observed(const Design& design, const Surface& surface, double noise = 0,
                             uint32_t seed = 1) {
  std::vector<double> results;
  for (uint32_t run = 0; run < design.n_runs(); ++run)
    results.push_back(surface(design.run(run)) +
                      noise * Draws(seed, 7).normal(run, Month(0), Purpose{201}));
  return results;
}

double quadratic(std::span<const double> x) {
  return 2 + 3 * x[0] - 4 * x[0] * x[1] + 5 * x[1] * x[1];
}

constexpr EmulatorMean both_means[2] = {EmulatorMean::constant, EmulatorMean::linear};
constexpr Correlation both_correlations[2] = {Correlation::matern_52,
                                              Correlation::squared_exponential};

}  // namespace

TEST_CASE("correlations fall as their formulas say", "[unit][sensitivity]") {
  const double squared[3] = {0, 0.25, 4};
  double found[3], slopes[3], above[3], below[3];
  correlate(Correlation::matern_52, squared, found, slopes);
  const auto matern = [](double r) {
    return (1 + std::sqrt(5) * r + 5 * r * r / 3) * std::exp(-std::sqrt(5) * r);
  };
  for (int i = 0; i < 3; ++i) CHECK(found[i] == near(matern(std::sqrt(squared[i])), 1e-14));
  correlate(Correlation::squared_exponential, squared, found);
  for (int i = 0; i < 3; ++i) CHECK(found[i] == near(std::exp(-squared[i] / 2), 1e-14));
  for (const Correlation correlation : both_correlations) {
    correlate(correlation, squared, found, slopes);
    const double more[3] = {1e-6, 0.25 + 1e-6, 4 + 1e-6}, less[3] = {0, 0.25 - 1e-6, 4 - 1e-6};
    correlate(correlation, more, above);
    correlate(correlation, less, below);
    for (int i = 1; i < 3; ++i) CHECK(slopes[i] == near((above[i] - below[i]) / 2e-6, 1e-8));
  }
}

// The restricted likelihood in its textbook form, by inverses and determinants.
TEST_CASE("the likelihood of scales is that of its definition", "[unit][sensitivity]") {
  const Design design = evenly_spread(2, 12);
  const auto results = observed(design, quadratic, 0.3);
  const EmulatorInputs inputs(design, results, EmulatorMean::linear);
  const EmulatorLikelihood likelihood(inputs, {.mean = EmulatorMean::linear});
  const auto by_definition = [&](const std::vector<double>& logarithms) {
    const Eigen::Index n = inputs.points.rows();
    Eigen::MatrixXd c(n, n);
    for (Eigen::Index a = 0; a < n; ++a)
      for (Eigen::Index b = 0; b < n; ++b) {
        double r2 = 0;
        for (Eigen::Index i = 0; i < 2; ++i)
          r2 += std::pow((inputs.points(a, i) - inputs.points(b, i)) / std::exp(logarithms[i]), 2);
        const double s = std::sqrt(5 * r2);
        c(a, b) = (1 + s + s * s / 3) * std::exp(-s) + (a == b ? std::exp(logarithms[2]) : 0);
      }
    const Eigen::MatrixXd h = columns_of_mean(EmulatorMean::linear, inputs.points), k = c.inverse();
    const Eigen::MatrixXd m = h.transpose() * k * h,
                          p = k - k * h * m.inverse() * h.transpose() * k;
    const double variance = inputs.results.dot(p * inputs.results) / (12 - 3);
    double prior = 0;
    for (int i = 0; i < 2; ++i)
      prior -= std::pow((logarithms[i] - std::log(2) / 2) / deviation_of_log_length, 2) / 2;
    return -0.5 * (9 * std::log(variance) + std::log(c.determinant()) + std::log(m.determinant())) +
           prior;
  };
  for (const std::vector<double>& at :
       {std::vector<double>{-1, 0.5, -2}, std::vector<double>{0.7, -0.3, 0.1}})
    CHECK(likelihood(at, {}) == near(by_definition(at), 1e-9));
}

TEST_CASE("the likelihood grows the way that its gradient says", "[unit][sensitivity]") {
  const Design design = evenly_spread(3, 25);
  const auto results = observed(design, Ishigami::of, 0.5);
  for (const Correlation correlation : both_correlations)
    for (const EmulatorMean mean : both_means) {
      const EmulatorInputs inputs(design, results, mean);
      const EmulatorLikelihood likelihood(inputs, {.correlation = correlation, .mean = mean});
      std::vector<double> at{-0.7, 0.2, -1.1, -2.5}, gradient(4);
      likelihood(at, gradient);
      for (size_t i = 0; i < 4; ++i) {
        auto above = at, below = at;
        above[i] += 1e-5;
        below[i] -= 1e-5;
        CHECK(gradient[i] == near((likelihood(above, {}) - likelihood(below, {})) / 2e-5, 1e-5));
      }
    }
}

TEST_CASE("an emulator reproduces a quadratic surface", "[unit][sensitivity]") {
  const Design design = evenly_spread(2, 40), elsewhere = evenly_spread(2, 200, 5);
  const auto results = observed(design, quadratic);
  for (const Correlation correlation : both_correlations)
    for (const EmulatorMean mean : both_means) {
      const auto emulator =
          Emulator::fit(design, results, {.correlation = correlation, .mean = mean});
      // Results have deviation 1.5: a few thousandths of it where Matern's is used.
      const double tolerance = correlation == Correlation::matern_52 ? 0.03 : 0.003;
      const auto means = emulator.means(elsewhere.values);
      for (size_t i = 0; i < 200; ++i) {
        CHECK(means[i] == near(quadratic(elsewhere.run(i)), tolerance));
        CHECK(emulator.predict(elsewhere.run(i)).mean == near(means[i], 1e-6));
      }
      CHECK(emulator.leave_one_out().q2 > 0.9995);
      CHECK(std::sqrt(emulator.noise_variance()) < 0.01);
      CHECK(emulator.predict(design.run(7)).mean == near(results[7], 0.01));
    }
}

TEST_CASE("a linear mean alone reproduces a straight line", "[unit][sensitivity]") {
  const auto line = [](std::span<const double> x) { return 1 + 2 * x[0] - 3 * x[1]; };
  const Design design = evenly_spread(2, 16);
  const auto emulator =
      Emulator::fit(design, observed(design, line), {.mean = EmulatorMean::linear});
  const double far[2] = {2, -1};
  CHECK(emulator.predict(far).mean == near(8, 1e-5));
}

// Four sets of 200 runs: one set holds a share with a standard deviation of 0.035 about 0.89.
TEST_CASE("intervals of an emulator hold as many new results as they say", "[unit][sensitivity]") {
  constexpr double noise = 1;
  constexpr size_t n_new = 400;
  constexpr uint32_t n_sets = 4;
  double inside = 0, found_noise = 0, squares = 0;
  LeaveOneOut mean;
  for (uint32_t set = 0; set < n_sets; ++set) {
    const Design design = evenly_spread(3, 200, set), elsewhere = evenly_spread(3, n_new, set + 50);
    const auto emulator = Emulator::fit(design, observed(design, Ishigami::of, noise, set));
    const auto fresh = observed(elsewhere, Ishigami::of, noise, set + 50);
    for (size_t i = 0; i < n_new; ++i) {
      const auto said = emulator.predict(elsewhere.run(i));
      const double error = fresh[i] - said.mean;
      const double deviation = std::sqrt(said.variance + emulator.noise_variance());
      inside += (std::fabs(error) < 1.645 * deviation) / double{n_new} / n_sets;
      squares += error * error / double{n_new} / n_sets;
    }
    found_noise += std::sqrt(emulator.noise_variance()) / n_sets;
    const auto known = emulator.leave_one_out();
    mean.rmse += known.rmse / n_sets;
    mean.q2 += known.q2 / n_sets;
    mean.share_in_90 += known.share_in_90 / n_sets;
  }
  CHECK(inside == near(0.9, 0.05));
  CHECK(mean.share_in_90 == near(0.9, 0.05));
  // Noise is told apart from the surface: its deviation of 1 scatters by 0.17 between sets.
  CHECK(found_noise == near(noise, 0.3));
  // A point left out of those that lie evenly leaves a hole, so that errors are somewhat larger.
  CHECK(mean.rmse > std::sqrt(squares));
  CHECK(mean.rmse < 1.3 * std::sqrt(squares));
  CHECK(mean.q2 == near(1 - mean.rmse * mean.rmse / (Ishigami::variance + 1), 0.02));
}

TEST_CASE("replicates tell an emulator the noise", "[unit][sensitivity]") {
  Design design = evenly_spread(2, 30);
  const auto once = design.values;
  for (int again = 0; again < 4; ++again)
    design.values.insert(design.values.end(), once.begin(), once.end());
  const auto rough = [](std::span<const double> x) { return std::sin(12 * x[0]) + x[1]; };
  const auto emulator = Emulator::fit(design, observed(design, rough, 0.5));
  // 120 degrees of freedom within points: s.e. of the deviation 0.03.
  CHECK(std::sqrt(emulator.noise_variance()) == near(0.5, 0.12));
}

// Held out in earnest, with the same scales: closed form and definition agree.
TEST_CASE("leaving one out in closed form is leaving one out", "[unit][sensitivity]") {
  const Design design = evenly_spread(3, 20);
  const auto results = observed(design, Ishigami::of, 0.5);
  const EmulatorScales scales{{0.6, 0.4, 1.2}, 0.05};
  for (const EmulatorMean mean : both_means) {
    const EmulatorOptions options{.mean = mean};
    const auto known = Emulator(design, results, scales, options).leave_one_out();
    double squares = 0;
    for (size_t run : {0, 7, 19}) {
      auto others = results;
      others[run] = std::numeric_limits<double>::quiet_NaN();
      const Emulator without(design, others, scales, options);
      CHECK(without.n_left_out() == 1);
      const auto predicted = without.predict(design.run(run));
      CHECK(known.errors[run] == near(results[run] - predicted.mean, 1e-9));
      // The variance was estimated from other runs: compared as multiples of it.
      const Emulator all(design, results, scales, options);
      CHECK((predicted.variance + without.noise_variance()) / without.noise_variance() ==
            near(known.deviations[run] * known.deviations[run] / all.noise_variance(), 1e-8));
    }
    for (const double error : known.errors) squares += error * error;
    CHECK(known.rmse == near(std::sqrt(squares / 20), 1e-12));
  }
}

TEST_CASE("Sobol indices of an emulator come near those of the surface", "[unit][sensitivity]") {
  const Design design = evenly_spread(3, 200);
  const auto emulator = Emulator::fit(design, observed(design, Ishigami::of),
                                      {.correlation = Correlation::squared_exponential});
  const auto found = emulator_indices(emulator, {.has_second_order = true});
  for (size_t i = 0; i < 3; ++i) {
    CHECK(found.first[i].value == near(Ishigami::first[i], 0.02));
    CHECK(found.total[i].value == near(Ishigami::total[i], 0.02));
    CHECK(std::isnan(found.first[i].interval.low));
  }
  CHECK(found.pairs[1].share.value == near(Ishigami::total[2], 0.02));
}

TEST_CASE("an emulator takes values in any unit", "[unit][sensitivity]") {
  Design design = evenly_spread(2, 30);
  const auto results = observed(design, quadratic);
  design.are_shares = false;
  for (size_t run = 0; run < design.n_runs(); ++run) {
    design.values[2 * run] = 1000 + 500 * design.values[2 * run];
    design.values[2 * run + 1] *= -1e-3;
  }
  const auto emulator = Emulator::fit(design, results);
  const double shares[2] = {0.3, 0.6}, point[2] = {1150, -0.6e-3};
  CHECK(emulator.predict(point).mean == near(quadratic(shares), 0.03));
  // A quarter of the variance or so belongs to each alone, whatever the units.
  const auto indices = emulator_indices(emulator, {.n_samples = 512});
  CHECK(indices.mean == near(2 + 1.5 - 1 + 5.0 / 3, 0.15));
}

TEST_CASE("the same runs give the same emulator", "[unit][sensitivity]") {
  const Design design = evenly_spread(3, 30);
  const auto results = observed(design, Ishigami::of, 0.5);
  const auto one = Emulator::fit(design, results), other = Emulator::fit(design, results);
  CHECK(one.scales().lengths == other.scales().lengths);
  CHECK(one.scales().nugget == other.scales().nugget);
}

// The second parameter of the Ishigami function is a wave of two periods, which no gradient shows
// from where lengths are long.
TEST_CASE("an emulator finds which of many parameters matter", "[unit][sensitivity]") {
  const Design design = evenly_spread(16, 200);
  const auto emulator = Emulator::fit(design, observed(design, Ishigami::of, 0.2), {.n_starts = 1});
  CHECK(emulator.leave_one_out().q2 > 0.9);
  for (size_t i = 0; i < 3; ++i) CHECK(emulator.scales().lengths[i] < 1.5);
  for (size_t i = 3; i < 16; ++i) CHECK(emulator.scales().lengths[i] > 3);
  const auto found = emulator_indices(emulator, {.n_samples = 1024});
  for (size_t i = 0; i < 3; ++i) CHECK(found.total[i].value == near(Ishigami::total[i], 0.05));
}

TEST_CASE("an emulator refuses what it cannot be made of", "[unit][sensitivity]") {
  const auto said = [](const Design& design, const std::vector<double>& results,
                       EmulatorMean mean = EmulatorMean::constant) -> std::string {
    try {
      Emulator::fit(design, results, {.mean = mean});
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  };
  Design design = evenly_spread(4, 7);
  const auto results = observed(design, quadratic);
  CHECK_THAT(said(design, results, EmulatorMean::linear),
             Contains("7 runs with a result; expected 8 to 2000 for a mean of 5 numbers"));
  CHECK_THAT(said(design, std::vector<double>(7, 2)), Contains("the result is the same"));
  const Design large = evenly_spread(1, 2001);
  CHECK_THAT(said(large, observed(large, [](auto x) { return x[0]; })),
             Contains("2001 runs with a result; expected 4 to 2000"));
  CHECK_THAT(said(design, {1, 2}), Contains("2 results; the design has 7 runs"));
  design.are_shares = false;
  for (size_t run = 0; run < 7; ++run) design.values[4 * run + 2] = 5;
  CHECK_THAT(said(design, results), Contains("parameter 'p2' is the same in all runs"));
}
