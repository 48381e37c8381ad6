// What each destination and way in is worth to each group in a month, and who considers leaving,
// plainly; see plain_tables.hpp. docs/model.md: Leaving; Destination and channel.
#include "reference/plain_tables_choice.hpp"

#include <algorithm>

#include "engine/maths/functions.hpp"
#include "models/migration/choice/income.hpp"
#include "models/migration/demography/vital_rates.hpp"
#include "reference/plain_tables.hpp"

namespace rumbo::migration {

namespace {

/// Steps of belief in utility: 0 where beliefs do not enter.
double step_of_belief(const State& state) {
  const InformationTables& t = state.information_tables;
  return t.is_on ? t.weight * 0.25 : 0;
}

/// Chance of earning what a way promises: of a season its share of the year.
double chance_of_income(const State& state, size_t c, IncomeWay way) {
  if (way == IncomeWay::regular) return 1;
  if (way == IncomeWay::season)
    return std::min(1.0, state.value(state.parameters->season.season_months) / 12);
  const Channel channel = way == IncomeWay::alone ? Channel::alone : Channel::smuggler;
  if (!state.choice.open[c][at(channel)]) return 0;
  return plain_journey(state, static_cast<size_t>(state.world->corridors[c].border), channel).entry;
}

/// exp(p (u(y there, as believed) - u(y home)) / mu) of a group and way.
void set_income(State& state, size_t c, size_t kind, IncomeWay way) {
  const Corridor& corridor = state.world->corridors[c];
  const auto& ids = state.parameters->decision;
  ChoiceTables& t = state.choice;
  const size_t skill = kind / n_earnings_classes;
  const double share = earnings_multiplier[kind % n_earnings_classes];
  const bool is_log = state.value(ids.log_income) >= 0.5,
             has_right = way == IncomeWay::regular || way == IncomeWay::season;
  const auto form = is_log ? IncomeUtility::logarithmic : IncomeUtility::linear;
  const double weight = state.value(is_log ? ids.weight_log_wage : ids.weight_wage) *
                        state.value(ids.wage_gap_factor);
  const auto group = static_cast<size_t>(has_right ? WorkerGroup::regular : WorkerGroup::irregular);
  const double home = share * state.labour.income(corridor.origin, skill, 0);
  const double there = share * state.labour.income(corridor.destination, skill, group) *
                       plain_bias(state, corridor.origin, BeliefItem::wage);
  const double chance = chance_of_income(state, c, way);
  const double gain =
      chance * (income_utility(form, weight, there) - income_utility(form, weight, home));
  const auto w = static_cast<size_t>(way);
  t.wage_slope[c][kind][w] = chance * weight * (is_log ? 1 : there) * step_of_belief(state);
  t.income_weight[c][kind][w] = exp(std::clamp(gain / t.dissimilarity, log_of_closed, most_log));
}

/// Weights of the channels to a group that can pay so much at most, without ties.
std::array<double, n_chosen_channels> payable(const ChoiceTables& t, size_t c, size_t kind,
                                              size_t means) {
  const bool is_endless = !t.must_pay && means == n_affordability_classes - 1;
  std::array<double, n_chosen_channels> weight{};
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    const auto channel = static_cast<Channel>(k);
    const double cost = t.cost_usd[c][k], usd = affordability_usd[means];
    bool is_payable = is_endless || cost <= usd;
    if (channel == Channel::smuggler_debt)
      is_payable = !is_endless && cost > usd && cost - t.debt_limit_usd[c] <= usd;
    if (!t.open[c][k] || channel == Channel::family || !is_payable) continue;
    weight[k] = t.channel_weight[c][k];
    if (channel == Channel::smuggler_debt) weight[k] *= t.debt_factor[c][means];
    weight[k] *= t.income_weight[c][kind][static_cast<size_t>(income_way(channel))];
  }
  return weight;
}

/// W_d = [sum over channels]^mu of a group without ties; adds it to the sum of its origin.
void add_destination(ChoiceTables& t, size_t c, size_t origin, size_t kind) {
  for (size_t means = 0; means < n_affordability_classes; ++means) {
    const auto weight = payable(t, c, kind, means);
    double sum = 0;
    for (const double w : weight) sum += w;
    const double worth = sum > 0 ? exp(t.dissimilarity * log(sum)) : 0;
    t.weight[c][kind][means] = worth;
    t.total[origin][kind][means] += worth;
    if (means + 1 < n_affordability_classes || sum <= 0) continue;
    // How the worth to those who can pay all changes with what is believed.
    for (size_t item = 0; item < n_belief_items; ++item) {
      double slope = 0;
      for (size_t k = 0; k < n_chosen_channels; ++k)
        slope +=
            weight[k] *
            (item == 0
                 ? t.wage_slope[c][kind][static_cast<size_t>(income_way(static_cast<Channel>(k)))]
                 : t.cost_slope[c][k][item]);
      t.belief_slope[origin][kind][item] += worth * slope / sum;
    }
  }
}

void set_ages(State& state) {
  const auto& ids = state.parameters->decision;
  const RogersCastro curve{state.value(ids.age_young_level),  state.value(ids.age_young_slope),
                           state.value(ids.age_labour_level), state.value(ids.age_labour_slope),
                           state.value(ids.age_labour_peak),  state.value(ids.age_labour_rise),
                           state.value(ids.age_constant)};
  ChoiceTables& t = state.choice;
  double peak = 0;
  for (int age = 0; age < 120; ++age) peak = std::max(peak, rogers_castro(curve, age + 0.5));
  for (int age = 0; age < 120; ++age) {
    const double years = std::max(1, 65 - std::max(age, 15));
    const double left = std::min(1.0, horizon_weight(years, 45, state.value(ids.discount)));
    t.age_factor[static_cast<size_t>(age)] =
        peak > 0 ? rogers_castro(curve, age + 0.5) * (left / peak) : 0;
  }
  const double decay = state.value(state.parameters->network.link_decay);
  for (int year = 0; year < n_stay_years; ++year)
    t.tie_strength[static_cast<size_t>(year)] = exp(-decay * year);
  t.female_factor = state.value(ids.female_factor);
  const auto& household = state.parameters->household;
  state.care.relevance = state.value(household.decision);
  state.care.care = {state.value(household.care_women), state.value(household.care_men)};
  state.care.without_children = state.value(household.without_children);
}

void set_rules(State& state) {
  const auto& ids = state.parameters->decision;
  ChoiceTables& t = state.choice;
  t.must_pay = state.value(state.parameters->development.liquidity) >= 0.5;
  t.dissimilarity = state.value(ids.nest_dissimilarity);
  t.cost_weight = state.value(ids.weight_cost) / 1000;
  t.diaspora = state.value(state.parameters->network.diaspora);
  t.cost_removed = state.value(state.parameters->network.cost_removed);
  t.consideration = state.value(ids.consideration_rate);
  t.debt_rate = state.value(state.parameters->debt.interest);
  const size_t n = state.world->corridors.size();
  t.channel_weight.assign(n, {});
  t.income_weight.assign(n, {});
  t.wage_slope.assign(n, {});
  t.cost_slope.assign(n, {});
  t.weight.assign(n, {});
  t.total.assign(state.n_places(), {});
  t.belief_slope.assign(state.n_places(), {});
}

}  // namespace

void plain_choice(State& state, Month month) {
  set_rules(state);
  set_ages(state);
  ChoiceTables& t = state.choice;
  const std::vector<PlainRights> rights = plain_ways(state, month);
  for (size_t c = 0; c < rights.size(); ++c) {
    const double of_place = plain_worth_of_place(state, state.world->corridors[c], month);
    for (size_t k = 0; k < n_chosen_channels; ++k) {
      if (!t.open[c][k]) continue;
      const double v = plain_utility(state, c, static_cast<Channel>(k), rights[c], month, of_place);
      t.channel_weight[c][k] = exp(std::clamp(v / t.dissimilarity, log_of_closed, most_log));
    }
    for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind)
      for (const IncomeWay way :
           {IncomeWay::regular, IncomeWay::alone, IncomeWay::smuggler, IncomeWay::season})
        set_income(state, c, kind, way);
  }
  for (size_t origin = 0; origin < state.n_places(); ++origin)
    for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind) {
      for (const int c : state.world->corridors_from[origin])
        add_destination(t, static_cast<size_t>(c), origin, kind);
      for (double& slope : t.belief_slope[origin][kind])
        slope /= std::max(1e-300, t.total[origin][kind][n_affordability_classes - 1]);
    }
}

}  // namespace rumbo::migration
