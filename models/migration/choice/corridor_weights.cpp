// See corridor_weights.hpp.
#include "models/migration/choice/corridor_weights.hpp"

#include <span>

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

namespace {

/// Channels on which own beliefs put different factors: of regular ones only the wage is believed,
/// so that those that earn alike share one.
constexpr std::array told_apart{Channel::work_visa, Channel::seasonal, Channel::alone,
                                Channel::smuggler, Channel::smuggler_debt};
/// Which of these stands for a channel.
constexpr std::array<size_t, n_chosen_channels> factor_of_channel = [] {
  std::array<size_t, n_chosen_channels> which{};
  for (size_t i = 0; i < told_apart.size(); ++i) which[static_cast<size_t>(told_apart[i])] = i;
  return which;
}();

/// ChoiceTables::weigh_channels() of those without ties at the destination.
/// affordability  class of affordable_usd
void weigh_without_ties(const ChoiceTables& t, size_t c, size_t kind, double affordable_usd,
                        size_t affordability, ChannelWeights& channels) {
  const ChannelWeights &weight = t.channel_weight[c], &cost = t.cost_usd[c];
  const auto& income = t.income_weight[c][kind];
  for (size_t k = 0; k < n_chosen_channels; ++k) {
    const double open =
        weight[k] * income[static_cast<size_t>(income_way(static_cast<Channel>(k)))];
    channels[k] = cost[k] <= affordable_usd ? open : 0;
  }
  channels[static_cast<size_t>(Channel::family)] = 0;  // needs a sponsor
  constexpr auto debt = static_cast<size_t>(Channel::smuggler_debt);
  channels[debt] = t.is_payable(c, Channel::smuggler_debt, cost[debt], affordable_usd)
                       ? weight[debt] * income[static_cast<size_t>(IncomeWay::smuggler)] *
                             t.debt_factor[c][affordability]
                       : 0;
}

/// Weights of corridors by the beliefs of a group changed to those of a person, and the weights of
/// their channels. Exponentials and logarithms of all corridors at once.
void believe_as_person(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                       std::span<double> weight, OwnChannels& channels) {
  const ChoiceTables& t = state.choice;
  const std::vector<int>& corridors = state.run.world->corridors_from[mover.origin];
  const BeliefLevels beyond = beyond_mean(state, mover);
  constexpr size_t n_factors = told_apart.size();
  std::array<double, most_corridors * n_factors> factor;
  for (size_t i = 0; i < weight.size(); ++i)
    for (size_t f = 0; f < n_factors; ++f)
      factor[i * n_factors + f] =
          own_utility(t, mover.kind, beyond, static_cast<size_t>(corridors[i]),
                      static_cast<size_t>(told_apart[f])) /
          t.dissimilarity;
  exp_each({factor.data(), weight.size() * n_factors});
  std::array<double, most_corridors> change;
  for (size_t i = 0; i < weight.size(); ++i) {
    double own = 0, all = 0;
    for (size_t k = 0; k < n_chosen_channels; ++k) {
      double& channel = channels[i][k];
      all += channel;
      if (weight[i] > 0 && channel > 0) channel *= factor[i * n_factors + factor_of_channel[k]];
      own += channel;
    }
    change[i] = weight[i] > 0 && all > 0 ? own / all : 0;
  }
  log_each({change.data(), weight.size()});
  for (size_t i = 0; i < weight.size(); ++i) change[i] *= t.dissimilarity;
  exp_each({change.data(), weight.size()});
  for (size_t i = 0; i < weight.size(); ++i) weight[i] *= change[i];
}

}  // namespace

// As corridor_weight() has it for each.
double own_weights(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                   double affordable, size_t affordability,
                   std::array<double, most_corridors>& weight, OwnChannels& channels) {
  const ChoiceTables& t = state.choice;
  const std::vector<int>& corridors = state.run.world->corridors_from[mover.origin];
  const size_t n = corridors.size();
  const bool has_own = state.information_tables.is_on;
  // The tables know the classes of means only.
  const bool is_class = !t.must_pay || affordable == affordability_usd[affordability];
  for (size_t i = 0; i < n; ++i) {
    const auto c = static_cast<size_t>(corridors[i]);
    const TiesAt* ties = mover.ties_at(state.run.world->corridors[c].destination);
    if (ties != nullptr || (has_own && !is_class)) {
      weight[i] = t.nest(c, mover.kind, affordable, ties == nullptr ? 0 : ties->index,
                         ties != nullptr && ties->has_sponsor, channels[i]);
    } else {
      weight[i] = t.weight[c][mover.kind][affordability];
      weigh_without_ties(t, c, mover.kind, affordable,
                         static_cast<size_t>(affordability_class(affordable)), channels[i]);
    }
  }
  if (has_own) believe_as_person(state, mover, {weight.data(), n}, channels);
  double sum = 0;
  for (size_t i = 0; i < n; ++i) sum += weight[i];
  return sum;
}

}  // namespace rumbo::migration
