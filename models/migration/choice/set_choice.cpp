// The tables of choice for a month. docs/model.md: Leaving; Destination and channel.
#include "models/migration/choice/set_choice.hpp"

#include <algorithm>

#include "engine/maths/functions.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/choice/income.hpp"
#include "models/migration/choice/network.hpp"
#include "models/migration/demography/vital_rates.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

void set_age_factors(Rooms<ChoiceTables> state) {
  const auto& ids = state.run.parameters->decision;
  const RogersCastro schedule{state.value(ids.age_young_level),  state.value(ids.age_young_slope),
                              state.value(ids.age_labour_level), state.value(ids.age_labour_slope),
                              state.value(ids.age_labour_peak),  state.value(ids.age_labour_rise),
                              state.value(ids.age_constant)};
  double peak = 0;
  for (size_t age = 0; age < state.choice.age_factor.size(); ++age)
    peak = std::max(peak, state.choice.age_factor[age] =
                              rogers_castro(schedule, static_cast<double>(age) + 0.5));
  // The young and the old also have less time to gain in: the horizon of docs/model.md: Leaving.
  const double full = horizon_years(20);
  for (size_t age = 0; age < state.choice.age_factor.size(); ++age)
    state.choice.age_factor[age] =
        peak > 0 ? state.choice.age_factor[age] *
                       (std::min(1.0, horizon_weight(horizon_years(static_cast<double>(age)), full,
                                                     state.value(ids.discount))) /
                        peak)
                 : 0;  // no one ever moves
  state.choice.female_factor = state.value(ids.female_factor);
}

}  // namespace

void set_choice_tables(Rooms<const Ties, const Labour, const InformationTables, ChoiceTables,
                             const Visas, const Journey, const Smuggling, const TraffickingMarket,
                             const Shocks, const Asylum, const Hostility, const Census>
                           state,
                       Month) {
  const World& world = *state.run.world;
  const auto& ids = state.run.parameters->decision;
  ChoiceTables& t = state.choice;
  const size_t n_corridors = world.corridors.size();
  t.must_pay = state.value(state.run.parameters->development.liquidity) >= 0.5;
  t.dissimilarity = state.value(ids.nest_dissimilarity);
  t.cost_weight = state.value(ids.weight_cost) / 1000;
  t.diaspora = state.value(state.run.parameters->network.diaspora);
  t.cost_removed = state.value(state.run.parameters->network.cost_removed);
  t.consideration = state.value(ids.consideration_rate);
  t.largest_belief_factor = state.information_tables.is_on ? exp(largest_belief_log) : 1;
  t.open.resize(n_corridors);
  t.cost_usd.resize(n_corridors);
  t.debt_limit_usd.assign(n_corridors, 0);
  t.debt_payment_usd.assign(n_corridors, 0);
  t.debt_factor.resize(n_corridors);
  t.debt_rate = state.value(state.run.parameters->debt.interest);
  t.channel_weight.resize(n_corridors);
  t.income_weight.resize(n_corridors);
  t.wage_slope.resize(n_corridors);
  t.cost_slope.resize(n_corridors);
  t.belief_slope.resize(world.n_places());
  t.weight.resize(n_corridors);
  t.total.resize(world.n_places());
  t.most_with_kin.resize(world.n_places());
  t.most_without_kin.resize(world.n_places());
  t.largest_total.assign(world.n_places(), 0);
  set_age_factors(state);
  const double decay = state.value(state.run.parameters->network.link_decay);
  for (size_t y = 0; y < state.choice.tie_strength.size(); ++y)
    state.choice.tie_strength[y] = tie_strength(static_cast<double>(y), decay);
  const std::vector<Rights>& rights = state.visas.rights;
  for (size_t c = 0; c < n_corridors; ++c) set_costs(state, c, rights[c]);
  parallel_for_each(world.n_places(), [&](size_t origin) {
    if (!world.corridors_from[origin].empty()) {
      const OriginTerms from = origin_terms(state, origin);
      const IncomeTerms incomes = income_terms(state, origin);
      for (int index : world.corridors_from[origin]) {
        const auto c = static_cast<size_t>(index);
        set_channel_weights(state, c, rights[c], from);
        set_income_weights(state, c, incomes, from.bias[static_cast<size_t>(BeliefItem::wage)]);
      }
    }
    add_up(state, origin);
  });
}

}  // namespace rumbo::migration
