// What traffickers expect of a victim, and how many persons they approach in a month, plainly; see
// plain_tables_trafficking.hpp. docs/model.md: Trafficking and abuse.
#include "reference/plain_tables_trafficking.hpp"

#include <algorithm>
#include <array>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {

namespace {

/// Victims by purpose as traffickers expect them: sexual, labour, domestic, other (assumed).
constexpr std::array<double, n_exploitations> expected_purposes{0.305, 0.41, 0.185, 0.10};
/// Score of vulnerability of those they recruit (assumed).
constexpr double expected_vulnerability = 0.3;

/// What holding one victim at a place is expected to bring a month and to last.
struct Holding {
  double value_usd = 0;  ///< V
  double months = 0;     ///< T: at most fifty years
};

Holding holding_at(const State& state, size_t place) {
  Holding holding;
  double rate = 0;
  for (size_t purpose = 0; purpose < n_exploitations; ++purpose) {
    const bool is_at_work = purpose == static_cast<size_t>(Exploitation::labour) ||
                            purpose == static_cast<size_t>(Exploitation::domestic);
    const VictimExits& exits = state.captivity_tables.exits[place][is_at_work ? 1 : 0];
    holding.value_usd += expected_purposes[purpose] * plain_exploitation_usd(state, place, purpose);
    rate +=
        expected_purposes[purpose] * (exits.rescue + exits.escape + exits.debt_end + exits.death);
  }
  constexpr double most = 600;
  holding.months = rate > 0 ? std::min(1 / rate, most) : most;
  return holding;
}

/// B (V - c), a month.
double gain_usd(const State& state, const Holding& holding) {
  const auto& ids = state.parameters->trafficking;
  return state.value(ids.bargaining) * (holding.value_usd - state.value(ids.keep_usd));
}

/// What is seized with a conviction: a share of what a full house gains in a year.
double expected_seizure_usd(const State& state, size_t place, const Holding& holding) {
  const auto& ids = state.parameters->trafficking;
  return state.value(ids.seizure, place) * std::max(0.0, gain_usd(state, holding) * 12) *
         state.value(ids.capacity);
}

/// (1 - chi) Q L + chi min(Q L, b), Q = 1 - (1 - q)^T.
double expected_punishment_usd(const State& state, size_t place, const Holding& holding, double q) {
  const auto& corruption = state.parameters->corruption;
  const double penalty = state.value(state.parameters->trafficking.penalty_usd, place) +
                         expected_seizure_usd(state, place, holding);
  const double found = q < 1 ? -expm1(holding.months * log1p(-q)) : 1;
  const double full = found * penalty;
  const double chi = state.value(corruption.share, place);
  return (1 - chi) * full + chi * std::min(full, state.value(corruption.bribe_usd, place));
}

/// Adds a place where victims are held to what traffickers of a cell expect, by its weight.
/// q  chance a month that one is detected
void add_place(const State& state, size_t place, double q, double weight, CellTerms& terms) {
  const ParameterId seizure = state.parameters->trafficking.seizure;
  const Holding holding = holding_at(state, place);
  const double profit =
      gain_usd(state, holding) * holding.months - expected_punishment_usd(state, place, holding, q);
  const double seized = expected_seizure_usd(state, place, holding);
  const double now = state.value(seizure, place), without = state.plan.base().at(seizure, place);
  const double by_policy = now > 0 ? 1 - without / now : 0;
  terms.before_recruitment_usd += weight * profit;
  terms.seized_usd += weight * seized;
  terms.seized_by_policy_usd += weight * seized * by_policy;
}

/// Recruiting is cheaper the more vulnerable the victim, up to a half, and the more people leave:
/// half the cost where a twentieth is abroad.
double recruiting_usd(const State& state, size_t place, double share_abroad) {
  return state.value(state.parameters->trafficking.recruitment_usd, place) *
         (1 - 0.5 * expected_vulnerability) / (1 + share_abroad / 0.05);
}

/// Those who recruit abroad serve the places where their compatriots live, by how many, and bear
/// part of the risk at home.
CellTerms terms_of_leavers(const State& state, size_t home) {
  const size_t n = state.n_places();
  const auto& detection = state.captivity_tables.detection;
  const auto living = [&](size_t place) { return state.census.compatriots[home * n + place]; };
  int64_t all = 0, abroad = 0;
  for (size_t p = 0; p < n; ++p) {
    all += living(p);
    if (p != home && state.world->is_alive(p)) abroad += living(p);
  }
  CellTerms terms;
  if (abroad == 0) return terms;
  const double at_home = state.value(state.parameters->trafficking.origin_share) * detection[home];
  for (size_t p = 0; p < n; ++p) {
    if (p == home || !state.world->is_alive(p)) continue;
    const double weight = static_cast<double>(living(p)) / static_cast<double>(abroad);
    add_place(state, p, std::min(1.0, detection[p] + at_home), weight, terms);
  }
  terms.recruitment_usd =
      recruiting_usd(state, home, static_cast<double>(abroad) / static_cast<double>(all));
  return terms;
}

/// Offers a month for the free places of all traffickers of a cell.
double offers_of(const State& state, size_t cell) {
  const auto& ids = state.parameters->trafficking;
  const TraffickingMarket& market = state.trafficking_market;
  const double places =
      static_cast<double>(market.members[cell].size()) * state.value(ids.capacity);
  const double held = static_cast<double>(market.held[cell]);
  return state.value(ids.market) * state.value(ids.fill_rate) * std::max(0.0, places - held);
}

}  // namespace

void plain_traffickers_terms(State& state) {
  CaptivityTables& t = state.captivity_tables;
  constexpr double most_approached = 0.02;  // of residents
  for (size_t p = 0; p < state.n_places(); ++p) {
    if (!state.world->is_alive(p)) continue;
    const size_t inside = market_cell(p, Reach::inside), abroad = market_cell(p, Reach::abroad);
    add_place(state, p, std::min(1.0, t.detection[p]), 1, t.terms[inside]);
    t.terms[inside].recruitment_usd = recruiting_usd(state, p, 0);
    t.terms[abroad] = terms_of_leavers(state, p);
    const auto residents = static_cast<double>(std::max<int64_t>(1, state.census.population[p]));
    const double leavers_a_month = static_cast<double>(state.trafficking_market.leavers[p]) / 12;
    t.approach_inside[p] = std::min(most_approached, offers_of(state, inside) / residents);
    t.approach_abroad[p] = offers_of(state, abroad) / std::max(1.0, leavers_a_month);
  }
}

}  // namespace rumbo::migration
