// Amnesties: the eligible, the takers, and the limits at which both are known.
#include "models/migration/status/regularization.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/random/draws.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("At the reference take-up is the declared share exactly", "[theory]") {
  const TakeUpRules rules;
  CHECK(take_up_probability(rules, {}) == 0.64);
  const TakeUpRules paid{.declared = 0.5, .reference_fee_usd = 400};
  CHECK(take_up_probability(paid, {.fee_usd = 400}) == 0.5);
}

TEST_CASE("Fee and fear lower take-up, information raises it, all by log odds", "[theory]") {
  const TakeUpRules rules;
  auto log_odds = [&](const TakeUpConditions& conditions) {
    const double p = take_up_probability(rules, conditions);
    return std::log(p / (1 - p));
  };
  const double reference = std::log(0.64 / 0.36);
  CHECK(log_odds({.fee_usd = 600}) == near(reference - 1.5 * 0.6, 1e-12));
  CHECK(log_odds({.fear = 1}) == near(reference - 2 * 0.5, 1e-12));
  CHECK(log_odds({.information = 0.9}) == near(reference + 2 * 0.4, 1e-12));
}

TEST_CASE("Take-up of all and of none is not moved by anything", "[theory]") {
  const TakeUpConditions hard{.fee_usd = 5000, .fear = 1, .information = 0};
  CHECK(take_up_probability({.declared = 1}, hard) == 1);
  CHECK(take_up_probability({.declared = 1}, {.fee_usd = 0}) == 1);
  CHECK(take_up_probability({.declared = 0}, {.fear = 0, .information = 1}) == 0);
}

TEST_CASE("With take-up 1 and no fee the irregular stock falls by the eligible", "[theory]") {
  const Month latest = Month::of(2000, 12);
  const Draws draws(8, 1);
  auto regularized = [&](double intensity, double declared) {
    int count = 0;
    for (uint32_t i = 0; i < 5000; ++i) {
      const bool is_irregular = i % 3 != 0;
      const Month arrival = Month::of(1995, 1) + static_cast<int>(i % 120);
      if (!may_apply(is_irregular, arrival, latest)) continue;
      const double chance = intensity * take_up_probability({.declared = declared}, {});
      count += draws.uniform(i, latest, Purpose{940}) < chance ? 1 : 0;
    }
    return count;
  };
  int eligible = 0;
  for (int i = 0; i < 5000; ++i) eligible += i % 3 != 0 && i % 120 < 72 ? 1 : 0;
  CHECK(regularized(1, 1) == eligible);
  CHECK(regularized(0, 1) == 0);
  CHECK(regularized(0, 0.64) == 0);
  CHECK(std::abs(regularized(1, 0.64) - 0.64 * eligible) < 4 * std::sqrt(eligible * 0.64 * 0.36));
}

TEST_CASE("Only those without a right who came in the cut-off month or before may apply",
          "[theory]") {
  const Month latest = Month::of(1981, 12);
  CHECK(may_apply(true, latest, latest));
  CHECK_FALSE(may_apply(true, latest + 1, latest));
  CHECK_FALSE(may_apply(false, Month::of(1970, 1), latest));
}
