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

/// Ways by what is earned on them: with the right to work, then without. Those of a pair lie side
/// by side.
constexpr std::array<IncomeWay, n_income_ways> ways{IncomeWay::regular, IncomeWay::season,
                                                    IncomeWay::alone, IncomeWay::smuggler};
constexpr size_t with_right = 0, without_right = 2;
/// [way in the order of `ways`][kind]
using ByWayAndKind = std::array<double, ChoiceTables::n_kinds * n_income_ways>;

/// Weights of two ways on which the same income is earned, and how the utility of each changes with
/// what is believed of it.
/// income  k$ a year of each kind there, before what is believed; pair  its first way
void set_pair(const IncomeTerms& terms, const KindIncomes& income, double bias,
              double dissimilarity, size_t pair, const std::array<double, n_income_ways>& entry,
              ByWayAndKind& weights, ByWayAndKind& slopes) {
  constexpr size_t n = ChoiceTables::n_kinds;
  const bool is_log = terms.form == IncomeUtility::logarithmic;
  KindIncomes gap, step;
  for (size_t kind = 0; kind < n; ++kind) {
    const double believed = income[kind] * bias;
    gap[kind] = income_utility(terms.form, terms.weight, believed) - terms.home[kind];
    step[kind] = is_log ? 1 : believed;
  }
  for (size_t w = pair; w < pair + 2; ++w) {
    const double chance = entry[static_cast<size_t>(ways[w])];
    for (size_t kind = 0; kind < n; ++kind) {
      slopes[w * n + kind] = chance * terms.weight * step[kind] * terms.per_level;
      weights[w * n + kind] =
          std::min(most_log, std::max(log_of_closed, chance * gap[kind] / dissimilarity));
    }
  }
  exp_each({&weights[pair * n], n * 2});
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
  const size_t there = state.run.world->corridors[c].destination;
  const auto entry = entry_of(state, c, terms.season);
  const double dissimilarity = state.choice.dissimilarity;
  ByWayAndKind weights, slopes;
  set_pair(terms, incomes_of(state, there, 1), bias, dissimilarity, with_right, entry, weights,
           slopes);
  if (entry[static_cast<size_t>(IncomeWay::alone)] > 0 ||
      entry[static_cast<size_t>(IncomeWay::smuggler)] > 0) {
    set_pair(terms, incomes_of(state, there, 2), bias, dissimilarity, without_right, entry, weights,
             slopes);
  } else {  // without a gain the weight is 1
    std::fill_n(&weights[without_right * n], n * 2, 1);
    std::fill_n(&slopes[without_right * n], n * 2, 0);
  }
  for (size_t w = 0; w < n_income_ways; ++w)
    for (size_t kind = 0; kind < n; ++kind) {
      state.choice.income_weight[c][kind][static_cast<size_t>(ways[w])] = weights[w * n + kind];
      state.choice.wage_slope[c][kind][static_cast<size_t>(ways[w])] = slopes[w * n + kind];
    }
}

}  // namespace rumbo::migration
