// Who moves, by the truncated means of Roy's model and by letting people choose.
#include "models/migration/theory/roy.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/random/draws.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("Movers' share and selection equal the truncated means", "[theory]") {
  const RoyModel model;
  CHECK(moving_share(model) == near(0.706203, six_decimals));
  CHECK(selection_at_home(model) == near(-0.275047, six_decimals));
}

TEST_CASE("Selection turns positive when abroad rewards skill more", "[theory]") {
  RoyModel model;
  model.sigma_abroad = 1.2;  // correlation .9 > .8 / 1.2
  CHECK(selection_at_home(model) > 0.1);
  model.sigma_abroad = 0.8 / 0.9;  // correlation = ratio of spreads: neutral
  CHECK(selection_at_home(model) == near(0, 1e-12));
}

TEST_CASE("People who choose reproduce the closed form", "[theory][statistical]") {
  // Seen to fail with the two deviations drawn without correlation.
  const RoyModel model;
  const Draws draws(31, 1);
  constexpr uint32_t n = 400000;
  double movers = 0, sum = 0, squares = 0;
  for (uint32_t i = 0; i < n; ++i) {
    const double home = draws.normal(i, Month::of(2000, 1), Purpose{901}, 0);
    const double own = draws.normal(i, Month::of(2000, 1), Purpose{901}, 1);
    const double abroad =
        model.correlation * home + std::sqrt(1 - model.correlation * model.correlation) * own;
    if (!moves(model, model.sigma_home * home, model.sigma_abroad * abroad)) continue;
    movers += 1;
    sum += model.sigma_home * home;
    squares += model.sigma_home * home * model.sigma_home * home;
  }
  const double share = moving_share(model);
  CHECK(std::abs(movers / n - share) < 4 * std::sqrt(share * (1 - share) / n));
  const double mean = sum / movers;
  const double error = std::sqrt((squares / movers - mean * mean) / movers);
  CHECK(std::abs(mean - selection_at_home(model)) < 4 * error);
}
