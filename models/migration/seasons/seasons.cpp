// See seasons.hpp.
#include "models/migration/seasons/seasons.hpp"

#include <algorithm>

#include "engine/base/money.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/seasons/results.hpp"
#include "models/migration/status/status.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

void count_season(View& view, size_t place, SeasonEvent event) {
  view.tally().add(result_tables().seasons.seasons,
                   place * n_season_events + static_cast<size_t>(event), view.weight);
}

/// Months at home between two seasons, so that they begin a year apart.
int months_between(Rooms<> state) {
  return std::max(
      1, 12 - static_cast<int>(state.value(state.run.parameters->season.season_months) + 0.5));
}

}  // namespace

void end_season(View& view, Dying::And<Sums, const Seasons> state, uint32_t local, double uniform) {
  const Facts f = view.facts[local];
  if (uniform < state.seasons.overstay) {
    count_season(view, f.residence(), SeasonEvent::overstayed);
    return set_status(view, state, local, Status::irregular, StatusChange::expired);
  }
  count_season(view, f.residence(), SeasonEvent::went_home);
  const int corridor =
      state.run.world->corridor_of[f.birthplace() * state.n_places() + f.residence()];
  bring_home(view, state, local, Channel::return_home);
  if (corridor < 0 || view.key[local].is_free()) return;
  state.season_workers[view.index].push_back({static_cast<uint16_t>(local),
                                              static_cast<uint16_t>(corridor),
                                              static_cast<uint16_t>(state.run.month.count())});
}

void begin_season(View& view, Rooms<const SeasonWorkers> state, uint32_t local, size_t corridor) {
  const bool is_again = has_worked_season(state, view.index, local, corridor);
  count_season(view, state.run.world->corridors[corridor].destination,
               is_again ? SeasonEvent::came_again : SeasonEvent::came_first);
}

bool has_worked_season(Rooms<const SeasonWorkers> state, size_t community, uint32_t local,
                       size_t corridor) {
  const auto& rows = state.season_workers[community];
  return std::any_of(rows.begin(), rows.end(), [&](const SeasonWorked& row) {
    return row.local == local && row.corridor == corridor;
  });
}

bool is_next_season(Rooms<> state, const SeasonWorked& row) {
  return state.run.month.count() - row.ended == months_between(state);
}

bool is_forgotten(Rooms<> state, const SeasonWorked& row) {
  return state.run.month.count() - row.ended >
         state.value(state.run.parameters->season.season_memory_months);
}

std::optional<Request> ask_again(Rooms<const ChoiceTables> state, const SeasonWorked& row,
                                 double means_usd, uint32_t person) {
  constexpr auto way = static_cast<size_t>(Channel::seasonal);
  const double cost = state.choice.cost_usd[row.corridor][way];
  if (!state.choice.open[row.corridor][way] || cost > means_usd ||
      state.run.draws.uniform(person, state.run.month, purpose::season_recall) >=
          state.value(state.run.parameters->season.season_recall))
    return std::nullopt;
  Request request;
  request.local = row.local;
  request.corridor = row.corridor;
  request.channel = Channel::seasonal;
  request.since = static_cast<uint16_t>(state.run.month.count());
  request.order = state.run.draws.bits(person, state.run.month, purpose::visa_order);
  request.cost = cents_from_usd(cost);
  request.has_preference = true;
  return request;
}

RowFault SeasonWorked::fault(const World& world) const {
  if (corridor < world.corridors.size()) return {};
  return {"corridor", "names a corridor that does not exist"};
}

}  // namespace rumbo::migration
