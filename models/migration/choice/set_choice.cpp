// The tables of choice for a month. docs/model.md: Leaving; Destination and channel; Visas; Journey
// and crossing; Smugglers.
#include "models/migration/choice/set_choice.hpp"

#include <algorithm>

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/choice/income.hpp"
#include "models/migration/choice/network.hpp"
#include "models/migration/demography/vital_rates.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/shocks/shocks.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/visas/quota.hpp"
#include "models/migration/visas/visas.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// What compatriots at the destination are worth to everyone at home, known or not (docs/model.md:
/// Destination and channel).
double diaspora_utility(Rooms<const Census> state, const Corridor& c) {
  const auto& ids = state.run.parameters->network;
  constexpr double per = 10000;
  const auto there =
      static_cast<double>(state.census.compatriots[c.origin * state.n_places() + c.destination]);
  const auto home = static_cast<double>(std::max<int64_t>(1, state.census.population[c.origin]));
  return ties_utility(state.value(ids.factor) * per * there / home, state.value(ids.compatriots));
}

/// Utility of a corridor that does not depend on channel, income or own ties.
double corridor_utility(Rooms<const Shocks, const Census> state, const Corridor& c, Month month) {
  const auto& ids = state.run.parameters->decision;
  const World& w = *state.run.world;
  const size_t year = year_index(month.year());
  double v = state.value(ids.pull, c.destination) - state.value(ids.home_bias, c.origin);
  v += diaspora_utility(state, c);
  v -= state.value(ids.weight_distance) * log(c.distance_km / 1000);
  if (w.is_inside(c.destination))
    v += state.value(ids.weight_size) *
         log(static_cast<double>(std::max<int64_t>(1, state.census.population[c.destination])) /
             1e7);
  if (c.has_common_language) v += state.value(ids.weight_language);
  if (c.is_contiguous) v += state.value(ids.weight_contiguity);
  if (c.has_colonial_link) v += state.value(ids.weight_colonial);
  auto gap = [&](SafetyMeasure measure) {
    return safety(state, c.destination, year, measure) - safety(state, c.origin, year, measure);
  };
  v += state.shocks.utility[c.origin];
  return v - state.value(ids.weight_homicide) * gap(SafetyMeasure::homicides) -
         state.value(ids.weight_conflict) * gap(SafetyMeasure::conflict_deaths) +
         state.value(ids.weight_democracy) * gap(SafetyMeasure::democracy);
}

/// More go in the months when most do, beyond what risks and wages say.
double season_utility(Rooms<> state, Month month) {
  return state.value(state.run.parameters->border.season_weight) *
         log(state.run.world->season_crossing(static_cast<size_t>(month.month_of_year() - 1)));
}

/// Believed over true in a place, as far as beliefs weigh.
double place_bias(Rooms<const InformationTables> state, size_t place, BeliefItem item) {
  const InformationTables& t = state.information_tables;
  if (!t.is_on) return 1;
  return exp(t.weight * belief_step * (t.mean[place][static_cast<size_t>(item)] - true_level));
}

/// What danger, fee and exploitation are believed to cost by a channel, USD beyond its true money
/// cost; and how utility changes with each per level.
double believed_cost_usd(Rooms<const InformationTables, ChoiceTables, const Journey,
                               const Smuggling, const TraffickingMarket, const Census>
                             state,
                         size_t c, Channel channel) {
  const Corridor& corridor = state.run.world->corridors[c];
  auto& slope = state.choice.cost_slope[c][at(channel)];
  slope.fill(0);
  if (!is_irregular_entry(channel) || !state.choice.open[c][at(channel)]) return 0;
  const auto border = static_cast<size_t>(corridor.border);
  const JourneyExpectation& journey = expected_journey(state, border, channel);
  const double life_usd = state.value(state.run.parameters->decision.value_of_life) * 1000;
  double sum = 0;
  auto add = [&](BeliefItem item, double true_usd, double known_usd) {
    const double believed = true_usd * place_bias(state, corridor.origin, item);
    sum += believed - known_usd;
    if (state.information_tables.is_on)
      slope[static_cast<size_t>(item)] =
          -state.choice.cost_weight * believed * state.information_tables.weight * belief_step;
  };
  // Expected loss of life, in dollars, and money extorted on the way weigh like money.
  add(BeliefItem::danger, journey.death * life_usd + journey.extortion_usd, 0);
  add(BeliefItem::exploitation, exploitation_usd(state, corridor.origin), 0);
  if (is_guided(channel))
    add(BeliefItem::fee, state.smuggling.markets[border].fee_usd,
        state.smuggling.markets[border].fee_usd);
  return sum;
}

/// What waiting for a visa takes away, and that it may never be granted.
/// wait  months that all who ask in a month would take to be served, as applicants know it
double visa_utility(Rooms<> state, double wait) {
  const auto& ids = state.run.parameters->decision;
  constexpr double longest_wait = 60;  ///< months; no one counts further
  const bool is_queue = state.value(state.run.parameters->visas.queue) >= 0.5;
  const double months = is_queue ? state.value(state.run.parameters->visas.patience_months) : 1;
  const double odds = granted_within(wait, months, is_queue);
  return state.value(ids.weight_odds) * log(std::max(1e-6, odds)) -
         state.value(ids.weight_wait) * std::min(wait, longest_wait);
}

void set_channel_weights(Rooms<const InformationTables, ChoiceTables, const Visas, const Journey,
                               const Smuggling, const TraffickingMarket, const Asylum, const Census>
                             state,
                         size_t c, const Rights& rights, double utility, Month month) {
  const Corridor& corridor = state.run.world->corridors[c];
  const auto& ids = state.run.parameters->decision;
  ChoiceTables& t = state.choice;
  const double log_awareness =
      log(state.value(state.run.parameters->information.legal_awareness, corridor.origin));
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    const auto channel = static_cast<Channel>(k);
    double v = utility - t.cost_weight * t.cost_usd[c][k];
    if (k < n_visa_kinds)  // rationed channels come first, in the order of kinds of visas
      v += visa_utility(state,
                        expected_wait(state.visas.counters.demand[c * n_visa_kinds + k],
                                      places_per_year(state, c, static_cast<VisaKind>(k)) / 12));
    if (channel == Channel::right_of_entry && !rights.may_stay)
      v += log(std::max(1e-12, rights.share));
    if (channel == Channel::family)
      v += log(std::max(
          1e-12, state.value(state.run.parameters->visas.sponsor_share, corridor.destination)));
    if (channel == Channel::asylum && t.open[c][k]) v += asylum_utility(state, corridor);
    if (channel == Channel::visit && rights.needs_visit_visa)
      v += log(std::max(1e-12, state.value(state.run.parameters->visas.visit_grant)));
    if (channel == Channel::visit || is_irregular_entry(channel))
      v -= state.value(ids.irregular_aversion);
    v -= t.cost_weight * believed_cost_usd(state, c, channel);
    if (is_irregular_entry(channel) && t.open[c][k] &&
        state.run.world->borders[static_cast<size_t>(corridor.border)].has_routes)
      v += season_utility(state, month);
    if (!is_irregular_entry(channel) && channel != Channel::visit) v += log_awareness;
    t.channel_weight[c][k] =
        t.open[c][k] ? exp(std::min(most_log, std::max(log_of_closed, v / t.dissimilarity))) : 0;
  }
}

void set_income_weights(
    Rooms<const Labour, const InformationTables, ChoiceTables, const Journey> state, size_t c) {
  const Corridor& corridor = state.run.world->corridors[c];
  const auto& ids = state.run.parameters->decision;
  ChoiceTables& t = state.choice;
  const bool is_log = state.value(ids.log_income) >= 0.5;
  const auto form = is_log ? IncomeUtility::logarithmic : IncomeUtility::linear;
  const double weight = state.value(is_log ? ids.weight_log_wage : ids.weight_wage) *
                        state.value(ids.wage_gap_factor);
  // Chance of getting in; of a season, its share of the year, the rest being spent at home.
  const double season = std::min(1.0, state.value(state.run.parameters->season.season_months) / 12);
  double entry[n_income_ways] = {1, 0, 0, season};
  for (const Channel way : {Channel::alone, Channel::smuggler})
    if (t.open[c][at(way)])
      entry[way == Channel::alone ? 1 : 2] =
          expected_journey(state, static_cast<size_t>(corridor.border), way).entry;
  const double bias = place_bias(state, corridor.origin, BeliefItem::wage),
               per_level = state.information_tables.is_on
                               ? state.information_tables.weight * belief_step
                               : 0;
  std::array<double, ChoiceTables::n_kinds * n_income_ways> gains;
  for (size_t skill = 0; skill < n_skills; ++skill) {
    for (size_t e = 0; e < n_earnings_classes; ++e) {
      const double share = earnings_multiplier[e];
      const double home =
          income_utility(form, weight, share * state.labour.income(corridor.origin, skill, 0));
      for (size_t way = 0; way < n_income_ways; ++way) {
        const bool has_right = way == 0 || way == 3;
        const size_t group = has_right ? 1 : 2;
        const double believed =
            share * state.labour.income(corridor.destination, skill, group) * bias;
        const double there = income_utility(form, weight, believed);
        t.wage_slope[c][skill * n_earnings_classes + e][way] =
            entry[way] * weight * (is_log ? 1 : believed) * per_level;
        gains[(skill * n_earnings_classes + e) * n_income_ways + way] = std::min(
            most_log, std::max(log_of_closed, entry[way] * (there - home) / t.dissimilarity));
      }
    }
  }
  exp_each(gains);
  for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind)
    std::copy_n(&gains[kind * n_income_ways], n_income_ways, t.income_weight[c][kind].begin());
}

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
                       Month month) {
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
    for (int index : world.corridors_from[origin]) {
      const auto c = static_cast<size_t>(index);
      set_channel_weights(state, c, rights[c], corridor_utility(state, world.corridors[c], month),
                          month);
      set_income_weights(state, c);
    }
    add_up(state, origin);
  });
}

}  // namespace rumbo::migration
