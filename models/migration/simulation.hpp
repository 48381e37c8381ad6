// The model of migration as the engine runs it. May include: run, the model's registry.
#pragma once
#include <memory>
#include <vector>

#include "engine/run/schedule.hpp"
#include "engine/run/simulation.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/setup.hpp"

namespace rumbo::migration {

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
  MigrationSimulation(const MigrationSimulation& other);
  /// Begins with the population of another at its start, which must be that of this scenario too
  /// (start_alike()), and follows a scenario of `setup`.
  MigrationSimulation(const MigrationSimulation& start, std::shared_ptr<const EnsembleSetup> setup,
                      size_t scenario);

  std::unique_ptr<Simulation> fork() const override {
    return std::make_unique<MigrationSimulation>(*this);
  }
  void follow_scenario(size_t scenario) override {
    migration::follow_scenario(*state_, *setup_, scenario);
  }
  void step() override { step(nullptr); }
  /// The same, telling an observer (or none) of each phase of the schedule.
  void step(PhaseObserver* observer);
  Month month() const override { return next_; }
  uint64_t n_persons() const override { return count_simulated(*state_); }
  void visit(Archive& archive) override;
  ResultBlock take_results(uint32_t scenario, uint32_t replicate) override {
    return migration::take_results(*state_, scenario, replicate);
  }
  uint64_t digest() override;
  void audit() override { audit_state(*state_, next_); }

  State& state() { return *state_; }
  const State& state() const { return *state_; }

 private:
  std::shared_ptr<const EnsembleSetup> setup_;
  StateOwner state_;
  Month next_;
};

}  // namespace rumbo::migration
