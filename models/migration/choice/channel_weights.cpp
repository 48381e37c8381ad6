// What each channel of a corridor is worth this month but for income. docs/model.md: Destination
// and channel; Visas; Journey and crossing; Smugglers; Beliefs.
//
// Exponentials and logarithms of a corridor are taken all at once, and what its origin alone
// decides is worked out once for all corridors from there.
#include <algorithm>

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/choice/network.hpp"
#include "models/migration/choice/set_choice.hpp"
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

/// Shares and sizes of a corridor whose logarithms weigh; then their logarithms.
struct Logarithms {
  std::array<double, n_visa_kinds> odds{};  ///< of a visa, of a kind that is open
  double distance = 1, size = 1, right = 1, sponsor = 1, access = 1, recognition = 1;
};

/// Months that all who ask for a visa in a month would take to be served, as applicants know it.
using Waits = std::array<double, n_visa_kinds>;

Waits expected_waits(Rooms<ChoiceTables, const Visas> state, size_t c) {
  Waits wait{};
  for (size_t k = 0; k < n_visa_kinds; ++k)
    if (state.choice.open[c][k])
      wait[k] = expected_wait(state.visas.counters.demand[c * n_visa_kinds + k],
                              places_per_year(state, c, static_cast<VisaKind>(k)) / 12);
  return wait;
}

/// Of a place that is not inside no size is known, and what is closed needs no logarithm: those
/// are 0.
Logarithms logarithms_of(Rooms<const ChoiceTables, const Census> state, size_t c,
                         const Rights& rights, const Waits& waits) {
  const Corridor& corridor = state.run.world->corridors[c];
  const auto& visas = state.run.parameters->visas;
  const size_t there = corridor.destination;
  const auto& open = state.choice.open[c];
  const bool is_queue = state.value(visas.queue) >= 0.5;
  const double months = is_queue ? state.value(visas.patience_months) : 1;
  std::array<double, n_visa_kinds + 6> all;
  all.fill(1);
  for (size_t k = 0; k < n_visa_kinds; ++k)
    if (open[k]) all[k] = std::max(1e-6, granted_within(waits[k], months, is_queue));
  double* other = &all[n_visa_kinds];
  other[0] = corridor.distance_km / 1000;
  if (state.run.world->is_inside(there))
    other[1] = static_cast<double>(std::max<int64_t>(1, state.census.population[there])) / 1e7;
  if (open[at(Channel::right_of_entry)]) other[2] = std::max(1e-12, rights.share);
  if (open[at(Channel::family)])
    other[3] = std::max(1e-12, state.value(visas.sponsor_share, there));
  if (open[at(Channel::asylum)]) {
    other[4] = std::max(1e-12, state.value(state.run.parameters->asylum.access, there));
    other[5] = std::max(1e-3, recognition(state, corridor.origin, there));
  }
  log_each(all);
  Logarithms logs{{}, other[0], other[1], other[2], other[3], other[4], other[5]};
  std::copy_n(all.begin(), n_visa_kinds, logs.odds.begin());
  return logs;
}

/// Utility of a corridor that does not depend on channel, income or own ties.
double corridor_utility(Rooms<const Census> state, const Corridor& c, const OriginTerms& from,
                        const Logarithms& logs) {
  const auto& ids = state.run.parameters->decision;
  const size_t year = year_index(state.run.month.year());
  double v = state.value(ids.pull, c.destination) - from.home_bias;
  v += diaspora_utility(state, c);
  v -= state.value(ids.weight_distance) * logs.distance;
  if (state.run.world->is_inside(c.destination)) v += state.value(ids.weight_size) * logs.size;
  if (c.has_common_language) v += state.value(ids.weight_language);
  if (c.is_contiguous) v += state.value(ids.weight_contiguity);
  if (c.has_colonial_link) v += state.value(ids.weight_colonial);
  auto gap = [&](SafetyMeasure measure) {
    return safety(state, c.destination, year, measure) - from.safety[static_cast<size_t>(measure)];
  };
  v += from.shock;
  return v - state.value(ids.weight_homicide) * gap(SafetyMeasure::homicides) -
         state.value(ids.weight_conflict) * gap(SafetyMeasure::conflict_deaths) +
         state.value(ids.weight_democracy) * gap(SafetyMeasure::democracy);
}

/// What danger, fee and exploitation are believed to cost by a channel that is open and irregular,
/// USD beyond its true money cost; and how utility changes with each per level.
double believed_cost_usd(
    Rooms<const InformationTables, ChoiceTables, const Journey, const Smuggling> state, size_t c,
    Channel channel, const OriginTerms& from) {
  const auto border = static_cast<size_t>(state.run.world->corridors[c].border);
  const JourneyExpectation& journey = expected_journey(state, border, channel);
  const double life_usd = state.value(state.run.parameters->decision.value_of_life) * 1000;
  auto& slope = state.choice.cost_slope[c][at(channel)];
  double sum = 0;
  auto add = [&](BeliefItem item, double true_usd, double known_usd) {
    const double believed = true_usd * from.bias[static_cast<size_t>(item)];
    sum += believed - known_usd;
    if (state.information_tables.is_on)
      slope[static_cast<size_t>(item)] =
          -state.choice.cost_weight * believed * state.information_tables.weight * belief_step;
  };
  // Expected loss of life, in dollars, and money extorted on the way weigh like money.
  add(BeliefItem::danger, journey.death * life_usd + journey.extortion_usd, 0);
  add(BeliefItem::exploitation, from.exploitation_usd, 0);
  if (is_guided(channel))
    add(BeliefItem::fee, state.smuggling.markets[border].fee_usd,
        state.smuggling.markets[border].fee_usd);
  return sum;
}

/// What waiting for a visa takes away, and that it may never be granted.
double visa_utility(Rooms<> state, double wait, double log_odds) {
  const auto& ids = state.run.parameters->decision;
  constexpr double longest_wait = 60;  ///< months; no one counts further
  return state.value(ids.weight_odds) * log_odds -
         state.value(ids.weight_wait) * std::min(wait, longest_wait);
}

/// What claiming is worth beyond what all ways of a corridor are: grounds, being let in, prospects.
/// The share with grounds is the share of the people who have this way at all, so it enters times
/// the dissimilarity: the weight of the channel is that share of what it is for those who have it.
double asylum_utility(Rooms<const ChoiceTables> state, const Corridor& c, const OriginTerms& from,
                      const Logarithms& logs) {
  const auto& ids = state.run.parameters->asylum;
  return state.value(ids.pull, c.destination) + state.choice.dissimilarity * from.log_grounds +
         logs.access + state.value(ids.recognition_weight) * logs.recognition;
}

/// What an open channel adds to the utility of its corridor, its cost taken off, in the order in
/// which it has always been added.
double channel_utility(
    Rooms<const InformationTables, ChoiceTables, const Journey, const Smuggling> state, size_t c,
    Channel channel, const Rights& rights, double v, const OriginTerms& from,
    const Logarithms& logs, const Waits& waits) {
  const Corridor& corridor = state.run.world->corridors[c];
  if (at(channel) < n_visa_kinds)  // rationed channels come first, in the order of kinds of visas
    v += visa_utility(state, waits[at(channel)], logs.odds[at(channel)]);
  if (channel == Channel::right_of_entry && !rights.may_stay) v += logs.right;
  if (channel == Channel::family) v += logs.sponsor;
  if (channel == Channel::asylum) v += asylum_utility(state, corridor, from, logs);
  if (channel == Channel::visit && rights.needs_visit_visa) v += from.log_visit;
  if (channel != Channel::visit && !is_irregular_entry(channel)) return v + from.log_awareness;
  v -= state.value(state.run.parameters->decision.irregular_aversion);
  if (channel == Channel::visit) return v;
  v -= state.choice.cost_weight * believed_cost_usd(state, c, channel, from);
  if (state.run.world->borders[static_cast<size_t>(corridor.border)].has_routes)
    v += from.season_utility;
  return v;
}

/// Believed over true in a place, as far as beliefs weigh.
std::array<double, n_belief_items> place_bias(Rooms<const InformationTables> state, size_t place) {
  const InformationTables& t = state.information_tables;
  std::array<double, n_belief_items> bias;
  bias.fill(1);
  if (!t.is_on) return bias;
  for (size_t i = 0; i < n_belief_items; ++i)
    bias[i] = t.weight * belief_step * (t.mean[place][i] - true_level);
  exp_each(bias);
  return bias;
}

}  // namespace

OriginTerms origin_terms(Rooms<const InformationTables, const TraffickingMarket, const Shocks,
                               const Asylum, const Census>
                             state,
                         size_t origin) {
  const auto& parameters = *state.run.parameters;
  const Month month = state.run.month;
  OriginTerms from;
  from.home_bias = state.value(parameters.decision.home_bias, origin);
  from.shock = state.shocks.utility[origin];
  from.exploitation_usd = exploitation_usd(state, origin);
  from.bias = place_bias(state, origin);
  for (size_t m = 0; m < n_safety_measures; ++m)
    from.safety[m] = safety(state, origin, year_index(month.year()), static_cast<SafetyMeasure>(m));
  from.log_awareness = log(state.value(parameters.information.legal_awareness, origin));
  from.log_grounds = log(std::max(1e-12, state.asylum.with_grounds[origin]));
  from.log_visit = log(std::max(1e-12, state.value(parameters.visas.visit_grant)));
  from.season_utility =
      state.value(parameters.border.season_weight) *
      log(state.run.world->season_crossing(static_cast<size_t>(month.month_of_year() - 1)));
  return from;
}

void set_channel_weights(Rooms<const InformationTables, ChoiceTables, const Visas, const Journey,
                               const Smuggling, const Census>
                             state,
                         size_t c, const Rights& rights, const OriginTerms& from) {
  ChoiceTables& t = state.choice;
  const Waits waits = expected_waits(state, c);
  const Logarithms logs = logarithms_of(state, c, rights, waits);
  const double utility = corridor_utility(state, state.run.world->corridors[c], from, logs);
  std::array<double, n_chosen_channels> weight{};
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    t.cost_slope[c][k].fill(0);
    if (!t.open[c][k]) continue;
    const double v = channel_utility(state, c, static_cast<Channel>(k), rights,
                                     utility - t.cost_weight * t.cost_usd[c][k], from, logs, waits);
    weight[k] = std::min(most_log, std::max(log_of_closed, v / t.dissimilarity));
  }
  exp_each(weight);
  for (size_t k = 0; k < n_chosen_channels; ++k)
    t.channel_weight[c][k] = t.open[c][k] ? weight[k] : 0;
}

}  // namespace rumbo::migration
