// Accounts: what leaves one enters another.
#include "engine/tally/ledger.hpp"

#include <catch2/catch.hpp>

#include "engine/base/error.hpp"

using namespace rumbo;

TEST_CASE("a transfer changes two balances and never their sum", "[unit][tally]") {
  Ledger ledger({"persons", "employers", "fees"});
  ledger.local().transfer(1, 0, 1000);
  ledger.local().transfer(0, 2, 30);
  ledger.local().transfer(0, 2, -5);  // a refund
  CHECK(ledger.balance(0) == 0);      // not gathered yet
  ledger.gather();
  CHECK(ledger.balance(0) == 975);
  CHECK(ledger.balance(1) == -1000);
  CHECK(ledger.balance(2) == 25);
  CHECK(ledger.sum() == 0);
  ledger.gather();  // nothing is added twice
  CHECK(ledger.balance(0) == 975);
}

TEST_CASE("balances do not depend on the number of threads", "[unit][repeat][tally]") {
  std::vector<AccountCents> found[2];
  for (const int n_threads : {1, 4}) {
    const ThreadLimit limit(n_threads);
    Ledger ledger({"a", "b", "c", "d"});
    parallel_for_each(20000, [&](size_t i) {
      ledger.local().transfer(i % 4, (i * i + 1) % 4, static_cast<AccountCents>(i) << 20);
    });
    ledger.gather();
    CHECK(ledger.sum() == 0);
    for (size_t a = 0; a < 4; ++a) found[n_threads / 4].push_back(ledger.balance(a));
  }
  CHECK(found[0] == found[1]);
  CHECK(found[0][0] != 0);
}

// Guards against plain sums: a balance came out negative.
TEST_CASE("an account that money of 64 bits of cents does not fit is refused", "[unit][tally]") {
  constexpr AccountCents most = std::numeric_limits<AccountCents>::max();
  Ledger ledger({"a", "b"});
  ledger.local().transfer(0, 1, most);
  CHECK_THROWS_AS(ledger.local().transfer(0, 1, 2), RunError);
  Ledger gathered({"a", "b"});
  gathered.local().transfer(0, 1, most);
  gathered.gather();
  gathered.local().transfer(0, 1, 2);
  CHECK_THROWS_AS(gathered.gather(), RunError);
}
