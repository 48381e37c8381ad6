// Dangers of the way, control of borders and what journeys come to, against values by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/journey/journey.hpp"
#include "models/migration/state.hpp"
#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// One leg on the way from AAA to BBB, itself into BBB.
std::shared_ptr<const World> with_a_leg() {
  return hand_world([](World& w) {
    Leg leg;
    leg.from = aaa;
    leg.to = bbb;
    leg.violence = 0.2;
    leg.extortion = 0.15;
    leg.stranding = 0.04;
    leg.forced_return = 0.1;
    leg.death = 0.01;
    w.legs.push_back(leg);
    w.borders[a_to_b].path = {0};
  });
}

const LegChances& leg(const State& state, bool with_guide) {
  return state.journey.tables.legs[with_or_without(0, with_guide)];
}

const CrossingRules& crossing(const State& state, bool with_guide) {
  return state.journey.tables.borders[with_or_without(a_to_b, with_guide)].crossings.front();
}

}  // namespace

TEST_CASE("dangers of a leg follow their factors, the guide and hostility", "[makers][model]") {
  OneMonth month(with_a_leg());
  month.state().hostility.level[bbb] = 0.5;
  const State& state = month.with({{"transit.danger_factor", 2, 0},
                                   {"transit.forced_return_factor", 1.5, bbb},
                                   {"border.guide_effect", 0.4},
                                   {"hostility.violence_effect", 0.6}});
  CHECK(leg(state, false).violence == Approx(0.2 * 2 * 1.3).epsilon(1e-12));
  CHECK(leg(state, false).extortion == Approx(0.3).epsilon(1e-12));
  CHECK(leg(state, false).death == Approx(0.02).epsilon(1e-12));
  CHECK(leg(state, false).forced_return == Approx(0.1 * 2 * 1.5).epsilon(1e-12));
  CHECK(leg(state, false).stranding == Approx(0.08).epsilon(1e-12));
  CHECK(leg(state, true).death == Approx(0.02 * 0.6).epsilon(1e-12));
  CHECK(leg(state, true).forced_return == Approx(0.3 * 0.6).epsilon(1e-12));
  CHECK(leg(state, true).stranding == Approx(0.08).epsilon(1e-12));
}

TEST_CASE("dangers that end a journey are cut to certainty together", "[makers][model]") {
  OneMonth month(with_a_leg());
  const State& state = month.with({{"transit.danger_factor", 8, 0}});
  CHECK(leg(state, false).violence == 1);
  CHECK(leg(state, false).death == Approx(0.08).epsilon(1e-12));
  CHECK(leg(state, false).forced_return == Approx(0.8).epsilon(1e-12));
  CHECK(leg(state, false).stranding == Approx(0.12).epsilon(1e-12));
  CHECK(leg(state, false).passing() == Approx(0).margin(1e-12));
}

TEST_CASE("effort multiplies the rate of apprehension, guides and rescue take their shares",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State* state = &month.with({{"border.enforcement", 3, bbb},
                                    {"border.restrictiveness", 0.5},
                                    {"border.guide_effect", 0.4},
                                    {"border.rescue_elsewhere", 0.25, bbb},
                                    {"smuggling.attempts_covered", 3},
                                    {"border.most_attempts", 6}});
  // One and a half times the effort under which 30% are caught: 1 - 0.7^1.5.
  const double seen = 1 - std::pow(0.7, 1.5);
  CHECK(crossing(*state, false).apprehension == Approx(seen).epsilon(1e-12));
  CHECK(crossing(*state, true).apprehension == Approx(seen * 0.6).epsilon(1e-12));
  CHECK(crossing(*state, false).death == Approx(0.001 * 0.75).epsilon(1e-12));
  CHECK(crossing(*state, true).death == Approx(0.001 * 0.75 * 0.6).epsilon(1e-12));
  CHECK(crossing(*state, false).retry == 0.8);
  CHECK(crossing(*state, false).most_attempts == 6);
  CHECK(crossing(*state, true).most_attempts == 3);
  // Where agents can be overrun the table holds at the flow at which they are half as effective.
  month.state().border.attempts[a_to_b] = 3000;
  state = &month.with({{"border.congestion_flow", 1000, a_to_b}});
  CHECK(crossing(*state, false).apprehension == Approx(1 - std::sqrt(0.7)).epsilon(1e-12));
}

TEST_CASE("effort is that of the year, or of the year that it is held at", "[makers][model]") {
  OneMonth month(hand_world([](World& w) {
    w.enforcement(bbb, 5) = 2;  // 1995
    w.enforcement(bbb, 8) = 4;
  }));
  const State* state = &month.with({});
  CHECK(crossing(*state, false).apprehension == Approx(1 - 0.7 * 0.7).epsilon(1e-12));
  state = &month.with("border.enforcement_year", 1998);
  CHECK(crossing(*state, false).apprehension == Approx(1 - std::pow(0.7, 4)).epsilon(1e-12));
}

TEST_CASE("a journey on average is the way and the crossing one after the other",
          "[makers][model]") {
  OneMonth month(with_a_leg());
  const State& state = month.with({{"transit.extortion_usd", 400}, {"border.most_attempts", 2}});
  const JourneyExpectation& alone = expected_journey(state, a_to_b, Channel::alone);
  const double reach = 1 - 0.01 - 0.1 - 0.04;
  const double attempts = 1 + 0.3 * 0.8;
  CHECK(alone.reach == Approx(reach).epsilon(1e-12));
  CHECK(alone.attempts == Approx(reach * attempts).epsilon(1e-12));
  CHECK(alone.entry == Approx(reach * (1 - 0.3 - 0.001) * attempts).epsilon(1e-12));
  CHECK(alone.death == Approx(0.01 + reach * 0.001 * attempts).epsilon(1e-12));
  CHECK(alone.forced_return == Approx(0.1).epsilon(1e-12));
  CHECK(alone.stranding == Approx(0.04).epsilon(1e-12));
  CHECK(alone.apprehensions == Approx(reach * 0.3 * attempts).epsilon(1e-12));
  CHECK(alone.extortion_usd == Approx(0.15 * 400).epsilon(1e-12));
  CHECK(alone.entry + alone.death + alone.give_up + alone.forced_return + alone.stranding ==
        Approx(1).epsilon(1e-12));
}

TEST_CASE("routes share those who cross by cost, agents and terrain", "[makers][model]") {
  OneMonth month(hand_world([](World& w) {
    w.routes = {{"near", 2, 0, 1}, {"desert", 4, 150, 3}};
    w.route_agents = Grid(2, n_years, 1, 1, 100);
    for (size_t y = 0; y < n_years; ++y) w.route_agents(0, y) = 300;
    w.season_crossing = w.season_death = Grid(12, 1, 1, 1, 1);
    w.season_death(0) = 1.5;  // January
    w.borders[a_to_b].has_routes = true;
  }));
  const State& state = month.with({{"routes.cost_weight", 2},
                                   {"routes.past_use_weight", 0},
                                   {"routes.day_cost", 100},
                                   {"routes.apprehension_cost", 1000},
                                   {"decision.value_of_life", 400},
                                   {"routes.congestion_flow", 0},
                                   {"routes.attraction", 0.3, 1},
                                   {"border.rescue", 0.2, 1}});
  const BorderRules& rules = state.journey.tables.borders[with_or_without(a_to_b, false)];
  // Three of four agents stand on the first: 1.5 times the mean, the second half of it.
  const double near_caught = 1 - std::pow(0.7, 1.5), desert_caught = 1 - std::sqrt(0.7);
  const double near_death = 0.001 * 1.5, desert_death = 0.001 * 3 * 1.5 * 0.8;
  REQUIRE(rules.crossings.size() == 2);
  CHECK(rules.crossings[0].apprehension == Approx(near_caught).epsilon(1e-12));
  CHECK(rules.crossings[1].apprehension == Approx(desert_caught).epsilon(1e-12));
  CHECK(rules.crossings[0].death == Approx(near_death).epsilon(1e-12));
  CHECK(rules.crossings[1].death == Approx(desert_death).epsilon(1e-12));
  const double near_usd = 200 + 1000 * near_caught + 400000 * near_death,
               desert_usd = 150 + 400 + 1000 * desert_caught + 400000 * desert_death;
  const double odds = std::exp(2 * (near_usd - desert_usd) / 1000 + 0.3);
  CHECK(rules.shares[1] / rules.shares[0] == Approx(odds).epsilon(1e-9));
  CHECK(rules.shares[0] + rules.shares[1] == Approx(1).epsilon(1e-12));
}
