// Births, deaths and unions of a month against values worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/demography/demography.hpp"
#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

constexpr size_t female = 0, male = 1;

}  // namespace

TEST_CASE("deaths of a month are those of the yearly rates, times the place's factor",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"demography.mortality_factor", 2, aaa}});
  const Grid& death = state.demography.death;
  // Of 100 infants 3 die a year; 6 where rates are doubled. Aged 40 to 44: 0.004 a year.
  CHECK(death(bbb, female, 0) == Approx(1 - std::exp(-0.03 / 12)).epsilon(1e-12));
  CHECK(death(aaa, female, 0) == Approx(1 - std::exp(-0.06 / 12)).epsilon(1e-12));
  CHECK(death(bbb, male, 9) == Approx(1 - std::exp(-0.004 / 12)).epsilon(1e-12));
  CHECK(death(bbb, male, 3) == Approx(1 - std::exp(-0.001 / 12)).epsilon(1e-12));
  Facts f;
  f.set_residence(bbb);
  CHECK(death_hazard(state, f, 42) == death(bbb, static_cast<size_t>(f.sex()), 9));
  CHECK(death_hazard(state, f, 4) == death(bbb, static_cast<size_t>(f.sex()), 1));
}

TEST_CASE("rates are those between the middles of their periods", "[makers][model]") {
  OneMonth month(hand_world([](World& w) {
    w.mortality(bbb, 1, 0, female) = 0.05;  // 1995 to 2000; before, 0.03
    w.total_fertility(bbb, 1) = 3.1;        // before, 2.1
  }));
  const State& state = month.with({});
  // The middle of 1995 is three years of five from the middle of 1992.
  CHECK(state.demography.death(bbb, female, 0) ==
        Approx(1 - std::exp(-(0.4 * 0.03 + 0.6 * 0.05) / 12)).epsilon(1e-12));
  CHECK(state.demography.birth(bbb, 1) ==
        Approx((0.4 * 2.1 + 0.6 * 3.1) * 0.25 / 60).epsilon(1e-12));
}

TEST_CASE("births of a month are the table's share of total fertility over five years",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"demography.fertility_factor", 1.5, bbb},
                                   {"demography.union_rate", 0.12},
                                   {"demography.union_end_rate", 0.024}});
  // 2.1 children in all, a quarter of them between 20 and 24: in 60 months.
  CHECK(state.demography.birth(aaa, 1) == Approx(2.1 * 0.25 / 60).epsilon(1e-12));
  CHECK(state.demography.birth(bbb, 1) == Approx(1.5 * 2.1 * 0.25 / 60).epsilon(1e-12));
  CHECK(state.demography.birth(aaa, 6) == Approx(2.1 * 0.01 / 60).epsilon(1e-12));
  CHECK(state.demography.male_share[aaa] == Approx(1.05 / 2.05).epsilon(1e-12));
  CHECK(state.demography.union_start == Approx(1 - std::exp(-0.01)).epsilon(1e-12));
  CHECK(state.demography.union_end == Approx(1 - std::exp(-0.002)).epsilon(1e-12));
  Facts woman;
  woman.set_residence(aaa);
  woman.set_sex(Sex::female);
  CHECK(birth_hazard(state, woman, 22) == state.demography.birth(aaa, 1));
  CHECK(birth_hazard(state, woman, 14) == 0);
  CHECK(birth_hazard(state, woman, 50) == 0);
  woman.set_sex(Sex::male);
  CHECK(birth_hazard(state, woman, 22) == 0);
}
