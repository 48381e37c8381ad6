// The tables of choice for a month. Science B1, B2, B3, B5, B7.
#include <algorithm>

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/mechanisms/asylum.hpp"
#include "models/migration/mechanisms/information.hpp"
#include "models/migration/mechanisms/journey.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/mechanisms/mover.hpp"
#include "models/migration/mechanisms/smugglers.hpp"
#include "models/migration/theory/choice.hpp"
#include "models/migration/theory/crossing.hpp"
#include "models/migration/theory/demography.hpp"
#include "models/migration/theory/income.hpp"
#include "models/migration/theory/network.hpp"
#include "models/migration/theory/quota.hpp"
#include "models/migration/theory/smuggling_fee.hpp"

namespace rumbo::migration {
namespace {

constexpr double log_of_closed = -700;
constexpr double least_entry = 1e-4;  ///< chance of getting in below which fees rise no more

size_t at(Channel c) {
  return static_cast<size_t>(c);
}

/// Rights of citizens of a corridor's origin this month.
struct Rights {
  bool is_citizen = false;
  bool may_stay = false;  ///< citizenship, free residence or movement
  bool by_descent = false;
  double share = 0;  ///< of citizens with a right that not all of them have
  bool needs_visit_visa = false;
};

/// Adds agreements on free residence that parameters open.
void add_agreements(const State& state, std::vector<Rights>& rights) {
  const auto& ids = state.parameters->visas;
  const double descent = state.value(ids.descent_share);
  for (size_t c = 0; c < rights.size(); ++c) {
    Rights& r = rights[c];
    r.share = r.by_descent ? descent : 0;
    const double agreed = state.value(ids.free_residence, c);
    if (agreed >= 1) r.may_stay = true;
    if (agreed > 0) r.share = 1 - (1 - r.share) * (1 - agreed);
  }
}

std::vector<Rights> rights_in(const World& world, Month month) {
  std::vector<Rights> found(world.corridors.size());
  for (size_t c = 0; c < found.size(); ++c)
    found[c].needs_visit_visa = world.corridors[c].needs_visit_visa;
  for (const auto& right : world.rights) {
    const Corridor* corridor = world.corridor(right.origin, right.destination);
    if (corridor == nullptr || month.count() < right.from || month.count() >= right.to) continue;
    Rights& r = found[static_cast<size_t>(corridor - world.corridors.data())];
    switch (right.right) {
      case EntryRight::citizenship:
        r.is_citizen = true;
        [[fallthrough]];
      case EntryRight::free_residence:
      case EntryRight::free_movement:
        r.may_stay = true;
        break;
      case EntryRight::descent_visa:
        r.by_descent = true;
        break;
      case EntryRight::visa_free_visit:
        r.needs_visit_visa = false;
        break;
      case EntryRight::visa_required:
        r.needs_visit_visa = true;
        break;
    }
  }
  return found;
}

/// Money cost of each channel, USD, and which are open.
void set_costs(State& state, size_t c, const Rights& rights) {
  const Corridor& corridor = state.world->corridors[c];
  const auto& ids = state.parameters->visas;
  auto& cost = state.choice.cost_usd[c];
  auto& open = state.choice.open[c];
  open.fill(false);
  cost.fill(0);
  const double travel =
      state.value(ids.travel_base) + state.value(ids.travel_per_km) * corridor.distance_km;
  auto offer = [&](Channel channel, ParameterId price, bool is_open) {
    open[at(channel)] = is_open;
    cost[at(channel)] = travel + state.value(price);
  };
  offer(Channel::work_visa, ids.work_cost, state.places_per_year(c, VisaKind::work) > 0);
  offer(Channel::study, ids.study_cost, state.places_per_year(c, VisaKind::study) > 0);
  offer(Channel::family, ids.family_cost, state.places_per_year(c, VisaKind::family) > 0);
  offer(Channel::seasonal, ids.seasonal_cost, state.places_per_year(c, VisaKind::seasonal) > 0);
  offer(Channel::right_of_entry, ids.right_cost,
        rights.may_stay || rights.by_descent || rights.share > 0);
  cost[at(Channel::right_of_entry)] += state.value(ids.free_residence_fee, c);
  const double paid = state.value(ids.employer_pays, c);
  cost[at(Channel::work_visa)] -= paid * state.value(ids.work_cost);
  cost[at(Channel::seasonal)] -= paid * state.value(ids.seasonal_cost);
  offer(Channel::visit, ids.visit_cost, !rights.may_stay);
  open[at(Channel::asylum)] = is_asylum_open(state, c, rights.may_stay);
  cost[at(Channel::asylum)] = travel + state.value(state.parameters->asylum.cost);
  if (corridor.border < 0 || rights.may_stay) return;
  const auto border = static_cast<size_t>(corridor.border);
  const JourneyExpectation &alone = expected_journey(state, border, Channel::alone),
                           &guided = expected_journey(state, border, Channel::smuggler);
  open[at(Channel::alone)] = open[at(Channel::smuggler)] = true;
  const double own = state.world->borders[border].money_cost_usd;
  cost[at(Channel::alone)] =
      own + alone.route_cost_usd +
      (alone.attempts - alone.reach) * state.value(state.parameters->border.attempt_cost);
  cost[at(Channel::smuggler)] = cost[at(Channel::smuggler_debt)] =
      own + guided.route_cost_usd + state.smuggling[border].fee_usd;
  set_debt_terms(state, c);
  open[at(Channel::smuggler_debt)] = state.choice.debt_limit_usd[c] > 0;
}

/// What compatriots at the destination are worth to everybody at home, known or not (B2).
double diaspora_utility(const State& state, const Corridor& c) {
  const auto& ids = state.parameters->network;
  constexpr double per = 10000;
  const auto there =
      static_cast<double>(state.compatriots[c.origin * state.n_places() + c.destination]);
  const auto home = static_cast<double>(std::max<int64_t>(1, state.population[c.origin]));
  return ties_utility(state.value(ids.factor) * per * there / home, state.value(ids.compatriots));
}

/// Utility of a corridor that does not depend on channel, income or own ties.
double corridor_utility(const State& state, const Corridor& c, Month month) {
  const auto& ids = state.parameters->decision;
  const World& w = *state.world;
  const size_t year = year_index(month.year());
  double v = state.value(ids.pull, c.destination) - state.value(ids.home_bias, c.origin);
  v += diaspora_utility(state, c);
  v -= state.value(ids.weight_distance) * log(c.distance_km / 1000);
  if (w.is_inside(c.destination))
    v += state.value(ids.weight_size) *
         log(static_cast<double>(std::max<int64_t>(1, state.population[c.destination])) / 1e7);
  if (c.has_common_language) v += state.value(ids.weight_language);
  if (c.is_contiguous) v += state.value(ids.weight_contiguity);
  if (c.has_colonial_link) v += state.value(ids.weight_colonial);
  auto gap = [&](size_t k) {
    return safety(state, c.destination, year, k) - safety(state, c.origin, year, k);
  };
  v += state.tables.shock_utility[c.origin];
  return v - state.value(ids.weight_homicide) * gap(0) - state.value(ids.weight_conflict) * gap(1) +
         state.value(ids.weight_democracy) * gap(2);
}

/// More go in the months when most do, beyond what risks and wages say.
double season_utility(const State& state, Month month) {
  return state.value(state.parameters->border.season_weight) *
         log(state.world->season(static_cast<size_t>(month.month_of_year() - 1), 0));
}

/// Believed over true in a place, as far as beliefs weigh.
double place_bias(const State& state, size_t place, BeliefItem item) {
  const InformationTables& t = state.information_tables;
  if (!t.is_on) return 1;
  return exp(t.weight * belief_step * (t.mean[place][static_cast<size_t>(item)] - true_level));
}

/// What danger, fee and exploitation are believed to cost by a channel, USD beyond its true money
/// cost; and how utility changes with each per level.
double believed_cost_usd(State& state, size_t c, Channel channel) {
  const Corridor& corridor = state.world->corridors[c];
  auto& slope = state.choice.cost_slope[c][at(channel)];
  slope.fill(0);
  if (!is_irregular_entry(channel) || !state.choice.open[c][at(channel)]) return 0;
  const auto border = static_cast<size_t>(corridor.border);
  const JourneyExpectation& journey = expected_journey(state, border, channel);
  const double life_usd = state.value(state.parameters->decision.value_of_life) * 1000;
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
    add(BeliefItem::fee, state.smuggling[border].fee_usd, state.smuggling[border].fee_usd);
  return sum;
}

/// What waiting for a visa takes away, and that it may never be granted.
/// wait  months that all who ask this month would take to be served
double visa_utility(const State& state, double wait) {
  const auto& ids = state.parameters->decision;
  constexpr double longest_wait = 60;  ///< months; nobody counts further
  const double odds = granted_within(wait, state.value(state.parameters->visas.patience_months),
                                     state.value(state.parameters->visas.queue) >= 0.5);
  return state.value(ids.weight_odds) * log(std::max(1e-6, odds)) -
         state.value(ids.weight_wait) * std::min(wait, longest_wait);
}

void set_channel_weights(State& state, size_t c, const Rights& rights, double utility,
                         Month month) {
  const Corridor& corridor = state.world->corridors[c];
  const auto& ids = state.parameters->decision;
  ChoiceTables& t = state.choice;
  const double log_awareness =
      log(state.value(state.parameters->information.legal_awareness, corridor.origin));
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    const auto channel = static_cast<Channel>(k);
    double v = utility - t.cost_weight * t.cost_usd[c][k];
    if (k < n_visa_kinds)  // rationed channels come first, in the order of kinds of visas
      v += visa_utility(state, state.visa_wait[c * n_visa_kinds + k]);
    if (channel == Channel::right_of_entry && !rights.may_stay)
      v += log(std::max(1e-12, rights.share));
    if (channel == Channel::family)
      v += log(std::max(1e-12,
                        state.value(state.parameters->visas.sponsor_share, corridor.destination)));
    if (channel == Channel::asylum && t.open[c][k]) v += asylum_utility(state, corridor);
    if (channel == Channel::visit && rights.needs_visit_visa)
      v += log(std::max(1e-12, state.value(state.parameters->visas.visit_grant)));
    if (channel == Channel::visit || is_irregular_entry(channel))
      v -= state.value(ids.irregular_aversion);
    if (channel == Channel::smuggler_debt) v -= t.cost_weight * t.debt_interest_usd[c];
    v -= t.cost_weight * believed_cost_usd(state, c, channel);
    if (is_irregular_entry(channel) && t.open[c][k] &&
        state.world->borders[static_cast<size_t>(corridor.border)].has_routes)
      v += season_utility(state, month);
    if (!is_irregular_entry(channel) && channel != Channel::visit) v += log_awareness;
    t.channel_weight[c][k] = t.open[c][k] ? exp(std::max(log_of_closed, v / t.dissimilarity)) : 0;
  }
}

void set_income_weights(State& state, size_t c) {
  const Corridor& corridor = state.world->corridors[c];
  const auto& ids = state.parameters->decision;
  ChoiceTables& t = state.choice;
  const bool is_log = state.value(ids.log_income) >= 0.5;
  const auto form = is_log ? IncomeUtility::logarithmic : IncomeUtility::linear;
  const double weight = state.value(is_log ? ids.weight_log_wage : ids.weight_wage) *
                        state.value(ids.wage_gap_factor);
  // Chance of getting in; of a season, its share of the year, the rest being spent at home.
  const double season = std::min(1.0, state.value(state.parameters->season.months) / 12);
  double entry[n_income_ways] = {1, 0, 0, season};
  if (t.open[c][at(Channel::alone)]) {
    const auto border = static_cast<size_t>(corridor.border);
    entry[1] = expected_journey(state, border, Channel::alone).entry;
    entry[2] = expected_journey(state, border, Channel::smuggler).entry;
  }
  const double bias = place_bias(state, corridor.origin, BeliefItem::wage),
               per_level = state.information_tables.is_on
                               ? state.information_tables.weight * belief_step
                               : 0;
  std::array<double, ChoiceTables::n_kinds * n_income_ways> gains;
  for (size_t skill = 0; skill < n_skills; ++skill) {
    for (size_t e = 0; e < n_earnings_classes; ++e) {
      const double share = earnings_multiplier[e];
      const double home =
          income_utility(form, weight, share * state.tables.income(corridor.origin, skill, 0));
      for (size_t way = 0; way < n_income_ways; ++way) {
        const bool has_right = way == 0 || way == 3;
        const size_t group = has_right ? 1 : 2;
        const double believed =
            share * state.tables.income(corridor.destination, skill, group) * bias;
        const double there = income_utility(form, weight, believed);
        t.wage_slope[c][skill * n_earnings_classes + e][way] =
            entry[way] * weight * (is_log ? 1 : believed) * per_level;
        gains[(skill * n_earnings_classes + e) * n_income_ways + way] =
            std::max(log_of_closed, entry[way] * (there - home) / t.dissimilarity);
      }
    }
  }
  exp_each(gains);
  for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind)
    std::copy_n(&gains[kind * n_income_ways], n_income_ways, t.income_weight[c][kind].begin());
}

/// Channel weights with the ties of the best connected: what ties save raises each. A debt is worth
/// less than paying, which the best placed can.
std::array<double, n_chosen_channels> best_channels(const ChoiceTables& t, size_t c, double ties,
                                                    bool has_sponsor) {
  const double saved_share = t.cost_removed * ties / (1 + ties);
  std::array<double, n_chosen_channels> best{};
  for (size_t k = 0; k < n_chosen_channels; ++k)
    if (t.open[c][k] && k != at(Channel::smuggler_debt) &&
        (k != at(Channel::family) || has_sponsor))
      best[k] = t.channel_weight[c][k] *
                exp(t.cost_weight * t.cost_usd[c][k] * saved_share / t.dissimilarity);
  return best;
}

/// Channels of a corridor that nobody needs a tie for: what each class of means can pay. Classes
/// that can pay the same share a level.
struct Payable {
  std::array<std::array<double, n_chosen_channels>, n_affordability_classes> channels{};  // [level]
  std::array<size_t, n_affordability_classes> level{};                                    // [class]
  size_t n_levels = 0;
};

Payable payable_channels(const ChoiceTables& t, size_t c) {
  Payable payable;
  for (size_t a = 0; a < n_affordability_classes; ++a) {
    std::array<double, n_chosen_channels> channels{};
    for (size_t k = 0; k < n_chosen_channels; ++k)
      if (t.open[c][k] && k != at(Channel::family) &&
          t.is_payable(c, static_cast<Channel>(k), t.cost_usd[c][k],
                       t.must_pay || a != rich ? affordability_usd[a] : endless))
        channels[k] = t.channel_weight[c][k];
    if (a == 0 || channels != payable.channels[payable.n_levels - 1])
      payable.channels[payable.n_levels++] = channels;
    payable.level[a] = payable.n_levels - 1;
  }
  return payable;
}

/// Largest tie index that friends and acquaintances alone can give.
double most_weak_ties(const State& state) {
  const auto& ids = state.parameters->network;
  return std::min(state.choice.most_ties, state.value(ids.weight_weak) * state.value(ids.factor) *
                                              (state.ties.n_friends() + state.ties.n_far()));
}

/// Adds how a corridor's worth to those who can pay everything changes with what is believed.
void add_slopes(ChoiceTables& t, size_t c, size_t origin, size_t kind, double worth,
                const std::array<double, n_chosen_channels>& channels) {
  double sum = 0;
  std::array<double, n_belief_items> slope{};
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    const auto way = static_cast<size_t>(income_way(static_cast<Channel>(k)));
    const double weight = channels[k] * t.income_weight[c][kind][way];
    sum += weight;
    slope[0] += weight * t.wage_slope[c][kind][way];
    for (size_t i = 1; i < n_belief_items; ++i) slope[i] += weight * t.cost_slope[c][k][i];
  }
  if (sum <= 0) return;
  for (size_t i = 0; i < n_belief_items; ++i)
    t.belief_slope[origin][kind][i] += worth * slope[i] / sum;
}

/// Adds what a corridor is worth to each group to the sums of its origin.
void add_corridor(ChoiceTables& t, size_t c, size_t origin, double weak_ties) {
  const Payable payable = payable_channels(t, c);
  const auto best_with = best_channels(t, c, t.most_ties, true);
  const auto best_without = best_channels(t, c, weak_ties, false);
  const size_t with_kin = payable.n_levels, without_kin = with_kin + 1, n_columns = with_kin + 2;
  std::array<double, ChoiceTables::n_kinds*(n_affordability_classes + 2)> room;
  for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind) {
    auto sum = [&](const std::array<double, n_chosen_channels>& channels) {
      double all = 0;
      for (size_t k = 0; k < n_chosen_channels; ++k)
        all += channels[k] *
               t.income_weight[c][kind][static_cast<size_t>(income_way(static_cast<Channel>(k)))];
      return all;
    };
    double* row = &room[kind * n_columns];
    for (size_t level = 0; level < payable.n_levels; ++level)
      row[level] = sum(payable.channels[level]);
    row[with_kin] = sum(best_with);
    row[without_kin] = sum(best_without);
  }
  // sum^dissimilarity; of zero it stays zero.
  const std::span<double> worth(room.data(), ChoiceTables::n_kinds * n_columns);
  log_each(worth);
  for (double& w : worth) w *= t.dissimilarity;
  exp_each(worth);
  const double kin_factor = exp(t.diaspora * log1p(t.most_ties)),
               weak_factor = exp(t.diaspora * log1p(weak_ties));
  for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind) {
    const double* row = &worth[kind * n_columns];
    for (size_t a = 0; a < n_affordability_classes; ++a) {
      t.weight[c][kind][a] = row[payable.level[a]];
      t.total[origin][kind][a] += row[payable.level[a]];
    }
    const size_t richest = payable.level[n_affordability_classes - 1];
    add_slopes(t, c, origin, kind, row[richest], payable.channels[richest]);
    t.most_with_kin[origin][kind] += row[with_kin] * kin_factor;
    t.most_without_kin[origin][kind] += row[without_kin] * weak_factor;
  }
}

/// Sums by origin over what each corridor is worth to each group.
void add_up(State& state, size_t origin) {
  ChoiceTables& t = state.choice;
  for (auto& kind : t.total[origin]) kind.fill(0);
  for (auto& kind : t.belief_slope[origin]) kind.fill(0);
  t.most_with_kin[origin].fill(0);
  t.most_without_kin[origin].fill(0);
  const double weak_ties = most_weak_ties(state);
  for (int c : state.world->corridors_from[origin])
    add_corridor(t, static_cast<size_t>(c), origin, weak_ties);
  for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind)
    for (double& slope : t.belief_slope[origin][kind])
      slope /= std::max(1e-300, t.total[origin][kind][n_affordability_classes - 1]);
  t.largest_total[origin] =
      *std::max_element(t.most_with_kin[origin].begin(), t.most_with_kin[origin].end());
}

void set_age_factors(State& state) {
  const auto& ids = state.parameters->decision;
  const RogersCastro schedule{state.value(ids.young_level),   state.value(ids.young_slope),
                              state.value(ids.labour_level),  state.value(ids.labour_slope),
                              state.value(ids.labour_peak),   state.value(ids.labour_rise),
                              state.value(ids.constant_level)};
  double peak = 0;
  for (size_t age = 0; age < state.tables.age_factor.size(); ++age)
    peak = std::max(peak, state.tables.age_factor[age] =
                              rogers_castro(schedule, static_cast<double>(age) + 0.5));
  // The young and the old also have less time to gain in: B1's horizon.
  const double full = horizon_years(20);
  for (size_t age = 0; age < state.tables.age_factor.size(); ++age)
    state.tables.age_factor[age] *=
        std::min(1.0, horizon_weight(horizon_years(static_cast<double>(age)), full,
                                     state.value(ids.discount))) /
        peak;
  state.tables.female_factor = state.value(ids.female_factor);
  const auto& household = state.parameters->household;
  state.tables.care = {.relevance = state.value(household.decision),
                       .care = {state.value(household.care_women), state.value(household.care_men)},
                       .without_children = state.value(household.without_children)};
}

}  // namespace

double State::places_per_year(size_t corridor, VisaKind kind) const {
  const double table = world->visas(corridor, static_cast<size_t>(kind), year_index(month.year()));
  const auto& ids = parameters->visas;
  switch (kind) {
    case VisaKind::work:
      return std::max(0.0,
                      table * value(ids.work_factor, corridor) + value(ids.work_added, corridor)) +
             value(ids.agreement_added, corridor);
    case VisaKind::study:
      return table * value(ids.study_factor, corridor);
    case VisaKind::family:
      return table * value(ids.family_factor, corridor);
    case VisaKind::seasonal:
      return std::max(0.0, table + value(ids.seasonal_added, corridor));
  }
  return 0;
}

double cost_based_fee_usd(const State& state, size_t border) {
  const auto& ids = state.parameters->smuggling;
  const double base = state.value(ids.base_fee, border);
  const double share = state.value(ids.attempt_share);
  // Cost per client at the effort of 2000 is the base fee times the chance of getting in then.
  CrossingRules then;
  then.apprehension = std::min(0.989, state.value(state.parameters->border.apprehension, border)) *
                      (1 - state.value(state.parameters->border.guide_effect));
  then.death = border_death(state, border, true);
  then.retry = state.value(state.parameters->border.retry, border);
  then.most_attempts = static_cast<int32_t>(state.value(ids.attempts_covered));
  const CrossingExpectation before = expect_crossing(then);
  const double reach = reach_at_reference(state, border, true);
  const JourneyExpectation now = expect_journey(state, border, true, then.most_attempts);
  CrossingExpectation after;
  after.entry = std::max(least_entry, now.entry);
  after.attempts = now.attempts;
  SmugglingCost cost;
  cost.per_attempt_usd = base * before.entry * share / before.attempts;
  cost.per_journey_usd = base * reach * before.entry * (1 - share);
  return breakeven_fee_usd(cost, after) * state.value(ids.fee_factor);
}

void set_choice_tables(State& state, Month month) {
  const World& world = *state.world;
  const auto& ids = state.parameters->decision;
  ChoiceTables& t = state.choice;
  const size_t n_corridors = world.corridors.size();
  t.must_pay = state.value(state.parameters->development.liquidity) >= 0.5;
  t.dissimilarity = state.value(ids.nest_dissimilarity);
  t.cost_weight = state.value(ids.weight_cost) / 1000;
  t.diaspora = state.value(state.parameters->network.diaspora);
  t.cost_removed = state.value(state.parameters->network.cost_removed);
  t.consideration = state.value(ids.consideration_rate);
  t.open.resize(n_corridors);
  t.cost_usd.resize(n_corridors);
  t.debt_limit_usd.assign(n_corridors, 0);
  t.debt_interest_usd.assign(n_corridors, 0);
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
  const double decay = state.value(state.parameters->network.link_decay);
  for (size_t y = 0; y < state.tie_strength.size(); ++y)
    state.tie_strength[y] = tie_strength(static_cast<double>(y), decay);
  set_journey_tables(state);
  set_fees(state);
  auto rights = rights_in(world, month);
  add_agreements(state, rights);
  state.may_stay.resize(n_corridors);
  for (size_t c = 0; c < n_corridors; ++c) {
    state.may_stay[c] =
        static_cast<uint8_t>(rights[c].is_citizen                          ? EntryWay::citizenship
                             : rights[c].may_stay                          ? EntryWay::stay
                             : rights[c].by_descent || rights[c].share > 0 ? EntryWay::descent
                                                                           : EntryWay::none);
    state.needs_visit_visa.resize(n_corridors);
    state.needs_visit_visa[c] = rights[c].needs_visit_visa;
    set_costs(state, c, rights[c]);
  }
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
