// Care at home, illness and hostility: the formulas against their limits and closed forms.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/health/illness.hpp"
#include "models/migration/hostility/opinion.hpp"
#include "models/migration/households/care.hpp"
#include "tests/support/near.hpp"

using namespace rumbo::migration;
using rumbo::test::near;

TEST_CASE("Who cares for young children leaves less, and less so where others care", "[theory]") {
  const CareRules rules{.relevance = 1, .care = {0.6, 0.2}, .without_children = 1.1};
  CHECK(leaving_with_household(rules, 0, 30, {.youngest = 0, .adults = 1}) == near(0.4, 1e-12));
  CHECK(leaving_with_household(rules, 1, 30, {.youngest = 0, .adults = 1}) == near(0.8, 1e-12));
  CHECK(leaving_with_household(rules, 0, 30, {.youngest = 0, .adults = 2}) == near(0.7, 1e-12));
  CHECK(leaving_with_household(rules, 0, 30, {.youngest = 9, .adults = 1}) ==
        near(1 - 0.6 * 0.4, 1e-12));
  CHECK(leaving_with_household(rules, 0, 30, {}) == near(1.1, 1e-12));
  CHECK(leaving_with_household(rules, 0, 17, {.youngest = 0, .adults = 1}) == 1);
  CHECK(rules.largest() == near(1.1, 1e-12));
}

TEST_CASE("Without relevance of the household everybody decides alone", "[theory]") {
  const CareRules rules{.relevance = 0, .care = {0.6, 0.2}, .without_children = 1.1};
  for (int sex : {0, 1})
    for (int youngest : {no_child_here, 0, 7, 14})
      CHECK(leaving_with_household(rules, sex, 40, {youngest, 2}) == 1);
  CHECK(rules.largest() == 1);
}

TEST_CASE("Exposures on a journey make ill each apart", "[theory]") {
  const JourneyExposure rules{.by_violence = 0.2, .by_stranding = 0.5, .factor = 1};
  CHECK(journey_illness(rules, 0, false) == 0);
  CHECK(journey_illness(rules, 3, false) == near(1 - 0.8 * 0.8 * 0.8, 1e-12));
  CHECK(journey_illness(rules, 1, true) == near(1 - 0.8 * 0.5, 1e-12));
  CHECK(journey_illness({.by_violence = 0.2, .by_stranding = 0.5, .factor = 0}, 3, true) == 0);
}

// A stock with a constant inflow comes to rest at inflow over the sum of its exits.
TEST_CASE("Illness lasts as long as its exits say, and care shortens it", "[theory]") {
  const IllnessRules rules{.recovery = 1, .untreated = 0.4, .mortality = 4};
  const IllnessCourse with = illness_course(rules, true, 0.001),
                      without = illness_course(rules, false, 0.001);
  CHECK(with.recovery == near(1 - std::exp(-1.0 / 12), 1e-12));
  CHECK(without.recovery == near(1 - std::exp(-0.4 / 12), 1e-12));
  CHECK(without.death == near(0.003, 1e-12));
  CHECK(with.death == near(0.0015, 1e-12));
  double stock = 0;
  for (int month = 0; month < 5000; ++month)
    stock = stock * (1 - without.recovery - without.death) + 10;
  CHECK(stock == near(10 / (without.recovery + without.death), 1e-6));
}

TEST_CASE("Hostility tends to its target in half-lives and is nothing without news", "[theory]") {
  HostilityRules rules{
      .media = 1, .inflow_weight = 0.5, .report_weight = 0.02, .half_life_months = 18};
  CHECK(hostility_target(rules, 0.01, 0.01, 0) == 0);
  CHECK(hostility_target(rules, 0.001, 0.05, 0) == 0);
  const double target = hostility_target(rules, 0.022, 0.004, 0);  // four times, floor included
  CHECK(target == near(1 - std::pow(4.0, -0.5), 1e-12));
  double level = 0;
  for (int month = 0; month < 18; ++month) level = hostility_after(rules, level, target);
  CHECK(level == near(target / 2, 1e-9));
  for (int month = 0; month < 36; ++month) level = hostility_after(rules, level, 0);
  CHECK(level == near(target / 8, 1e-9));
  CHECK(hostility_target(rules, 0.01, 0.01, 1e-5) == near(1 - std::exp(-0.02), 1e-12));
  rules.media = 0;
  CHECK(hostility_target(rules, 0.05, 0.001, 1e-4) == 0);
}
