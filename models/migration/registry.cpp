// See registry.hpp. A new lever is one file in policies/ and one line here; a room says here how it
// starts, what of it is saved, and what must hold.
#include "models/migration/registry.hpp"

#include "engine/base/error.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/border/border.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/hostility/hostility.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/journey/journey.hpp"
#include "models/migration/labour/labour.hpp"
#include "models/migration/labour/labour_start.hpp"
#include "models/migration/money/money.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/person/saved_persons.hpp"
#include "models/migration/policies/levers.hpp"
#include "models/migration/policy_use/policy_use.hpp"
#include "models/migration/population/synthesis.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/shocks/shocks.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/smuggling/smuggling.hpp"
#include "models/migration/state.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/transitions/transitions.hpp"
#include "models/migration/visas/visas.hpp"

namespace rumbo::migration {
namespace {

struct Declared {
  ParameterRegistry registry;
  Parameters ids{registry};
};

const Declared& declared() {
  static const Declared all;
  return all;
}

}  // namespace

const ParameterRegistry& migration_parameters() {
  return declared().registry;
}
const Parameters& migration_parameter_ids() {
  return declared().ids;
}

const LeverRegistry& migration_levers() {
  static const LeverRegistry registry = [] {
    LeverRegistry levers;
    levers.declare(regularization_lever());
    levers.declare(work_visa_quota_lever());
    levers.declare(border_control_lever());
    levers.declare(employer_sanctions_lever());
    levers.declare(remittance_cost_lever());
    levers.declare(border_deployment_lever());
    levers.declare(route_rescue_lever());
    levers.declare(labour_inspection_lever());
    levers.declare(trafficking_prosecution_lever());
    levers.declare(victim_protection_lever());
    levers.declare(shelters_lever());
    levers.declare(anti_corruption_lever());
    levers.declare(demand_reduction_lever());
    levers.declare(asset_confiscation_lever());
    levers.declare(smuggling_prosecution_lever());
    levers.declare(risk_campaign_lever());
    levers.declare(legal_avenues_information_lever());
    levers.declare(asylum_access_lever());
    levers.declare(complementary_protection_lever());
    levers.declare(violence_prevention_lever());
    levers.declare(anti_xenophobia_lever());
    levers.declare(child_protection_lever());
    levers.declare(origin_development_lever());
    levers.declare(deportation_lever());
    levers.declare(due_process_lever());
    levers.declare(detention_alternatives_lever());
    levers.declare(voluntary_return_lever());
    levers.declare(reintegration_lever());
    levers.declare(seasonal_agreement_lever());
    levers.declare(temporary_worker_agreement_lever());
    levers.declare(free_residence_lever());
    levers.declare(family_reunification_lever());
    return levers;
  }();
  return registry;
}

void DeleteState::operator()(State* state) const {
  delete state;
}

StateOwner start_state(const EnsembleSetup& setup, size_t scenario, uint32_t replicate) {
  StateOwner owner(new State);
  State& state = *owner;
  static_cast<Run&>(state) = start_run(setup, scenario, replicate);
  state.triggers = Triggers(setup.waiting_in(scenario));
  start_sums(state, setup, migration_levers().all().size());
  start_hostility(state);
  start_census(state);
  start_borders(state);
  start_routes(state);
  start_smuggling(state);
  start_visas(state);
  start_information(state);
  start_growing_up(state);
  start_wages(state);
  PopulationPlan plan = plan_population(*state.world, setup.start, setup.scale,
                                        state.value(state.parameters->population.least_persons));
  plan.many_slots = setup.many_slots;
  make_population(state, plan);
  take_census(state, false, true);
  count_beliefs(state);
  set_information_tables(state, setup.start);
  start_labour(state);
  // Age factors are needed before the first month to spread departures over ages.
  set_shock_tables(state, setup.start);
  clear_labour(state, setup.start);
  set_care(state, setup.start);
  set_journeys(state, setup.start);
  set_smuggling_fees(state, setup.start);
  set_entry_rights(state, setup.start);
  set_choice_tables(state, setup.start);
  start_returns(state);
  start_asylum(state);
  start_arrivals(state);
  start_panel(state, setup.panel);
  start_captivity(state);
  // The start is no change of situation: in the first month, or the first after a checkpoint is
  // loaded over this, everyone may decide.
  for (auto& community : state.persons.months) community.changed.clear();
  return owner;
}

StateOwner copy_state(const State& other) {
  return StateOwner(new State(other));
}

void follow_scenario(State& state, const EnsembleSetup& setup, size_t scenario) {
  state.plan = setup.plans[scenario];
  state.triggers.follow(setup.waiting_in(scenario));
}

namespace {

/// What no room can say of itself: whether counts and rows agree with the persons.
void check_loaded(const Saved& saved, State& state) {
  check_captives(saved, state);
  check_panel(saved, state);
  check_persons(saved, state);
  check_transitions(saved, state);
  try {
    const Month before = saved.next - 1;
    audit_captivity(state, before);
    audit_cases(state, before);
    audit_debts(state);
  } catch (const RunError& error) {
    saved.require(false, "people/facts",
                  (std::string("belongs to no run: ") + error.what()).c_str());
  }
  check_census(saved, state);
  check_money(saved, state);
}

}  // namespace

void save_state(State& state, Archive& archive, Month next) {
  Saved saved(archive, state, next);
  save_persons(saved, state);
  save_hostility(saved, state);
  save_smugglers(saved, state);
  save_information(saved, state);
  save_traffickers(saved, state);
  archive_panel(archive, state);
  save_labour(saved, state);
  save_money(saved, state);
  save_census(saved, state);
  save_borders(saved, state);
  save_routes(saved, state);
  save_visas(saved, state);
  save_asylum(saved, state);
  save_demography(saved, state);
  save_returns(saved, state);
  state.sums.ledger.visit(archive);
  state.sums.tallies.visit(archive);
  state.triggers.visit(archive);
  if (!archive.is_loading()) return;
  uint32_t n_records = 0;
  for (const Month m : record_months(state.first_month, state.end, state.is_monthly))
    n_records += m < next ? 1 : 0;
  archive.require(state.sums.tallies.n_recorded() == n_records, "tally/n_recorded",
                  "is not the number of records up to the month");
  check_loaded(saved, state);
}

void audit_state(State& state, Month next) {
  take_census(state, false, false);  // stops if the recount differs
  audit_persons(state, next);
  audit_captivity(state, next);
  audit_cases(state, next);
  audit_money(state, next);
  audit_debts(state);
}

ResultBlock take_results(State& state, uint32_t scenario, uint32_t replicate) {
  ResultBlock block = state.sums.tallies.take(scenario, replicate);
  block.events = take_panel(state);
  return block;
}

uint64_t count_simulated(const State& state) {
  uint64_t count = 0;
  for (size_t p = 0; p < state.n_places(); ++p) {
    // Residents are counted with the weight of their home; close enough for a rate on a screen.
    count += static_cast<uint64_t>(
        static_cast<double>(state.census.population[p]) /
        static_cast<double>(std::max<int64_t>(1, state.persons.weight_of[p])));
  }
  return count;
}

}  // namespace rumbo::migration
