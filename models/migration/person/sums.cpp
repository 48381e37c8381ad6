// See sums.hpp.
#include "models/migration/person/sums.hpp"

#include "models/migration/labour/labour_market.hpp"
#include "models/migration/labour/skills.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/setup.hpp"

namespace rumbo::migration {
namespace {

/// Tables recorded, and those that a policy of any scenario watches.
std::vector<bool> counted_tables(const EnsembleSetup& setup) {
  std::vector<bool> counted = setup.kept;
  for (const auto& policies : setup.waiting) counted = with_watched(std::move(counted), policies);
  // Whether a lever of unknown cost was used says whether its cost is missing.
  if (counted[result_tables().policy_use.policy_cost])
    counted[result_tables().policy_use.policy_units] = true;
  return counted;
}

}  // namespace

void start_sums(Rooms<Sums> state, const EnsembleSetup& setup, size_t n_levers) {
  const World& world = *state.run.world;
  const size_t n = state.n_places();
  Flows none;
  none.population.assign(n, 0);
  none.workers.assign(n * n_skills * n_worker_groups, 0);
  none.events.assign(n_person_events, 0);
  none.attempts.assign(world.borders.size(), 0);
  none.route_attempts.assign(world.routes.size(), 0);
  none.journeys.assign(n, 0);
  none.arrivals.assign(n, 0);
  none.identified.assign(n, 0);
  none.policy_use.assign(n_levers, 0);
  none.visa_chances.assign(world.corridors.size() * n_visa_kinds, 0);
  state.sums.flows = PerThread<Flows>(none);
  state.sums.ledger = Ledger({account_names.begin(), account_names.end()}, *state.run.comm);
  state.sums.tallies = Tallies(migration_tables(world), counted_tables(setup), *state.run.comm,
                               record_months(setup.start, setup.end, setup.is_monthly).size());
}

}  // namespace rumbo::migration
