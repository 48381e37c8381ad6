// What residents of each place feel about migrants, month by month. docs/model.md: Hostility.
//
// It acts on wages of the foreign-born, abuse at work, violence on the way and the reports of
// victims, all through hostile().
#include "models/migration/hostility/hostility.hpp"

#include <algorithm>

#include "engine/base/archive.hpp"
#include "engine/base/checked.hpp"
#include "models/migration/hostility/opinion.hpp"
#include "models/migration/results/results.hpp"

namespace rumbo::migration {
namespace {

constexpr int32_t first_months = 24;  ///< until then it is not known what people are used to

void remember(Rooms<Hostility, const Census> state, size_t p) {
  Hostility& h = state.hostility;
  const auto residents = static_cast<double>(std::max<int64_t>(1, state.census.population[p]));
  const double arrivals = 12 * static_cast<double>(h.arrivals[p]) / residents,
               reported = 12 * static_cast<double>(h.identified[p]) / residents;
  h.reported[p] += (reported - h.reported[p]) / std::min(12, h.months + 1);
  if (h.months < first_months) {
    h.recent[p] = h.past[p] += (arrivals - h.past[p]) / (h.months + 1);
    return;
  }
  h.recent[p] += (arrivals - h.recent[p]) / 12;
  h.past[p] +=
      (arrivals - h.past[p]) / (12 * state.value(state.run.parameters->hostility.memory_years));
}

}  // namespace

double hostile(Rooms<const Hostility> state, size_t place) {
  const std::vector<double>& level = state.hostility.level;
  return level.empty() ? 0 : state.value(state.run.parameters->hostility.weight) * level[place];
}

void renew_hostility(Rooms<Hostility, const Census> state) {
  const auto& ids = state.run.parameters->hostility;
  Hostility& h = state.hostility;
  HostilityRules rules;
  rules.inflow_weight = state.value(ids.inflow_weight);
  rules.report_weight = state.value(ids.report_weight);
  rules.half_life_months = state.value(ids.half_life);
  for (size_t p = 0; p < state.n_places(); ++p) {
    if (!state.run.world->is_inside(p)) continue;
    remember(state, p);
    if (h.months < first_months) continue;
    rules.media = state.value(ids.media, p);
    h.level[p] = hostility_after(rules, h.level[p],
                                 hostility_target(rules, h.recent[p], h.past[p], h.reported[p]));
  }
  ++h.months;
}

void record_hostility(Rooms<Sums, const Hostility> state) {
  for (size_t p = 0; p < state.n_places(); ++p)
    state.sums.tallies.global().add(result_tables().hostility.hostility, p,
                                    rounded_count(state.hostility.level[p] * 1e6));
}

void start_hostility(Rooms<Hostility> state) {
  Hostility& h = state.hostility;
  for (auto* of_places : {&h.level, &h.recent, &h.past, &h.reported})
    of_places->assign(state.n_places(), 0);
  for (auto* of_places : {&h.arrivals, &h.identified}) of_places->assign(state.n_places(), 0);
}

void save_hostility(Saved& saved, Rooms<Hostility> state) {
  Hostility& h = state.hostility;
  saved.reals("hostility/level", h.level);
  saved.reals("hostility/recent", h.recent);
  saved.reals("hostility/past", h.past);
  saved.reals("hostility/reported", h.reported);
  saved.archive.value("hostility/months", h.months);
  saved.require(h.months >= 0 && saved.is_past(h.months), "hostility/months",
                "is no number of months of this run");
}

void react_to_month(Rooms<const Sums, Hostility, const Census> state, Month) {
  state.hostility.arrivals = state.sums.month.arrivals;
  state.hostility.identified = state.sums.month.identified;
  renew_hostility(state);
}

}  // namespace rumbo::migration
