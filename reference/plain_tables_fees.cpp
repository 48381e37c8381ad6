// Fees of smugglers that those who decide in a month hear, plainly; see plain_tables.hpp.
// docs/model.md: Smugglers.
#include <algorithm>

#include "reference/plain_tables.hpp"
#include "reference/plain_tables_choice.hpp"
#include "reference/plain_tables_journey.hpp"

namespace rumbo::migration {

namespace {

/// Chance of getting in, held above a floor so that fees stay finite.
double paying(double entry) {
  return std::max(1e-4, entry);
}

/// A crossing with a guide at the effort of 2000 and without crowds.
CrossingExpectation crossing_of_2000(const State& state, size_t border) {
  const auto& ids = state.parameters->border;
  CrossingRules rules;
  rules.apprehension = state.value(ids.apprehension, border) * plain_left_by_guide(state, true);
  rules.death = plain_border_death(state, border, true);
  rules.retry = state.value(ids.retry, border);
  rules.most_attempts =
      static_cast<int32_t>(state.value(state.parameters->smuggling.attempts_covered));
  return plain_crossing(rules);
}

/// Chance of passing all legs of a path with a guide, at the dangers of the table.
double passing_by_table(const State& state, const Path& path) {
  double passing = 1;
  for (const uint8_t leg : path) {
    const LegChances c = plain_leg(state.world->legs[leg], 1, 1, plain_left_by_guide(state, true));
    passing *= 1 - c.death - c.forced_return - c.stranding;
  }
  return passing;
}

double coming_by_table(const State& state, size_t border) {
  const Border& b = state.world->borders[border];
  const double other =
      b.has_other_path ? state.value(state.parameters->transit.other_path_share) : 0;
  return (1 - other) * passing_by_table(state, b.path) +
         other * passing_by_table(state, b.other_path);
}

/// C = (c_journey + c_attempt E(attempts)) / P(entry), the costs such that it is the table's fee at
/// the effort of 2000.
double cost_of_passage(const State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  const double fee = state.value(ids.base_fee, border), share = state.value(ids.attempt_share);
  const CrossingExpectation then = crossing_of_2000(state, border);
  const JourneyExpectation& now = plain_journey(state, border, Channel::smuggler);
  const double of_attempt = fee * paying(then.entry) * share / then.attempts;
  const double of_journey = fee * coming_by_table(state, border) * paying(then.entry) * (1 - share);
  return (of_journey + of_attempt * now.attempts) / paying(now.entry) * state.value(ids.fee_factor);
}

/// What bribes and punishment cost a firm of usual size for each client who arrives.
double cost_of_risk(const State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  const size_t place = state.world->borders[border].destination;
  double firms = 0, profits = 0;
  for (const Smuggler& firm : state.smuggling.firms[border]) {
    if (!firm.is_active) continue;
    firms += 1;
    profits += std::max(0.0, firm.profit_usd);
  }
  const double requests = state.smuggling.markets[border].requests;
  const double clients = firms > 0 ? requests / firms : requests,
               a_year = firms > 0 ? 12 * profits / firms : 0;
  const double corrupt = state.value(state.parameters->corruption.share, place);
  const double penalty = state.value(ids.penalty_usd) + state.value(ids.seizure, place) * a_year;
  const double convicted = state.value(ids.prosecution, place) * (1 - corrupt);
  const JourneyExpectation& journey = plain_journey(state, border, Channel::smuggler);
  const double punishment = convicted * penalty / std::max(1.0, clients),
               bribes = corrupt * state.value(ids.bribe_usd) * journey.apprehensions;
  return journey.entry > 0 ? (punishment + bribes) / journey.entry : 0;
}

/// What competition would bring the fee of firms to: their cost moves with that of a passage, and
/// with risk beyond that of the month in which the market opened.
double cost_of_firms(const State& state, size_t border) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  const double risk = cost_of_risk(state, border) - market.opening_risk_usd;
  return std::max(1.0, cost_of_passage(state, border) / market.mark_up + risk);
}

}  // namespace

void plain_fees(State& state) {
  const bool are_firms_allowed = state.value(state.parameters->smuggling.market) >= 0.5;
  for (size_t b = 0; b < state.world->borders.size(); ++b) {
    SmugglingMarket& market = state.smuggling.markets[b];
    if (market.is_open && are_firms_allowed)
      market.fee_usd = std::max(market.next_fee_usd, cost_of_firms(state, b));
    else
      market.fee_usd = cost_of_passage(state, b);
  }
}

}  // namespace rumbo::migration
