// Beliefs, campaigns and what is told of journeys, against values worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/information/information.hpp"
#include "models/migration/state.hpp"
#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

constexpr size_t wage = 0, danger = 1, fee = 2, exploitation = 3;

/// A random word at this share of all.
uint32_t word(double share) {
  return static_cast<uint32_t>(share * 4294967296.0);
}

}  // namespace

TEST_CASE("priors are levels of the biases given, and danger is learnt from journeys heard of",
          "[makers][model]") {
  OneMonth month(hand_world());
  month.state().information.journeys[aaa] = 100000;
  const State& state = month.with({{"information.prior_wage", std::exp(0.5), aaa},
                                   {"information.prior_danger", 2, aaa},
                                   {"information.prior_fee", std::exp(-0.25), aaa},
                                   {"information.prior_exploitation", 0.5, aaa},
                                   {"information.prior_danger", 2, bbb},
                                   {"information.prior_journeys", 100000},
                                   {"information.heard_weight", 3},
                                   {"information.half_life_months", 6},
                                   {"information.talk_months", 3}});
  const InformationTables& t = state.information_tables;
  CHECK(t.prior[aaa][wage] == Approx(10).epsilon(1e-12));
  CHECK(t.prior[aaa][fee] == Approx(7).epsilon(1e-12));
  CHECK(t.prior[aaa][exploitation] == Approx(8 - std::log(2) / 0.25).epsilon(1e-12));
  // As if of 100,000 journeys 2 ended badly for each that did, and of 100,000 heard of, 3.
  CHECK(t.prior[aaa][danger] == Approx(8 + std::log(2.5) / 0.25).epsilon(1e-12));
  CHECK(t.prior[bbb][danger] == Approx(8 + std::log(2) / 0.25).epsilon(1e-12));
  CHECK(t.forgotten == Approx(1 - std::sqrt(0.5)).epsilon(1e-12));
  // Nobody was counted in AAA's last census of beliefs here: their mean is the prior.
  month.state().information.adults = {10, 0};
  month.state().information.levels = {95, 80, 80, 60, 0, 0, 0, 0};
  const State& counted = month.with({{"information.prior_wage", std::exp(0.5), bbb}});
  CHECK(counted.information_tables.mean[aaa][wage] == 9.5);
  CHECK(counted.information_tables.mean[aaa][exploitation] == 6);
  CHECK(counted.information_tables.mean[bbb][wage] == Approx(10).epsilon(1e-12));
}

TEST_CASE("a campaign reaches by its reach and convinces by its credibility", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"information.talk_months", 3},
                                   {"information.campaign_reach", 0.1, aaa},
                                   {"information.campaign_credibility", 0.4, aaa},
                                   {"information.campaign_credibility", 0.9, bbb},
                                   {"information.campaign_danger", 3, aaa},
                                   {"information.campaign_exploitation", 2, aaa},
                                   {"information.smuggler_talk", 0.05, aaa}});
  const InformationTables& t = state.information_tables;
  CHECK(t.is_anything_told);
  CHECK(t.reached[aaa] == Approx(1 - 0.9 * 0.9 * 0.9).epsilon(1e-12));
  CHECK(t.credibility[aaa] == 0.4);
  CHECK(t.credibility[bbb] == 0.9);
  CHECK(t.message[aaa][danger] == Approx(8 + std::log(3) / 0.25).epsilon(1e-12));
  CHECK(t.message[aaa][exploitation] == Approx(8 + std::log(2) / 0.25).epsilon(1e-12));
  CHECK(t.told_by_smugglers[aaa] == Approx(1 - std::pow(0.95, 3)).epsilon(1e-12));
  CHECK(t.reached[bbb] == 0);
  // Draws: reached? convinced? how far between two levels? met a smuggler?
  const auto after = [&](double reached, double convinced, double between, double smuggler) {
    const uint32_t heard[] = {word(reached), word(convinced), word(between), word(smuggler)};
    return told(state, aaa, Beliefs(), heard);
  };
  CHECK(after(0.28, 0, 0.9, 0.9) == Beliefs());
  CHECK(after(0.27, 0.41, 0.9, 0.9) == Beliefs());
  const Beliefs convinced = after(0.27, 0.39, 0.9, 0.9);
  CHECK(convinced.level(danger) == 12);        // 12.39, rounded down by the third draw
  CHECK(convinced.level(exploitation) == 10);  // 10.77
  CHECK(convinced.level(wage) == 8);
  CHECK(after(0.27, 0.39, 0.3, 0.9).level(danger) == 13);
  const Beliefs talked = after(0.9, 0.9, 0.9, 0.1);
  CHECK(talked.level(wage) == 9);
  CHECK(talked.level(danger) == 7);
  CHECK(talked.level(exploitation) == 7);
  CHECK(talked.level(fee) == 8);
}

TEST_CASE("exploitation is expected at the share of compatriots who are held", "[makers][model]") {
  OneMonth month(hand_world());
  State& state = month.state();
  month.with({{"information.exploitation_loss_usd", 20000}});
  state.census.compatriots[aaa * 2 + bbb] = 1000;
  state.trafficking_market.held[market_cell(aaa, Reach::abroad)] = 50;
  CHECK(exploitation_usd(state, aaa) == Approx(0.05 * 20000).epsilon(1e-12));
}
