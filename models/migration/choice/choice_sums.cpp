// Sums of the tables of choice by origin: what leaving is worth to each group, and at most.
// docs/model.md: Leaving; Destination and channel; Beliefs.
#include <algorithm>
#include <span>
#include <string_view>

#include "engine/maths/arrays.hpp"
#include "engine/maths/functions.hpp"
#include "engine/random/many_draws.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/choice/set_choice.hpp"

namespace rumbo::migration {
namespace {

/// A part of add_up(), which is compiled once for every length of vectors. Sums are added in the
/// same order and no operations are fused, so results are the same bits.
#define RUMBO_ANY_VECTOR [[gnu::always_inline]] inline

constexpr size_t n_person_kinds = ChoiceTables::n_kinds;
/// One number for each kind of persons: what is innermost, so that all kinds are summed at once.
using ByKind = std::array<double, n_person_kinds>;
using ByWay = std::array<ByKind, n_income_ways>;
using ByChannel = std::array<double, n_chosen_channels>;

RUMBO_ANY_VECTOR ByWay
by_way(const std::array<std::array<double, n_income_ways>, n_person_kinds>& table) {
  ByWay turned;
  for (size_t way = 0; way < n_income_ways; ++way)
    for (size_t kind = 0; kind < n_person_kinds; ++kind) turned[way][kind] = table[kind][way];
  return turned;
}

constexpr size_t way_index(size_t channel) {
  return static_cast<size_t>(income_way(static_cast<Channel>(channel)));
}

/// Sums of an origin under way, and what its corridors have in common.
struct OriginSums {
  double saved_with_kin = 0, saved_without_kin = 0;  ///< share of a cost that the most ties save
  double kin_factor = 1, weak_factor = 1;            ///< that the most ties put on a destination
  std::array<ByKind, n_affordability_classes> total{};
  std::array<ByKind, n_belief_items> slope{};
  ByKind most_with_kin{}, most_without_kin{};
};

/// Channels of a corridor that are open, in their order: the sums leave out the others, which are
/// worth 0.
struct OpenChannels {
  std::array<size_t, n_chosen_channels> channel;
  size_t n = 0;

  OpenChannels(const ChoiceTables& t, size_t c) {
    for (size_t k = 0; k < n_chosen_channels; ++k)
      if (t.open[c][k]) channel[n++] = k;
  }
  const size_t* begin() const { return channel.data(); }
  const size_t* end() const { return channel.data() + n; }
};

/// Weights of the channels of a corridor as some see them, a column each: first what each class of
/// means can pay without ties, where classes that can pay the same share a column (a level); then
/// two with the ties of the best connected, with and without household members away.
struct Columns {
  std::array<ByChannel, n_affordability_classes + 2> channels;
  std::array<size_t, n_affordability_classes> level{};  ///< [class]
  size_t n_levels = 0;
};

RUMBO_ANY_VECTOR void add_payable(const ChoiceTables& t, size_t c, const OpenChannels& open,
                                  Columns& columns) {
  for (size_t a = 0; a < n_affordability_classes; ++a) {
    ByChannel& channels = columns.channels[columns.n_levels];
    bool is_new = a == 0;
    for (size_t k : open) {
      double weight = 0;
      if (k != at(Channel::family) &&
          t.is_payable(c, static_cast<Channel>(k), t.cost_usd[c][k],
                       t.must_pay || a != rich ? affordability_usd[a] : endless))
        weight = t.channel_weight[c][k];
      if (k == at(Channel::smuggler_debt)) weight *= t.debt_factor[c][a];
      channels[k] = weight;
      is_new = is_new || weight != columns.channels[columns.n_levels - 1][k];
    }
    if (is_new) ++columns.n_levels;
    columns.level[a] = columns.n_levels - 1;
  }
}

/// What ties save raises each channel's weight. A debt is worth less than paying, which the best
/// placed can.
RUMBO_ANY_VECTOR void add_best(const ChoiceTables& t, size_t c, const OpenChannels& open,
                               const OriginSums& sums, Columns& columns) {
  std::array<double, n_chosen_channels * 2> factor;
  for (size_t i = 0; i < open.n; ++i) {
    const double cost = t.cost_weight * t.cost_usd[c][open.channel[i]];
    factor[i * 2] = std::min(most_log, cost * sums.saved_with_kin / t.dissimilarity);
    factor[i * 2 + 1] = std::min(most_log, cost * sums.saved_without_kin / t.dissimilarity);
  }
  exp_each({factor.data(), open.n * 2});
  ByChannel &with_kin = columns.channels[columns.n_levels],
            &without_kin = columns.channels[columns.n_levels + 1];
  with_kin.fill(0);
  without_kin.fill(0);
  for (size_t i = 0; i < open.n; ++i) {
    const size_t k = open.channel[i];
    if (k == at(Channel::smuggler_debt)) continue;
    with_kin[k] = t.channel_weight[c][k] * factor[i * 2];
    if (k != at(Channel::family)) without_kin[k] = t.channel_weight[c][k] * factor[i * 2 + 1];
  }
}

/// Largest tie index that friends and acquaintances alone can give.
double most_weak_ties(Rooms<const Ties, const ChoiceTables> state) {
  const auto& ids = state.run.parameters->network;
  return std::min(state.choice.most_ties, state.value(ids.weight_weak) * state.value(ids.factor) *
                                              (state.ties.n_friends() + state.ties.n_far()));
}

/// Adds how a corridor's worth to those who can pay everything changes with what is believed.
RUMBO_ANY_VECTOR void add_slopes(const ChoiceTables& t, size_t c, const OpenChannels& open,
                                 const ByChannel& channels, const ByWay& income,
                                 const ByKind& worth, OriginSums& sums) {
  const ByWay wage_slope = by_way(t.wage_slope[c]);
  ByKind sum{};
  std::array<ByKind, n_belief_items> slope{};
  for (size_t k : open) {
    const ByKind &of_income = income[way_index(k)], &of_wage = wage_slope[way_index(k)];
    const auto& of_cost = t.cost_slope[c][k];
    for (size_t kind = 0; kind < n_person_kinds; ++kind) {
      const double weight = channels[k] * of_income[kind];
      sum[kind] += weight;
      slope[0][kind] += weight * of_wage[kind];
      for (size_t i = 1; i < n_belief_items; ++i) slope[i][kind] += weight * of_cost[i];
    }
  }
  for (size_t i = 0; i < n_belief_items; ++i)
    for (size_t kind = 0; kind < n_person_kinds; ++kind)
      sums.slope[i][kind] += sum[kind] > 0 ? worth[kind] * slope[i][kind] / sum[kind] : 0;
}

/// Columns of worth of a corridor by kind: (sum over its channels)^dissimilarity; of zero it stays
/// zero.
using Worth = std::array<ByKind, n_affordability_classes + 2>;

RUMBO_ANY_VECTOR Worth worth_of(const ChoiceTables& t, const OpenChannels& open,
                                const Columns& columns, const ByWay& income) {
  Worth worth;
  const size_t n_columns = columns.n_levels + 2;
  size_t first = n_columns;  // the first columns are nothing where the poor can pay nothing
  for (size_t column = 0; column < n_columns; ++column) {
    ByKind sum{};
    for (size_t k : open) {
      const double weight = columns.channels[column][k];
      if (weight == 0) continue;
      first = std::min(first, column);
      for (size_t kind = 0; kind < n_person_kinds; ++kind)
        sum[kind] += weight * income[way_index(k)][kind];
    }
    worth[column] = sum;
  }
  const std::span<double> used(worth.front().data() + first * n_person_kinds,
                               (n_columns - first) * n_person_kinds);
  log_each(used);
  for (double& w : used) w *= t.dissimilarity;
  exp_each(used);
  return worth;
}

/// Adds what a corridor is worth to each group to the sums of its origin.
RUMBO_ANY_VECTOR void add_corridor(ChoiceTables& t, size_t c, OriginSums& sums) {
  const OpenChannels open(t, c);
  Columns columns;
  add_payable(t, c, open, columns);
  add_best(t, c, open, sums, columns);
  const ByWay income = by_way(t.income_weight[c]);
  const Worth worth = worth_of(t, open, columns, income);
  for (size_t a = 0; a < n_affordability_classes; ++a) {
    const ByKind& of_class = worth[columns.level[a]];
    for (size_t kind = 0; kind < n_person_kinds; ++kind) {
      t.weight[c][kind][a] = of_class[kind];
      sums.total[a][kind] += of_class[kind];
    }
  }
  const size_t richest = columns.level[n_affordability_classes - 1];
  add_slopes(t, c, open, columns.channels[richest], income, worth[richest], sums);
  for (size_t kind = 0; kind < n_person_kinds; ++kind) {
    sums.most_with_kin[kind] += worth[columns.n_levels][kind] * sums.kin_factor;
    sums.most_without_kin[kind] += worth[columns.n_levels + 1][kind] * sums.weak_factor;
  }
}

RUMBO_ANY_VECTOR void add_up_origin(Rooms<const Ties, ChoiceTables> state, size_t origin) {
  ChoiceTables& t = state.choice;
  const double weak_ties = most_weak_ties(state);
  OriginSums sums;
  sums.saved_with_kin = t.cost_removed * t.most_ties / (1 + t.most_ties);
  sums.saved_without_kin = t.cost_removed * weak_ties / (1 + weak_ties);
  sums.kin_factor = exp(t.diaspora * log1p(t.most_ties));
  sums.weak_factor = exp(t.diaspora * log1p(weak_ties));
  for (int c : state.run.world->corridors_from[origin])
    add_corridor(t, static_cast<size_t>(c), sums);
  for (size_t kind = 0; kind < n_person_kinds; ++kind) {
    for (size_t a = 0; a < n_affordability_classes; ++a)
      t.total[origin][kind][a] = sums.total[a][kind];
    for (size_t i = 0; i < n_belief_items; ++i)
      t.belief_slope[origin][kind][i] =
          sums.slope[i][kind] / std::max(1e-300, sums.total[n_affordability_classes - 1][kind]);
  }
  t.most_with_kin[origin] = sums.most_with_kin;
  t.most_without_kin[origin] = sums.most_without_kin;
  t.largest_total[origin] =
      *std::max_element(t.most_with_kin[origin].begin(), t.most_with_kin[origin].end());
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void add_up_avx2(Rooms<const Ties, ChoiceTables> state, size_t origin) {
  add_up_origin(state, origin);
}
#endif

}  // namespace

void add_up(Rooms<const Ties, ChoiceTables> state, size_t origin) {
#if defined(__x86_64__)
  const std::string_view set = screening_instruction_set();
  if (set == "avx2" || set == "avx512") return add_up_avx2(state, origin);
#endif
  add_up_origin(state, origin);
}

#undef RUMBO_ANY_VECTOR

}  // namespace rumbo::migration
