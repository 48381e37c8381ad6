// Counting: everybody once a year, flows every month, and what is recorded.
#include "engine/base/error.hpp"
#include "engine/comm/comm.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"

namespace rumbo::migration {
namespace {

Flows empty_flows(const State& state) {
  Flows flows;
  flows.population.assign(state.n_places(), 0);
  flows.workers.assign(state.n_places() * n_skills * n_worker_groups, 0);
  flows.events.assign(n_person_events, 0);
  flows.attempts.assign(state.world->borders.size(), 0);
  return flows;
}

/// Adds the month's changes to the running counts.
void gather_flows(State& state) {
  Flows sum = empty_flows(state);
  auto add = [](std::vector<int64_t>& to, std::vector<int64_t>& from) {
    for (size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    std::fill(from.begin(), from.end(), 0);
  };
  state.flows.for_each([&](Flows& local) {
    add(sum.population, local.population);
    add(sum.workers, local.workers);
    add(sum.events, local.events);
    add(sum.attempts, local.attempts);
  });
  for (auto* cells : {&sum.population, &sum.workers, &sum.events, &sum.attempts})
    sum_over_ranks(*cells);
  add(state.population, sum.population);
  add(state.workers, sum.workers);
  add(state.person_events, sum.events);
  state.border_attempts = sum.attempts;
}

void census_of(View& view, bool into_tables, Flows& flows, LocalTally* tally) {
  const size_t n = view.state.n_places();
  for (uint32_t local = 0; local < view.community.size(); ++local) {
    if (view.key[local].is_free()) continue;
    const Facts f = view.facts[local];
    const int age = std::max(0, view.key[local].age_months(view.state.month)) / 12;
    flows.population[f.residence()] += view.weight;
    flows.stock[f.birthplace() * n + f.residence()] += view.weight;
    if (is_working_age(age))
      flows.workers[worker_cell(f.residence(), f.skill(), static_cast<size_t>(worker_group(f)))] +=
          view.weight;
    if (!into_tables) continue;
    const auto sex = static_cast<size_t>(f.sex()), group = static_cast<size_t>(result_age(age));
    tally->add(number(Table::population), (f.residence() * n_sexes + sex) * n_result_ages + group,
               view.weight);
    const auto status = static_cast<size_t>(f.status());
    tally->add(number(Table::stock),
               (((f.birthplace() * n + f.residence()) * n_statuses + status) * n_sexes + sex) *
                       n_result_ages +
                   group,
               view.weight);
  }
}

void record_points(State& state) {
  LocalTally& tally = state.tallies.local();
  for (size_t p = 0; p < state.n_places(); ++p)
    for (size_t s = 0; s < n_skills; ++s) {
      for (size_t g = 0; g < n_worker_groups; ++g)
        tally.add(number(Table::wage), worker_cell(p, s, g),
                  static_cast<int64_t>(state.tables.market_wage[worker_cell(p, s, g)] * 100 + 0.5));
      tally.add(number(Table::employment), p * n_skills + s,
                static_cast<int64_t>(state.tables.employment(p, s) * 1e6 + 0.5));
    }
}

}  // namespace

void take_census(State& state, bool into_tables, bool takes_over) {
  Flows none = empty_flows(state);
  none.stock.assign(state.n_places() * state.n_places(), 0);
  PerThread<Flows> counts(none);
  parallel_for_each(
      state.people.communities().size(),
      [&](size_t c) {
        View view(state, c);
        census_of(view, into_tables, counts.local(),
                  into_tables ? &state.tallies.local() : nullptr);
      },
      8);
  Flows sum = none;
  auto add = [](std::vector<int64_t>& to, const std::vector<int64_t>& from) {
    for (size_t i = 0; i < to.size(); ++i) to[i] += from[i];
  };
  counts.for_each([&](Flows& local) {
    add(sum.population, local.population);
    add(sum.workers, local.workers);
    add(sum.stock, local.stock);
  });
  for (auto* cells : {&sum.population, &sum.workers, &sum.stock}) sum_over_ranks(*cells);
  // The running count of persons is exact, so a recount must find the same.
  if (!state.population.empty()) RUMBO_REQUIRE(state.population == sum.population);
  state.population = sum.population;
  if (!takes_over) return;
  state.workers = sum.workers;  // those who turned 15 or 65 since the last census come in here
  state.compatriots = sum.stock;
}

void close_month(State& state, Month month) {
  gather_flows(state);
  const bool is_year_end = month.month_of_year() == 12;
  const bool is_last = month + 1 == state.end;
  const bool is_record = state.is_monthly || is_year_end || is_last;
  if (is_year_end || is_record) take_census(state, is_record, is_year_end);
  if (is_record) {
    record_points(state);
    state.tallies.record();
  }
  state.ledger.gather();
}

}  // namespace rumbo::migration
