// Wages, jobs, earnings and fines of a month against values worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/state.hpp"
#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

constexpr size_t native = 0, regular = 1, irregular = 2, low = 0, high = 2;

/// Thousand PPP USD a year of the least schooled with a job where a standard worker without
/// schooling is paid 9,450: five years of schooling at 10% each.
const double low_wage = 9.45 * std::exp(0.5);

/// BBB pays 8,800 in 1994 and 10,000 in 1995: in January, half a month into the year, 11/24 of the
/// way from the middle of 1995 back to that of 1994, 10,000 - 11/24 x 1,200 = 9,450. Prices are
/// half of those of the United States, six of a hundred have no job.
std::shared_ptr<const World> rising_wages() {
  TinyWorld tiny;
  tiny.places = {{"AAA"}, {"BBB"}, {"OUT", 100000, 20000, "outside"}};
  tiny.stock = 2000;
  return hand_world([](World& w) { w.wage(bbb, 4) = 8800; }, tiny);
}

}  // namespace

TEST_CASE("incomes are wages of the table by schooling, jobs and right to stay",
          "[makers][model]") {
  OneMonth month(rising_wages());
  const State& state = month.with({{"labour.irregular_penalty", 0.3, bbb}});
  const Grid& income = state.labour.income;
  CHECK(income(bbb, low, native) == Approx(low_wage * 0.94).epsilon(1e-9));
  CHECK(income(bbb, low, regular) == Approx(low_wage * 0.94).epsilon(1e-9));
  CHECK(income(bbb, low, irregular) == Approx(low_wage * 0.94 * 0.7).epsilon(1e-9));
  CHECK(income(bbb, high, native) == Approx(9.45 * std::exp(1.6) * 0.94).epsilon(1e-9));
  CHECK(income(aaa, low, irregular) == Approx(10 * std::exp(0.5) * 0.94 * 0.83).epsilon(1e-9));
  CHECK(state.labour.employment(bbb, low) == Approx(0.94).epsilon(1e-12));
  // At market rates of exchange; a month of somebody in the second class of earnings, in cents.
  CHECK(state.labour.market_wage[worker_cell(bbb, low, irregular)] ==
        Approx(1000 * low_wage * 0.7 * 0.5).epsilon(1e-9));
  CHECK(state.labour.earnings[earnings_cell(bbb, low, native, 1)] ==
        Approx(100000 * low_wage * 0.5 * 0.94 * 0.692 / 12).margin(1));
}

TEST_CASE("an outside place pays what its table says to all who may work there",
          "[makers][model]") {
  OneMonth month(rising_wages());
  const State& state = month.with({{"labour.irregular_penalty", 0.3, 2}});
  const double wage = 20 * std::exp(0.5);
  CHECK(state.labour.income(2, low, native) == Approx(wage * 0.94).epsilon(1e-9));
  CHECK(state.labour.income(2, low, regular) == Approx(wage * 0.94).epsilon(1e-9));
  CHECK(state.labour.income(2, low, irregular) == Approx(wage * 0.94 * 0.7).epsilon(1e-9));
}

TEST_CASE("development, shocks and hostility move incomes as they are said to", "[makers][model]") {
  OneMonth month(rising_wages());
  month.state().hostility.level[bbb] = 0.5;
  const State& state = month.with({{"labour.irregular_penalty", 0.3, bbb},
                                   {"development.income_factor", 1.2, bbb},
                                   {"hostility.discrimination", 0.04},
                                   {"hostility.wage_effect", 0.1}});
  const double wage = low_wage * 1.2 * 0.94;
  CHECK(state.labour.income(bbb, low, native) == Approx(wage).epsilon(1e-9));
  CHECK(state.labour.income(bbb, low, regular) == Approx(wage * (1 - 0.02)).epsilon(1e-9));
  CHECK(state.labour.income(bbb, low, irregular) == Approx(wage * 0.7 * (1 - 0.05)).epsilon(1e-9));
}

TEST_CASE("a fine takes its share off the wage and the rest off the jobs of those without a right",
          "[makers][model]") {
  OneMonth month(rising_wages());
  const State& state = month.with({{"labour.irregular_penalty", 0.3, bbb},
                                   {"labour.sanction_risk", 0.1, bbb},
                                   {"labour.sanction_fine_usd", 5000, bbb},
                                   {"labour.sanction_pass_through", 0.25},
                                   {"labour.sanction_elasticity", 2}});
  // 500 USD a year are expected, a share s of a wage at market rates.
  const double wage_usd = 1000 * low_wage * 0.7 * 0.5, s = 500 / wage_usd,
               jobs = std::pow(1 + 0.75 * s, -2);
  CHECK(state.labour.income(bbb, low, irregular) ==
        Approx(low_wage * 0.7 * (1 - 0.25 * s) * 0.94 * jobs).epsilon(1e-9));
  CHECK(state.labour.irregular_employment(bbb, low) == Approx(0.94 * jobs).epsilon(1e-9));
  CHECK(state.labour.income(bbb, low, regular) == Approx(low_wage * 0.94).epsilon(1e-9));
  CHECK(state.labour.income(aaa, low, irregular) == Approx(10 * std::exp(0.5) * 0.94 * 0.83));
}

TEST_CASE("employers pay the expected fines of a month to the states", "[makers][model]") {
  OneMonth month(rising_wages());
  State& state = month.state();
  for (size_t skill = 0; skill < n_skills; ++skill)
    state.labour.workers[worker_cell(bbb, skill, irregular)] = skill == low ? 1200 : 0;
  const auto states = [&] {
    state.sums.ledger.gather();
    return state.sums.ledger.balance(static_cast<size_t>(Account::states));
  };
  const int64_t before = states();
  month.with({{"labour.sanction_risk", 0.1, bbb},
              {"labour.sanction_fine_usd", 5000, bbb},
              {"labour.sanction_elasticity", 0},
              {"labour.displacement", 0}});
  // Of 1,200 workers 94% have a job; one in 120 is found each month.
  const double jobs = state.labour.irregular_employment(bbb, low);
  CHECK(jobs == Approx(0.94).epsilon(0.01));
  CHECK(static_cast<double>(states() - before) == Approx(1200 * jobs / 120 * 500000).margin(1));
}
