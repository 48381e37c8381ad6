// See mover.hpp.
#include "models/migration/choice/mover.hpp"

#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/base/money.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/choice/corridor_weights.hpp"
#include "models/migration/choice/network.hpp"
#include "models/migration/choice/next_choice.hpp"
#include "models/migration/person/purpose.hpp"

namespace rumbo::migration {
namespace {

double sum_of(const std::array<double, n_chosen_channels>& channels) {
  double sum = 0;
  for (double weight : channels) sum += weight;
  return sum;
}

/// What is left to a person who was refused, by their tastes.
struct AfterRefusals {
  std::array<RefusedNest, most_refused> nests;
  std::array<size_t, most_refused> corridor;
  size_t n_nests = 0;
  NextChoice next;

  /// Which of the nests a corridor is; n_nests if none.
  size_t nest_of(size_t c) const {
    return static_cast<size_t>(std::find(corridor.begin(), corridor.begin() + n_nests, c) -
                               corridor.begin());
  }
};

/// A corridor with refusals. A person who asked for a way likes it best of all even if they can no
/// longer pay for it; one that is closed by now was never asked for, as the tables tell it. refused
/// [n_refused] added to counted_now  its weight in a sum over corridors that knows nothing of
/// refusals
RefusedNest nest_after_refusals(Rooms<const InformationTables, const ChoiceTables> state,
                                const Mover& mover, size_t c, size_t nest, Believing believing,
                                std::array<RefusedAlternative, most_refused>& refused,
                                size_t& n_refused, double& counted_now) {
  std::array<double, n_chosen_channels> now{}, any{};
  counted_now =
      corridor_weight(state, mover, c, mover.affordable_usd, mover.affordability, &now, believing);
  const double weight = corridor_weight(state, mover, c, endless, rich, &any, believing);
  if (weight <= 0) return {0, 0};
  const unsigned bits = mover.refusals.channels_on(c);
  const double sum_of_any = sum_of(any);
  double open = 0, all = 0;
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    const bool is_refused = bits >> k & 1;
    if (is_refused) now[k] = std::max(now[k], any[k]);
    all += now[k];
    open += is_refused ? 0 : now[k];
  }
  if (all <= 0) return {0, 0};
  for (size_t k = 0; k < n_chosen_channels; ++k)
    if ((bits >> k & 1) != 0 && now[k] > 0) refused[n_refused++] = {nest, now[k] / all};
  return {weight * exp(state.choice.dissimilarity * log(all / sum_of_any)), open / all};
}

/// all     weight of all corridors, as if nothing had been refused
/// factor  on the weights of those with a refusal
AfterRefusals after_refusals(Rooms<const InformationTables, const ChoiceTables> state,
                             const Mover& mover, double all, double factor, Believing believing) {
  AfterRefusals after;
  std::array<RefusedAlternative, most_refused> refused;
  size_t n_refused = 0;
  for (size_t i = 0; i < mover.refusals.count(); ++i) {
    const size_t c = mover.refusals.corridor(i), nest = after.n_nests;
    if (after.nest_of(c) < after.n_nests) continue;
    after.corridor[after.n_nests++] = c;
    double counted_now = 0;
    after.nests[nest] =
        nest_after_refusals(state, mover, c, nest, believing, refused, n_refused, counted_now);
    after.nests[nest].weight *= factor;
    all -= factor * counted_now;
  }
  after.next = next_choice(std::max(0.0, all), {after.nests.data(), after.n_nests},
                           {refused.data(), n_refused}, state.choice.dissimilarity);
  return after;
}

/// The channel that a uniform number falls on.
Channel pick_channel(const std::array<double, n_chosen_channels>& channels, double uniform) {
  double left = uniform * sum_of(channels);
  size_t k = 0;
  for (size_t i = 0; i < n_chosen_channels; ++i) {
    if (channels[i] <= 0) continue;
    k = i;
    left -= channels[i];
    if (left < 0) break;
  }
  return static_cast<Channel>(k);
}

}  // namespace

TieCount::TieCount(Rooms<const ChoiceTables> state, unsigned home, std::span<TiesAt> ties)
    : ties_(ties), most_(state.choice.most_ties), home_(home) {
  const auto& ids = state.run.parameters->network;
  strong_ = state.value(ids.weight_strong) * state.value(ids.factor);
  weak_ = state.value(ids.weight_weak) * state.value(ids.factor);
}

void TieCount::meet(uint8_t published, double strength, bool is_kin) {
  if (!is_away(published)) return;
  const auto place = static_cast<uint8_t>(published_place(published));
  size_t i = 0;
  while (i < count_ && ties_[i].place != place) ++i;
  if (i == ties_.size()) return;
  if (i == count_) ties_[count_++] = {place, 0, false};
  const double index =
      tie_index(is_kin ? strength : 0, is_kin ? 0 : strength, TieWeights{strong_, weak_});
  ties_[i].index = std::min(most_, ties_[i].index + index);
  if (is_kin && published_sponsor(published)) ties_[i].has_sponsor = true;
}

double propensity(Rooms<const ChoiceTables, const Shocks> state, Facts facts, int age) {
  const double sex = facts.sex() == Sex::female ? state.choice.female_factor : 1,
               lot = facts.status() == Status::displaced ? state.shocks.displaced_propensity : 1;
  return state.choice.consideration * sex * lot *
         state.choice.age_factor[static_cast<size_t>(std::min(age, 119))];
}

double credit_usd(Rooms<const Returns> state, Facts f) {
  const double credit = state.value(state.run.parameters->money.credit, f.residence());
  return f.was_removed() ? credit * state.returns.removed_credit : credit;
}

double total_weight(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                    double affordable, size_t affordability) {
  double total = state.choice.total[mover.origin][mover.kind][affordability];
  for (size_t i = 0; i < mover.n_ties; ++i) {
    const int c =
        state.run.world->corridor_of[mover.origin * state.n_places() + mover.ties[i].place];
    if (c < 0) continue;
    total +=
        corridor_weight(state, mover, static_cast<size_t>(c), affordable, affordability, nullptr) -
        state.choice.weight[static_cast<size_t>(c)][mover.kind][affordability];
  }
  return total * mover.belief_factor;
}

double leaving_otherwise(Rooms<const InformationTables, const ChoiceTables> state,
                         const Mover& mover) {
  return after_refusals(state, mover,
                        total_weight(state, mover, mover.affordable_usd, mover.affordability),
                        mover.belief_factor, Believing::as_group)
      .next.leave;
}

namespace {

/// Weights of all corridors after refusals, and their sum.
double weights_left(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                    double affordable, size_t affordability,
                    std::array<double, most_corridors>& weight, OwnChannels& channels) {
  const std::vector<int>& open = state.run.world->corridors_from[mover.origin];
  const double all = own_weights(state, mover, affordable, affordability, weight, channels);
  double sum = all;
  if (mover.refusals.count() > 0) {
    const AfterRefusals after = after_refusals(state, mover, all, 1, Believing::as_person);
    sum = 0;
    for (size_t i = 0; i < open.size(); ++i) {
      const size_t nest = after.nest_of(static_cast<size_t>(open[i]));
      sum += weight[i] =
          nest < after.n_nests ? after.next.nests[nest] : weight[i] * after.next.elsewhere;
    }
  }
  return sum;
}

/// Which of the weights a uniform number falls on; -1 if there are none.
int fall_on(std::span<const double> weights, double sum, double uniform) {
  double left = uniform * sum;
  int last = -1;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = static_cast<int>(i);
    left -= weights[i];
    if (left < 0) break;
  }
  return last;
}

/// Adds, for every visa, the chance that a person who asks for something asks for it.
/// weight, sum  of all corridors; channels  of each, those that refused them closed
void add_chances(std::span<const int> corridors, std::span<const double> weight, double sum,
                 const OwnChannels& channels, AskedInMean asked) {
  const double most = static_cast<double>(asked.weight) * 1e6;
  for (size_t i = 0; i < corridors.size(); ++i) {
    const bool is_any_open = std::any_of(channels[i].begin(), channels[i].begin() + n_visa_kinds,
                                         [](double channel) { return channel > 0; });
    if (weight[i] <= 0 || !is_any_open) continue;
    const double all = sum_of(channels[i]);
    if (sum * all <= 0) continue;  // too small to be told from nothing
    const double millionths = most * weight[i] / (sum * all);
    int64_t* const cell = &asked.chances[static_cast<size_t>(corridors[i]) * n_visa_kinds];
    for (size_t k = 0; k < n_visa_kinds; ++k)
      cell[k] += rounded_count(std::min(most, millionths * channels[i][k]));
  }
}

}  // namespace

int pick_corridor(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                  double affordable, size_t affordability, double uniform) {
  const std::vector<int>& corridors = state.run.world->corridors_from[mover.origin];
  std::array<double, most_corridors> weight;
  OwnChannels channels;
  const double sum = weights_left(state, mover, affordable, affordability, weight, channels);
  const int chosen = fall_on({weight.data(), corridors.size()}, sum, uniform);
  return chosen < 0 ? -1 : corridors[static_cast<size_t>(chosen)];
}

namespace {

Request request_for(Rooms<const ChoiceTables> state, const Mover& mover, size_t c, Channel channel,
                    uint32_t person) {
  const TiesAt* ties = mover.ties_at(state.run.world->corridors[c].destination);
  Request request;
  request.local = static_cast<uint16_t>(mover.local);
  request.corridor = static_cast<uint16_t>(c);
  request.channel = channel;
  request.since = static_cast<uint16_t>(state.run.month.count());
  request.refusals = mover.refusals;
  request.order = state.run.draws.bits(person, state.run.month, purpose::visa_order);
  request.cost =
      cents_from_usd(state.choice.cost_with_ties(c, channel, ties == nullptr ? 0 : ties->index));
  request.has_contacts = ties != nullptr;
  if (channel == Channel::smuggler_debt)
    request.debt = request.cost - std::min(request.cost, cents_from_usd(mover.affordable_usd));
  return request;
}

/// In a queue: the same request as before, nothing if the way is closed or can no longer be paid.
std::optional<Request> request_in_queue(Rooms<const InformationTables, const ChoiceTables> state,
                                        const Mover& mover, const Application& application,
                                        uint32_t person) {
  const size_t last = application.refusals.count() - 1;
  const size_t c = application.refusals.corridor(last), k = application.refusals.channel(last);
  std::array<double, n_chosen_channels> channels{};
  corridor_weight(state, mover, c, mover.affordable_usd, mover.affordability, &channels);
  if (channels[k] <= 0) return std::nullopt;
  Request request = request_for(state, mover, c, static_cast<Channel>(k), person);
  request.since = application.since;
  for (size_t i = 0; i < last; ++i)
    request.refusals.add(application.refusals.corridor(i),
                         static_cast<Channel>(application.refusals.channel(i)));
  return request;
}

}  // namespace

std::optional<Request> request_of(Rooms<const InformationTables, const ChoiceTables> state,
                                  const Mover& mover, uint32_t person, AskedInMean asked) {
  const std::vector<int>& corridors = state.run.world->corridors_from[mover.origin];
  std::array<double, most_corridors> weight;
  OwnChannels channels;
  const double sum =
      weights_left(state, mover, mover.affordable_usd, mover.affordability, weight, channels);
  const int chosen =
      fall_on({weight.data(), corridors.size()}, sum,
              state.run.draws.uniform(person, state.run.month, purpose::destination));
  if (chosen < 0) return std::nullopt;
  for (size_t i = 0; i < corridors.size() && mover.refusals.count() > 0; ++i)
    for (size_t k = 0; k < n_chosen_channels; ++k)
      if (mover.refusals.channels_on(static_cast<size_t>(corridors[i])) >> k & 1)
        channels[i][k] = 0;
  add_chances(corridors, weight, sum, channels, asked);
  const auto i = static_cast<size_t>(chosen);
  return request_for(
      state, mover, static_cast<size_t>(corridors[i]),
      pick_channel(channels[i], state.run.draws.uniform(person, state.run.month, purpose::channel)),
      person);
}

std::optional<Request> next_request(Rooms<const InformationTables, const ChoiceTables> state,
                                    Mover mover, const Application& application, uint32_t person,
                                    AskedInMean asked) {
  const auto& ids = state.run.parameters->visas;
  const size_t last = application.refusals.count() - 1;
  const bool is_queue = state.value(ids.queue) >= 0.5 &&
                        is_rationed(static_cast<Channel>(application.refusals.channel(last)));
  if (is_queue && state.run.month.count() - application.since <= state.value(ids.patience_months)) {
    const auto same = request_in_queue(state, mover, application, person);
    if (same) {
      asked.add(*same);
      return same;
    }
  }
  mover.refusals = application.refusals;
  if (state.run.draws.uniform(person, state.run.month, purpose::choose_again) >=
      leaving_otherwise(state, mover))
    return std::nullopt;
  return request_of(state, mover, person, asked);
}

}  // namespace rumbo::migration
