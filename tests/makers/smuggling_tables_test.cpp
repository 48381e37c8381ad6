// Fees, risks and terms of debts of passages against values worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/smuggling/smuggling_market.hpp"
#include "models/migration/state.hpp"
#include "tests/support/hand_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Attempts of somebody caught with this probability who tries again with 0.8, at most three times.
double attempts(double caught) {
  return (1 - std::pow(caught * 0.8, 3)) / (1 - caught * 0.8);
}

}  // namespace

TEST_CASE("a fee is the table's at the effort of 2000 and follows attempts and arrivals",
          "[makers][model]") {
  OneMonth month(hand_world());
  const std::vector<Setting> usual{{"border.guide_effect", 0.3},
                                   {"smuggling.attempt_share", 0.4},
                                   {"smuggling.attempts_covered", 3},
                                   {"smuggling.fee_factor", 1.1}};
  const State* state = &month.with(usual);
  CHECK(cost_based_fee_usd(*state, a_to_b) == Approx(500 * 1.1).epsilon(1e-9));
  auto harder = usual;
  harder.push_back({"border.enforcement", 2, bbb});
  state = &month.with(harder);
  // 21% were caught of attempts with a guide, now 0.7 x 51%.
  const double before = 0.21, after = 0.7 * 0.51, death = 0.0007;
  const double entry_before = (1 - before - death) * attempts(before),
               entry_after = (1 - after - death) * attempts(after);
  const double cost = 500 * entry_before * (0.6 + 0.4 * attempts(after) / attempts(before));
  CHECK(cost_based_fee_usd(*state, a_to_b) == Approx(1.1 * cost / entry_after).epsilon(1e-9));
  CHECK(state->smuggling.markets[a_to_b].fee_usd == cost_based_fee_usd(*state, a_to_b));
}

TEST_CASE("bribes and punishment are spread over clients who arrive", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state = month.with({{"border.guide_effect", 0.3},
                                   {"smuggling.attempts_covered", 3},
                                   {"smuggling.prosecution", 0.002, bbb},
                                   {"smuggling.penalty_usd", 100000},
                                   {"smuggling.bribe_usd", 50},
                                   {"corruption.share", 0.25, bbb}});
  // Of officials one in four takes 50 at each apprehension; the others convict: 150 a month, over
  // ten clients.
  const double caught = 0.21, entry = (1 - caught - 0.0007) * attempts(caught);
  const double risk = 0.25 * 50 * caught * attempts(caught) + 0.002 * 0.75 * 100000 / 10;
  CHECK(risk_usd(state, state.values, a_to_b, 10) == Approx(risk / entry).epsilon(1e-9));
}

TEST_CASE("demand answers the fee by the nested logit seen from one border", "[makers][model]") {
  OneMonth month(hand_world());
  const State& state =
      month.with({{"decision.weight_cost", 0.15}, {"decision.nest_dissimilarity", 0.6}});
  SmugglingMarket market;
  market.fee_usd = 2000;
  market.requests = 30;
  market.alone = 90;
  // Within the nest 0.15 / 0.6 a thousand of the three quarters that go alone, and 0.15 a thousand
  // of its own quarter.
  CHECK(fee_elasticity(state, market) == Approx(0.25 * 2 * 0.75 + 0.15 * 2 * 0.25).epsilon(1e-9));
}

TEST_CASE("as much is lent as a lender can hold a debtor to", "[makers][model]") {
  TinyWorld tiny;
  tiny.places = {{"AAA", 100000, 4000}, {"BBB", 100000, 20000}};
  tiny.smuggler_fee_usd = 5000;
  OneMonth month(hand_world({}, tiny));
  const std::vector<Setting> terms{
      {"labour.irregular_penalty", 0.2}, {"debt.limit_rule", 1},    {"debt.payment_share", 0.4},
      {"debt.horizon_months", 24},       {"debt.discount", 0},      {"debt.interest", 0.05},
      {"debt.escape_loss", 0.5, bbb},    {"debt.removal_weight", 0}};
  const State* state = &month.with(terms);
  // A year of free work, 20,000 e^.5 at half the prices, 94% with a job; a fifth less in work that
  // the lender controls.
  const double free = 20000 * std::exp(0.5) * 0.5 * 0.94, bonded = 0.8 * free;
  const double pledge = 0.4 * 2 * (bonded - 0.5 * free);
  CHECK(state->choice.debt_payment_usd[a_to_b] == Approx(0.4 * bonded / 12).epsilon(1e-6));
  CHECK(state->choice.debt_limit_usd[a_to_b] == Approx(std::min(5100.0, pledge)).epsilon(1e-6));
  // Removal ends free work as running away does: of 19% a year, 0.81^2 are left after two.
  auto removed = terms;
  removed.back() = {"debt.removal_weight", 1};
  removed.push_back({"status.removal_rate", 0.19, bbb});
  removed.push_back({"debt.escape_loss", 0.1, bbb});
  state = &month.with(removed);
  const double less = 0.4 * 2 * (bonded - 0.9 * 0.81 * 0.81 * free);
  CHECK(state->choice.debt_limit_usd[a_to_b] == Approx(std::min(5100.0, less)).epsilon(1e-6));
  state = &month.with("debt.limit_rule", 0);
  CHECK(state->choice.debt_limit_usd[a_to_b] == 0);
  CHECK_FALSE(state->choice.open[a_to_b][static_cast<size_t>(Channel::smuggler_debt)]);
}
