// Runs of single policies for tests, and what they recorded.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/model_runs.hpp"

namespace rumbo::test {

/// A policy with one lever, as TOML. keys  lines besides id, lever and start
inline std::string policy(const char* lever, Month start, const std::string& keys) {
  return std::string("[[policy]]\nid = \"p\"\nlever = \"") + lever + "\"\nstart = \"" +
         start.text() + "\"\n" + keys;
}

/// A run to its end and what it recorded, all periods together.
struct RecordedRun {
  std::unique_ptr<migration::MigrationSimulation> simulation;
  ResultBlock block;

  explicit RecordedRun(const std::shared_ptr<migration::EnsembleSetup>& setup, size_t scenario = 0)
      : simulation(run_of(setup, scenario)), block(simulation->take_results(0, 0)) {}
  explicit RecordedRun(const SmallRun& run) : RecordedRun(setup_of(run)) {}

  migration::State& state() const { return simulation->state(); }
  /// Over the cells that have these labels.
  int64_t sum(migration::Table table,
              const std::vector<std::pair<std::string, std::string>>& cells = {}) const {
    return recorded(state(), block, table, cells);
  }
  /// What a lever used, in thousandths of its unit.
  int64_t use_of(const char* lever) const {
    return sum(migration::result_tables().policy_use.policy_units, {{"lever", lever}});
  }
};

}  // namespace rumbo::test
