// Counting: all persons once a year, flows every month, and what is recorded.
#include <algorithm>
#include <array>

#include "engine/base/checked.hpp"
#include "engine/base/error.hpp"
#include "engine/comm/comm.hpp"
#include "engine/parallel/parallel.hpp"
#include "engine/people/people.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/results/result_group.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/trafficking/trafficking.hpp"

namespace rumbo::migration {
namespace {

Flows empty_flows(Rooms<> state) {
  Flows flows;
  flows.population.assign(state.n_places(), 0);
  flows.workers.assign(state.n_places() * n_skills * n_worker_groups, 0);
  flows.events.assign(n_person_events, 0);
  flows.attempts.assign(state.run.world->borders.size(), 0);
  flows.route_attempts.assign(state.run.world->routes.size(), 0);
  flows.journeys.assign(state.n_places(), 0);
  flows.arrivals.assign(state.n_places(), 0);
  flows.identified.assign(state.n_places(), 0);
  return flows;
}

/// result_age() of every age in years, looked up: ages come in no order that could be foreseen.
constexpr std::array<uint8_t, 512> result_age_of = [] {
  std::array<uint8_t, 512> ages{};
  for (size_t years = 0; years < ages.size(); ++years)
    ages[years] = static_cast<uint8_t>(result_age(static_cast<int>(years)));
  return ages;
}();

/// Natives of a community at home, most of its persons: added up before they are counted.
struct AtHome {
  int64_t workers[n_skills] = {};
  int64_t persons[n_sexes][n_result_ages] = {};

  void add(Facts f, unsigned age) {
    ++persons[static_cast<size_t>(f.sex())][result_age_of[age]];
    workers[f.skill()] += age - 15 < 50 ? 1 : 0;  // is_working_age without a branch
  }
};

/// Adds persons of one kind to the tables of population and stock.
void tally_persons(LocalTally& tally, size_t n_places, Facts f, size_t age_group,
                   int64_t weighted) {
  const auto sex = static_cast<size_t>(f.sex()), status = static_cast<size_t>(f.status());
  const size_t residence = f.residence(), group = sex * n_result_ages + age_group;
  if (f.status() == Status::displaced)
    tally.add(result_tables().shocks.displaced, residence, weighted);
  tally.add(result_tables().observation.population, residence * n_sexes * n_result_ages + group,
            weighted);
  tally.add(
      result_tables().observation.stock,
      ((f.birthplace() * n_places + residence) * n_statuses + status) * n_sexes * n_result_ages +
          group,
      weighted);
  if (f.status() == Status::detained)
    tally.add(result_tables().removal.detained, residence, weighted);
}

void count_at_home(const Look& view, const AtHome& at_home, Flows& flows, LocalTally* tally) {
  Facts f;
  f.set_birthplace(view.home);
  f.set_residence(view.home);
  for (Sex sex : {Sex::female, Sex::male})
    for (size_t group = 0; group < n_result_ages; ++group) {
      const int64_t weighted = at_home.persons[static_cast<size_t>(sex)][group] * view.weight;
      f.set_sex(sex);
      flows.population[view.home] += weighted;
      flows.stock[view.home * view.run.n_places() + view.home] += weighted;
      if (tally != nullptr) tally_persons(*tally, view.run.n_places(), f, group, weighted);
    }
  for (size_t s = 0; s < n_skills; ++s)
    flows.workers[worker_cell(view.home, s, static_cast<size_t>(WorkerGroup::native))] +=
        at_home.workers[s] * view.weight;
}

bool is_at_home(SlotKey key) {
  return key.slot_class() == slot_class(Situation::at_home, Sex::female) ||
         key.slot_class() == slot_class(Situation::at_home, Sex::male);
}

/// tally  null if nothing is recorded
void census_of(
    const Look& view,
    Rooms<const Ties, const Others, const Sums, const Labour, const Money, const InformationTables,
          const ChoiceTables, const Debts, const Returns, const SeasonWorkers>
        state,
    Flows& flows, LocalTally* tally) {
  const size_t n = state.n_places();
  AtHome at_home;
  for (uint32_t local = 0; local < view.community.open; ++local) {
    const SlotKey key = view.key[local];
    if (key.is_free()) continue;
    const Facts f = view.facts[local];
    const int age = std::max(0, key.age_months(state.run.month)) / 12;
    if (is_at_home(key)) {
      at_home.add(f, static_cast<unsigned>(age));
      continue;
    }
    flows.population[f.residence()] += view.weight;
    flows.stock[f.birthplace() * n + f.residence()] += view.weight;
    if (is_worker(f, age))
      flows.workers[worker_cell(f.residence(), f.skill(), static_cast<size_t>(worker_group(f)))] +=
          view.weight;
    if (tally == nullptr) continue;
    tally_persons(*tally, n, f, static_cast<size_t>(result_age(age)), view.weight);
    record_vulnerability(view, state, local, age, *tally);
  }
  count_at_home(view, at_home, flows, tally);
  if (tally == nullptr) return;
  record_debts(view, state, *tally);
  hold_survey(view, state, *tally);
  record_welfare(view, state, *tally);
}

/// Whether a person of working age lives at a place; the natives of outside places are numbers.
bool has_workers(Rooms<const Labour> state, size_t place) {
  if (!state.run.world->is_inside(place)) return true;
  const auto first =
                 state.labour.workers.begin() + static_cast<ptrdiff_t>(worker_cell(place, 0, 0)),
             end = state.labour.workers.begin() +
                   static_cast<ptrdiff_t>(worker_cell(place + 1, 0, 0));
  return std::any_of(first, end, [](int64_t workers) { return workers > 0; });
}

/// Where no one works there is neither a wage nor a share with a job.
void record_no_labour(Rooms<Sums> state, size_t place) {
  for (size_t s = 0; s < n_skills; ++s) {
    for (size_t g = 0; g < n_worker_groups; ++g)
      state.sums.tallies.set_missing(result_tables().labour.wage, worker_cell(place, s, g));
    for (const Table table :
         {result_tables().labour.employment, result_tables().labour.irregular_employment})
      state.sums.tallies.set_missing(table, place * n_skills + s);
  }
}

void record_points(Rooms<Sums, const Labour> state) {
  GlobalTally tally = state.sums.tallies.global();
  for (size_t p = 0; p < state.n_places(); ++p) {
    if (!has_workers(state, p)) {
      record_no_labour(state, p);
      continue;
    }
    for (size_t s = 0; s < n_skills; ++s) {
      for (size_t g = 0; g < n_worker_groups; ++g)
        tally.add(result_tables().labour.wage, worker_cell(p, s, g),
                  rounded_count(state.labour.market_wage[worker_cell(p, s, g)] * 100));
      tally.add(result_tables().labour.employment, p * n_skills + s,
                rounded_count(state.labour.employment(p, s) * 1e6));
      tally.add(result_tables().labour.irregular_employment, p * n_skills + s,
                rounded_count(state.labour.irregular_employment(p, s) * 1e6));
    }
  }
}

}  // namespace

void take_census(Rooms<const Persons, const Ties, const Others, Sums, Labour, const Money,
                       const InformationTables, const ChoiceTables, const Debts, const Returns,
                       const SeasonWorkers, Census>
                     state,
                 bool into_tables, bool takes_over) {
  Flows none = empty_flows(state);
  none.stock.assign(state.n_places() * state.n_places(), 0);
  PerThread<Flows> counts(none);
  parallel_for_each(
      state.persons.people.communities().size(),
      [&](size_t c) {
        const Look view(state, c);
        census_of(view, state, counts.local(), into_tables ? &state.sums.tallies.local() : nullptr);
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
  for (auto* cells : {&sum.population, &sum.workers, &sum.stock}) state.run.comm->sum(*cells);
  // The running count of persons is exact, so a recount must find the same.
  if (!state.census.population.empty()) RUMBO_REQUIRE(state.census.population == sum.population);
  state.census.population = sum.population;
  if (!takes_over) return;
  state.labour.workers =
      sum.workers;  // those who turned 15 or 65 since the last census come in here
  state.census.compatriots = sum.stock;
}

void gather_counts(Rooms<Sums, Labour, Census> state, Month) {
  book_policy_use(state);
  Flows sum = empty_flows(state);
  auto add = [](std::vector<int64_t>& to, std::vector<int64_t>& from) {
    for (size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    std::fill(from.begin(), from.end(), 0);
  };
  state.sums.flows.for_each([&](Flows& local) {
    add(sum.population, local.population);
    add(sum.workers, local.workers);
    add(sum.events, local.events);
    add(sum.attempts, local.attempts);
    add(sum.route_attempts, local.route_attempts);
    add(sum.journeys, local.journeys);
    add(sum.arrivals, local.arrivals);
    add(sum.identified, local.identified);
  });
  for (auto* cells : {&sum.population, &sum.workers, &sum.events, &sum.attempts,
                      &sum.route_attempts, &sum.journeys, &sum.arrivals, &sum.identified})
    state.run.comm->sum(*cells);
  add(state.census.population, sum.population);
  add(state.labour.workers, sum.workers);
  add(state.census.person_events, sum.events);
  state.sums.month = std::move(sum);
}

namespace {

/// What is due at the end of a month.
struct Due {
  bool is_year_end;
  bool is_record;     ///< a record period ends
  bool fills_states;  ///< tables of states are filled, to be recorded or looked at
};

Due due_in(Rooms<const Triggers> state, Month month) {
  const bool is_year_end = month.month_of_year() == 12;
  const bool is_record = state.run.is_monthly || is_year_end || month + 1 == state.run.end;
  // Policies that wait for a state look at it every month.
  return {is_year_end, is_record, is_record || state.triggers.looks_at_states(month)};
}

}  // namespace

void count_residents(Rooms<const Triggers, Persons, const Ties, const Others, Sums, Labour,
                           const Money, const InformationTables, const ChoiceTables, const Debts,
                           const Returns, const SeasonWorkers, Census, Observation>
                         state,
                     Month month) {
  const Due due = due_in(state, month);
  if (due.is_year_end) note_year_end(state);
  if (due.is_year_end || due.fills_states) take_census(state, due.fills_states, due.is_year_end);
}

void record_states(
    Rooms<const Triggers, const Persons, const Ties, const Others, Sums, const Labour, const Money,
          const Information, const InformationTables, const Smuggling, const Captivity,
          const TraffickingMarket, const Shocks, const Claims, const IllRows, const Hostility>
        state,
    Month month) {
  if (!due_in(state, month).fills_states) return;
  record_points(state);
  record_captivity(state);
  record_poverty(state);
  record_beliefs(state);
  record_claims(state);
  record_smugglers(state);
  record_families(state);
  record_health(state);
  record_hostility(state);
}

void record_month(Rooms<Triggers, Sums> state, Month month) {
  const Due due = due_in(state, month);
  state.triggers.end_month(month, state.sums.tallies);
  if (due.is_record) {
    mark_unknown_costs(state);
    state.sums.tallies.record();
  }
  if (!due.is_record && due.fills_states) state.sums.tallies.clear_points();
  state.sums.ledger.gather();
}

void start_census(Rooms<Census> state) {
  state.census.person_events.assign(n_person_events, 0);
}

void save_census(Saved& saved, Rooms<Census> state) {
  saved.counts("state/population", state.census.population);
  saved.counts("state/compatriots", state.census.compatriots);
  saved.counts("state/person_events", state.census.person_events);
}

void check_census(const Saved& saved, Rooms<const Persons, const Census> state) {
  std::vector<int64_t> residents(state.n_places(), 0);
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const Look view(state, c);
    for (uint32_t local = 0; local < view.community.open; ++local)
      if (!view.key[local].is_free()) residents[view.facts[local].residence()] += view.weight;
  }
  state.run.comm->sum(residents);
  saved.require(residents == state.census.population, "state/population",
                "does not agree with the persons");
}

}  // namespace rumbo::migration
