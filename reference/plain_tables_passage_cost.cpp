// What a passage with a guide costs those who sell it, plainly; see plain_tables_passages.hpp.
// docs/model.md: Smugglers.
#include <algorithm>

#include "reference/plain_tables_choice.hpp"
#include "reference/plain_tables_journey.hpp"
#include "reference/plain_tables_passages.hpp"

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

double active_firms(const std::vector<Smuggler>& firms) {
  double n = 0;
  for (const Smuggler& firm : firms)
    if (firm.is_active) n += 1;
  return n;
}

/// What a firm has earned in a year on average, if all its months are like the last.
double usual_profit_a_year(const std::vector<Smuggler>& firms) {
  double earned = 0;
  for (const Smuggler& firm : firms)
    if (firm.is_active) earned += std::max(0.0, firm.profit_usd);
  const double n = active_firms(firms);
  return n > 0 ? 12 * earned / n : 0;
}

}  // namespace

double plain_cost_without_firms(const State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  const double fee = state.value(ids.base_fee, border), share = state.value(ids.attempt_share);
  const CrossingExpectation then = crossing_of_2000(state, border);
  const JourneyExpectation& now = plain_journey(state, border, Channel::smuggler);
  const double of_attempt = fee * paying(then.entry) * share / then.attempts;
  const double of_journey = fee * coming_by_table(state, border) * paying(then.entry) * (1 - share);
  return (of_journey + of_attempt * now.attempts) / paying(now.entry) * state.value(ids.fee_factor);
}

double plain_passage_risk(const State& state, const ParameterValues& values, size_t border,
                          double clients) {
  const auto& ids = state.parameters->smuggling;
  const size_t place = state.world->borders[border].destination;
  const JourneyExpectation& journey = plain_journey(state, border, Channel::smuggler);
  if (!(journey.entry > 0)) return 0;
  // A corrupt official takes a bribe for each apprehension and convicts no one.
  const double corrupt = values.at(state.parameters->corruption.share, place);
  const double convicted = values.at(ids.prosecution, place) * (1 - corrupt);
  const double loss =
      values.at(ids.penalty_usd, 0) +
      values.at(ids.seizure, place) * usual_profit_a_year(state.smuggling.firms[border]);
  const double punishment = convicted * loss / std::max(1.0, clients);
  const double bribes = corrupt * values.at(ids.bribe_usd, 0) * journey.apprehensions;
  return (punishment + bribes) / journey.entry;
}

double plain_passage_cost(const State& state, size_t border) {
  const SmugglingMarket& market = state.smuggling.markets[border];
  const double n = active_firms(state.smuggling.firms[border]);
  const double clients = n > 0 ? market.requests / n : market.requests;
  // The fee when the market opened held a mark-up and the usual risk already.
  const double added_risk =
      plain_passage_risk(state, state.values, border, clients) - market.opening_risk_usd;
  return std::max(1.0, plain_cost_without_firms(state, border) / market.mark_up + added_risk);
}

}  // namespace rumbo::migration
