// Intervals that allow for single persons: closed forms, and coverage in made-up experiments.
#include "tools/rumbo/rare_counts.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "tools/rumbo/effect.hpp"

using namespace rumbo;

TEST_CASE("the interval of a Poisson count is the exact one", "[theory][tools]") {
  // None seen: P(0) = exp(-high) = 0.05.
  CHECK(poisson_interval(0, 0.9).low == 0);
  CHECK(poisson_interval(0, 0.9).high == Approx(-std::log(0.05)).epsilon(1e-9));
  // One seen: P(at least 1) = 1 - exp(-low) = 0.05; P(at most 1) = exp(-high) (1 + high) = 0.05.
  const Interval one = poisson_interval(1, 0.9);
  CHECK(one.low == Approx(-std::log(0.95)).epsilon(1e-9));
  CHECK(std::exp(-one.high) * (1 + one.high) == Approx(0.05).epsilon(1e-9));
}

// Seen to fail: the quantile of a count beyond reason did not end, and the comparison with it.
TEST_CASE("the interval of a large Poisson count is that of Cornish and Fisher",
          "[theory][tools]") {
  // Limits of a count x at z: x + z sqrt(x) + (z^2 - 1) / 3, and one event more for the upper one;
  // what is left out is of order z^3 / sqrt(x).
  const double z = 1.6448536269514722;
  for (const double x : {9.9e5, 1.1e6, 1e9, 1e12}) {
    const Interval found = poisson_interval(x, 0.9);
    CHECK(found.low == Approx(x - z * std::sqrt(x) + (z * z - 1) / 3).margin(0.01 + 1e-12 * x));
    const double more = x + 1;
    CHECK(found.high ==
          Approx(more + z * std::sqrt(more) + (z * z - 1) / 3).margin(0.01 + 1e-12 * x));
  }
  CHECK(std::isfinite(poisson_interval(1e300, 0.9).high));
}

TEST_CASE("no difference in n replicates leaves room for 3 / n persons", "[theory][tools]") {
  const std::vector<double> none(10, 0.0);
  const Interval interval = interval_of_persons(none, 1000, 0.9);
  CHECK(interval.high == Approx(-std::log(0.05) * 100).epsilon(1e-9));
  CHECK(interval.low == Approx(-interval.high).epsilon(1e-12));
}

namespace {

/// How often the 90% interval of the mean difference holds the truth. In each replicate `more`
/// persons on average do something in the scenario only, and `fewer` in the baseline only.
double coverage(double more, double fewer, size_t n, size_t experiments, uint32_t seed) {
  constexpr double person = 1000;
  std::mt19937 random(seed);
  std::poisson_distribution<int> gained(more), lost(fewer > 0 ? fewer : 1);
  size_t held = 0;
  for (size_t experiment = 0; experiment < experiments; ++experiment) {
    std::vector<double> baseline, scenario;
    for (size_t i = 0; i < n; ++i) {
      baseline.push_back(50 * person);
      const int net = gained(random) - (fewer > 0 ? lost(random) : 0);
      scenario.push_back(baseline.back() + person * net);
    }
    const Effect effect = paired_effect(baseline, scenario, {interval_level, person});
    const double truth = person * (more - fewer);
    held += effect.interval.low <= truth && truth <= effect.interval.high;
  }
  return static_cast<double>(held) / static_cast<double>(experiments);
}

}  // namespace

// Guards against Student's t alone, which has no width where all replicates show the same.
TEST_CASE("a 90% interval holds the truth about rare events", "[statistical][tools]") {
  const size_t experiments = 400;  // standard error of a coverage of 0.9: 0.015
  uint32_t seed = 1;
  double sum = 0, count = 0;
  for (const size_t n : {2u, 3u, 5u, 10u})
    for (const double more : {0.05, 0.3, 1.0, 4.0, 30.0})
      for (const double share : {0.0, 0.5, 1.0}) {
        const double found = coverage(more, share * more, n, experiments, ++seed);
        INFO("n " << n << ", more " << more << ", fewer " << share * more);
        CHECK(found >= 0.85);  // 0.88 less two standard errors
        sum += found;
        ++count;
      }
  CHECK(sum / count >= 0.9);
  CHECK(sum / count < 0.995);  // and it is not merely wide
}
