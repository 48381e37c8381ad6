// Shocks by place and month: on leaving, income, and homes. docs/model.md: Shocks and asylum.
#include "models/migration/shocks/shocks.hpp"

#include <algorithm>

#include "engine/params/parameter.hpp"
#include "models/migration/asylum/grounds.hpp"
#include "models/migration/shocks/displacement.hpp"

namespace rumbo::migration {
namespace {

/// Factor on the severity of a shock.
double force_factor(Rooms<> state, const Shock& shock) {
  const auto& ids = state.run.parameters->shocks;
  const double violence =
      shock.kind == ShockKind::violence ? state.value(ids.violence, shock.place) : 1;
  return state.value(ids.factor, shock.place) * violence;
}

/// Force by place and kind, and who is driven from home.
void add_shocks(Rooms<Shocks> state, Month month) {
  const auto& ids = state.run.parameters->shocks;
  for (const Shock& shock : state.run.world->shocks) {
    const double factor = force_factor(state, shock);
    double& force = state.shocks.force(shock.place, static_cast<size_t>(shock.kind));
    force = std::min(std::max(1.0, factor),
                     force + factor * shock_force(shock.severity, shock.first, shock.last,
                                                  shock.half_life_months, month.count()));
    if (month.count() < shock.first || month.count() > shock.last) continue;
    const double driven =
        displacement_probability(shock.displaced_share, shock.last - shock.first + 1,
                                 factor * state.value(ids.displacement, shock.place));
    state.shocks.displacement[shock.place] =
        1 - (1 - state.shocks.displacement[shock.place]) * (1 - driven);
  }
}

/// What threatens the people of a place, as the log of a factor on the share with grounds to claim.
double threat(Rooms<const Shocks> state, size_t place, size_t year) {
  const auto& ids = state.run.parameters->asylum;
  const double shock = state.shocks.force(place, static_cast<size_t>(ShockKind::violence)) +
                       state.shocks.force(place, static_cast<size_t>(ShockKind::political));
  const double unsafe = safety(state, place, year, SafetyMeasure::homicides) +
                        safety(state, place, year, SafetyMeasure::conflict_deaths) -
                        safety(state, place, year, SafetyMeasure::democracy);
  return state.value(ids.claim_shock) * std::min(1.0, shock) +
         state.value(ids.claim_safety) * unsafe;
}

void set_grounds(Rooms<const Shocks, Asylum> state, Month month) {
  const auto& ids = state.run.parameters->asylum;
  const size_t n = state.n_places();
  for (size_t p = 0; p < n; ++p) {
    if (!state.run.world->is_inside(p)) continue;
    state.asylum.with_grounds[p] =
        share_with_grounds(state.value(ids.claim_share, p),
                           threat(state, p, year_index(month.year())), state.value(ids.most_share));
    double worst = 0;
    for (size_t k = 0; k < n_shock_kinds; ++k) worst = std::max(worst, state.shocks.force(p, k));
    for (size_t d = 0; d < n; ++d)
      state.asylum.protection[p * n + d] =
          monthly_probability(state.value(ids.protection_rate, d) * worst);
  }
}

}  // namespace

double safety(Rooms<> state, size_t place, size_t year, SafetyMeasure measure) {
  const auto k = static_cast<size_t>(measure);
  const double score = state.run.world->safety(place, year, k);
  if (measure == SafetyMeasure::democracy) return score;  // democracy has no violence to prevent
  const double violence = state.value(state.run.parameters->shocks.violence, place);
  return score + (violence - 1) * (score - state.run.world->safety_zero[k]);
}

double worst_shock(Rooms<const Shocks> state, size_t place) {
  double worst = 0;
  for (size_t k = 0; k < n_shock_kinds; ++k) worst = std::max(worst, state.shocks.force(place, k));
  return worst;
}

void set_shock_tables(Rooms<Shocks, Asylum> state, Month month) {
  const auto& ids = state.run.parameters->shocks;
  const auto& asylum = state.run.parameters->asylum;
  const size_t n = state.n_places();
  state.shocks.force = Grid(n, n_shock_kinds);
  state.shocks.utility.assign(n, 0);
  state.shocks.income_left.assign(n, 1);
  state.shocks.displacement.assign(n, 0);
  state.shocks.displaced_end.assign(n, 0);
  state.asylum.with_grounds.assign(n, 0);
  state.asylum.protection.assign(n * n, 0);
  state.asylum.refugee_settle.assign(n, 0);
  add_shocks(state, month);
  for (size_t p = 0; p < n; ++p) {
    for (size_t k = 0; k < n_shock_kinds; ++k)
      state.shocks.utility[p] += state.value(ids.weight[k]) * state.shocks.force(p, k);
    auto left = [&](ShockKind kind, ParameterId loss) {
      return std::max(0.05,
                      1 - state.value(loss) * state.shocks.force(p, static_cast<size_t>(kind)));
    };
    state.shocks.income_left[p] = left(ShockKind::disaster, ids.income_loss_disaster) *
                                  left(ShockKind::economic, ids.income_loss_economic);
    state.shocks.displaced_end[p] =
        probability_of_half_life(state.value(ids.displaced_half_life, p));
    state.asylum.refugee_settle[p] = monthly_probability(1 / state.value(asylum.settle_years, p));
  }
  state.shocks.displaced_propensity = state.value(ids.displaced_propensity);
  state.asylum.return_factor = state.value(asylum.return_factor);
  set_grounds(state, month);
}

}  // namespace rumbo::migration
