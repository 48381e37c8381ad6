// Fees of passages with a guide and what a smuggler risks. docs/model.md: Smugglers.
#include <algorithm>

#include "models/migration/border/attempts.hpp"
#include "models/migration/choice/logit.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/smuggling/breakeven_fee.hpp"
#include "models/migration/smuggling/smuggler_firms.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/smuggling/smuggling_market.hpp"

namespace rumbo::migration {
namespace {

constexpr double least_entry = 1e-4;  ///< chance of getting in below which fees rise no more

/// What a firm is expected to have earned in a year, at what the last month brought.
double yearly_profit_usd(const std::vector<Smuggler>& firms) {
  double sum = 0, active = 0;
  for (const Smuggler& firm : firms) {
    sum += firm.is_active ? std::max(0.0, firm.profit_usd) : 0;
    active += firm.is_active ? 1 : 0;
  }
  return active > 0 ? 12 * sum / active : 0;
}

double usual_clients(const SmugglingMarket& market, const std::vector<Smuggler>& firms) {
  double active = 0;
  for (const Smuggler& firm : firms) active += firm.is_active ? 1 : 0;
  return active > 0 ? market.requests / active : market.requests;
}

}  // namespace

double cost_based_fee_usd(Rooms<const Journey> state, size_t border) {
  const auto& ids = state.run.parameters->smuggling;
  const double base = state.value(ids.base_fee, border);
  const double share = state.value(ids.attempt_share);
  // Cost per client at the effort of 2000 is the base fee times the chance of getting in then.
  CrossingRules then;
  then.apprehension = state.value(state.run.parameters->border.apprehension, border) *
                      (1 - state.value(state.run.parameters->border.guide_effect));
  then.death = border_death(state, border, true);
  then.retry = state.value(state.run.parameters->border.retry, border);
  then.most_attempts = static_cast<int32_t>(state.value(ids.attempts_covered));
  CrossingExpectation before = expect_crossing(then);
  before.entry = std::max(least_entry, before.entry);
  const double reach = reach_at_reference(state, border, true);
  const JourneyExpectation now = expect_journey(state, border, true, then.most_attempts);
  CrossingExpectation after;
  after.entry = std::max(least_entry, now.entry);
  after.attempts = now.attempts;
  SmugglingCost cost;
  cost.per_attempt_usd = base * before.entry * share / before.attempts;
  cost.per_journey_usd = base * reach * before.entry * (1 - share);
  return breakeven_fee_usd(cost, after) * state.value(ids.fee_factor);
}

bool has_firms(Rooms<> state) {
  return state.value(state.run.parameters->smuggling.market) >= 0.5;
}

double corruptible_share(Rooms<> state, size_t place) {
  return state.value(state.run.parameters->corruption.share, place);
}

CrossingExpectation expect_guided(Rooms<const Journey> state, size_t border) {
  const JourneyExpectation& journey = expected_journey(state, border, Channel::smuggler);
  CrossingExpectation expected;
  expected.entry = journey.entry;
  expected.death = journey.death;
  expected.give_up = 1 - journey.entry - journey.death;
  expected.attempts = journey.attempts;
  expected.apprehensions = journey.apprehensions;
  return expected;
}

double fee_elasticity(Rooms<const ChoiceTables> state, const SmugglingMarket& market) {
  const double all = market.requests + market.alone;
  const double share = all > 0 ? market.requests / all : 0.5;
  const double weight = state.choice.cost_weight;
  return own_elasticity(weight / state.choice.dissimilarity, market.fee_usd, share) +
         weight * market.fee_usd * share;
}

double risk_usd(Rooms<const Journey, const Smuggling> state, const ParameterValues& values,
                size_t border, double clients) {
  const auto& ids = state.run.parameters->smuggling;
  const size_t place = state.run.world->borders[border].destination;
  const double corruptible = values.at(state.run.parameters->corruption.share, place);
  const CrossingExpectation journey = expect_guided(state, border);
  const double penalty =
      values.at(ids.penalty_usd, 0) +
      values.at(ids.seizure, place) * yearly_profit_usd(state.smuggling.firms[border]);
  const double punishment = punishment_per_client_usd(
      values.at(ids.prosecution, place) * (1 - corruptible), penalty, clients);
  const double bribes = corruptible * values.at(ids.bribe_usd, 0) * journey.apprehensions;
  return journey.entry > 0 ? (punishment + bribes) / journey.entry : 0;
}

double breakeven_fee_at(Rooms<const Journey, const Smuggling> state, size_t border) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  const double clients = usual_clients(market, state.smuggling.firms[border]);
  const double risk = risk_usd(state, state.run.values, border, clients) - market.opening_risk_usd;
  return std::max(1.0, cost_based_fee_usd(state, border) / market.mark_up + risk);
}

FeeRules fee_rules(Rooms<> state) {
  const auto& ids = state.run.parameters->smuggling;
  FeeRules rules;
  rules.rule =
      static_cast<FeeRule>(std::max(0, static_cast<int>(state.value(ids.market) + 0.5) - 1));
  rules.shape = state.value(ids.isoelastic) >= 0.5 ? DemandShape::isoelastic : DemandShape::linear;
  rules.adjustment = state.value(ids.adjustment);
  return rules;
}

MarketOutcome clear_border(Rooms<const ChoiceTables, const Journey, const Smuggling> state,
                           size_t border, double firms, double capacity) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  MarketMonth month;
  month.requests = market.requests;
  month.fee_usd = market.fee_usd;
  month.elasticity = std::max(1e-6, fee_elasticity(state, market));
  month.firms = firms;
  month.capacity = capacity;
  month.breakeven_usd = breakeven_fee_at(state, border);
  FeeRules rules = fee_rules(state);
  // A market too concentrated for constant elasticity is cleared on the straight line.
  if (firms * month.elasticity <= 1) rules.shape = DemandShape::linear;
  return clear_market(rules, month);
}

void set_fees(Rooms<const Journey, Smuggling> state) {
  for (size_t b = 0; b < state.smuggling.markets.size(); ++b) {
    SmugglingMarket& market = state.smuggling.markets[b];
    market.fee_usd = has_firms(state) && market.is_open
                         ? std::max(market.next_fee_usd, breakeven_fee_at(state, b))
                         : cost_based_fee_usd(state, b);
  }
}

void set_smuggling_fees(Rooms<const Journey, Smuggling> state, Month) {
  set_fees(state);
}

}  // namespace rumbo::migration
