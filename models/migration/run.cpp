// See run.hpp.
#include "models/migration/run.hpp"

#include "models/migration/registry.hpp"
#include "models/migration/setup.hpp"

namespace rumbo::migration {

Run start_run(const EnsembleSetup& setup, size_t scenario, uint32_t replicate) {
  Run run;
  run.comm = setup.comm;
  run.world = setup.world_in(scenario);
  run.parameters = &migration_parameter_ids();
  run.plan = setup.plans[scenario];
  run.month = run.first_month = setup.start;
  run.end = setup.end;
  run.draws = Draws(setup.seed, replicate);
  run.is_monthly = setup.is_monthly;
  run.wakes_everybody = setup.wakes_everybody;
  run.values = run.plan.values_in(setup.start);
  for (size_t p = 0; p < run.n_places(); ++p)
    if (run.world->places[p].kind == PlaceKind::reservoir) run.reservoir = static_cast<int>(p);
  return run;
}

}  // namespace rumbo::migration
