// Fees follow the cost of getting across, in less than proportion to enforcement.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/smuggling/breakeven_fee.hpp"
#include "tests/oracles/smuggling.hpp"
#include "tests/support/near.hpp"

using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

/// A guided journey at a multiple of the agents that caught 35% of the unguided.
CrossingExpectation guided_journey(double enforcement, double guide_effect) {
  RouteControl control{.effectiveness = effectiveness_of(0.35, 1), .agents = enforcement};
  control.guide_effect = guide_effect;
  return expect_crossing(
      {.apprehension = apprehension_probability(control, true), .death = 4e-4, .retry = 0.95});
}

}  // namespace

TEST_CASE("Those who arrive pay for those who do not", "[theory]") {
  const SmugglingCost cost{
      .per_journey_usd = 1000, .per_attempt_usd = 300, .bribe_usd = 50, .punishment_usd = 20};
  const auto journey = guided_journey(2, 0.2);
  const double fee = breakeven_fee_usd(cost, journey);
  CHECK(fee * journey.entry == near(1070 + 300 * journey.attempts, 1e-9));
  CHECK(fee > smuggling_cost_usd(cost, journey.attempts));
  const auto certain = expect_crossing({.apprehension = 0, .death = 0, .retry = 1});
  CHECK(breakeven_fee_usd(cost, certain) == near(1370, 1e-9));
}

TEST_CASE("Three times the enforcement raises the fee by 10 to 60 percent", "[theory]") {
  // [Gathmann 2008]: +17% published, at most +30% in the working paper.
  for (const double guide_effect : {0.0, 0.3}) {
    const double before = breakeven_fee_usd({}, guided_journey(1, guide_effect));
    const double after = breakeven_fee_usd({}, guided_journey(3, guide_effect));
    CHECK(after / before - 1 > 0.10);
    CHECK(after / before - 1 < 0.60);
    const double elasticity = rumbo::oracle::arc_elasticity(before, after, 1, 3);
    CHECK(elasticity > 0.1);
    CHECK(elasticity < 0.6);
  }
  const double with_guide_effect = breakeven_fee_usd({}, guided_journey(3, 0.3)) /
                                       breakeven_fee_usd({}, guided_journey(1, 0.3)) -
                                   1;
  CHECK(with_guide_effect > 0.17);
  CHECK(with_guide_effect < 0.30);
}
