// What a passage with a guide costs those who sell it, plainly; see plain_tables_passages.hpp.
// docs/model.md: Smugglers.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "reference/plain_tables_choice.hpp"
#include "reference/plain_tables_passages.hpp"

namespace rumbo::migration {

namespace {

constexpr double least_arriving = 1e-4;  ///< chance of arriving below which cost rises no more

/// One crossing with a guide under the effort of 2000.
struct CrossingThen {
  double entry = 0;     ///< probability, in the end
  double attempts = 0;  ///< on average
};

/// Attempts are a geometric number cut at those that the contract covers; with D = 1 - p s,
/// E(attempts) = (1 - (p s)^K) / D and P(entry) = (1 - p - delta) E(attempts).
CrossingThen crossing_then(const State& state, size_t border) {
  const auto& ids = state.parameters->border;
  const double unguarded = 1 - state.value(ids.guide_effect);
  const size_t place = state.world->borders[border].destination;
  const double found = state.value(ids.apprehension, border) * unguarded;
  const double dies = std::min(1.0, state.value(ids.death, border) * unguarded *
                                        (1 - state.value(ids.rescue_elsewhere, place)));
  const double caught = std::min(found, 1 - dies);
  const double again = caught * state.value(ids.retry, border);
  const auto most = static_cast<int>(state.value(state.parameters->smuggling.attempts_covered));
  CrossingThen crossing;
  if (again >= 1)
    crossing.attempts = most;
  else
    crossing.attempts = (1 - (again > 0 ? pow(again, most) : 0)) / (1 - again);
  if (found < 1 - dies) crossing.entry = (1 - caught - dies) * crossing.attempts;
  return crossing;
}

/// Probability of coming over a path with a guide where dangers are those of the table.
double comes_over(const State& state, const Path& path) {
  const double unguarded = 1 - state.value(state.parameters->border.guide_effect);
  double share = 1;
  for (const uint8_t number : path) {
    const Leg& leg = state.world->legs[number];
    const double dies = std::min(1.0, leg.death * unguarded);
    const double sent_back = std::min(1 - dies, leg.forced_return * unguarded);
    const double strands = std::min(1 - dies - sent_back, leg.stranding);
    share *= 1 - dies - sent_back - strands;
  }
  return share;
}

double comes_to_border_then(const State& state, size_t number) {
  const Border& border = state.world->borders[number];
  const double other =
      border.has_other_path ? state.value(state.parameters->transit.other_path_share) : 0;
  return (1 - other) * comes_over(state, border.path) +
         other * comes_over(state, border.other_path);
}

/// C = (c_journey + c_attempt E(attempts)) / P(entry), which is the fee of the table at the effort
/// of 2000; attempts have their share of it.
double cost_without_firms(const State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  const CrossingThen then = crossing_then(state, border);
  const JourneyExpectation& now = plain_journey(state, border, Channel::smuggler);
  const double fee = state.value(ids.base_fee, border), share = state.value(ids.attempt_share);
  const double arriving_then = std::max(least_arriving, then.entry);
  const double an_attempt = fee * arriving_then * share / then.attempts;
  const double a_journey = fee * comes_to_border_then(state, border) * arriving_then * (1 - share);
  const double of_client = a_journey + an_attempt * now.attempts;
  return of_client / std::max(least_arriving, now.entry) * state.value(ids.fee_factor);
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
  return std::max(1.0, cost_without_firms(state, border) / market.mark_up + added_risk);
}

}  // namespace rumbo::migration
