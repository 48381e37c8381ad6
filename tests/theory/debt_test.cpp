// Debts: how long they bind, the trap, the books in cents, default.
#include "models/migration/debts/debt.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/oracles/debts.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

// Seen to fail with rate in place of ln(1 + rate).
TEST_CASE("A debt of 6,000 at 3% and 400 a month binds for twenty months", "[theory]") {
  CHECK(months_to_repay(6000, 0.03, 400) == near(20.225346, six_decimals));
  // With interest added ever more often, and the payment split, it ends as in the continuous form.
  CHECK(months_to_repay(6000, 0.03 / 1e5, 400 / 1e5) / 1e5 ==
        near(oracle::months_to_repay_continuously(6000, 0.03, 400), 1e-3));
  CHECK(months_to_repay(6000, 0, 400) == near(15, 1e-12));
  CHECK(months_to_repay(6000, 1e-9, 400) == near(15, 1e-6));
}

// Seen to fail with < in place of <= in the trap.
TEST_CASE("A payment that only covers interest never ends a debt", "[theory]") {
  const double never = std::numeric_limits<double>::infinity();
  CHECK(is_debt_trap(6000, 0.03, 180));
  CHECK_FALSE(is_debt_trap(6000, 0.03, 180.01));
  CHECK(months_to_repay(6000, 0.03, 180) == never);
  CHECK(months_to_repay(6000, 0, 0) == never);
  CHECK(months_to_repay(6000, 0.03, 180.01) < never);
  CHECK(interest_per_dollar(6000, 0.03, 180) == never);
  Cents debt = 600000;
  for (int month = 0; month < 1000; ++month) debt = debt_month(debt, 0.03, 18000).remaining;
  CHECK(debt == 600000);
}

TEST_CASE("What remains falls to nothing when the months are over", "[theory]") {
  for (const double rate : {0.0, 0.01, 0.1}) {
    const double months = months_to_repay(6000, rate, 700);
    CHECK(oracle::remaining_debt(6000, rate, 700, months) == near(0, 1e-7));
    CHECK(oracle::remaining_debt(6000, rate, 700, months - 0.01) > 1);
  }
}

// Seen to fail with interest on what remains after the payment, and with interest cut down to
// whole dollars.
TEST_CASE("Month by month in cents a debt ends when the closed form says", "[theory]") {
  for (const double rate : {0.0, 0.02, 0.03, 0.05, 0.1}) {
    for (const Cents payment : {Cents{40000}, Cents{65000}, Cents{123456}}) {
      Cents debt = 600000;
      if (is_debt_trap(debt, rate, payment)) continue;
      int months = 0;
      double rounding = 0;  // half a cent a month, and what it grew to
      while (debt > 0) {
        const DebtMonth month = debt_month(debt, rate, payment);
        ++months;
        rounding = rounding * (1 + rate) + 0.5;
        const double exact = 100 * oracle::remaining_debt(6000, rate, payment / 100.0, months);
        CHECK(month.remaining == near(exact, rounding + 1e-6));
        debt = month.remaining;
      }
      CHECK(months == static_cast<int>(std::ceil(months_to_repay(6000, rate, payment / 100.0))));
    }
  }
}

// Seen to fail with a last payment of the full amount, and with rounding down.
TEST_CASE("What is debited is what is credited", "[theory][property]") {
  Cents debt = 1234567;
  int64_t interest = 0, paid = 0;
  for (int month = 0; debt > 0; ++month) {
    const Cents payment = month % 5 == 0 ? 0 : 70001;
    const DebtMonth step = debt_month(debt, 0.0317, payment);
    CHECK(step.remaining + step.paid == debt + step.interest);
    CHECK(step.paid <= payment);
    CHECK(step.remaining >= 0);
    CHECK(std::abs(step.interest - debt * 0.0317) <= 0.5);
    interest += step.interest;
    paid += step.paid;
    debt = step.remaining;
  }
  CHECK(paid == 1234567 + interest);
}

// Seen to fail without the limit of what cents can hold.
TEST_CASE("A debt in a trap stops growing where cents end", "[theory]") {
  Cents debt = 2147000000;
  for (int month = 0; month < 5; ++month) {
    const DebtMonth step = debt_month(debt, 0.5, 100);
    CHECK(int64_t{step.remaining} + step.paid == int64_t{debt} + step.interest);
    CHECK(step.interest >= 0);
    debt = step.remaining;
  }
  CHECK(debt == std::numeric_limits<Cents>::max() - 100);
}

// Seen to fail without taking the principal away.
TEST_CASE("The interest of a whole debt is what is paid above it", "[theory]") {
  const double payment = 6000 * 0.03 / (1 - std::pow(1.03, -24));
  CHECK(months_to_repay(6000, 0.03, payment) == near(24, 1e-9));
  CHECK(interest_per_dollar(6000, 0.03, payment) == near(24 * payment / 6000 - 1, 1e-9));
  CHECK(interest_per_dollar(6000, 0, 400) == near(0, 1e-12));
  CHECK(weighed_interest(6000, 0.03, payment) == interest_per_dollar(6000, 0.03, payment));
  CHECK(weighed_interest(6000, 0.03, 180) == 10);  // a trap
}

// Seen to fail with a row that a full payment did not end.
TEST_CASE("Default follows months behind in a row", "[theory]") {
  const DefaultRules rules{.patience_months = 2, .rate = 0.3};
  int32_t behind = 0;
  for (const Cents paid : {100, 400, 399, 400, 0}) {
    behind = months_behind_after(behind, paid, 400);
    CHECK(default_probability(rules, behind) == 0);
  }
  behind = months_behind_after(behind, 399, 400);
  CHECK(default_probability(rules, behind) == near(1 - std::exp(-0.3), 1e-12));
}
