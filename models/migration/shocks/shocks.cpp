// Shocks by place and month: on leaving, income, and homes. docs/model.md: Shocks and asylum.
#include "models/migration/shocks/shocks.hpp"

#include <algorithm>

#include "models/migration/asylum/grounds.hpp"
#include "models/migration/shocks/displacement.hpp"

namespace rumbo::migration {
namespace {

/// Factor on the severity of a shock.
double force_factor(const State& state, const Shock& shock) {
  const auto& ids = state.parameters->shocks;
  const double violence =
      shock.kind == ShockKind::violence ? state.value(ids.violence, shock.place) : 1;
  return state.value(ids.factor, shock.place) * violence;
}

/// Force by place and kind, and who is driven from home.
void add_shocks(State& state, Month month) {
  const auto& ids = state.parameters->shocks;
  MonthTables& t = state.tables;
  for (const Shock& shock : state.world->shocks) {
    const double factor = force_factor(state, shock);
    double& force = t.shock(shock.place, static_cast<size_t>(shock.kind));
    force = std::min(std::max(1.0, factor),
                     force + factor * shock_force(shock.severity, shock.first, shock.last,
                                                  shock.half_life_months, month.count()));
    if (month.count() < shock.first || month.count() > shock.last) continue;
    const double driven =
        displacement_probability(shock.displaced_share, shock.last - shock.first + 1,
                                 factor * state.value(ids.displacement, shock.place));
    t.displacement[shock.place] = 1 - (1 - t.displacement[shock.place]) * (1 - driven);
  }
}

/// What threatens the people of a place, as the log of a factor on the share with grounds to claim.
double threat(const State& state, size_t place, size_t year) {
  const auto& ids = state.parameters->asylum;
  const MonthTables& t = state.tables;
  const double shock = t.shock(place, static_cast<size_t>(ShockKind::violence)) +
                       t.shock(place, static_cast<size_t>(ShockKind::political));
  const double unsafe =
      safety(state, place, year, 0) + safety(state, place, year, 1) - safety(state, place, year, 2);
  return state.value(ids.claim_shock) * std::min(1.0, shock) +
         state.value(ids.claim_safety) * unsafe;
}

void set_grounds(State& state, Month month) {
  const auto& ids = state.parameters->asylum;
  const size_t n = state.n_places();
  MonthTables& t = state.tables;
  for (size_t p = 0; p < n; ++p) {
    if (!state.world->is_inside(p)) continue;
    t.with_grounds[p] =
        share_with_grounds(state.value(ids.claim_share, p),
                           threat(state, p, year_index(month.year())), state.value(ids.most_share));
    double worst = 0;
    for (size_t k = 0; k < n_shock_kinds; ++k) worst = std::max(worst, t.shock(p, k));
    for (size_t d = 0; d < n; ++d)
      t.protection[p * n + d] = monthly_probability(state.value(ids.protection_rate, d) * worst);
  }
}

}  // namespace

double safety(const State& state, size_t place, size_t year, size_t measure) {
  const double score = state.world->safety(place, year, measure);
  if (measure > 1) return score;  // democracy has no violence to prevent
  const double violence = state.value(state.parameters->shocks.violence, place);
  return score + (violence - 1) * (score - state.world->safety_zero[measure]);
}

double worst_shock(const State& state, size_t place) {
  double worst = 0;
  for (size_t k = 0; k < n_shock_kinds; ++k) worst = std::max(worst, state.tables.shock(place, k));
  return worst;
}

void set_shock_tables(State& state, Month month) {
  const auto& ids = state.parameters->shocks;
  const auto& asylum = state.parameters->asylum;
  const size_t n = state.n_places();
  MonthTables& t = state.tables;
  t.shock = Grid(n, n_shock_kinds);
  t.shock_utility.assign(n, 0);
  t.income_left.assign(n, 1);
  t.displacement.assign(n, 0);
  t.displaced_end.assign(n, 0);
  t.with_grounds.assign(n, 0);
  t.protection.assign(n * n, 0);
  t.refugee_settle.assign(n, 0);
  add_shocks(state, month);
  for (size_t p = 0; p < n; ++p) {
    for (size_t k = 0; k < n_shock_kinds; ++k)
      t.shock_utility[p] += state.value(ids.weight[k]) * t.shock(p, k);
    auto left = [&](ShockKind kind, ParameterId loss) {
      return std::max(0.05, 1 - state.value(loss) * t.shock(p, static_cast<size_t>(kind)));
    };
    t.income_left[p] = left(ShockKind::disaster, ids.income_loss_disaster) *
                       left(ShockKind::economic, ids.income_loss_economic);
    t.displaced_end[p] = probability_of_half_life(state.value(ids.displaced_half_life, p));
    t.refugee_settle[p] = monthly_probability(1 / state.value(asylum.settle_years, p));
  }
  t.displaced_propensity = state.value(ids.displaced_propensity);
  t.asylum_return = state.value(asylum.return_factor);
  set_grounds(state, month);
}

}  // namespace rumbo::migration
