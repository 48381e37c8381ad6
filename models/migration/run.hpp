// What every room may read: the world, the values of parameters in force, the month, the draws.
//
// Written by the phase of the parameters in force and by nothing else. May include: base, comm,
// params, random, the model's world and parameters.
#pragma once
#include <memory>

#include "engine/base/month.hpp"
#include "engine/comm/comm.hpp"
#include "engine/params/plan.hpp"
#include "engine/random/draws.hpp"
#include "models/migration/parameters/parameters.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// One scenario and replicate in one month.
struct Run {
  const Comm* comm = &one_rank();  ///< the ranks that share the run; outlives it
  std::shared_ptr<const World> world;
  const Parameters* parameters = nullptr;
  ParameterPlan plan;
  Month month;
  Month first_month;
  Month end;
  Draws draws;
  ParameterValues values;        ///< effective this month
  bool values_changed = true;    ///< since last month
  bool wakes_everybody = false;  ///< all bounds at 1: for the test of screening
  bool is_monthly = false;       ///< a record every month, not every year
  int reservoir = 0;             ///< PlaceId that departures to the rest of the world go to

  size_t n_places() const { return world->n_places(); }
  double value(ParameterId id, size_t index = 0) const { return values.at(id, index); }
};

struct EnsembleSetup;
/// One run at its start, before any room.
Run start_run(const EnsembleSetup& setup, size_t scenario, uint32_t replicate);

}  // namespace rumbo::migration
