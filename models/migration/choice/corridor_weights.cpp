// See corridor_weights.hpp.
#include "models/migration/choice/corridor_weights.hpp"

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/person/person.hpp"

namespace rumbo::migration {
namespace {

using ChannelWeights = std::array<double, n_chosen_channels>;

/// Levels by which a person's beliefs lie above those of their place.
BeliefLevels beyond_mean(Rooms<const InformationTables> state, const Mover& mover) {
  const BeliefLevels& mean = state.information_tables.mean[mover.origin];
  BeliefLevels beyond;
  for (size_t i = 0; i < n_belief_items; ++i) beyond[i] = mover.beliefs.level(i) - mean[i];
  return beyond;
}

/// What a person's own beliefs add to the utility of a channel that those of their place give it.
double own_utility(const ChoiceTables& t, size_t kind, const BeliefLevels& beyond, size_t c,
                   size_t channel) {
  const auto wage = static_cast<size_t>(BeliefItem::wage);
  const auto way = static_cast<size_t>(income_way(static_cast<Channel>(channel)));
  double utility = t.wage_slope[c][kind][way] * beyond[wage];
  for (size_t i = wage + 1; i < n_belief_items; ++i)
    utility += t.cost_slope[c][channel][i] * beyond[i];
  return utility;
}

}  // namespace

double corridor_weight(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                       size_t c, double affordable, size_t affordability, ChannelWeights* channels,
                       Believing believing) {
  const ChoiceTables& t = state.choice;
  const TiesAt* ties = mover.ties_at(state.run.world->corridors[c].destination);
  const bool has_own = believing == Believing::as_person && state.information_tables.is_on;
  if (ties == nullptr && channels == nullptr && !has_own)
    return t.weight[c][mover.kind][affordability];
  ChannelWeights local_channels;
  ChannelWeights& filled = channels != nullptr ? *channels : local_channels;
  double weight = t.nest(c, mover.kind, affordable, ties == nullptr ? 0 : ties->index,
                         ties != nullptr && ties->has_sponsor, filled);
  if (weight <= 0 || !has_own) return weight;
  const BeliefLevels beyond = beyond_mean(state, mover);
  double own = 0, all = 0;
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    all += filled[k];
    if (filled[k] > 0) filled[k] *= exp(own_utility(t, mover.kind, beyond, c, k) / t.dissimilarity);
    own += filled[k];
  }
  return own > 0 ? weight * exp(t.dissimilarity * log(own / all)) : 0;
}

// As corridor_weight() has it for each; exponentials and logarithms of all corridors at once.
double own_weights(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                   double affordable, size_t affordability,
                   std::array<double, most_corridors>& weight, OwnChannels* channels) {
  const ChoiceTables& t = state.choice;
  const std::vector<int>& corridors = state.run.world->corridors_from[mover.origin];
  const size_t n = corridors.size();
  const bool has_own = state.information_tables.is_on;
  // The tables know the classes of means only.
  const bool is_class = !t.must_pay || affordable == affordability_usd[affordability];
  const BeliefLevels beyond = has_own ? beyond_mean(state, mover) : BeliefLevels{};
  // Channels that are open, one corridor after the other.
  std::array<double, most_corridors * n_chosen_channels> channel, factor;
  std::array<size_t, most_corridors> end;
  size_t n_open = 0;
  for (size_t i = 0; i < n; ++i) {
    const auto c = static_cast<size_t>(corridors[i]);
    const TiesAt* ties = mover.ties_at(state.run.world->corridors[c].destination);
    ChannelWeights filled;
    if (ties != nullptr || (has_own && !is_class)) {
      weight[i] = t.nest(c, mover.kind, affordable, ties == nullptr ? 0 : ties->index,
                         ties != nullptr && ties->has_sponsor, filled);
    } else {
      weight[i] = t.weight[c][mover.kind][affordability];
      if (has_own || channels != nullptr)
        t.weigh_channels(c, mover.kind, affordable, 0, false, filled);
    }
    if (channels != nullptr) (*channels)[i] = filled;
    if (has_own && weight[i] > 0)
      for (size_t k = 0; k < n_chosen_channels; ++k)
        if (filled[k] > 0) {
          channel[n_open] = filled[k];
          factor[n_open++] = own_utility(t, mover.kind, beyond, c, k) / t.dissimilarity;
        }
    end[i] = n_open;
  }
  if (has_own) {
    exp_each({factor.data(), n_open});
    std::array<double, most_corridors> change;
    for (size_t i = 0, k = 0; i < n; ++i) {
      double own = 0, all = 0;
      for (; k < end[i]; ++k) {
        all += channel[k];
        own += channel[k] * factor[k];
      }
      change[i] = all > 0 ? own / all : 0;
    }
    if (channels != nullptr)
      for (size_t i = 0, k = 0; i < n; ++i)
        for (double& open : (*channels)[i])
          if (weight[i] > 0 && open > 0) open *= factor[k++];
    log_each({change.data(), n});
    for (size_t i = 0; i < n; ++i) change[i] *= t.dissimilarity;
    exp_each({change.data(), n});
    for (size_t i = 0; i < n; ++i) weight[i] *= change[i];
  }
  double sum = 0;
  for (size_t i = 0; i < n; ++i) sum += weight[i];
  return sum;
}

}  // namespace rumbo::migration
