// Sums of the tables of choice by origin: what leaving is worth to each group, and at most. Science
// docs/model.md: Leaving; Destination and channel; Beliefs.
#include <algorithm>

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/choice/set_choice.hpp"

namespace rumbo::migration {
namespace {

/// Channel weights with the ties of the best connected: what ties save raises each. A debt is worth
/// less than paying, which the best placed can.
std::array<double, n_chosen_channels> best_channels(const ChoiceTables& t, size_t c, double ties,
                                                    bool has_sponsor) {
  const double saved_share = t.cost_removed * ties / (1 + ties);
  std::array<double, n_chosen_channels> best{};
  for (size_t k = 0; k < n_chosen_channels; ++k)
    if (t.open[c][k] && k != at(Channel::smuggler_debt) &&
        (k != at(Channel::family) || has_sponsor))
      best[k] =
          t.channel_weight[c][k] *
          exp(std::min(most_log, t.cost_weight * t.cost_usd[c][k] * saved_share / t.dissimilarity));
  return best;
}

/// Channels of a corridor that no one needs a tie for: what each class of means can pay. Classes
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
    channels[at(Channel::smuggler_debt)] *= t.debt_factor[c][a];
    if (a == 0 || channels != payable.channels[payable.n_levels - 1])
      payable.channels[payable.n_levels++] = channels;
    payable.level[a] = payable.n_levels - 1;
  }
  return payable;
}

/// Largest tie index that friends and acquaintances alone can give.
double most_weak_ties(Rooms<const Ties, const ChoiceTables> state) {
  const auto& ids = state.run.parameters->network;
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

}  // namespace

void add_up(Rooms<const Ties, ChoiceTables> state, size_t origin) {
  ChoiceTables& t = state.choice;
  for (auto& kind : t.total[origin]) kind.fill(0);
  for (auto& kind : t.belief_slope[origin]) kind.fill(0);
  t.most_with_kin[origin].fill(0);
  t.most_without_kin[origin].fill(0);
  const double weak_ties = most_weak_ties(state);
  for (int c : state.run.world->corridors_from[origin])
    add_corridor(t, static_cast<size_t>(c), origin, weak_ties);
  for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind)
    for (double& slope : t.belief_slope[origin][kind])
      slope /= std::max(1e-300, t.total[origin][kind][n_affordability_classes - 1]);
  t.largest_total[origin] =
      *std::max_element(t.most_with_kin[origin].begin(), t.most_with_kin[origin].end());
}

}  // namespace rumbo::migration
