// Free mobility comes to rest where expected wages are equal.
#include "models/migration/theory/harris_todaro.hpp"

#include <catch2/catch.hpp>

#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

/// Workers at the destination when people move, a little at a time, to where they expect more.
double settled_workers(double jobs, double wage_origin, double wage_destination) {
  double workers = jobs;
  for (int round = 0; round < 20000; ++round) {
    const double expected = expected_wage(wage_destination, unemployment_of(jobs, workers));
    workers += 0.01 * jobs * (expected - wage_origin) / wage_origin;
  }
  return workers;
}

}  // namespace

TEST_CASE("Unemployment at rest is one less the ratio of wages", "[theory]") {
  CHECK(equilibrium_unemployment(1, 2.7) == near(0.629630, six_decimals));
  CHECK(equilibrium_unemployment(3, 2.7) == 0);
  const double workers = settled_workers(1000, 1, 2.7);
  CHECK(unemployment_of(1000, workers) == near(0.629630, 1e-6));
}

TEST_CASE("More urban jobs draw people until nobody is better off", "[theory]") {
  for (const double jobs : {1000.0, 1500.0, 4000.0}) {
    const double workers = settled_workers(jobs, 1, 2.7);
    CHECK(expected_wage(2.7, unemployment_of(jobs, workers)) == Approx(1).epsilon(1e-8));
    CHECK(workers == Approx(2.7 * jobs).epsilon(1e-8));
  }
}
