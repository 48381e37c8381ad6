// What levers used and what it cost the public, month by month.
#include <algorithm>

#include "engine/base/checked.hpp"
#include "engine/base/error.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/policy_use/results.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/visas/visas.hpp"

namespace rumbo::migration {
namespace {

/// Places for work offered beyond the table, persons a year.
double places_added(Rooms<> state) {
  double added = 0;
  for (size_t c = 0; c < state.run.world->corridors.size(); ++c)
    added += places_per_year(state, c, VisaKind::work) -
             state.value(state.run.parameters->visas.agreement_added, c) -
             state.run.world->visas(c, static_cast<size_t>(VisaKind::work),
                                    year_index(state.run.month.year()));
  return added;
}

/// Places for families beyond those without policies, persons a year.
double family_places_added(Rooms<> state) {
  const ParameterId id = state.run.parameters->visas.family_factor;
  double added = 0;
  for (size_t c = 0; c < state.run.world->corridors.size(); ++c)
    added += (state.value(id, c) - state.run.plan.base().at(id, c)) *
             state.run.world->visas(c, static_cast<size_t>(VisaKind::family),
                                    year_index(state.run.month.year()));
  return added;
}

/// Agents beyond those of the table.
double agents_added(Rooms<> state) {
  const auto& ids = state.run.parameters->border;
  double added = 0;
  for (size_t p = 0; p < state.n_places(); ++p)
    added += state.value(ids.agents, p) *
             state.run.world->enforcement(p, year_index(state.run.month.year())) *
             (state.value(ids.enforcement, p) - 1);
  return added;
}

/// Agents on routes beyond those of the table, at the effort of border control that is there.
double agents_moved(Rooms<> state) {
  const World& world = *state.run.world;
  const auto& ids = state.run.parameters->border;
  const auto crossed = std::find_if(world.borders.begin(), world.borders.end(),
                                    [](const Border& b) { return b.has_routes; });
  if (crossed == world.borders.end()) return 0;
  double added = 0;
  for (size_t r = 0; r < world.routes.size(); ++r)
    added += world.route_agents(r, year_index(state.run.month.year())) *
             (state.value(ids.route_effort, r) - state.run.plan.base().at(ids.route_effort, r));
  return added * state.value(ids.enforcement, crossed->destination);
}

/// Sum over the first so many indices of what policies added to a parameter.
double added_to(Rooms<> state, ParameterId parameter, size_t n) {
  double added = 0;
  for (size_t p = 0; p < n; ++p)
    added += state.value(parameter, p) - state.run.plan.base().at(parameter, p);
  return added;
}

/// Inspectors of work places added, where there is one for so many workers.
double inspectors_added(Rooms<const Labour> state) {
  constexpr double workers_an_inspector = 20000;
  const ParameterId id = state.run.parameters->labour.inspection;
  double added = 0;
  for (size_t p = 0; p < state.n_places(); ++p) {
    int64_t workers = 0;
    for (size_t cell = worker_cell(p, 0, 0); cell < worker_cell(p + 1, 0, 0); ++cell)
      workers += state.labour.workers[cell];
    added += static_cast<double>(workers) / workers_an_inspector *
             (state.value(id, p) - state.run.plan.base().at(id, p));
  }
  return added;
}

/// Centres of information added: one for a million residents and a tenth more knowledge.
double centres_added(Rooms<const Census> state) {
  constexpr double residents_a_centre = 1e6, knowledge_a_centre = 0.1;
  const ParameterId id = state.run.parameters->information.legal_awareness;
  double added = 0;
  for (size_t p = 0; p < state.n_places(); ++p)
    added += static_cast<double>(state.census.population[p]) / residents_a_centre *
             (state.value(id, p) - state.run.plan.base().at(id, p)) / knowledge_a_centre;
  return added;
}

}  // namespace

namespace {

size_t lever_number(std::string_view lever) {
  const auto& all = migration_levers().all();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& l) { return l.name == lever; });
  RUMBO_REQUIRE(found != all.end());
  return static_cast<size_t>(found - all.begin());
}

/// tally  local or global
template <class Tally>
void count_use(Tally&& tally, size_t lever, int64_t thousandths) {
  if (thousandths == 0) return;
  tally.add(result_tables().policy_use.policy_units, lever, thousandths);
  const int64_t cents_each = rounded_count(migration_levers().all()[lever].cost_per_unit_usd * 100);
  // Whole units and the rest apart, so that the product fits; the same to the cent.
  tally.add(result_tables().policy_use.policy_cost, lever,
            saturating_add(saturating_multiply(thousandths / policy_unit, cents_each),
                           thousandths % policy_unit * cents_each / policy_unit));
}

}  // namespace

void count_policy_use(Rooms<Sums> state, std::string_view lever, int64_t thousandths) {
  if (thousandths != 0) count_use(state.sums.tallies.local(), lever_number(lever), thousandths);
}

void count_global_policy_use(Rooms<Sums> state, std::string_view lever, int64_t thousandths) {
  if (thousandths != 0) count_use(state.sums.tallies.global(), lever_number(lever), thousandths);
}

void add_policy_use(Flows& flows, std::string_view lever, double units) {
  if (units == 0) return;
  int64_t& sum = flows.policy_use[lever_number(lever)];
  sum = saturating_add(sum, saturating_cast<int64_t>(units * policy_millionth));
}

void add_global_policy_use(Rooms<Sums> state, std::string_view lever, double units) {
  if (state.run.comm->is_first()) add_policy_use(state.sums.flows.local(), lever, units);
}

void book_policy_use(Rooms<Sums> state) {
  std::vector<int64_t> sum(migration_levers().all().size(), 0);
  state.sums.flows.for_each([&](Flows& local) {
    for (size_t l = 0; l < sum.size(); ++l) sum[l] = saturating_add(sum[l], local.policy_use[l]);
    std::fill(local.policy_use.begin(), local.policy_use.end(), 0);
  });
  state.run.comm->sum(sum);  // before it is rounded
  for (size_t l = 0; l < sum.size(); ++l)
    count_use(state.sums.tallies.global(), l, sum[l] / (policy_millionth / policy_unit));
}

void mark_unknown_costs(Rooms<Sums> state) {
  state.sums.tallies.gather();
  std::vector<int64_t> used = state.sums.tallies.counts(result_tables().policy_use.policy_units);
  state.run.comm->sum(used);
  const auto& levers = migration_levers().all();
  for (size_t l = 0; l < used.size(); ++l)
    if (used[l] != 0 && levers[l].public_cost() == PublicCost::unknown)
      state.sums.tallies.set_missing(result_tables().policy_use.policy_cost, l);
}

double share_by_policy(Rooms<> state, ParameterId parameter, size_t index) {
  const double now = state.value(parameter, index);
  return now > 0 ? 1 - state.run.plan.base().at(parameter, index) / now : 0;
}

void count_rescue(Rooms<Sums> state, size_t border, int route, double death_hazard,
                  int64_t weight) {
  const auto& ids = state.run.parameters->border;
  const ParameterId id = route < 0 ? ids.rescue_elsewhere : ids.rescue;
  const size_t index =
      route < 0 ? state.run.world->borders[border].destination : static_cast<size_t>(route);
  const double now = state.value(id, index), before = state.run.plan.base().at(id, index);
  if (now == before || now >= 1) return;
  const double prevented = death_hazard * ((1 - before) / (1 - now) - 1);
  add_policy_use(state.sums.flows.local(), "route_rescue", prevented * static_cast<double>(weight));
}

void tally_policies(
    Rooms<const Triggers, const Persons, Sums, const Labour, const Money, const Census> state,
    Month) {
  const std::vector<std::string> levers = migration_levers().names();
  for (const WaitingPolicy* policy : state.triggers.in_force())
    state.sums.tallies.global().add(
        result_tables().policy_use.trigger_months,
        static_cast<size_t>(std::find(levers.begin(), levers.end(), policy->lever) -
                            levers.begin()),
        1);
  // A yearly number counts a twelfth a month.
  const auto a_year = [&](const char* lever, double number) {
    count_global_policy_use(state, lever, saturating_cast<int64_t>(number * policy_unit / 12));
  };
  a_year("work_visa_quota", places_added(state));
  a_year("border_control", agents_added(state));
  a_year("border_deployment", agents_moved(state));
  a_year("labour_inspection", inspectors_added(state));
  a_year("legal_avenues_information", centres_added(state));
  a_year("shelters",
         added_to(state, state.run.parameters->trafficking.shelter_beds, state.n_places()));
  const size_t n_corridors = state.run.world->corridors.size();
  a_year("seasonal_agreement",
         added_to(state, state.run.parameters->visas.seasonal_added, n_corridors));
  a_year("temporary_worker_agreement",
         added_to(state, state.run.parameters->visas.agreement_added, n_corridors));
  a_year("family_reunification", family_places_added(state));
  tally_policies_on_residents(state);
}

}  // namespace rumbo::migration
