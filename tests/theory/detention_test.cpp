// How many are held, how cases end, how many beds are found.
#include "models/migration/removal/detention.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/base/month.hpp"
#include "engine/random/draws.hpp"
#include "tests/oracles/queues.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("As many are detained as come in times the length of a case", "[theory]") {
  // Walked month by month to rest, counted at the ends of months.
  double held = 0;
  const double months = 3.5;
  for (int month = 0; month < 400; ++month) held = held * (1 - case_end_probability(months)) + 20;
  CHECK(held == near(oracle::steady_stock(20, 1 / months), 1e-9));
}

TEST_CASE("A case lasts its mean length exactly, in whole months", "[theory][statistical]") {
  const double months = 4, chance = case_end_probability(months);
  const Draws draws(5, 1);
  constexpr uint32_t n = 40000;
  double sum = 0;
  for (uint32_t i = 0; i < n; ++i) {
    int month = 1;
    while (draws.uniform(i, Month(month), Purpose{931}) >= chance) ++month;
    sum += month;
  }
  const double error = std::sqrt((1 - chance) / (chance * chance) / n);
  CHECK(std::abs(sum / n - months) < 4 * error);
}

TEST_CASE("Without hearings everybody found is removed", "[theory]") {
  const CaseOdds none = case_odds(0, 1);
  CHECK(none.removed == 1);
  CHECK(none.won == 0);
  CHECK(none.absconded == 0);
  const CaseOdds some = case_odds(0.2, 0.85);
  CHECK(some.removed == near(0.68, 1e-12));
  CHECK(some.won == near(0.17, 1e-12));
  CHECK(some.removed + some.won + some.absconded == near(1, 1e-12));
  CHECK(wrongful_rate(0.02, 0) == 0);
}

TEST_CASE("Beds are shared out to those who are expected", "[theory]") {
  CHECK(bed_share(100, 100, 0, 10) == 0);
  CHECK(bed_share(100, 120, 10, 10) == 0);
  CHECK(bed_share(100, 95, 0, 10) == near(0.5, 1e-12));
  CHECK(bed_share(100, 95, 20, 10) == 1);
  CHECK(bed_share(1e9, 0, 0, 0) == 1);
  // At the limit, as many come as leave: the number held stays at the beds.
  const double months = 2, beds = 60, coming = 50;
  double held = 0;
  for (int month = 0; month < 200; ++month) {
    const double ending = held * case_end_probability(months);
    held += coming * bed_share(beds, held, ending, coming) - ending;
  }
  CHECK(held == near(beds, 1e-9));
}
