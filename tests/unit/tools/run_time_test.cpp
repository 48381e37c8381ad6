// The time of a run from two probes, worked out by hand.
#include "tools/rumbo/run_time.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;

TEST_CASE("the time of a run has a fixed part and a part by the person", "[unit][tools]") {
  // The first month takes 2 ms and 1 us a person, the second 2 ms and 3 us a person. A population
  // takes 10 ms and 4 us a person.
  const SpeedProbe small{1000, 0.014, {0.003, 0.005}}, large{5000, 0.030, {0.007, 0.017}};
  // 3 populations of 10,000 at 0.05 s each; with 12,000 persons, 100 times the first month at
  // 0.014 s and 40 times the second at 0.038 s.
  CHECK(estimated_seconds(small, large, {10000, 12000, 3, {100, 40}}) ==
        Approx(3 * 0.05 + 100 * 0.014 + 40 * 0.038));
  // At the size of a probe it is what the probe took.
  CHECK(estimated_seconds(small, large, {5000, 5000, 2, {10, 10}}) ==
        Approx(2 * 0.03 + 10 * 0.007 + 10 * 0.017));
  CHECK(estimated_seconds(small, large, {1000, 1000, 1, {1, 0}}) == Approx(0.014 + 0.003));
}

// Seen to fail: months that cost more as more live abroad were taken to cost what the first did.
TEST_CASE("later months count at what they cost", "[unit][tools]") {
  const SpeedProbe small{1000, 0, {0.001, 0.003}}, large{2000, 0, {0.002, 0.006}};
  // A scenario that differs from the second month on steps the costly month alone.
  CHECK(estimated_seconds(small, large, {2000, 2000, 0, {1, 2}}) == Approx(0.002 + 2 * 0.006));
}

// Seen to fail: 7 million persons were told to take 25 s and took 42.
TEST_CASE("months of many persons count at what they cost beyond the line", "[unit][tools]") {
  const SpeedProbe small{1000, 1, {0.001}}, large{2000, 1, {0.002}};
  CHECK(estimated_seconds(small, large, {4000, 4000, 1, {10}}, 1.5) ==
        Approx(1 + 1.5 * 10 * 0.004));
}

// Guards against: the fixed part was left out, and 100 months of few persons took almost nothing.
TEST_CASE("a run of few persons takes at least what the smaller probe took", "[unit][tools]") {
  const SpeedProbe small{1000, 0.014, {0.003}}, large{5000, 0.030, {0.007}};
  CHECK(estimated_seconds(small, large, {10, 10, 1, {100}}) == Approx(0.014 + 0.3));
  // A larger probe that was faster by chance makes nothing faster.
  CHECK(estimated_seconds(small, {5000, 0.010, {0.002}}, {9000, 9000, 1, {100}}) ==
        Approx(0.014 + 0.3));
}
