// Small runs of the whole model for tests: the Americas at a small scale, with and
// without policies, and what two runs are compared by.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/migration/simulation.hpp"
#include "models/migration/state.hpp"

namespace rumbo::test {

/// The Americas, read once a process.
std::shared_ptr<const migration::World> americas();

/// What a small run is to be; the Americas from 1995 on unless a test says otherwise.
struct SmallRun {
  std::shared_ptr<const migration::World> world = nullptr;  ///< nothing = americas()
  Month start = Month::of(1995, 1);
  int months = 36;
  double scale = 0.0001;
  uint32_t seed = 7;
  bool is_monthly = false;
  bool wakes_everybody = false;
  uint64_t many_slots = People::many_slots;
  uint64_t panel = 0;                      ///< persons whose lives are traced
  std::vector<std::string> policies = {};  ///< TOML of one scenario each, after the baseline
  std::string parameters = "";             ///< TOML lines of [parameters] of all scenarios
};

/// A setup whose scenario 0 has no policy and whose scenario k has policies[k - 1].
std::shared_ptr<migration::EnsembleSetup> setup_of(const SmallRun& run);

/// Every lever there is, from different months of the first year on.
std::string all_levers(Month start);

/// The simulation of a scenario, run to a month (to the setup's end if none is given).
std::unique_ptr<migration::MigrationSimulation> run_of(
    const std::shared_ptr<migration::EnsembleSetup>& setup, size_t scenario,
    uint32_t replicate = 0);
void run_until(Simulation& simulation, Month month);

/// What two equal runs have in common: the digest of every array of state and results.
struct RunDigest {
  std::map<std::string, uint64_t> arrays;
  friend bool operator==(const RunDigest&, const RunDigest&) = default;
  /// Names of the arrays that differ, for a message.
  std::string difference(const RunDigest& other) const;
};
RunDigest digest_of(Simulation& simulation);

/// Sum of the last recorded counts of a dense table over the cells that `wanted` picks.
/// The counts of all recorded periods are added for sums, the last one taken for points.
int64_t recorded(const migration::State& state, const ResultBlock& block, migration::Table table,
                 const std::vector<std::pair<std::string, std::string>>& wanted = {});

}  // namespace rumbo::test

/// Checks that two runs are the same, bit for bit, and says which arrays differ if not.
#define CHECK_SAME_RUN(a, b)                    \
  do {                                          \
    const auto difference_ = (a).difference(b); \
    CHECK(difference_ == "");                   \
  } while (false)
