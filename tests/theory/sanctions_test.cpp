// Fines on employers: exact shares, limits and signs.
#include "models/migration/labour/sanctions.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("Without risk, fine or wage sanctions change nothing, bit for bit", "[theory]") {
  const SanctionRules none[] = {{0, 5000, 0.5, 2}, {0.5, 0, 0.5, 2}};
  for (const auto& rules : none) {
    CHECK(sanction_effect(rules, 20000).wage == 1);
    CHECK(sanction_effect(rules, 20000).employment == 1);
  }
  CHECK(sanction_effect({0.5, 5000, 0.5, 2}, 0).employment == 1);
}

TEST_CASE("The expected fine is borne by the worker, or makes the worker costlier", "[theory]") {
  // 0.2 x 10,000 = 2,000 of a wage of 20,000: a tenth.
  const SanctionEffect passed = sanction_effect({0.2, 10000, 1, 3}, 20000);
  CHECK(passed.wage == near(0.9, 1e-12));
  CHECK(passed.employment == near(1, 1e-12));
  const SanctionEffect kept = sanction_effect({0.2, 10000, 0, 2}, 20000);
  CHECK(kept.wage == 1);
  CHECK(kept.employment == near(1 / (1.1 * 1.1), 1e-12));
  const SanctionEffect half = sanction_effect({0.2, 10000, 0.5, 1}, 20000);
  CHECK(half.wage == near(0.95, 1e-12));
  CHECK(half.employment == near(1 / 1.05, 1e-12));
}

TEST_CASE("What an employer pays is the wage before the fine and the share not passed on",
          "[theory]") {
  for (const double pass : {0.0, 0.25, 1.0}) {
    const SanctionRules rules{0.1, 8000, pass, 1};
    const double wage = 16000;
    const double paid = wage * sanction_effect(rules, wage).wage + rules.expected_usd();
    CHECK(paid == near(wage * (1 + (1 - pass) * rules.expected_usd() / wage), 1e-9));
  }
}

TEST_CASE("Wages and jobs fall with the risk and never below nothing", "[theory]") {
  double wage = 2, employment = 2;
  for (const double risk : {0.0, 0.1, 0.3, 0.6, 1.0}) {
    const SanctionEffect effect = sanction_effect({risk, 30000, 0.7, 1.5}, 20000);
    CHECK(effect.wage < wage);
    CHECK(effect.wage >= 0);
    CHECK(effect.employment < employment + 1e-15);
    CHECK(effect.employment > 0);
    wage = effect.wage;
    employment = effect.employment;
  }
}
