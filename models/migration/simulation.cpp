// See simulation.hpp.
#include "models/migration/simulation.hpp"

#include <fmt/format.h>

#include "engine/base/error.hpp"
#include "engine/run/digest.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/labour/labour.hpp"
#include "models/migration/labour/labour_start.hpp"
#include "models/migration/loaded_state.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/side_tables.hpp"
#include "models/migration/population/first_carry.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/schedule.hpp"
#include "models/migration/seasons/seasons.hpp"
#include "models/migration/shocks/shocks.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/trafficking/captivity.hpp"

namespace rumbo::migration {
namespace {

/// What growing up somewhere leads to: skills by the schooling of the first year.
void set_skill_shares(State& state) {
  const World& world = *state.world;
  state.demography.skill_share.assign(state.n_places(), BySkill{0.4, 0.4, 0.2});
  state.labour.start_wage_usd.assign(state.n_places() * n_skills, 0);
  for (size_t p = 0; p < state.n_places(); ++p) {
    if (!world.is_alive(p)) continue;
    const size_t year = year_index(state.first_month.year());
    state.demography.skill_share[p] = skill_shares(world.schooling(p, year));
    const BySkill wages = skill_wages(world.wage(p, year) * world.price_level(p, year), 0.0);
    for (size_t s = 0; s < n_skills; ++s) state.labour.start_wage_usd[p * n_skills + s] = wages[s];
  }
}

/// Age factors lower the share of natives that leaves for reservoirs; this makes up for it.
double departure_scale(const State& state) {
  double persons = 0, weighted = 0;
  for (size_t p = 0; p < state.n_places(); ++p)
    for (int g = 0; g < n_age_groups; ++g)
      for (int s = 0; s < 2; ++s) {
        const double n =
            state.world->is_inside(p) ? state.world->population_in(p, state.first_month, g, s) : 0;
        persons += n;
        weighted += n * state.choice.age_factor[static_cast<size_t>(g * 5 + 2)];
      }
  return weighted > 0 ? persons / weighted : 1;
}

/// Tables recorded, and those that a policy of any scenario watches.
std::vector<bool> counted_tables(const EnsembleSetup& setup) {
  std::vector<bool> counted = setup.kept;
  for (const auto& policies : setup.waiting) counted = with_watched(std::move(counted), policies);
  // Whether a lever of unknown cost was used says whether its cost is missing.
  if (counted[result_tables().policy_use.policy_cost])
    counted[result_tables().policy_use.policy_units] = true;
  return counted;
}

void set_up(State& state, const EnsembleSetup& setup, size_t scenario, uint32_t replicate) {
  const World& world = *setup.world_in(scenario);
  state.comm = setup.comm;
  state.world = setup.world_in(scenario);
  state.parameters = &migration_parameter_ids();
  state.plan = setup.plans[scenario];
  state.triggers = Triggers(setup.waiting_in(scenario));
  state.month = state.first_month = setup.start;
  state.end = setup.end;
  state.draws = Draws(setup.seed, replicate);
  state.is_monthly = setup.is_monthly;
  state.wakes_everybody = setup.wakes_everybody;
  state.values = state.plan.values_in(setup.start);
  const size_t n = state.n_places();
  for (size_t p = 0; p < n; ++p)
    if (world.places[p].kind == PlaceKind::reservoir) state.reservoir = static_cast<int>(p);
  Flows none;
  none.population.assign(n, 0);
  none.workers.assign(n * n_skills * n_worker_groups, 0);
  none.events.assign(n_person_events, 0);
  none.attempts.assign(world.borders.size(), 0);
  none.route_attempts.assign(world.routes.size(), 0);
  none.journeys.assign(n, 0);
  none.arrivals.assign(n, 0);
  none.identified.assign(n, 0);
  none.policy_use.assign(migration_levers().all().size(), 0);
  none.visa_chances.assign(world.corridors.size() * n_visa_kinds, 0);
  state.hostility.resize(n);
  state.sums.flows = PerThread<Flows>(none);
  state.census.person_events.assign(n_person_events, 0);
  state.border.attempts.assign(world.borders.size(), 0);
  state.journey.route_attempts.assign(world.routes.size(), 0);
  for (size_t r = 0; r < world.routes.size(); ++r)
    state.journey.route_use.push_back(state.value(state.parameters->routes.first_use, r));
  state.smuggling.firms.resize(world.borders.size());
  state.smuggling.markets.resize(world.borders.size());
  state.visas.counters.resize(world.corridors.size() * n_visa_kinds);
  state.asylum.decision_carry.assign(n, 0);
  state.demography.arrival_carry.assign(world.reservoir_flows.size(), 0);
  Information& information = state.information;
  information.levels.assign(n * n_belief_items, 0);
  for (auto* cells : {&information.adults, &information.journeys}) cells->assign(n, 0);
  state.sums.ledger = Ledger(account_names, *state.comm);
  state.sums.tallies = Tallies(migration_tables(world), counted_tables(setup), *state.comm);
}

/// Bytes of the side tables of one community where nobody has a row.
size_t bytes_of_side_tables() {
  size_t bytes = 0;
  State none;
  for_each_side_table(none, [&](const auto& table) { bytes += sizeof(table.front()); });
  return bytes;
}

void start_carrying(State& state) {
  const World& world = *state.world;
  for (size_t p = 0; p < state.n_places(); ++p)
    state.asylum.decision_carry[p] =
        first_carry(state, Carried::decisions, p, largest_weight(state));
  for (size_t i = 0; i < state.demography.arrival_carry.size(); ++i)
    state.demography.arrival_carry[i] = first_carry(
        state, Carried::arrivals, i, state.persons.weight_of[world.reservoir_flows[i].origin]);
}

}  // namespace

MigrationSimulation::MigrationSimulation(std::shared_ptr<const EnsembleSetup> setup,
                                         size_t scenario, uint32_t replicate)
    : setup_(std::move(setup)), next_(setup_->start) {
  set_up(state_, *setup_, scenario, replicate);
  set_skill_shares(state_);
  const double least = state_.value(state_.parameters->population.least_persons);
  make_population(state_,
                  plan_population(*state_.world, setup_->start, setup_->end, setup_->scale, least));
  take_census(state_, false, true);
  count_beliefs(state_);
  set_information_tables(state_, setup_->start);
  start_labour(state_);
  // Age factors are needed before the first month to spread departures over ages.
  set_shock_tables(state_, setup_->start);
  clear_labour(state_, setup_->start);
  set_choice_tables(state_, setup_->start);
  state_.returns.departure_scale = departure_scale(state_);
  start_carrying(state_);
  start_panel(state_, setup_->panel);
  start_captivity(state_);
  // The start is no change of situation: in the first month, or the first after a checkpoint is
  // loaded over this, everybody may decide.
  for (auto& community : state_.persons.months) community.changed.clear();
}

void MigrationSimulation::step(PhaseObserver* observer) {
  migration_schedule().run_month(
      state_, next_, [&] { return state_.persons.people.communities().size(); }, observer);
  ++next_;
}

uint64_t MigrationSimulation::n_persons() const {
  uint64_t count = 0;
  for (size_t p = 0; p < state_.n_places(); ++p) {
    // Residents are counted with the weight of their home; close enough for a rate on a screen.
    count += static_cast<uint64_t>(
        static_cast<double>(state_.census.population[p]) /
        static_cast<double>(std::max<int64_t>(1, state_.persons.weight_of[p])));
  }
  return count;
}

void MigrationSimulation::visit(Archive& archive) {
  int32_t month = next_.count();
  archive.value("run/month", month);
  archive.require(month >= setup_->start.count() && month <= setup_->end.count(), "run/month",
                  "names a month outside the run");
  next_ = Month(month);
  state_.persons.people.visit(archive);
  const size_t n = state_.persons.people.communities().size();
  state_.persons.months.resize(n);
  archive_side_tables(archive, state_, n);
  state_.hostility.visit(archive);
  archive_smugglers(archive, state_);
  archive_information(archive, state_);
  state_.trafficking_market.visit(archive);
  archive_panel(archive, state_);
  state_.labour.market.archive(archive);
  // Their lengths follow from the world: a file must have them too.
  const auto fixed = [&](const char* name, auto& values) {
    archive.fixed(name, std::span(values));
  };
  archive.array("state/cumulative_saving", state_.money.cumulative_saving);
  fixed("state/workers", state_.labour.workers);
  fixed("state/population", state_.census.population);
  fixed("state/compatriots", state_.census.compatriots);
  fixed("state/person_events", state_.census.person_events);
  fixed("state/border_attempts", state_.border.attempts);
  fixed("state/route_attempts", state_.journey.route_attempts);
  fixed("state/route_use", state_.journey.route_use);
  fixed("visas/carry", state_.visas.counters.carry);
  fixed("visas/places", state_.visas.counters.places);
  fixed("visas/demand", state_.visas.counters.demand);
  fixed("visas/months_open", state_.visas.counters.months_open);
  fixed("state/decision_carry", state_.asylum.decision_carry);
  fixed("state/arrival_carry", state_.demography.arrival_carry);
  archive.value("state/cut_kin_links", state_.persons.cut_kin_links);
  archive.value("state/departure_scale", state_.returns.departure_scale);
  state_.sums.ledger.visit(archive);
  state_.sums.tallies.visit(archive);
  state_.triggers.visit(archive);
  if (!archive.is_loading()) return;
  uint32_t n_records = 0;
  for (const Month m : record_months(setup_->start, setup_->end, setup_->is_monthly))
    n_records += m < next_ ? 1 : 0;
  archive.require(state_.sums.tallies.n_recorded() == n_records, "tally/n_recorded",
                  "is not the number of records up to the month");
  check_loaded(state_, next_, archive);
}

uint64_t MigrationSimulation::digest() {
  DigestArchive archive;
  visit(archive);
  return archive.digest();
}

void MigrationSimulation::audit() {
  const std::vector<int64_t> counted = state_.census.population;
  take_census(state_, false, false);  // stops if the recount differs
  int64_t wealth = 0;
  std::vector<int64_t> by_community(state_.persons.people.communities().size());
  parallel_for_each(
      by_community.size(),
      [&](size_t c) {
        View view(state_, c);
        for (uint32_t local = 0; local < view.community.size(); ++local) {
          by_community[c] += view.wealth[local] * view.weight;
          if (view.key[local].is_free() && view.wealth[local] != 0)
            throw RunError("a free slot holds money");
          if (state_.persons.people.is_active(view.slot(local)) !=
              (!view.key[local].is_free() && is_active(view.facts[local])))
            throw RunError(
                fmt::format("{}: the active set does not agree with the state of person {}",
                            next_.text(), view.person(local).value()));
        }
      },
      8);
  audit_captivity(state_, next_);
  audit_health(state_, next_);
  audit_cases(state_, next_);
  for (int64_t w : by_community) wealth += w;
  state_.sums.ledger.gather();
  if (state_.sums.ledger.sum() != 0) throw RunError("the accounts do not balance");
  audit_debts(state_);
  audit_claims(state_);
  if (wealth != state_.sums.ledger.balance(static_cast<size_t>(Account::persons)))
    throw RunError(fmt::format("{}: persons hold {} cents, their account says {}", next_.text(),
                               wealth,
                               state_.sums.ledger.balance(static_cast<size_t>(Account::persons))));
}

std::vector<Month> record_months(Month start, Month end, bool is_monthly) {
  std::vector<Month> months;
  for (Month m = start; m < end; ++m)
    if (is_monthly || m.month_of_year() == 12 || m + 1 == end) months.push_back(m);
  return months;
}

namespace {

MemoryEstimate estimate_of(const EnsembleSetup& setup, size_t scenario) {
  const World& world = *setup.world_in(scenario);
  const auto& ids = migration_parameter_ids();
  const ParameterValues values = setup.plans[scenario].values_in(setup.start);
  const PopulationPlan plan = plan_population(world, setup.start, setup.end, setup.scale,
                                              values.at(ids.population.least_persons));
  MemoryEstimate estimate;
  constexpr double dense = 19 + 1.0 / 8;
  double n_communities = 0;
  for (const auto& c : plan.communities) n_communities += c.n_communities;
  estimate.slots = static_cast<double>(plan.slots);
  estimate.population = estimate.slots * dense;
  // Scratch of a month: woken lists of about 3% of the slots, requests, published bytes to rewrite.
  estimate.communities =
      n_communities *
          static_cast<double>(sizeof(CommunityMonth) + sizeof(Community) + bytes_of_side_tables()) +
      estimate.slots * 0.03 * 12;
  estimate.persons_at_start = plan.simulated_at_start;
  const double times =
      static_cast<double>(record_months(setup.start, setup.end, setup.is_monthly).size());
  const auto tables = migration_tables(world);
  for (size_t t = 0; t < tables.size(); ++t)
    if (setup.kept[t] && tables[t].form == TableForm::dense)
      estimate.results += static_cast<double>(tables[t].cells()) * 8 * (times + 3);
  constexpr double rows_a_year = 3;
  estimate.results += static_cast<double>(setup.panel) * sizeof(int32_t) * n_panel_columns *
                      (4 + rows_a_year * (setup.end - setup.start) / 12);
  return estimate;
}

}  // namespace

MemoryEstimate estimate_memory(const EnsembleSetup& setup) {
  MemoryEstimate most = estimate_of(setup, 0);
  for (size_t k = 1; k < setup.worlds.size(); ++k) {
    if (setup.worlds[k] == setup.worlds[0]) continue;
    const MemoryEstimate one = estimate_of(setup, k);
    if (one.slots > most.slots) most = one;
  }
  return most;
}

}  // namespace rumbo::migration
