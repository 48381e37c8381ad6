// Wages of the nested CES against its closed forms.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "engine/base/error.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

LabourStart sample_start() {
  return {.natives = {400, 900, 500},
          .immigrants = {120, 60, 90},
          .native_wage = {12000, 20000, 35000},
          .immigrant_wage_ratio = 0.9,
          .labour_share = 0.6};
}

/// The start as a month: all immigrants regular.
LabourConditions unchanged(const LabourStart& start) {
  return {.natives = start.natives, .regular = start.immigrants, .irregular = {0, 0, 0}};
}

LabourMarket market_of(const LabourParameters& parameters, const LabourStart& start) {
  LabourMarket market(1, parameters);
  market.calibrate(0, start);
  return market;
}

double log_change(double after, double before) {
  return std::log(after / before);
}

}  // namespace

TEST_CASE("The calibrated market gives back the starting wages", "[theory]") {
  const auto start = sample_start();
  const auto market = market_of({}, start);
  auto month = unchanged(start);
  month.unemployment = 0.07;
  const auto outcome = market.clear(0, month);
  for (size_t j = 0; j < n_skills; ++j) {
    CHECK(outcome.wage[j][0] == Approx(start.native_wage[j]).epsilon(1e-12));
    CHECK(outcome.wage[j][1] == Approx(0.9 * start.native_wage[j]).epsilon(1e-12));
    CHECK(outcome.employment[j] == near(0.93, 1e-12));
  }
}

TEST_CASE("Without migration wages follow the index exactly", "[theory]") {
  const auto start = sample_start();
  auto market = market_of({.displacement = 0.3}, start);
  for (int month_number = 0; month_number < 240; ++month_number) {
    auto month = unchanged(start);
    month.wage_index = 1 + 0.002 * month_number;
    // Births and deaths change the cells, each at its own pace, immigrants in proportion.
    for (size_t j = 0; j < n_skills; ++j) {
      const double growth = 1 + 0.001 * double(j + 1) * month_number;
      month.natural_growth[j] = growth;
      month.natives[j] *= growth;
      month.regular[j] *= growth;
    }
    const auto outcome = market.clear(0, month);
    for (size_t j = 0; j < n_skills; ++j) {
      CHECK(outcome.wage[j][0] == Approx(month.wage_index * start.native_wage[j]).epsilon(1e-11));
      CHECK(outcome.employment[j] == near(1, 1e-12));
    }
    market.adjust_capital(0, outcome.labour);
  }
}

TEST_CASE("Wage ratio of immigrants falls by their number over sigma", "[theory]") {
  const auto start = sample_start();
  const auto market = market_of({.native_immigrant_substitution = 8}, start);
  const auto before = market.clear(0, unchanged(start));
  auto month = unchanged(start);
  month.irregular[0] = 100;  // 120 -> 220
  month.natives[0] = 380;
  const auto after = market.clear(0, month);
  const double change =
      log_change(after.wage[0][1] / after.wage[0][0], before.wage[0][1] / before.wage[0][0]);
  CHECK(change == near(-(1.0 / 8) * std::log((220.0 / 380) / (120.0 / 400)), 1e-12));
}

TEST_CASE("Skill wages follow the substitution between skills", "[theory]") {
  auto start = sample_start();
  start.immigrant_wage_ratio = 1;
  const auto market =
      market_of({.native_immigrant_substitution = infinity, .skill_substitution = 2}, start);
  const auto before = market.clear(0, unchanged(start));
  auto month = unchanged(start);
  month.regular[0] += 130;  // 520 -> 650 of low skill
  const auto after = market.clear(0, month);
  const double change =
      log_change(after.wage[0][0] / after.wage[2][0], before.wage[0][0] / before.wage[2][0]);
  CHECK(change == near(-0.5 * std::log(650.0 / 520), 1e-12));
}

TEST_CASE("Perfect substitutes earn the same", "[theory]") {
  auto start = sample_start();
  start.immigrant_wage_ratio = 1;
  auto gap_at = [&](double sigma) {
    const auto market = market_of({.native_immigrant_substitution = sigma}, start);
    auto month = unchanged(start);
    month.regular[1] *= 5;
    const auto outcome = market.clear(0, month);
    return outcome.wage[1][0] / outcome.wage[1][1] - 1;
  };
  CHECK(gap_at(infinity) == near(0, 1e-12));
  CHECK(gap_at(20) == Approx(std::pow(5, 1.0 / 20) - 1).epsilon(1e-9));
  CHECK(gap_at(2000) < 0.001);
}

TEST_CASE("With elastic capital gains and losses of wages cancel", "[theory]") {
  const auto start = sample_start();
  auto market = market_of({.capital_half_life_years = 0}, start);
  // Change of the mean wage, weighted by the wage bill of the start, for a small inflow.
  auto weighted_change = [&](double step) {
    auto month = unchanged(start);
    month.regular[0] += 120 * step;
    month.regular[2] -= 30 * step;
    const auto before = market.clear(0, unchanged(start));
    auto elastic = market;
    elastic.adjust_capital(0, market.clear(0, month).labour);
    const auto after = elastic.clear(0, month);
    double sum = 0, bill = 0;
    for (size_t j = 0; j < n_skills; ++j) {
      const double native_bill = start.natives[j] * before.wage[j][0];
      const double immigrant_bill = start.immigrants[j] * before.wage[j][1];
      sum += native_bill * log_change(after.wage[j][0], before.wage[j][0]);
      sum += immigrant_bill * log_change(after.wage[j][1], before.wage[j][1]);
      bill += native_bill + immigrant_bill;
    }
    return sum / bill;
  };
  // First order cancels, so the central difference vanishes; a single group does not.
  CHECK((weighted_change(1e-4) - weighted_change(-1e-4)) / 2e-4 == near(0, 1e-7));
  const auto moved = [&] {
    auto month = unchanged(start);
    month.regular[0] *= 1.1;
    return log_change(market.clear(0, month).wage[0][1], 0.9 * start.native_wage[0]);
  }();
  CHECK(moved < -0.01);
}

TEST_CASE("Capital lags behind labour and closes half the gap in its half-life", "[theory]") {
  const auto start = sample_start();
  auto market = market_of({.capital_half_life_years = 7}, start);
  auto month = unchanged(start);
  for (size_t j = 0; j < n_skills; ++j) {
    month.natives[j] *= 1.2;
    month.regular[j] *= 1.2;
  }
  // All cells 20% larger: relative wages stay, all fall by capital share x log 1.2 at first.
  auto outcome = market.clear(0, month);
  const double first = log_change(outcome.wage[1][0], start.native_wage[1]);
  CHECK(first == near(-0.4 * std::log(1.2), 1e-12));
  for (int i = 0; i < 84; ++i) market.adjust_capital(0, outcome.labour);
  outcome = market.clear(0, month);
  CHECK(log_change(outcome.wage[1][0], start.native_wage[1]) == near(first / 2, 1e-10));
  for (int i = 0; i < 84 * 40; ++i) market.adjust_capital(0, outcome.labour);
  CHECK(market.clear(0, month).wage[1][0] == Approx(start.native_wage[1]).epsilon(1e-9));
  CHECK(market.capital_ratio(0, outcome.labour) == near(1, 1e-9));
}

TEST_CASE("Emigration raises the wages of those who stay", "[theory]") {
  const auto start = sample_start();
  const auto market = market_of({}, start);
  auto month = unchanged(start);
  month.natives[0] *= 0.8;
  const auto outcome = market.clear(0, month);
  CHECK(outcome.wage[0][0] > 1.05 * start.native_wage[0]);
  CHECK(outcome.wage[2][0] < outcome.wage[0][0] / start.native_wage[0] * start.native_wage[2]);
}

TEST_CASE("Irregular workers lose the penalty and nobody else does", "[theory]") {
  const auto start = sample_start();
  const auto market = market_of({}, start);
  auto month = unchanged(start);
  month.irregular = {60, 0, 0};
  month.regular[0] = 60;
  month.irregular_penalty = 0.2;
  const auto outcome = market.clear(0, month);
  CHECK(outcome.wage_of(Skill::low, WorkerGroup::irregular) ==
        Approx(0.8 * outcome.wage_of(Skill::low, WorkerGroup::regular)).epsilon(1e-14));
  CHECK(outcome.wage_of(Skill::low, WorkerGroup::native) ==
        Approx(start.native_wage[0]).epsilon(1e-12));
  month.irregular_penalty = 0;
  const auto legal = market.clear(0, month);
  CHECK(legal.wage[0][2] == legal.wage[0][1]);
  CHECK(legal.wage[0][0] == outcome.wage[0][0]);
}

TEST_CASE("Displacement works inside the skill cell alone", "[theory]") {
  auto start = sample_start();
  const auto market = market_of({.displacement = 0.2}, start);
  auto month = unchanged(start);
  month.unemployment = 0.1;
  month.irregular[0] = 52;  // 520 -> 572 workers of low skill
  const auto outcome = market.clear(0, month);
  CHECK(outcome.employment[0] == near(0.9 * std::pow(1.1, -0.2), 1e-12));
  CHECK(outcome.employment[1] == near(0.9, 1e-12));
  month = unchanged(start);
  month.natives[2] = 1;  // everybody else left: jobs for all, never more
  CHECK(market.clear(0, month).employment[2] == 1);
}

TEST_CASE("Empty cells have finite wages", "[theory]") {
  auto start = sample_start();
  start.immigrants = {0, 0, 0};
  start.natives[2] = 0;
  const auto market = market_of({}, start);
  auto month = unchanged(start);
  auto outcome = market.clear(0, month);
  CHECK(outcome.wage[0][0] == Approx(start.native_wage[0]).epsilon(1e-12));
  month.natives = {0, 0, 0};
  outcome = market.clear(0, month);
  for (const auto& of_skill : outcome.wage) {
    for (const double wage : of_skill) CHECK((std::isfinite(wage) && wage > 0));
  }
}

TEST_CASE("A start that makes no sense is refused", "[theory][bad_input]") {
  LabourMarket market(1, {});
  auto start = sample_start();
  start.native_wage[1] = 0;
  CHECK_THROWS_WITH(market.calibrate(0, start),
                    "labour market of place 0: starting wages must be above 0");
  start = sample_start();
  start.natives = {0, 0, 0};
  CHECK_THROWS_AS(market.calibrate(0, start), InputError);
  CHECK_THROWS_AS(LabourMarket(1, {.skill_substitution = 1}), InputError);
}

TEST_CASE("Skills are paid by their years of schooling", "[theory]") {
  const auto wages = skill_wages(10000, 8);
  CHECK(std::log(wages[2] / wages[0]) == near(0.1 * 11, 1e-12));
  CHECK(wages[1] == Approx(10000 * std::exp(0.3)).epsilon(1e-12));
}
