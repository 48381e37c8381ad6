// Who wants to leave this month, for where, and how. Science B1 to B4.
#include <algorithm>
#include <limits>
#include <span>

#include "engine/maths/functions.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/purpose.hpp"
#include "models/migration/theory/network.hpp"

namespace rumbo::migration {
namespace {

constexpr size_t most_destinations_with_ties = 8;
constexpr size_t rich = n_affordability_classes - 1;
constexpr double endless = std::numeric_limits<double>::max();

/// A person at home who looks around: what it can pay and whom it knows where.
struct Mover {
  uint32_t local = 0;
  size_t origin = 0;
  size_t kind = 0;
  double affordable_usd = 0;
  size_t affordability = 0;
  std::array<TiesAt, most_destinations_with_ties> ties;
  size_t n_ties = 0;
  int refused_corridor = -1;  ///< where some channels were refused lately
  uint8_t refused_channels = 0;

  const TiesAt* ties_at(size_t place) const {
    for (size_t i = 0; i < n_ties; ++i)
      if (ties[i].place == place) return &ties[i];
    return nullptr;
  }
};

double household_means_usd(const View& view, uint32_t local) {
  const Facts f = view.facts[local];
  int64_t cents = std::max<Cents>(0, view.wealth_now(local));
  view.households.for_each_other(local, [&](uint32_t member) {
    if (view.facts[member].residence() == f.residence())
      cents += std::max<Cents>(0, view.wealth_now(member));
  });
  return usd_from_cents(cents) +
         view.state.value(view.state.parameters->money.credit, f.residence());
}

/// Whom the person knows where; what it can pay is not looked up yet.
Mover look_around(const View& view, uint32_t local) {
  Mover mover;
  mover.local = local;
  mover.origin = view.facts[local].residence();
  mover.kind = person_kind(view.facts[local]);
  mover.n_ties = collect_ties(view, local, mover.ties);
  return mover;
}

void look_at_means(const View& view, Mover& mover) {
  mover.affordability =
      static_cast<size_t>(affordability_class(household_means_usd(view, mover.local)));
  mover.affordable_usd = affordability_usd[mover.affordability];
}

/// Weight of a corridor for this person; channels written only if asked for.
double corridor_weight(const State& state, const Mover& mover, size_t c, double affordable,
                       size_t affordability, std::array<double, n_chosen_channels>* channels) {
  const TiesAt* ties = mover.ties_at(state.world->corridors[c].destination);
  const bool is_refused = static_cast<int>(c) == mover.refused_corridor;
  if (ties == nullptr && channels == nullptr && !is_refused)
    return state.choice.weight[c][mover.kind][affordability];
  std::array<double, n_chosen_channels> local_channels;
  auto& filled = channels != nullptr ? *channels : local_channels;
  double weight = state.choice.nest(c, mover.kind, affordable, ties == nullptr ? 0 : ties->index,
                                    ties != nullptr && ties->has_sponsor, filled);
  if (!is_refused) return weight;
  double kept = 0, all = 0;
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    all += filled[k];
    if (mover.refused_channels >> k & 1) filled[k] = 0;
    kept += filled[k];
  }
  return all > 0 ? weight * exp(state.choice.dissimilarity * log(std::max(1e-300, kept / all))) : 0;
}

/// Sum over destinations, relative to staying.
double total_weight(const State& state, const Mover& mover, double affordable,
                    size_t affordability) {
  double total = state.choice.total[mover.origin][mover.kind][affordability];
  for (size_t i = 0; i < mover.n_ties; ++i) {
    const int c = state.world->corridor_of[mover.origin * state.n_places() + mover.ties[i].place];
    if (c < 0) continue;
    total +=
        corridor_weight(state, mover, static_cast<size_t>(c), affordable, affordability, nullptr) -
        state.choice.weight[static_cast<size_t>(c)][mover.kind][affordability];
  }
  return total;
}

double propensity(const View& view, uint32_t local) {
  const MonthTables& t = view.state.tables;
  const double sex = view.facts[local].sex() == Sex::female ? t.female_factor : 1;
  return view.state.choice.consideration * sex *
         t.age_factor[static_cast<size_t>(std::min(view.age(local), 119))];
}

/// The corridor that a uniform number falls on, -1 if there is none.
int pick_corridor(const State& state, const Mover& mover, double affordable, size_t affordability,
                  double uniform) {
  double sum = 0;
  for (int c : state.world->corridors_from[mover.origin])
    sum +=
        corridor_weight(state, mover, static_cast<size_t>(c), affordable, affordability, nullptr);
  double left = uniform * sum;
  int last = -1;
  for (int c : state.world->corridors_from[mover.origin]) {
    const double weight =
        corridor_weight(state, mover, static_cast<size_t>(c), affordable, affordability, nullptr);
    if (weight <= 0) continue;
    last = c;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}

void count_stage(const View& view, size_t origin, size_t destination, Stage stage) {
  view.tally().add(
      number(Table::funnel),
      (origin * view.state.n_places() + destination) * n_stages + static_cast<size_t>(stage),
      view.weight);
}

/// Chooses a destination and a channel and asks for it.
void ask(View& view, const Mover& mover, uint16_t since) {
  State& state = view.state;
  const uint32_t person = view.person(mover.local).value();
  const int chosen = pick_corridor(state, mover, mover.affordable_usd, mover.affordability,
                                   state.draws.uniform(person, state.month, purpose::destination));
  if (chosen < 0) return;
  const auto c = static_cast<size_t>(chosen);
  std::array<double, n_chosen_channels> channels;
  corridor_weight(state, mover, c, mover.affordable_usd, mover.affordability, &channels);
  double sum = 0;
  for (double w : channels) sum += w;
  double left = state.draws.uniform(person, state.month, purpose::channel) * sum;
  size_t k = 0;
  for (size_t i = 0; i < n_chosen_channels; ++i) {
    if (channels[i] <= 0) continue;
    k = i;
    left -= channels[i];
    if (left < 0) break;
  }
  const TiesAt* ties = mover.ties_at(state.world->corridors[c].destination);
  Request request;
  request.local = static_cast<uint16_t>(mover.local);
  request.corridor = static_cast<uint16_t>(c);
  request.channel = static_cast<Channel>(k);
  request.since = since;
  request.order = state.draws.bits(person, state.month, purpose::visa_order);
  request.cost = cents_from_usd(
      state.choice.cost_with_ties(c, request.channel, ties == nullptr ? 0 : ties->index));
  view.buffers.requests.push_back(request);
  count_stage(view, mover.origin, state.world->corridors[c].destination, Stage::wanted);
}

/// Whoever was refused decides anew: over what is left, staying included.
void choose_again(View& view) {
  State& state = view.state;
  auto& pending = state.applications[view.index];
  const auto patience = static_cast<int>(state.value(state.parameters->visas.patience_months));
  const bool is_queue = state.value(state.parameters->visas.queue) >= 0.5;
  for (const Application& a : pending) {
    if (state.month.count() - a.since > patience) continue;
    const uint32_t local = a.local;
    Mover mover = look_around(view, local);
    look_at_means(view, mover);
    if (!is_queue) {
      mover.refused_corridor = a.corridor;
      mover.refused_channels = a.refused;
    }
    const double total = total_weight(state, mover, mover.affordable_usd, mover.affordability);
    if (state.draws.uniform(view.person(local).value(), state.month, purpose::choose_again) <
        total / (1 + total))
      ask(view, mover, a.since);
  }
  for (const Application& a : pending) {
    view.facts[a.local].set_applying(false);
    state.people.set_active(view.slot(a.local), is_active(view.facts[a.local]));
  }
  pending.clear();
}

/// Counts somebody whom a lack of means alone keeps, by the place it would have chosen.
void count_could_not_pay(View& view, const Mover& mover) {
  const State& state = view.state;
  const int c = pick_corridor(
      state, mover, endless, rich,
      state.draws.uniform(view.person(mover.local).value(), state.month, purpose::could_not_pay));
  if (c >= 0)
    count_stage(view, mover.origin, state.world->corridors[static_cast<size_t>(c)].destination,
                Stage::could_not_pay);
}

/// Probability of leaving this month of somebody who considers it at this rate.
double leaving(double rate, double total) {
  return rate * total / (1 + total);
}

bool has_kin_away(const View& view, uint32_t local) {
  const unsigned home = view.facts[local].residence();
  bool found = false;
  view.households.for_each_other(local, [&](uint32_t member) {
    const uint8_t byte = view.published[member];
    found = found || (published_alive(byte) && published_place(byte) != home);
  });
  return found;
}

/// Whether the draw may be below the hazard, judged by kind and kin before anything dear is read.
bool may_leave(const View& view, uint32_t local, const PersonDraws& draws, double rate) {
  const ChoiceTables& t = view.state.choice;
  const Facts f = view.facts[local];
  auto is_possible = [&](double most) {
    return draws.prefix(screened::move) <= screening_threshold(leaving(rate, most) * (1 + 1e-9));
  };
  const size_t origin = f.residence(), kind = person_kind(f);
  if (!is_possible(t.most_with_kin[origin][kind])) return false;
  return is_possible(t.most_without_kin[origin][kind]) || has_kin_away(view, local);
}

/// One person's month: leaves if its draw is below the hazard of its own ties and means.
void consider(View& view, uint32_t local) {
  const State& state = view.state;
  const PersonDraws draws = view.draws(local);
  const double rate = propensity(view, local);
  if (!may_leave(view, local, draws, rate)) return;
  Mover mover = look_around(view, local);
  const double with_means = total_weight(state, mover, endless, rich);
  RUMBO_ASSERT(with_means <= state.choice.most_with_kin[mover.origin][mover.kind] * (1 + 1e-9));
  RUMBO_ASSERT(has_kin_away(view, local) ||
               with_means <= state.choice.most_without_kin[mover.origin][mover.kind] * (1 + 1e-9));
  const double uniform = draws.uniform(screened::move);
  if (uniform >= leaving(rate, with_means)) return;
  look_at_means(view, mover);
  const double total = total_weight(state, mover, mover.affordable_usd, mover.affordability);
  if (uniform < leaving(rate, total))
    ask(view, mover, static_cast<uint16_t>(state.month.count()));
  else
    count_could_not_pay(view, mover);
}

}  // namespace

size_t collect_ties(const View& view, uint32_t local, std::span<TiesAt> ties) {
  const State& state = view.state;
  const unsigned home = view.facts[local].residence();
  const auto& ids = state.parameters->network;
  const TieWeights weights{state.value(ids.weight_strong) * state.value(ids.factor),
                           state.value(ids.weight_weak) * state.value(ids.factor)};
  size_t count = 0;
  auto meet = [&](uint8_t byte, double strength, bool is_kin) {
    if (!published_alive(byte) || published_place(byte) == home) return;
    const auto place = static_cast<uint8_t>(published_place(byte));
    size_t i = 0;
    while (i < count && ties[i].place != place) ++i;
    if (i == ties.size()) return;
    if (i == count) ties[count++] = {place, 0, false};
    ties[i].index =
        std::min(state.choice.most_ties,
                 ties[i].index + tie_index(is_kin ? strength : 0, is_kin ? 0 : strength, weights));
    if (is_kin && !published_irregular(byte)) ties[i].has_sponsor = true;
  };
  auto faded = [&](uint32_t member) {
    return state.tie_strength[static_cast<size_t>(
        std::clamp(view.years_since_arrival(member), 0, n_stay_years - 1))];
  };
  view.households.for_each_other(
      local, [&](uint32_t member) { meet(view.published[member], faded(member), true); });
  const uint64_t key = state.ties.community_key(view.community);
  for (int j = 0; j < state.ties.n_friends(); ++j) {
    const uint32_t other = state.ties.friend_of(view.community, key, local, j);
    meet(view.published[other], faded(other), false);
  }
  const uint8_t* all_published = state.people.published().data();
  for (int j = 0; j < state.ties.n_far(); ++j) {
    const uint32_t slot = state.ties.far_of(state.people, view.community, local, j);
    if (slot != Ties::no_slot) meet(all_published[slot], 1.0, false);
  }
  return count;
}

void choose(State& state, Month, size_t community) {
  View view(state, community);
  if (!state.applications[community].empty()) choose_again(view);
  for (const Woken& w : view.buffers.woken) {
    const uint32_t local = w.local;
    if ((w.purposes >> screened::move & 1) == 0 || view.key[local].is_free() ||
        view.is_newborn(local))
      continue;
    const Facts f = view.facts[local];
    if (f.is_foreign_born() || f.status() != Status::citizen ||
        !state.world->is_inside(f.residence()))
      continue;
    const bool asks_already =
        std::any_of(view.buffers.requests.begin(), view.buffers.requests.end(),
                    [&](const Request& r) { return r.local == local; });
    if (!asks_already && !view.has_changed(local)) consider(view, local);
  }
}

}  // namespace rumbo::migration
