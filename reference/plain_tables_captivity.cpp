// Abuse at work, what exploitation yields, and how victims come free in a month, plainly; see
// plain_tables.hpp. docs/model.md: Trafficking and abuse.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "reference/plain_tables.hpp"
#include "reference/plain_tables_trafficking.hpp"

namespace rumbo::migration {

namespace {

/// Work turns abusive at a rate that inspection lowers and hostility raises; inspection ends it
/// sooner too.
void set_abuse(State& state, size_t place) {
  const auto& ids = state.parameters->abuse;
  const auto& opinion = state.parameters->hostility;
  CaptivityTables& t = state.captivity_tables;
  const double felt = state.hostility.level.empty()
                          ? 0
                          : state.value(opinion.weight) * state.hostility.level[place];
  const double watched = pow(state.value(state.parameters->labour.inspection, place),
                             state.value(ids.inspection_effect));
  const double rate =
      state.value(ids.rate, place) / watched * (1 + state.value(opinion.abuse_effect) * felt);
  t.abuse_irregular[place] = monthly_probability(rate);
  t.abuse_regular[place] = monthly_probability(rate * state.value(ids.regular_factor));
  t.abuse_end[place] = monthly_probability(state.value(ids.end_rate, place) * watched);
}

/// What a victim yields a month at a factor: by purpose and by the wage of the least schooled.
double yield_usd(const State& state, size_t place, size_t purpose, double factor) {
  const auto& ids = state.parameters->trafficking;
  const double wage = state.labour.market_wage[worker_cell(
      place, static_cast<size_t>(Skill::low), static_cast<size_t>(WorkerGroup::native))];
  const double of_wage =
      wage > 0 ? pow(wage / state.value(ids.reference_wage), state.value(ids.value_wage_elasticity))
               : 1;
  const double of_demand = purpose == static_cast<size_t>(Exploitation::domestic)
                               ? state.value(state.parameters->household.domestic_demand, place)
                               : 1;
  return state.value(ids.values[purpose]) * factor * of_demand * of_wage / 12;
}

/// What is left after the cost of holding is shared with the buyer, and what policies took off.
void set_yields(State& state, size_t place) {
  const auto& ids = state.parameters->trafficking;
  CaptivityTables& t = state.captivity_tables;
  const double keep = state.value(ids.keep_usd), kept = state.value(ids.bargaining);
  const double by_policy =
      state.plan.base().at(ids.value_factor, place) - state.value(ids.value_factor, place);
  for (size_t purpose = 0; purpose < n_exploitations; ++purpose) {
    const double value = plain_exploitation_usd(state, place, purpose);
    t.value[place][purpose] = cents_from_usd(keep + kept * (value - keep));
    t.value_lost_usd[place][purpose] = yield_usd(state, place, purpose, by_policy);
  }
}

/// Inspection finds those who are held at places of work.
void set_ways_free(State& state, size_t place) {
  const auto& ids = state.parameters->trafficking;
  for (const bool is_at_work : {false, true}) {
    VictimExits& exits = state.captivity_tables.exits[place][is_at_work ? 1 : 0];
    exits.rescue = state.value(ids.rescue_rate, place);
    exits.escape = state.value(ids.escape_rate, place);
    exits.debt_end = state.value(ids.debt_end_rate, place);
    exits.death = state.value(ids.death_rate, place);
    if (is_at_work) exits.rescue *= state.value(state.parameters->labour.inspection, place);
  }
}

/// By police as far as cases are prosecuted, by protected victims and by inspection.
double detected(const State& state, size_t place) {
  const auto& ids = state.parameters->trafficking;
  const double by_police = state.value(ids.detection, place) * state.value(ids.prosecution, place);
  const double by_victims =
      state.value(ids.detection_by_victims) * state.value(ids.protection, place);
  const double by_inspection = state.value(ids.detection_by_inspection) *
                               state.value(state.parameters->labour.inspection, place);
  return std::min(1.0, by_police + by_victims + by_inspection);
}

/// Share of those freed, as many as last month, who find one of the beds that come free.
double sheltered(const State& state, size_t place) {
  const auto& ids = state.parameters->trafficking;
  const double beds = state.value(ids.shelter_beds, place) / state.value(ids.shelter_months);
  const auto freed = static_cast<double>(state.trafficking_market.freed[place]);
  return std::min(1.0, beds / std::max(1.0, freed));
}

/// Adults who believe an offer accept it by a logit: what is promised against the risk believed.
double accepted(const State& state, size_t place) {
  const auto& ids = state.parameters->trafficking;
  const double utility =
      state.value(ids.offer_bonus) - state.value(ids.believed_risk, place) * state.value(ids.harm);
  return state.value(ids.credence, place) / (1 + exp(-utility));
}

void set_victims_of(State& state, size_t place) {
  CaptivityTables& t = state.captivity_tables;
  set_yields(state, place);
  set_ways_free(state, place);
  t.detection[place] = detected(state, place);
  t.sheltered[place] = sheltered(state, place);
  t.acceptance[place] = accepted(state, place);
  t.minor_factor[place] = state.value(state.parameters->trafficking.minor_factor, place);
}

}  // namespace

double plain_exploitation_usd(const State& state, size_t place, size_t purpose) {
  return yield_usd(state, place, purpose,
                   state.value(state.parameters->trafficking.value_factor, place));
}

void plain_captivity(State& state) {
  const auto& ids = state.parameters->trafficking;
  const size_t n = state.n_places();
  CaptivityTables& t = state.captivity_tables;
  t = {};
  t.has_traffickers = state.value(ids.market) > 0;
  t.residents = state.census.population;
  t.focus = state.value(ids.focus);
  t.poverty_line = state.value(ids.poverty_line);
  t.most_deceived = state.value(ids.most_deceived);
  t.keep = cents_from_usd(state.value(ids.keep_usd));
  t.wage_theft = state.value(state.parameters->abuse.wage_theft);
  for (auto* of_places :
       {&t.approach_inside, &t.approach_abroad, &t.acceptance, &t.minor_factor, &t.detection,
        &t.sheltered, &t.abuse_irregular, &t.abuse_regular, &t.abuse_end})
    of_places->assign(n, 0);
  t.value.assign(n, {});
  t.value_lost_usd.assign(n, {});
  t.exits.assign(n, {});
  t.terms.assign(n * n_reaches, {});
  for (size_t p = 0; p < n; ++p) set_abuse(state, p);
  for (size_t p = 0; p < n; ++p)
    if (state.world->is_alive(p)) set_victims_of(state, p);
  if (t.has_traffickers) plain_traffickers_terms(state);
}

}  // namespace rumbo::migration
