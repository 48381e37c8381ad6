// The month's tables of captivity: what exploitation yields and risks, who is approached, how
// victims come free. docs/model.md: Trafficking and abuse.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "models/migration/abuse/abuse.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/recruitment.hpp"
#include "models/migration/trafficking/trafficking.hpp"

namespace rumbo::migration {
namespace {

constexpr double usual_vulnerability = 0.3;  ///< of victims, for what recruiting costs; assumed
constexpr double most_approached = 0.02;     ///< a resident and month

/// At a factor on what exploitation yields.
double value_at_factor_usd(Rooms<const Labour> state, size_t place, size_t purpose, double factor) {
  const auto& ids = state.run.parameters->trafficking;
  const double wage = state.labour.market_wage[worker_cell(place, 0, 0)];
  const double level =
      wage > 0 ? pow(wage / state.value(ids.reference_wage), state.value(ids.value_wage_elasticity))
               : 1.0;
  const double demand = purpose == static_cast<size_t>(Exploitation::domestic)
                            ? state.value(state.run.parameters->household.domestic_demand, place)
                            : 1;
  return state.value(ids.values[purpose]) * factor * demand * level / months_per_year;
}

double value_usd(Rooms<const Labour> state, size_t place, size_t purpose) {
  return value_at_factor_usd(state, place, purpose,
                             state.value(state.run.parameters->trafficking.value_factor, place));
}

/// What policies took off it.
double value_lost_usd(Rooms<const Labour> state, size_t place, size_t purpose) {
  const ParameterId id = state.run.parameters->trafficking.value_factor;
  return value_at_factor_usd(state, place, purpose,
                             state.run.plan.base().at(id, place) - state.value(id, place));
}

void set_exits(Rooms<CaptivityTables> state, size_t place) {
  const auto& ids = state.run.parameters->trafficking;
  VictimExits exits{.rescue = state.value(ids.rescue_rate, place),
                    .escape = state.value(ids.escape_rate, place),
                    .debt_end = state.value(ids.debt_end_rate, place),
                    .death = state.value(ids.death_rate, place)};
  auto& both = state.captivity_tables.exits[place];
  both[0] = exits;
  exits.rescue *= state.value(state.run.parameters->labour.inspection, place);
  both[1] = exits;
}

double detection_at(Rooms<> state, size_t place) {
  const auto& ids = state.run.parameters->trafficking;
  DetectionRules rules;
  rules.base = state.value(ids.detection, place) * state.value(ids.prosecution, place);
  rules.by_victims = state.value(ids.detection_by_victims);
  rules.protection = state.value(ids.protection, place);
  rules.by_inspection = state.value(ids.detection_by_inspection) *
                        state.value(state.run.parameters->labour.inspection, place);
  return monthly_detection(rules);
}

/// Places in shelters for those who come free, judged by how many did last month.
double sheltered_share(Rooms<const TraffickingMarket> state, size_t place) {
  const auto& ids = state.run.parameters->trafficking;
  const double open = state.value(ids.shelter_beds, place) / state.value(ids.shelter_months);
  const auto freed = static_cast<double>(state.trafficking_market.freed[place]);
  return std::min(1.0, open / std::max(1.0, freed));
}

void set_place(Rooms<const Labour, const TraffickingMarket, CaptivityTables> state, size_t place) {
  const auto& ids = state.run.parameters->trafficking;
  CaptivityTables& t = state.captivity_tables;
  const double share = state.value(ids.bargaining), keep = state.value(ids.keep_usd);
  for (size_t k = 0; k < n_exploitations; ++k) {
    t.value[place][k] = cents_from_usd(keep + share * (value_usd(state, place, k) - keep));
    t.value_lost_usd[place][k] = value_lost_usd(state, place, k);
  }
  set_exits(state, place);
  t.detection[place] = detection_at(state, place);
  t.sheltered[place] = sheltered_share(state, place);
  t.minor_factor[place] = state.value(ids.minor_factor, place);
  t.acceptance[place] =
      acceptance_probability({.bonus = state.value(ids.offer_bonus),
                              .believed_risk = state.value(ids.believed_risk, place),
                              .harm = state.value(ids.harm),
                              .credence = state.value(ids.credence, place)},
                             0);
}

/// What holding one victim at this place means, for any holder and before risk.
TraffickerTerms terms_at(Rooms<const Labour, const CaptivityTables> state, size_t place) {
  const auto& ids = state.run.parameters->trafficking;
  const auto& exits = state.captivity_tables.exits[place];
  TraffickerTerms terms;
  double rate = 0;
  for (size_t k = 0; k < n_exploitations; ++k) {
    terms.monthly_value_usd += usual_exploitation[k] * value_usd(state, place, k);
    rate +=
        usual_exploitation[k] * exits[is_at_work_place(static_cast<Exploitation>(k)) ? 1 : 0].all();
  }
  terms.bargaining_share = state.value(ids.bargaining);
  terms.monthly_keep_usd = state.value(ids.keep_usd);
  terms.months = rate > 0 ? std::min(1 / rate, 600.0) : 600.0;
  terms.corruptible = state.value(state.run.parameters->corruption.share, place);
  terms.bribe_usd = state.value(state.run.parameters->corruption.bribe_usd, place);
  return terms;
}

/// Assets: what a full house gains in a year.
double seized_usd(Rooms<> state, const TraffickerTerms& terms, size_t place) {
  const auto& ids = state.run.parameters->trafficking;
  const double yearly =
      terms.bargaining_share * (terms.monthly_value_usd - terms.monthly_keep_usd) * months_per_year;
  return state.value(ids.seizure, place) * std::max(0.0, yearly) * state.value(ids.capacity);
}

/// The risk that those of a cell run here, into terms_at this place; returns what would be seized.
double add_risk(Rooms<const CaptivityTables> state, size_t place, size_t cell,
                TraffickerTerms& terms) {
  terms.monthly_detection = detection_of(state, place, cell);
  const double seized = seized_usd(state, terms, place);
  terms.penalty_usd = state.value(state.run.parameters->trafficking.penalty_usd, place) + seized;
  return seized;
}

/// here  terms_at this place
void add_terms(Rooms<const CaptivityTables> state, const TraffickerTerms& here, size_t place,
               size_t cell, double weight, CellTerms& sum) {
  TraffickerTerms terms = here;
  const double seized = add_risk(state, place, cell, terms);
  sum.before_recruitment_usd += weight * trafficking_profit_usd(terms);
  sum.seized_usd += weight * seized;
  sum.seized_by_policy_usd +=
      weight * seized * share_by_policy(state, state.run.parameters->trafficking.seizure, place);
}

double recruiting_usd(Rooms<> state, size_t place, double emigration) {
  RecruitmentRules rules;
  rules.base_usd = state.value(state.run.parameters->trafficking.recruitment_usd, place);
  return recruitment_cost_usd(rules, usual_vulnerability, emigration);
}

/// Those who traffic abroad serve the places where their compatriots live.
CellTerms terms_abroad(Rooms<const CaptivityTables, const Census> state,
                       const std::vector<TraffickerTerms>& at, size_t place) {
  const size_t n = state.n_places();
  int64_t all = 0, away = 0;
  for (size_t d = 0; d < n; ++d) {
    const int64_t here = state.census.compatriots[place * n + d];
    all += here;
    if (d != place && state.run.world->is_alive(d)) away += here;
  }
  CellTerms terms;
  if (away == 0) return terms;
  for (size_t d = 0; d < n; ++d) {
    if (d == place || !state.run.world->is_alive(d) || state.census.compatriots[place * n + d] == 0)
      continue;
    const double weight =
        static_cast<double>(state.census.compatriots[place * n + d]) / static_cast<double>(away);
    add_terms(state, at[d], d, market_cell(place, Reach::abroad), weight, terms);
  }
  terms.recruitment_usd =
      recruiting_usd(state, place, static_cast<double>(away) / static_cast<double>(all));
  return terms;
}

/// Offers that the free places of a cell's traffickers lead to, a month.
double offers(Rooms<const TraffickingMarket> state, size_t cell) {
  const auto& ids = state.run.parameters->trafficking;
  const auto& market = state.trafficking_market;
  const double room = static_cast<double>(market.members[cell].size()) * state.value(ids.capacity) -
                      static_cast<double>(market.held[cell]);
  return state.value(ids.market) * state.value(ids.fill_rate) * std::max(0.0, room);
}

void resize(CaptivityTables& t, size_t n) {
  t.approach_inside.assign(n, 0);
  t.approach_abroad.assign(n, 0);
  t.acceptance.assign(n, 0);
  t.minor_factor.assign(n, 0);
  t.value.assign(n, {});
  t.value_lost_usd.assign(n, {});
  t.exits.assign(n, {});
  t.detection.assign(n, 0);
  t.sheltered.assign(n, 0);
  t.terms.assign(n * n_reaches, {});
}

}  // namespace

double expected_penalty_at(Rooms<const Labour, const CaptivityTables> state, size_t place) {
  TraffickerTerms terms = terms_at(state, place);
  add_risk(state, place, market_cell(place, Reach::inside), terms);
  return expected_penalty_usd(terms);
}

void set_captivity_tables(
    Rooms<const Labour, const TraffickingMarket, CaptivityTables, const Hostility, const Census>
        state,
    Month) {
  const auto& ids = state.run.parameters->trafficking;
  const size_t n = state.n_places();
  CaptivityTables& t = state.captivity_tables;
  set_abuse_tables(state);
  resize(t, n);
  t.has_traffickers = state.value(ids.market) > 0;
  t.residents = state.census.population;
  t.focus = state.value(ids.focus);
  t.poverty_line = state.value(ids.poverty_line);
  t.most_deceived = state.value(ids.most_deceived);
  t.keep = cents_from_usd(state.value(ids.keep_usd));
  for (size_t p = 0; p < n; ++p)
    if (state.run.world->is_alive(p)) set_place(state, p);
  // Those who are held when the market ends come free as ever; no one is recruited.
  if (!t.has_traffickers) return;
  std::vector<TraffickerTerms> at(n);
  for (size_t p = 0; p < n; ++p)
    if (state.run.world->is_alive(p)) at[p] = terms_at(state, p);
  for (size_t p = 0; p < n; ++p) {
    if (!state.run.world->is_alive(p)) continue;
    const size_t inside = market_cell(p, Reach::inside), abroad = market_cell(p, Reach::abroad);
    add_terms(state, at[p], p, inside, 1, t.terms[inside]);
    t.terms[inside].recruitment_usd = recruiting_usd(state, p, 0);
    t.terms[abroad] = terms_abroad(state, at, p);
    const auto residents = static_cast<double>(std::max<int64_t>(1, state.census.population[p]));
    const double leavers = static_cast<double>(state.trafficking_market.leavers[p]) / 12;
    t.approach_inside[p] = std::min(most_approached, offers(state, inside) / residents);
    t.approach_abroad[p] = offers(state, abroad) / std::max(1.0, leavers);
  }
}

}  // namespace rumbo::migration
