// See information.hpp; and the phases of information.
#include "models/migration/information/information.hpp"

#include <algorithm>
#include <span>

#include "engine/base/checked.hpp"
#include "engine/comm/comm.hpp"
#include "engine/maths/functions.hpp"
#include "engine/maths/rates.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/results/results.hpp"

namespace rumbo::migration {
namespace {

constexpr size_t at(BeliefItem item) {
  return static_cast<size_t>(item);
}
constexpr double draw_unit = 1.0 / 4294967296.0;  // 2^-32

/// Prior danger of a place over the true one, learnt from the journeys heard of: a Beta prior
/// around what was believed first, deaths told more often than they happen. Deaths are taken by
/// their expectation, or small runs would learn from too few.
double learnt_danger(Rooms<const Information, const InformationTables> state, size_t place,
                     double prior_bias) {
  const auto& ids = state.run.parameters->information;
  const auto journeys = static_cast<double>(state.information.journeys[place]);
  const double held = state.value(ids.prior_journeys);
  // Probabilities are small, so the truth cancels: pseudo-counts in units of it.
  const double a = held * prior_bias, told = journeys * state.value(ids.heard_weight);
  return std::clamp(beta_mean(a, held - a, told, journeys), 0.2, 5.0);
}

/// Share reached within a round, of a share reached each month.
double within_round(double monthly, int months) {
  return 1 - rumbo::pow(1 - std::min(monthly, 0.999999), months);
}

/// The mean of the last count; the prior where no one was counted.
BeliefLevels mean_of(Rooms<const Information, const InformationTables> state, size_t place) {
  const Information& counted = state.information;
  if (counted.adults.empty() || counted.adults[place] == 0)
    return state.information_tables.prior[place];
  BeliefLevels mean;
  for (size_t i = 0; i < n_belief_items; ++i)
    mean[i] = static_cast<double>(counted.levels[place * n_belief_items + i]) /
              static_cast<double>(counted.adults[place]);
  return mean;
}

}  // namespace

BeliefLevels prior_beliefs(Rooms<const Information, const InformationTables> state, size_t place) {
  const auto& ids = state.run.parameters->information;
  BeliefLevels prior;
  prior[at(BeliefItem::wage)] = level_of(state.value(ids.prior_wage, place));
  prior[at(BeliefItem::danger)] =
      level_of(learnt_danger(state, place, state.value(ids.prior_danger, place)));
  prior[at(BeliefItem::fee)] = level_of(state.value(ids.prior_fee, place));
  prior[at(BeliefItem::exploitation)] = level_of(state.value(ids.prior_exploitation, place));
  return prior;
}

Beliefs first_beliefs(Rooms<> state, const BeliefLevels& prior, uint32_t person) {
  // A triangle of the same standard deviation: no tails to cut.
  const double width = state.value(state.run.parameters->information.prior_spread) / belief_step *
                       2.4494897427831781;
  const auto draw = state.run.draws.block(person, Month(0), purpose::initial_beliefs);
  Beliefs beliefs;
  for (size_t i = 0; i < n_belief_items; ++i) {
    const double one = (draw[i] >> 16) / 65536.0, other = (draw[i] & 0xffff) / 65536.0;
    const double level = prior[i] + width * (one - other);
    beliefs.set_level(i, static_cast<int>(std::clamp(level + 0.5, 0.0, n_belief_levels - 0.5)));
  }
  return beliefs;
}

bool is_round(Rooms<const InformationTables> state, size_t community) {
  const InformationTables& t = state.information_tables;
  return t.is_on && (static_cast<size_t>(state.run.month.count()) + community) %
                            static_cast<size_t>(t.months) ==
                        0;
}

bool is_reached(Rooms<const InformationTables> state, size_t place, const uint32_t* heard) {
  return heard[0] * draw_unit < state.information_tables.reached[place];
}

Beliefs told(Rooms<const InformationTables> state, size_t place, Beliefs beliefs,
             const uint32_t* heard) {
  const InformationTables& t = state.information_tables;
  if (is_reached(state, place, heard) && heard[1] * draw_unit < t.credibility[place])
    for (BeliefItem item : {BeliefItem::danger, BeliefItem::exploitation})
      beliefs.set_level(at(item),
                        drifted(true_level, t.message[place][at(item)], 1, heard[2] * draw_unit));
  if (heard[3] * draw_unit < t.told_by_smugglers[place]) {
    beliefs.set_level(at(BeliefItem::wage),
                      std::min(beliefs.level(at(BeliefItem::wage)) + 1, n_belief_levels - 1));
    for (BeliefItem item : {BeliefItem::danger, BeliefItem::exploitation})
      beliefs.set_level(at(item), std::max(beliefs.level(at(item)) - 1, 0));
  }
  return beliefs;
}

double exploitation_usd(Rooms<const TraffickingMarket, const Census> state, size_t origin) {
  const auto& held = state.trafficking_market.held;
  if (held.empty() || state.census.compatriots.empty()) return 0;
  const size_t n = state.n_places();
  int64_t abroad = 0;
  for (size_t d = 0; d < n; ++d)
    if (d != origin) abroad += state.census.compatriots[origin * n + d];
  const auto victims = static_cast<double>(held[market_cell(origin, Reach::abroad)]);
  return std::min(1.0, victims / static_cast<double>(std::max<int64_t>(1, abroad))) *
         state.value(state.run.parameters->information.exploitation_loss_usd);
}

double belief_factor(Rooms<const InformationTables, const ChoiceTables> state, size_t origin,
                     size_t kind, Beliefs beliefs) {
  const InformationTables& t = state.information_tables;
  if (!t.is_on) return 1;
  double sum = 0;
  for (size_t i = 0; i < n_belief_items; ++i)
    sum += state.choice.belief_slope[origin][kind][i] * (beliefs.level(i) - t.mean[origin][i]);
  return rumbo::exp(std::clamp(sum, -largest_belief_log, largest_belief_log));
}

void hear_of_journeys(Rooms<Information> state, const std::vector<int64_t>& journeys) {
  for (size_t p = 0; p < state.n_places(); ++p) state.information.journeys[p] += journeys[p];
}

void count_beliefs(Rooms<const Persons, Information> state) {
  const size_t n = state.n_places(), width = n_belief_items + 1;
  PerThread<std::vector<int64_t>> counts(std::vector<int64_t>(n * width, 0));
  static_assert(LevelSums::most >= 1 << largest_community_bits);
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) {
        const Look view(state, c);
        LevelSums sums;
        for (uint32_t local = 0; local < view.community.open; ++local)
          if (!view.key[local].is_free() && may_leave_home(view.facts[local]) &&
              view.facts[local].residence() == view.home && may_talk(view.age(local)))
            sums.add(view.beliefs[local]);
        std::vector<int64_t>& counted = counts.local();
        for (size_t i = 0; i < n_belief_items; ++i)
          counted[view.home * width + i] += sums.of(i) * view.weight;
        counted[view.home * width + n_belief_items] += sums.n_added() * view.weight;
      },
      8);
  std::vector<int64_t> all(n * width, 0);
  counts.for_each([&](const std::vector<int64_t>& local) {
    for (size_t i = 0; i < all.size(); ++i) all[i] += local[i];
  });
  state.run.comm->sum(all);
  for (size_t p = 0; p < n; ++p) {
    state.information.adults[p] = all[p * width + n_belief_items];
    for (size_t i = 0; i < n_belief_items; ++i)
      state.information.levels[p * n_belief_items + i] = all[p * width + i];
  }
}

void record_beliefs(Rooms<Sums, const Information, const InformationTables> state) {
  GlobalTally tally = state.sums.tallies.global();
  for (size_t p = 0; p < state.n_places(); ++p)
    for (size_t i = 0; i < n_belief_items; ++i)
      if (state.run.world->is_inside(p) && state.information_tables.is_on)
        tally.add(result_tables().information.beliefs, p * n_belief_items + i,
                  rounded_count(bias_of(mean_of(state, p)[i]) * 1e6));
}

void save_information(Saved& saved, Rooms<Information> state) {
  saved.counts("information/levels", state.information.levels);
  saved.counts("information/adults", state.information.adults);
  saved.counts("information/journeys", state.information.journeys);
}

void set_information_tables(Rooms<const Information, InformationTables> state, Month) {
  const auto& ids = state.run.parameters->information;
  InformationTables& t = state.information_tables;
  const size_t n = state.n_places();
  t.weight = state.value(ids.weight);
  t.is_on = t.weight > 0;
  t.months = static_cast<int>(state.value(ids.talk_months));
  t.talk = {state.value(ids.convince), state.value(ids.convert), state.value(ids.confuse),
            state.value(ids.error)};
  t.talk_table = TalkTable(t.talk);
  t.forgotten = 1 - rumbo::pow(0.5, t.months / state.value(ids.half_life_months));
  t.prior.assign(n, {});
  t.is_anything_told = false;
  t.forgetting.assign(n, {});
  t.mean.assign(n, {});
  t.message.assign(n, {});
  t.reached.assign(n, 0);
  t.credibility.assign(n, 0);
  t.told_by_smugglers.assign(n, 0);
  for (size_t p = 0; p < n; ++p) {
    if (!state.run.world->is_inside(p)) continue;
    t.prior[p] = prior_beliefs(state, p);
    t.forgetting[p] = DriftTable(t.prior[p], t.forgotten);
    t.mean[p] = mean_of(state, p);
    t.message[p][at(BeliefItem::danger)] = level_of(state.value(ids.campaign_danger, p));
    t.message[p][at(BeliefItem::exploitation)] =
        level_of(state.value(ids.campaign_exploitation, p));
    t.reached[p] = within_round(state.value(ids.campaign_reach, p), t.months);
    t.credibility[p] = state.value(ids.campaign_credibility, p);
    t.told_by_smugglers[p] = within_round(state.value(ids.smuggler_talk, p), t.months);
    t.is_anything_told = t.is_anything_told || t.reached[p] > 0 || t.told_by_smugglers[p] > 0;
  }
}

void start_information(Rooms<Information> state) {
  const size_t n = state.n_places();
  state.information.levels.assign(n * n_belief_items, 0);
  for (auto* cells : {&state.information.adults, &state.information.journeys}) cells->assign(n, 0);
}

void hear_of_month(Rooms<const Sums, Information> state, Month) {
  hear_of_journeys(state, state.sums.month.journeys);
}

void count_beliefs_of_year(Rooms<const Persons, Information, const InformationTables> state,
                           Month month) {
  if (month.month_of_year() == 12 && state.information_tables.is_on) count_beliefs(state);
}

}  // namespace rumbo::migration
