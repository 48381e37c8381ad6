// Markets of passages open once it is known how many ask, run month by month, and close. Science
// docs/model.md: Smugglers.
#include <algorithm>
#include <optional>

#include "models/migration/population/first_carry.hpp"
#include "models/migration/smuggling/fee_rules.hpp"
#include "models/migration/smuggling/smuggling.hpp"
#include "models/migration/smuggling/smuggling_market.hpp"

namespace rumbo::migration {
namespace {

constexpr double least_power = 1.5;  ///< firms x elasticity with which a market may open: below
                                     ///< 1 any fee would be raised again
constexpr double most_rivals = 2;    ///< more firms than usual with which a market may open
constexpr int first_months = 12;     ///< before which demand is not known

/// Firms that a market would open with; none if there is no room for rivals.
std::optional<size_t> firms_at_opening(Rooms<> state, const SmugglingMarket& market,
                                       double elasticity) {
  const double usual = state.value(state.run.parameters->smuggling.firms),
               wanted = std::max(usual, least_power / elasticity);
  // Where the passage is cheap the fee hardly matters to anyone: no number of rivals holds it
  // down.
  if (wanted > std::min({most_rivals * usual, most_firms / 2.0, market.requests / clients_of_firm}))
    return std::nullopt;
  return static_cast<size_t>(wanted);
}

}  // namespace

void open_market(Rooms<const Persons, const ChoiceTables, const Journey, Smuggling> state,
                 size_t border) {
  const auto& ids = state.run.parameters->smuggling;
  SmugglingMarket& market = state.smuggling.markets[border];
  const double elasticity = fee_elasticity(state, market);
  if (elasticity <= 0) return;
  const auto wanted = firms_at_opening(state, market, elasticity);
  if (!wanted) return;
  const size_t n = *wanted;
  const double spare = 1 + state.value(ids.spare_capacity);
  market.usual_capacity = market.requests / static_cast<double>(n) * spare;
  std::vector<double> capacity;
  auto& firms = state.smuggling.firms[border];
  for (size_t k = 0; k < n; ++k) {
    firms.push_back(new_firm(state, border, k));
    capacity.push_back(firms.back().capacity);
  }
  const double power = effective_firms(capacity) * elasticity;
  if (power <= 1) {
    firms.clear();
    return;
  }
  market.is_open = true;
  market.capacity_carry =
      first_carry(state, Carried::capacity, border,
                  state.persons.weight_of[state.run.world->borders[border].origin]);
  market.mark_up = 1 / (1 - 1 / power);
  market.next_fee_usd = market.fee_usd;
  market.margin_usd =
      market.fee_usd * expect_guided(state, border).entry * (1 - 1 / market.mark_up);
  // The usual risk is in the fee of the table already; what policies add is not.
  market.opening_risk_usd =
      risk_usd(state, state.run.plan.base(), border, market.requests / static_cast<double>(n));
}

void close_market(Rooms<Smuggling> state, size_t border) {
  SmugglingMarket& market = state.smuggling.markets[border];
  market.is_open = false;
  market.concentration = market.opening_risk_usd = 0;
  market.mark_up = 1;
  market.capacity_carry = 0;
  state.smuggling.firms[border].clear();
}

void renew_smugglers(Rooms<const Persons, Sums, const Labour, const ChoiceTables, const Journey,
                           Smuggling, const TraffickingMarket, const CaptivityTables>
                         state,
                     Month month) {
  const bool is_year_over = (month + 1 - state.run.first_month) % first_months == 0;
  for (size_t b = 0; b < state.smuggling.markets.size(); ++b) {
    SmugglingMarket& market = state.smuggling.markets[b];
    if (!market.is_open) {
      if (has_firms(state) && is_year_over) open_market(state, b);
      continue;
    }
    if (!has_firms(state)) {
      close_market(state, b);
      continue;
    }
    run_firms(state, b);
    leave_market(state, b);
    enter_market(state, b);
    if (is_year_over && market.requests < clients_of_firm) close_market(state, b);
  }
}

}  // namespace rumbo::migration
