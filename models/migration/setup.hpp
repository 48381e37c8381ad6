// What all runs of an ensemble share. May include: comm, params, run, the
// model's world.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/base/month.hpp"
#include "engine/comm/comm.hpp"
#include "engine/params/plan.hpp"
#include "engine/people/people.hpp"
#include "engine/run/triggers.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// What all runs of an ensemble share.
struct EnsembleSetup {
  const Comm* comm = &one_rank();  ///< the ranks that share the runs; outlives them
  std::shared_ptr<const World> world;
  /// [scenario] of which some have tables of their own; empty = all have `world`. Such scenarios
  /// run from the start; the worlds have the same places, corridors, borders, routes and legs.
  std::vector<std::shared_ptr<const World>> worlds;
  std::vector<ParameterPlan> plans;                 ///< [scenario]
  std::vector<std::vector<WaitingPolicy>> waiting;  ///< [scenario]; empty = nothing waits in any
  Month start;
  Month end;
  double scale = 0.001;
  uint32_t seed = 1;
  bool is_monthly = false;                   ///< a record every month
  std::vector<bool> kept;                    ///< [table] whether it is recorded
  bool wakes_everybody = false;              ///< screening off, for tests
  uint64_t many_slots = People::many_slots;  ///< another for tests only
  uint64_t panel = 0;                        ///< persons whose lives are traced

  const std::shared_ptr<const World>& world_in(size_t scenario) const {
    return worlds.empty() ? world : worlds[scenario];
  }
  std::vector<WaitingPolicy> waiting_in(size_t scenario) const {
    return waiting.empty() ? std::vector<WaitingPolicy>{} : waiting[scenario];
  }
};

/// The last months of the record periods of a run.
std::vector<Month> record_months(Month start, Month end, bool is_monthly);

}  // namespace rumbo::migration
