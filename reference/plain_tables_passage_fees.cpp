// How the fee of a passage forms where there are firms, plainly; see plain_tables_passages.hpp.
// docs/model.md: Smugglers.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "reference/plain_tables_passages.hpp"

namespace rumbo::migration {

namespace {

/// What smuggling.market may be.
enum class PlainMarketRule { none, cournot, posted, competition, bound_by_capacity };

PlainMarketRule rule_of_market(const State& state) {
  return static_cast<PlainMarketRule>(
      static_cast<int>(state.value(state.parameters->smuggling.market) + 0.5));
}

/// A month of a border: who asks at the fee they heard, and who offers.
struct Trade {
  double asking = 0, heard_usd = 0, cost_usd = 0;
  double elasticity = 0;
  bool is_straight = true;  ///< demand away from what was heard
  double firms = 0, room = 0;
};

/// Equal firms that foresee what their quantity does to the fee.
double cournot_usd(const Trade& trade) {
  if (trade.asking <= 0) return trade.heard_usd;
  if (!trade.is_straight) return trade.cost_usd / (1 - 1 / (trade.firms * trade.elasticity));
  const double no_one_goes_at = trade.heard_usd * (1 + 1 / trade.elasticity);
  const double fee = (no_one_goes_at + trade.firms * trade.cost_usd) / (trade.firms + 1);
  return std::max(trade.cost_usd, fee);
}

/// The fee at which just as many would go as can be taken; 0 if no one asks.
double clearing_usd(const Trade& trade) {
  if (trade.asking <= 0) return 0;
  const double taken = trade.room / trade.asking;
  if (!trade.is_straight) return trade.heard_usd * pow(taken, -1 / trade.elasticity);
  return trade.heard_usd * (1 + (1 - taken) / trade.elasticity);
}

double asked_usd(PlainMarketRule rule, const Trade& trade) {
  if (rule == PlainMarketRule::cournot) return std::max(cournot_usd(trade), clearing_usd(trade));
  if (rule == PlainMarketRule::posted) return trade.heard_usd;
  if (rule == PlainMarketRule::bound_by_capacity) return clearing_usd(trade);
  return trade.cost_usd;
}

/// A posted fee moves with excess demand, relative to the larger of demand and room.
double posted_next_usd(const Trade& trade, double adjustment) {
  const double larger = std::max(trade.asking, trade.room);
  const double excess = larger > 0 ? (trade.asking - trade.room) / larger : 0;
  return std::max(trade.cost_usd, trade.heard_usd * exp(adjustment * excess));
}

}  // namespace

double plain_concentration(const std::vector<double>& clients) {
  double sum = 0, of_squares = 0;
  for (const double n : clients) {
    sum += n;
    of_squares += n * n;
  }
  return sum > 0 ? of_squares / (sum * sum) : 0;
}

double plain_equal_firms(const std::vector<double>& clients) {
  const double index = plain_concentration(clients);
  return index > 0 ? 1 / index : 0;
}

/// A logit of ways within a nest of the destination: a dearer guide sends to those who go alone by
/// the dissimilarity of ways, and keeps at home by the share that guides have in the nest.
double plain_fee_elasticity(const State& state, size_t border) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  const double all = market.requests + market.alone;
  const double guided = all > 0 ? market.requests / all : 0.5;
  const double weight = state.choice.cost_weight;
  const double to_other_ways = weight / state.choice.dissimilarity * market.fee_usd * (1 - guided);
  const double to_staying = weight * market.fee_usd * guided;
  return to_other_ways + to_staying;
}

PlainFee plain_fee_of_firms(const State& state, size_t border, double firms, double room) {
  const auto& ids = state.parameters->smuggling;
  Trade trade;
  trade.asking = state.smuggling.markets[border].requests;
  trade.heard_usd = state.smuggling.markets[border].fee_usd;
  trade.cost_usd = plain_passage_cost(state, border);
  trade.elasticity = std::max(1e-6, plain_fee_elasticity(state, border));
  trade.firms = firms;
  trade.room = room;
  // Where firms are too few for a constant elasticity any fee would be raised again.
  trade.is_straight = state.value(ids.isoelastic) < 0.5 || firms * trade.elasticity <= 1;
  if (firms <= 0 || room <= 0) {
    const double remembered = std::max(trade.heard_usd, trade.cost_usd);
    return {remembered, remembered};
  }
  const PlainMarketRule rule = rule_of_market(state);
  PlainFee fee;
  fee.today = std::max(trade.cost_usd, asked_usd(rule, trade));
  fee.next = rule == PlainMarketRule::posted ? posted_next_usd(trade, state.value(ids.adjustment))
                                             : fee.today;
  return fee;
}

bool plain_has_firms(const State& state) {
  return rule_of_market(state) != PlainMarketRule::none;
}

}  // namespace rumbo::migration
