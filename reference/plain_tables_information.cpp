// What is believed and told by place in a month, plainly; see plain_tables.hpp.
#include <algorithm>

#include "engine/maths/functions.hpp"
#include "reference/plain_tables.hpp"

namespace rumbo::migration {

namespace {

constexpr size_t at(BeliefItem item) {
  return static_cast<size_t>(item);
}

/// The level of believed over true: steps of 0.25 of its logarithm from the truth at 8, from 0
/// to 15.
double level_for(double believed_over_true) {
  return std::clamp(8 + log(believed_over_true) / 0.25, 0.0, 15.0);
}

/// Danger believed at first over the true one, after the journeys heard of: (held x prior +
/// journeys x weight of a death told) / (held + journeys), from 0.2 to 5.
double learnt_danger(const State& state, size_t place) {
  const auto& ids = state.parameters->information;
  const double held = state.value(ids.prior_journeys);
  const auto journeys = static_cast<double>(state.information.journeys[place]);
  const double deaths = held * state.value(ids.prior_danger, place),
               others = held - deaths;  // pseudo-counts, in units of the true danger
  const double told = journeys * state.value(ids.heard_weight);
  return std::clamp((deaths + told) / (deaths + others + journeys), 0.2, 5.0);
}

/// Share reached in a round of so many months by what reaches a share each month.
double in_round(double share_a_month, int months) {
  constexpr double most = 0.999999;
  return 1 - pow(1 - std::min(share_a_month, most), months);
}

void set_place(State& state, size_t p) {
  const auto& ids = state.parameters->information;
  InformationTables& table = state.information_tables;
  table.prior[p][at(BeliefItem::wage)] = level_for(state.value(ids.prior_wage, p));
  table.prior[p][at(BeliefItem::danger)] = level_for(learnt_danger(state, p));
  table.prior[p][at(BeliefItem::fee)] = level_for(state.value(ids.prior_fee, p));
  table.prior[p][at(BeliefItem::exploitation)] = level_for(state.value(ids.prior_exploitation, p));
  table.mean[p] = table.prior[p];
  if (const int64_t adults = state.information.adults[p]; adults > 0)
    for (size_t i = 0; i < n_belief_items; ++i)
      table.mean[p][i] = static_cast<double>(state.information.levels[p * n_belief_items + i]) /
                         static_cast<double>(adults);
  table.message[p][at(BeliefItem::danger)] = level_for(state.value(ids.campaign_danger, p));
  table.message[p][at(BeliefItem::exploitation)] =
      level_for(state.value(ids.campaign_exploitation, p));
  table.credibility[p] = state.value(ids.campaign_credibility, p);
  table.reached[p] = in_round(state.value(ids.campaign_reach, p), table.months);
  table.told_by_smugglers[p] = in_round(state.value(ids.smuggler_talk, p), table.months);
  if (table.reached[p] > 0 || table.told_by_smugglers[p] > 0) table.is_anything_told = true;
}

}  // namespace

void plain_information(State& state) {
  const auto& ids = state.parameters->information;
  const size_t n = state.n_places();
  InformationTables table;
  table.weight = state.value(ids.weight);
  table.is_on = table.weight > 0;
  table.months = static_cast<int>(state.value(ids.talk_months));
  table.talk.convince = state.value(ids.convince);
  table.talk.convert = state.value(ids.convert);
  table.talk.confuse = state.value(ids.confuse);
  table.talk.error = state.value(ids.error);
  table.forgotten = 1 - pow(0.5, table.months / state.value(ids.half_life_months));
  for (auto* levels : {&table.prior, &table.mean, &table.message}) levels->assign(n, {});
  for (auto* shares : {&table.reached, &table.credibility, &table.told_by_smugglers})
    shares->assign(n, 0);
  state.information_tables = table;
  for (size_t p = 0; p < n; ++p)
    if (state.world->is_inside(p)) set_place(state, p);
}

}  // namespace rumbo::migration
