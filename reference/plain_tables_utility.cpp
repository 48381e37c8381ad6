// What a destination and a way in are worth beside income, plainly; see plain_tables_choice.hpp.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "models/migration/visas/quota.hpp"
#include "reference/plain_tables.hpp"
#include "reference/plain_tables_choice.hpp"

namespace rumbo::migration {

namespace {

/// Share of the emigrants of a place who are held, times what that costs, USD.
double true_exploitation(const State& state, size_t origin) {
  const size_t n = state.n_places();
  if (state.trafficking_market.held.empty() || state.census.compatriots.empty()) return 0;
  int64_t abroad = 0;
  for (size_t place = 0; place < n; ++place)
    if (place != origin) abroad += state.census.compatriots[origin * n + place];
  const auto held =
      static_cast<double>(state.trafficking_market.held[market_cell(origin, Reach::abroad)]);
  return std::min(1.0, held / static_cast<double>(std::max<int64_t>(1, abroad))) *
         state.value(state.parameters->information.exploitation_loss_usd);
}

/// Danger, exploitation and fee of an irregular way as believed, USD beyond its true money cost;
/// sets how utility changes with each by level.
double believed_costs(State& state, size_t c, Channel channel) {
  const Corridor& corridor = state.world->corridors[c];
  const auto border = static_cast<size_t>(corridor.border);
  const JourneyExpectation& journey = plain_journey(state, border, channel);
  const double fee = is_guided(channel) ? state.smuggling.markets[border].fee_usd : 0;
  const double life = state.value(state.parameters->decision.value_of_life) * 1000;
  const auto believed = [&](BeliefItem item, double usd) {
    const double as_believed = usd * plain_bias(state, corridor.origin, item);
    if (state.information_tables.is_on)
      state.choice.cost_slope[c][at(channel)][static_cast<size_t>(item)] =
          -state.choice.cost_weight * as_believed * state.information_tables.weight * 0.25;
    return as_believed;
  };
  const double danger = believed(BeliefItem::danger, journey.death * life + journey.extortion_usd);
  const double exploitation =
      believed(BeliefItem::exploitation, true_exploitation(state, corridor.origin));
  if (!is_guided(channel)) return danger + exploitation;
  return danger + exploitation + (believed(BeliefItem::fee, fee) - fee);
}

/// What the odds and the wait of a rationed visa are worth; no one counts beyond five years.
double worth_of_odds(const State& state, size_t c, size_t kind) {
  const auto& ids = state.parameters->decision;
  const auto& visas = state.parameters->visas;
  const double places = plain_places_a_year(state, c, static_cast<VisaKind>(kind)) / 12;
  const double wait = expected_wait(state.visas.counters.demand[c * n_visa_kinds + kind], places);
  const bool is_queue = state.value(visas.queue) >= 0.5;
  const double odds =
      granted_within(wait, is_queue ? state.value(visas.patience_months) : 1, is_queue);
  return state.value(ids.weight_odds) * log(std::max(1e-6, odds)) -
         state.value(ids.weight_wait) * std::min(wait, 60.0);
}

/// Grounds, pull, chance of being let in and chance of being recognized.
double worth_of_asylum(const State& state, const Corridor& c) {
  const auto& ids = state.parameters->asylum;
  const Grid& table = state.world->recognition;
  constexpr double unknown = 0.1;
  const double recognized =
      table.cells().empty() ? unknown : table(c.origin, year_index(state.month.year()));
  const double chance =
      std::min(1.0, recognized * state.value(ids.recognition_factor, c.destination));
  double v = state.value(ids.pull, c.destination);
  v += state.choice.dissimilarity * log(std::max(1e-12, state.asylum.with_grounds[c.origin]));
  v += log(std::max(1e-12, state.value(ids.access, c.destination)));
  return v + state.value(ids.recognition_weight) * log(std::max(1e-3, chance));
}

double log_of_share(double share) {
  return log(std::max(1e-12, share));
}

}  // namespace

double plain_bias(const State& state, size_t place, BeliefItem item) {
  if (!state.information_tables.is_on) return 1;
  return exp(state.information_tables.weight * 0.25 *
             (state.information_tables.mean[place][static_cast<size_t>(item)] - 8));
}

double plain_worth_of_place(const State& state, const Corridor& c, Month month) {
  const auto& ids = state.parameters->decision;
  const auto& network = state.parameters->network;
  const auto residents = [&](size_t place) {
    return static_cast<double>(std::max<int64_t>(1, state.census.population[place]));
  };
  const auto compatriots =
      static_cast<double>(state.census.compatriots[c.origin * state.n_places() + c.destination]);
  const auto safer = [&](size_t measure) {
    return plain_safety(state, c.destination, month, measure) -
           plain_safety(state, c.origin, month, measure);
  };
  double v = state.value(ids.pull, c.destination) - state.value(ids.home_bias, c.origin);
  v += state.value(network.compatriots) *
       log1p(state.value(network.factor) * 10000 * compatriots / residents(c.origin));
  v -= state.value(ids.weight_distance) * log(c.distance_km / 1000);
  if (state.world->is_inside(c.destination))
    v += state.value(ids.weight_size) * log(residents(c.destination) / 1e7);
  v += c.has_common_language ? state.value(ids.weight_language) : 0;
  v += c.is_contiguous ? state.value(ids.weight_contiguity) : 0;
  v += c.has_colonial_link ? state.value(ids.weight_colonial) : 0;
  v += state.shocks.utility[c.origin];
  v -= state.value(ids.weight_homicide) * safer(0);
  v -= state.value(ids.weight_conflict) * safer(1);
  return v + state.value(ids.weight_democracy) * safer(2);
}

double plain_utility(State& state, size_t c, Channel channel, const PlainRights& rights,
                     Month month, double of_place) {
  const Corridor& corridor = state.world->corridors[c];
  const auto& ids = state.parameters->decision;
  ChoiceTables& t = state.choice;
  double v = of_place - t.cost_weight * t.cost_usd[c][at(channel)];
  if (at(channel) < n_visa_kinds) v += worth_of_odds(state, c, at(channel));
  if (channel == Channel::right_of_entry && !rights.may_stay) v += log_of_share(rights.share);
  if (channel == Channel::family)
    v += log_of_share(state.value(state.parameters->visas.sponsor_share, corridor.destination));
  if (channel == Channel::asylum) v += worth_of_asylum(state, corridor);
  if (channel == Channel::visit && rights.needs_visit_visa)
    v += log_of_share(state.value(state.parameters->visas.visit_grant));
  if (channel == Channel::visit || is_irregular_entry(channel))
    v -= state.value(ids.irregular_aversion);
  if (channel == Channel::visit) return v;
  if (!is_irregular_entry(channel))
    return v + log(state.value(state.parameters->information.legal_awareness, corridor.origin));
  v -= t.cost_weight * believed_costs(state, c, channel);
  if (state.world->borders[static_cast<size_t>(corridor.border)].has_routes)
    v += state.value(state.parameters->border.season_weight) *
         log(state.world->season_crossing(static_cast<size_t>(month.month_of_year() - 1)));
  return v;
}

}  // namespace rumbo::migration
