// Shocks, safety, and who has grounds to claim asylum in a month, plainly; see plain_tables.hpp.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "reference/plain_tables.hpp"

namespace rumbo::migration {

namespace {

/// Factor on the force of shocks of a kind.
double strength(const State& state, size_t place, ShockKind kind) {
  const auto& ids = state.parameters->shocks;
  double factor = state.value(ids.factor, place);
  if (kind == ShockKind::violence) factor *= state.value(ids.violence, place);
  return factor;
}

/// Force of all shocks of a kind: each full until its last month, then halved every half-life;
/// together at most 1, or at most the factor where that is more.
double force_of(const State& state, size_t place, ShockKind kind, Month month) {
  const double factor = strength(state, place, kind);
  double force = 0;
  for (const Shock& shock : state.world->shocks) {
    if (shock.place != place || shock.kind != kind || month.count() < shock.first) continue;
    double left = 1;
    if (month.count() > shock.last)
      left = shock.half_life_months == 0
                 ? 0
                 : remaining_share(shock.half_life_months, month.count() - shock.last);
    force = std::min(std::max(1.0, factor), force + factor * (shock.severity * left));
  }
  return force;
}

/// Chance of being driven from home in a month by any of the shocks at full force: over its months
/// each displaces its share, at a rate times its factor.
double displacement_of(const State& state, size_t place, Month month) {
  double driven = 0;
  for (const Shock& shock : state.world->shocks) {
    if (shock.place != place || month.count() < shock.first || month.count() > shock.last) continue;
    const int months = shock.last - shock.first + 1;
    const double rate = -log1p(-shock.displaced_share) / months;
    const double factor = strength(state, place, shock.kind) *
                          state.value(state.parameters->shocks.displacement, place);
    const double by_this = -expm1(-(rate * factor));
    driven = 1 - (1 - driven) * (1 - by_this);
  }
  return driven;
}

/// Chance in a month of what half have met after this many months.
double chance_of_half_life(double months) {
  return months == 0 ? 1 : 1 - remaining_share(months, 1);
}

/// Share of a people with grounds: a level, times the exponential of shocks of violence and
/// politics (together at most 1) and of z-scores, up to a ceiling.
double grounds_of(const State& state, size_t place, Month month) {
  const auto& ids = state.parameters->asylum;
  const double shock = force_of(state, place, ShockKind::violence, month) +
                       force_of(state, place, ShockKind::political, month);
  const double unsafe = plain_safety(state, place, month, 0) +
                        plain_safety(state, place, month, 1) - plain_safety(state, place, month, 2);
  const double threat =
      state.value(ids.claim_shock) * std::min(1.0, shock) + state.value(ids.claim_safety) * unsafe;
  return std::min(state.value(ids.most_share), state.value(ids.claim_share, place) * exp(threat));
}

void set_shocks_of(State& state, size_t place, Month month) {
  const auto& ids = state.parameters->shocks;
  Shocks& table = state.shocks;
  table.utility[place] = 0;
  for (size_t kind = 0; kind < n_shock_kinds; ++kind) {
    const double force = force_of(state, place, static_cast<ShockKind>(kind), month);
    table.force(place, kind) = force;
    table.utility[place] += state.value(ids.weight[kind]) * force;
  }
  const double after_disaster = 1 - state.value(ids.income_loss_disaster) *
                                        force_of(state, place, ShockKind::disaster, month);
  const double after_slump = 1 - state.value(ids.income_loss_economic) *
                                     force_of(state, place, ShockKind::economic, month);
  constexpr double least = 0.05;
  table.income_left[place] = std::max(least, after_disaster) * std::max(least, after_slump);
  table.displacement[place] = displacement_of(state, place, month);
  table.displaced_end[place] = chance_of_half_life(state.value(ids.displaced_half_life, place));
}

/// Temporary rights for those from a place who live without one elsewhere, by its worst shock.
void set_protection_from(State& state, size_t place, Month month) {
  double worst = 0;
  for (size_t kind = 0; kind < n_shock_kinds; ++kind)
    worst = std::max(worst, force_of(state, place, static_cast<ShockKind>(kind), month));
  for (size_t there = 0; there < state.n_places(); ++there)
    state.asylum.protection[place * state.n_places() + there] =
        monthly_probability(state.value(state.parameters->asylum.protection_rate, there) * worst);
}

}  // namespace

double plain_safety(const State& state, size_t place, Month month, size_t measure) {
  const double score = state.world->safety(place, year_index(month.year()), measure);
  const double violence = state.value(state.parameters->shocks.violence, place);
  const double beyond_none = score - state.world->safety_zero[measure];
  return measure == 2 ? score : score + (violence - 1) * beyond_none;
}

void plain_shocks(State& state, Month month) {
  const auto& ids = state.parameters->asylum;
  const size_t n = state.n_places();
  state.shocks.force = Grid(n, n_shock_kinds);
  for (auto* table :
       {&state.shocks.utility, &state.shocks.income_left, &state.shocks.displacement,
        &state.shocks.displaced_end, &state.asylum.with_grounds, &state.asylum.refugee_settle})
    table->assign(n, 0);
  state.asylum.protection.assign(n * n, 0);
  state.shocks.displaced_propensity = state.value(state.parameters->shocks.displaced_propensity);
  state.asylum.return_factor = state.value(ids.return_factor);
  for (size_t p = 0; p < n; ++p) {
    set_shocks_of(state, p, month);
    state.asylum.refugee_settle[p] = monthly_probability(1 / state.value(ids.settle_years, p));
    if (state.world->places[p].kind != PlaceKind::inside) continue;
    state.asylum.with_grounds[p] = grounds_of(state, p, month);
    set_protection_from(state, p, month);
  }
}

}  // namespace rumbo::migration
