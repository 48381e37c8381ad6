// The model of migration as the engine runs it. May include: run, the model's state.
#pragma once
#include <memory>
#include <vector>

#include "engine/comm/comm.hpp"
#include "engine/params/plan.hpp"
#include "engine/run/schedule.hpp"
#include "engine/run/simulation.hpp"
#include "models/migration/observation/observation.hpp"
#include "models/migration/population/synthesis.hpp"
#include "models/migration/state.hpp"

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
  bool is_monthly = false;       ///< a record every month
  std::vector<bool> kept;        ///< [table] whether it is recorded
  bool wakes_everybody = false;  ///< screening off, for tests
  uint64_t panel = 0;            ///< persons whose lives are traced

  const std::shared_ptr<const World>& world_in(size_t scenario) const {
    return worlds.empty() ? world : worlds[scenario];
  }
  std::vector<WaitingPolicy> waiting_in(size_t scenario) const {
    return waiting.empty() ? std::vector<WaitingPolicy>{} : waiting[scenario];
  }
};

/// Bytes a run needs: columns, side tables, tables of results, and what a fork copies.
struct MemoryEstimate {
  double population = 0;   ///< columns and bit sets
  double communities = 0;  ///< buffers and side tables
  double results = 0;      ///< recorded tables of one run
  double persons_at_start = 0;
  double slots = 0;
  double bytes_per_person() const { return (population + communities) / persons_at_start; }
};

/// Of the scenario that needs most.
MemoryEstimate estimate_memory(const EnsembleSetup& setup);

class MigrationSimulation final : public Simulation {
 public:
  /// Makes the world's population for one replicate, following one scenario.
  MigrationSimulation(std::shared_ptr<const EnsembleSetup> setup, size_t scenario,
                      uint32_t replicate);

  std::unique_ptr<Simulation> fork() const override {
    return std::make_unique<MigrationSimulation>(*this);
  }
  void follow_scenario(size_t scenario) override {
    state_.plan = setup_->plans[scenario];
    state_.triggers.follow(setup_->waiting_in(scenario));
  }
  void step() override { step(nullptr); }
  /// The same, telling an observer (or nobody) of each phase of the schedule.
  void step(PhaseObserver* observer);
  Month month() const override { return next_; }
  uint64_t n_persons() const override;
  void visit(Archive& archive) override;
  ResultBlock take_results(uint32_t scenario, uint32_t replicate) override {
    ResultBlock block = state_.sums.tallies.take(scenario, replicate);
    block.events = take_panel(state_);
    return block;
  }
  uint64_t digest() override;
  void audit() override;

  State& state() { return state_; }
  const State& state() const { return state_; }

 private:
  std::shared_ptr<const EnsembleSetup> setup_;
  State state_;
  Month next_;
};

/// The last months of the record periods of a run.
std::vector<Month> record_months(Month start, Month end, bool is_monthly);

}  // namespace rumbo::migration
