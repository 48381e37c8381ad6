// What an income that differs from that at home makes of the ways into a destination.
// docs/model.md: Destination and channel; Beliefs.
#include <algorithm>

#include "engine/maths/arrays.hpp"
#include "models/migration/choice/income.hpp"
#include "models/migration/choice/set_choice.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

using KindIncomes = std::array<double, ChoiceTables::n_kinds>;

/// Income of each kind of workers of a group, k$ a year.
KindIncomes incomes_of(Rooms<const Labour> state, size_t place, size_t group) {
  KindIncomes income;
  for (size_t skill = 0; skill < n_skills; ++skill)
    for (size_t e = 0; e < n_earnings_classes; ++e)
      income[skill * n_earnings_classes + e] =
          earnings_multiplier[e] * state.labour.income(place, skill, group);
  return income;
}

/// Chance of getting in by each way; of a season, its share of the year, the rest being spent at
/// home. 0 of what is closed.
std::array<double, n_income_ways> entry_of(Rooms<const ChoiceTables, const Journey> state, size_t c,
                                           double season) {
  const auto border = static_cast<size_t>(state.run.world->corridors[c].border);
  std::array<double, n_income_ways> entry{1, 0, 0, season};
  for (const Channel way : {Channel::alone, Channel::smuggler})
    if (state.choice.open[c][at(way)])
      entry[static_cast<size_t>(income_way(way))] = expected_journey(state, border, way).entry;
  return entry;
}

}  // namespace

IncomeTerms income_terms(Rooms<const Labour, const InformationTables> state, size_t origin) {
  const auto& ids = state.run.parameters->decision;
  const bool is_log = state.value(ids.log_income) >= 0.5;
  IncomeTerms terms;
  terms.form = is_log ? IncomeUtility::logarithmic : IncomeUtility::linear;
  terms.weight = state.value(is_log ? ids.weight_log_wage : ids.weight_wage) *
                 state.value(ids.wage_gap_factor);
  terms.season = std::min(1.0, state.value(state.run.parameters->season.season_months) / 12);
  terms.per_level =
      state.information_tables.is_on ? state.information_tables.weight * belief_step : 0;
  terms.home = incomes_of(state, origin, 0);
  for (double& home : terms.home) home = income_utility(terms.form, terms.weight, home);
  return terms;
}

void set_income_weights(Rooms<const Labour, ChoiceTables, const Journey> state, size_t c,
                        const IncomeTerms& terms, double bias) {
  constexpr size_t n = ChoiceTables::n_kinds;
  ChoiceTables& t = state.choice;
  const bool is_log = terms.form == IncomeUtility::logarithmic;
  const auto entry = entry_of(state, c, terms.season);
  std::array<double, n * n_income_ways> gains, slopes;  // [way, kind]
  for (const size_t group : {1, 2}) {
    KindIncomes believed = incomes_of(state, state.run.world->corridors[c].destination, group);
    KindIncomes gap, step;
    for (size_t kind = 0; kind < n; ++kind) {
      believed[kind] *= bias;
      gap[kind] = income_utility(terms.form, terms.weight, believed[kind]) - terms.home[kind];
      step[kind] = is_log ? 1 : believed[kind];
    }
    for (const IncomeWay way : group == 1 ? std::array{IncomeWay::regular, IncomeWay::season}
                                          : std::array{IncomeWay::alone, IncomeWay::smuggler}) {
      const auto w = static_cast<size_t>(way);
      for (size_t kind = 0; kind < n; ++kind) {
        slopes[w * n + kind] = entry[w] * terms.weight * step[kind] * terms.per_level;
        gains[w * n + kind] =
            std::min(most_log, std::max(log_of_closed, entry[w] * gap[kind] / t.dissimilarity));
      }
    }
  }
  exp_each(gains);
  for (size_t kind = 0; kind < n; ++kind)
    for (size_t w = 0; w < n_income_ways; ++w) {
      t.income_weight[c][kind][w] = gains[w * n + kind];
      t.wage_slope[c][kind][w] = slopes[w * n + kind];
    }
}

}  // namespace rumbo::migration
