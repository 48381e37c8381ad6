// Rates against probabilities: the length of the step must not matter.
#include "engine/maths/rates.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace rumbo;

TEST_CASE("Halving the step leaves the flow of a hazard unchanged", "[theory]") {
  const double rate = 0.05;
  const double whole = probability_within(rate, 1);
  const double half = probability_within(rate, 0.5);
  CHECK(1 - (1 - half) * (1 - half) == Approx(whole).epsilon(1e-12));
  // The naive rate x dt, applied twice, would be off in the third digit.
  CHECK(std::abs(1 - (1 - rate / 2) * (1 - rate / 2) - rate) > 1e-4);
  CHECK(probability_within(0, 3) == 0);
  CHECK(probability_within(1e-9, 1) == Approx(1e-9).epsilon(1e-9));
}

TEST_CASE("Twelve months of a yearly rate are a year of it", "[theory]") {
  const double month = monthly_probability(0.24);
  CHECK(std::pow(1 - month, 12) == Approx(std::exp(-0.24)).epsilon(1e-12));
  CHECK(survival(0.24, 1) == Approx(std::exp(-0.24)).epsilon(1e-14));
  CHECK(rate_of_probability(month, 1.0 / 12) == Approx(0.24).epsilon(1e-12));
}

TEST_CASE("Half is left after a half-life, whatever the step", "[theory]") {
  CHECK(remaining_share(7, 7) == Approx(0.5).epsilon(1e-14));
  CHECK(std::pow(remaining_share(7, 1.0 / 12), 84) == Approx(0.5).epsilon(1e-12));
  CHECK(remaining_share(std::numeric_limits<double>::infinity(), 5) == 1);
  CHECK(remaining_share(0, 1) == 0);
  CHECK(remaining_share(0, 0) == 1);
}
