// Who wants to leave this month, for where, and how. docs/model.md: Leaving; Destination and
// channel; Visas; Ties.
#include <algorithm>
#include <span>

#include "engine/base/error.hpp"
#include "engine/hazards/screening.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/moving/results.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/seasons/seasons.hpp"

namespace rumbo::migration {
namespace {

constexpr size_t most_far_ties = 16;  ///< that a population can be given

double household_means_usd(const Look& view, Rooms<const Money, const Returns> state,
                           uint32_t local) {
  const Facts f = view.facts[local];
  int64_t cents = std::max<Cents>(0, view.wealth_now(state.money, local));
  view.households.for_each_other(local, [&](uint32_t member) {
    if (view.facts[member].residence() == f.residence())
      cents += std::max<Cents>(0, view.wealth_now(state.money, member));
  });
  return usd_from_cents(cents) + credit_usd(state, f);
}

/// The ties of a person by place; what they can pay is not looked up yet.
Mover look_around(
    const Look& view,
    Rooms<const Ties, const Others, const InformationTables, const ChoiceTables> state,
    uint32_t local) {
  Mover mover;
  mover.local = local;
  mover.origin = view.facts[local].residence();
  mover.kind = person_kind(view.facts[local]);
  mover.beliefs = view.beliefs[local];
  mover.belief_factor = belief_factor(state, mover.origin, mover.kind, mover.beliefs);
  mover.n_ties = collect_ties(view, state, local, mover.ties);
  return mover;
}

void count_stage(const View& view, size_t origin, size_t destination, Stage stage) {
  view.tally().add(
      result_tables().moving.funnel,
      (origin * view.run.n_places() + destination) * n_stages + static_cast<size_t>(stage),
      view.weight);
}

AskedInMean asked_in_mean(View& view) {
  return {view.flows().visa_chances, view.weight};
}

/// Asks for what a person chose, if anything.
void ask(View& view, Rooms<const SeasonWorkers> state, const Mover& mover,
         std::optional<Request> request) {
  if (!request) return;
  request->has_preference = request->channel == Channel::seasonal &&
                            has_worked_season(state, view.index, mover.local, request->corridor);
  view.buffers.requests.push_back(*request);
  count_stage(view, mover.origin, state.run.world->corridors[request->corridor].destination,
              Stage::wanted);
}

/// A person refused turns to their next choice, which may be to stay; in a queue they wait.
void choose_again(View& view,
                  Rooms<const Ties, const Others, const Money, const InformationTables,
                        const ChoiceTables, Applications, const Returns, const SeasonWorkers>
                      state) {
  for (const Application& a : state.applications[view.index]) {
    const Mover mover = mover_of(view, state, a.local);
    ask(view, state, mover,
        next_request(state, mover, a, view.person(a.local).value(), asked_in_mean(view)));
  }
  end_rows_if(view, state.applications, [](const Application&) { return true; });
}

/// Employers ask for some of those who worked the last season.
void return_to_season(View& view,
                      Rooms<const Money, const ChoiceTables, const Returns, SeasonWorkers> state) {
  end_rows_if(view, state.season_workers,
              [&](const SeasonWorked& row) { return is_forgotten(state, row); });
  for (const SeasonWorked& row : state.season_workers[view.index]) {
    if (!is_next_season(state, row) || !may_leave_home(view.facts[row.local]) ||
        view.has_changed(row.local) || view.has_asked(row.local))
      continue;
    const auto request = ask_again(state, row, household_means_usd(view, state, row.local),
                                   view.person(row.local).value());
    if (!request) continue;
    asked_in_mean(view).add(*request);
    view.buffers.requests.push_back(*request);
    const Corridor& corridor = state.run.world->corridors[row.corridor];
    count_stage(view, corridor.origin, corridor.destination, Stage::wanted);
  }
}

/// Counts a person kept by a lack of means alone, by the place they would have chosen.
void count_could_not_pay(View& view, Rooms<const InformationTables, const ChoiceTables> state,
                         const Mover& mover) {
  const int c = pick_corridor(state, mover, endless, rich,
                              state.run.draws.uniform(view.person(mover.local).value(),
                                                      state.run.month, purpose::could_not_pay));
  if (c >= 0)
    count_stage(view, mover.origin, state.run.world->corridors[static_cast<size_t>(c)].destination,
                Stage::could_not_pay);
}

bool has_kin_away(const Look& view, uint32_t local) {
  const unsigned home = view.facts[local].residence();
  bool found = false;
  view.households.for_each_other(local, [&](uint32_t member) {
    const uint8_t byte = view.published[member];
    found = found || (published_alive(byte) && published_place(byte) != home);
  });
  return found;
}

/// Whether the draw may be below the hazard, judged by kind and kin before anything costly is read.
bool may_leave(const Look& view, Rooms<const InformationTables, const ChoiceTables> state,
               uint32_t local, const PersonDraws& draws, double rate) {
  const ChoiceTables& t = state.choice;
  const Facts f = view.facts[local];
  auto is_possible = [&](double most) {
    return draws.prefix(screened::move) <= screening_threshold(leaving(rate, most) * (1 + 1e-9));
  };
  const size_t origin = f.residence(), kind = person_kind(f);
  // The bound that woke them is that of the kind with most to gain from leaving.
  if (!is_possible(t.most_with_kin[origin][kind] * t.largest_belief_factor)) return false;
  const double factor = belief_factor(state, origin, kind, view.beliefs[local]);
  if (!is_possible(t.most_with_kin[origin][kind] * factor)) return false;
  return is_possible(t.most_without_kin[origin][kind] * factor) || has_kin_away(view, local);
}

/// One person's month: leaves if their draw is below the hazard of their own ties and means.
void consider(View& view,
              Rooms<const Ties, const Others, const Money, const CareRules, const InformationTables,
                    const ChoiceTables, const Shocks, const Returns, const SeasonWorkers>
                  state,
              uint32_t local) {
  const PersonDraws draws = view.draws(local);
  const Facts f = view.facts[local];
  const int age = view.age(local);
  const double again = f.has_returned() ? leaving_again(state, f, has_kin_away(view, local)) : 1;
  const double alone = propensity(state, f, age) * again;
  const CareRules& care = state.care;
  if (!may_leave(view, state, local, draws, std::min(1.0, alone * care.largest()))) return;
  const double rate = std::min(1.0, alone * leaving_with_household(care, static_cast<int>(f.sex()),
                                                                   age, care_at_home(view, local)));
  Mover mover = look_around(view, state, local);
  const double with_means = total_weight(state, mover, endless, rich);
  RUMBO_ASSERT(with_means <= state.choice.most_with_kin[mover.origin][mover.kind] *
                                 mover.belief_factor * (1 + 1e-9));
  RUMBO_ASSERT(has_kin_away(view, local) ||
               with_means <= state.choice.most_without_kin[mover.origin][mover.kind] *
                                 mover.belief_factor * (1 + 1e-9));
  const double uniform = draws.uniform(screened::move);
  if (uniform >= leaving(rate, with_means)) return;
  mover.set_means(state.choice, household_means_usd(view, state, mover.local));
  const double total = total_weight(state, mover, mover.affordable_usd, mover.affordability);
  if (uniform < leaving(rate, total))
    ask(view, state, mover,
        request_of(state, mover, view.person(local).value(), asked_in_mean(view)));
  else
    count_could_not_pay(view, state, mover);
}

}  // namespace

Mover mover_of(const Look& view,
               Rooms<const Ties, const Others, const Money, const InformationTables,
                     const ChoiceTables, const Returns>
                   state,
               uint32_t local) {
  Mover mover = look_around(view, state, local);
  mover.set_means(state.choice, household_means_usd(view, state, local));
  return mover;
}

size_t collect_ties(const Look& view, Rooms<const Ties, const Others, const ChoiceTables> state,
                    uint32_t local, std::span<TiesAt> ties) {
  TieCount count(state, view.facts[local].residence(), ties);
  // Acquaintances live far apart in memory: asked for first, read last.
  const uint8_t* all_published = state.others.published();
  std::array<uint32_t, most_far_ties> far;
  const int n_far = state.ties.n_far();
  for (int j = 0; j < n_far; ++j) {
    far[static_cast<size_t>(j)] = state.others.far_friend(state.ties, view.community, local, j);
    if (far[static_cast<size_t>(j)] != Ties::no_slot)
      __builtin_prefetch(all_published + far[static_cast<size_t>(j)]);
  }
  // Most live where the person lives, and nothing more needs to be read of them.
  auto meet = [&](uint32_t member, bool is_kin) {
    const uint8_t byte = view.published[member];
    if (count.is_away(byte))
      count.meet(byte, faded_strength(state, view.years_since_arrival(member)), is_kin);
  };
  view.households.for_each_other(local, [&](uint32_t member) { meet(member, true); });
  const uint64_t key = state.ties.community_key(view.community);
  for (int j = 0; j < state.ties.n_friends(); ++j)
    meet(state.ties.friend_of(view.community, key, local, j), false);
  for (uint32_t slot : std::span(far.data(), static_cast<size_t>(n_far)))
    if (slot != Ties::no_slot) count.meet(all_published[slot], 1.0, false);
  return count.n_destinations();
}

void choose(View& view,
            Rooms<const Ties, const Others, const Money, const CareRules, const InformationTables,
                  const ChoiceTables, Applications, const Shocks, const Returns, SeasonWorkers>
                state) {
  if (!state.applications[view.index].empty()) choose_again(view, state);
  if (!state.season_workers[view.index].empty()) return_to_season(view, state);
  for (const Woken& w : view.buffers.woken) {
    const uint32_t local = w.local;
    if ((w.purposes >> screened::move & 1) == 0 || view.key[local].is_free() ||
        view.is_newborn(local))
      continue;
    const Facts f = view.facts[local];
    if (!may_leave_home(f) || !state.run.world->is_inside(f.residence())) continue;
    if (!view.has_asked(local) && !view.has_changed(local)) consider(view, state, local);
  }
}

}  // namespace rumbo::migration
