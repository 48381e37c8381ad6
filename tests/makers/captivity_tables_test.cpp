// What exploitation yields and risks, abuse, illness and hostility of a month, against values
// worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/health/health.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

constexpr auto labour = static_cast<size_t>(Exploitation::labour),
               domestic = static_cast<size_t>(Exploitation::domestic);

double usd(Cents cents) {
  return static_cast<double>(cents) / 100;
}

}  // namespace

TEST_CASE("what a victim is made to yield follows wages, demand and bargaining",
          "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"trafficking.value_labour", 4800},
                                   {"trafficking.value_domestic", 2400},
                                   {"trafficking.value_factor", 1.5, bbb},
                                   {"labour.domestic_demand", 2, bbb},
                                   {"trafficking.value_wage_elasticity", 0.5},
                                   {"trafficking.reference_wage", 10000},
                                   {"trafficking.keep_usd", 60},
                                   {"trafficking.bargaining", 0.75}});
  // Low wages are 10,000 e^.5 at half the prices.
  const double level = std::sqrt(std::exp(0.5) * 0.5);
  const double at_work = 400 * 1.5 * level, at_home = 200 * 1.5 * 2 * level;
  CHECK(usd(state.captivity_tables.value[bbb][labour]) ==
        Approx(60 + 0.75 * (at_work - 60)).margin(0.006));
  CHECK(usd(state.captivity_tables.value[bbb][domestic]) ==
        Approx(60 + 0.75 * (at_home - 60)).margin(0.006));
  CHECK(usd(state.captivity_tables.value[aaa][labour]) ==
        Approx(60 + 0.75 * (400 * level - 60)).margin(0.006));
}

TEST_CASE("victims are found by police, other victims and inspection, and offers believed",
          "[makers][model]") {
  OneMonth month(hand_world());
  month.state().trafficking_market.freed[bbb] = 20;
  const State& state = month.with({{"trafficking.detection", 0.0004, bbb},
                                   {"trafficking.prosecution", 3, bbb},
                                   {"trafficking.detection_by_victims", 0.002},
                                   {"trafficking.protection", 0.5, bbb},
                                   {"trafficking.detection_by_inspection", 0.0001},
                                   {"labour.inspection", 4, bbb},
                                   {"trafficking.rescue_rate", 0.001, bbb},
                                   {"trafficking.escape_rate", 0.02, bbb},
                                   {"trafficking.shelter_beds", 60, bbb},
                                   {"trafficking.shelter_months", 6},
                                   {"trafficking.offer_bonus", 1.5},
                                   {"trafficking.believed_risk", 0.05, bbb},
                                   {"trafficking.harm", 10},
                                   {"trafficking.credence", 0.4, bbb},
                                   {"trafficking.minor_factor", 0.2, bbb}});
  const CaptivityTables& t = state.captivity_tables;
  CHECK(t.detection[bbb] == Approx(0.0012 + 0.001 + 0.0004).epsilon(1e-12));
  CHECK(t.exits[bbb][0].rescue == 0.001);
  CHECK(t.exits[bbb][1].rescue == Approx(0.004).epsilon(1e-12));
  CHECK(t.exits[bbb][1].escape == 0.02);
  CHECK(t.sheltered[bbb] == Approx(0.5).epsilon(1e-12));  // ten beds a month for twenty
  CHECK(t.acceptance[bbb] == Approx(0.4 / (1 + std::exp(-1.0))).epsilon(1e-12));
  CHECK(t.minor_factor[bbb] == 0.2);
}

TEST_CASE("a trafficker counts on the yield of a stay, recruiting and the expected penalty",
          "[makers][model]") {
  OneMonth month(hand_world());
  // All purposes alike: 400 USD a month, held for 20 months, with any holder.
  const std::vector<Setting> alike{{"trafficking.value_sexual", 4800},
                                   {"trafficking.value_labour", 4800},
                                   {"trafficking.value_domestic", 4800},
                                   {"trafficking.value_other", 4800},
                                   {"trafficking.value_wage_elasticity", 0},
                                   {"trafficking.keep_usd", 100},
                                   {"trafficking.bargaining", 0.5},
                                   {"trafficking.rescue_rate", 0},
                                   {"trafficking.escape_rate", 0.02},
                                   {"trafficking.debt_end_rate", 0.02},
                                   {"trafficking.death_rate", 0.01},
                                   {"trafficking.recruitment_usd", 2000, bbb},
                                   {"trafficking.penalty_usd", 0}};
  const State* state = &month.with(alike);
  const size_t cell = market_cell(bbb, Reach::inside);
  CHECK(state->captivity_tables.terms[cell].before_recruitment_usd ==
        Approx(0.5 * 300 * 20).epsilon(1e-9));
  // Of victims of usual vulnerability 0.3; the most vulnerable cost half.
  CHECK(state->captivity_tables.terms[cell].recruitment_usd ==
        Approx(2000 * (1 - 0.5 * 0.3)).epsilon(1e-12));
  auto seized = alike;
  seized.push_back({"trafficking.seizure", 0.5, bbb});
  seized.push_back({"trafficking.capacity", 10});
  state = &month.with(seized);
  CHECK(state->captivity_tables.terms[cell].seized_usd ==
        Approx(0.5 * 0.5 * 300 * 12 * 10).epsilon(1e-9));
}

TEST_CASE("abuse falls and ends sooner with inspection, and grows with hostility",
          "[makers][model]") {
  OneMonth month(hand_world());
  month.state().hostility.level[bbb] = 0.4;
  const State& state = month.with({{"abuse.rate", 0.12, bbb},
                                   {"abuse.regular_factor", 0.25},
                                   {"abuse.end_rate", 0.36, bbb},
                                   {"labour.inspection", 4, bbb},
                                   {"abuse.inspection_effect", 0.5},
                                   {"hostility.abuse_effect", 0.5}});
  const CaptivityTables& t = state.captivity_tables;
  CHECK(t.abuse_irregular[bbb] == Approx(1 - std::exp(-0.12 / 2 * 1.2 / 12)).epsilon(1e-12));
  CHECK(t.abuse_regular[bbb] == Approx(1 - std::exp(-0.12 / 2 * 1.2 / 4 / 12)).epsilon(1e-12));
  CHECK(t.abuse_end[bbb] == Approx(1 - std::exp(-0.36 * 2 / 12)).epsilon(1e-12));
}

TEST_CASE("illness comes at its rates and takes its share of earnings", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"health.rate", 0.5},
                                   {"health.in_captivity", 0.48},
                                   {"health.in_abuse", 0.12},
                                   {"health.by_violence", 0.2},
                                   {"health.by_stranding", 0.4},
                                   {"health.earnings_loss", 0.4}});
  CHECK(illness_of_month(state, Exposure::captivity) == Approx(1 - std::exp(-0.02)).epsilon(1e-12));
  CHECK(illness_of_month(state, Exposure::abuse) == Approx(1 - std::exp(-0.005)).epsilon(1e-12));
  Request request;
  request.violence = 2;
  CHECK(illness_of_journey(state, request) == Approx(1 - 0.9 * 0.9).epsilon(1e-12));
  request.outcome = Request::Outcome::stranded;
  CHECK(illness_of_journey(state, request) == Approx(1 - 0.8 * 0.9 * 0.9).epsilon(1e-12));
  CHECK(after_illness(state, 10000) == 6000);
}

TEST_CASE("opinion moves half the way in its half-life towards what news make of it",
          "[makers][model]") {
  OneMonth month(hand_world());
  State& state = month.state();
  month.with({{"hostility.inflow_weight", 0.5},
              {"hostility.report_weight", 0.02},
              {"hostility.media", 1.5},
              {"hostility.half_life", 6},
              {"hostility.memory_years", 10}});
  Hostility& h = state.hostility;
  h.months = 100;
  h.level = {0.2, 0.2};
  h.recent = {0.008, 0.002};
  h.past = {0.008, 0.008};
  h.reported = {0, 0};
  h.identified = {0, 0};
  state.census.population = {120000, 120000};
  // 9.08 arrivals of a thousand residents a year where 8 are usual, and far fewer.
  h.arrivals = {200, 0};
  renew_hostility(state);
  const double recent = 0.008 + (0.02 - 0.008) / 12, past = 0.008 + (0.02 - 0.008) / 120;
  CHECK(h.recent[aaa] == Approx(recent).epsilon(1e-12));
  CHECK(h.past[aaa] == Approx(past).epsilon(1e-12));
  const double target = 1 - std::exp(-1.5 * 0.5 * std::log((recent + 0.002) / (past + 0.002)));
  const double moved = 1 - std::pow(0.5, 1.0 / 6);
  CHECK(h.level[aaa] == Approx(0.2 + (target - 0.2) * moved).epsilon(1e-9));
  CHECK(h.level[bbb] == Approx(0.2 * (1 - moved)).epsilon(1e-9));
  CHECK(h.months == 101);
}
