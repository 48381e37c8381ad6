// The tables of one month over the Americas or a made-up world, set again for other values of
// parameters: signs, limits and values can be seen there without chance.
#pragma once
#include <memory>
#include <vector>

#include "models/migration/registry.hpp"
#include "models/migration/schedule.hpp"
#include "tests/support/model_runs.hpp"

namespace rumbo::test {

/// A parameter set to a value, everywhere or at one index.
struct Setting {
  const char* parameter;
  double value;
  int index = -1;  ///< -1 = everywhere
};

class OneMonth {
 public:
  OneMonth() : OneMonth(americas()) {}
  /// Of a world of one's own
  explicit OneMonth(std::shared_ptr<const migration::World> world, double scale = 0.00001)
      : world_(std::move(world)) {
    SmallRun run;
    run.world = world_;
    run.scale = scale;
    run.months = 1;
    simulation_ = std::make_unique<migration::MigrationSimulation>(setup_of(run), 0, 0);
  }

  /// The state after the table phases of the month with some values replaced.
  const migration::State& with(const std::vector<Setting>& settings) {
    using namespace migration;
    State& state = simulation_->state();
    ParameterValues base = world_->base_values(migration_parameters());
    for (const Setting& s : settings) {
      const ParameterId id = *migration_parameters().find(s.parameter);
      if (s.index < 0)
        base.set_all(id, s.value);
      else
        base.set(id, static_cast<size_t>(s.index), s.value);
    }
    state.plan = ParameterPlan(base, {});
    for (const auto& phase : migration_schedule().phases()) {
      if (phase.whole == nullptr) break;
      phase.whole(state, state.first_month);
    }
    return state;
  }
  const migration::State& with(const char* parameter, double value) {
    return with({{parameter, value}});
  }
  /// What was counted last month, to be seen by the next with().
  migration::State& state() { return simulation_->state(); }

 private:
  std::shared_ptr<const migration::World> world_;
  std::unique_ptr<migration::MigrationSimulation> simulation_;
};

}  // namespace rumbo::test
