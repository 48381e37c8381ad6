// An ensemble of toys: what is delivered is known, whatever is stopped, resumed or lost.
#pragma once
#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "engine/ensemble/ensemble.hpp"
#include "engine/run/signals.hpp"
#include "tests/support/toy_simulation.hpp"

namespace rumbo::test {

inline constexpr Month start = Month::of(2000, 1), end = Month::of(2001, 1);
using Delivered = std::map<std::pair<uint32_t, uint32_t>, int64_t>;

/// An ensemble of toys: scenario k differs from month start + offsets[k] on.
struct ToyEnsemble {
  explicit ToyEnsemble(const std::vector<int>& offsets, uint32_t n_replicates = 2) {
    plan.start = start;
    plan.end = end;
    for (uint32_t r = 0; r < n_replicates; ++r) plan.replicates.push_back(r + 3);
    for (size_t k = 0; k < offsets.size(); ++k) {
      log.scenarios.emplace_back(start + offsets[k], k == 0 ? 1 : 10 + static_cast<int64_t>(k));
      plan.fork_month.push_back(start + offsets[k]);
    }
    doors.make = [this](size_t scenario, uint32_t replicate) {
      if (stop_in_make-- == 0) throw Stopped();
      return std::make_unique<ToySimulation>(log, scenario, replicate, start);
    };
    doors.deliver = [this](ResultBlock block, uint64_t digest) {
      const std::lock_guard lock(mutex);
      const auto [where, is_new] =
          delivered.emplace(std::pair{block.scenario, block.replicate}, block.tables[0].dense[0]);
      CHECK(is_new);
      CHECK(static_cast<uint64_t>(where->second) == digest);
      if (raise_after-- == 0) std::raise(SIGTERM);
    };
    doors.is_finished = [this](size_t scenario, uint32_t replicate) {
      const std::lock_guard lock(mutex);
      return delivered.count({static_cast<uint32_t>(scenario), replicate}) > 0;
    };
  }
  EnsembleEnd run() {
    Progress progress(plan.months_per_replicate() * plan.replicates.size(), true);
    const EnsembleEnd how = run_ensemble(plan, doors, control, progress);
    months_done = progress.months_done();
    seconds = progress.total_seconds();
    return how;
  }
  /// Each run by itself from the start.
  Delivered alone() {
    Delivered found;
    ToyLog other{log.scenarios};
    for (uint32_t k = 0; k < plan.n_scenarios(); ++k)
      for (uint32_t r : plan.replicates) {
        ToySimulation toy(other, k, r, start);
        while (toy.month() < end) toy.step();
        found[{k, r}] = static_cast<int64_t>(toy.digest());
      }
    return found;
  }

  EnsemblePlan plan;
  EnsembleDoors doors;
  RunControl control;
  ToyLog log;
  std::mutex mutex;
  Delivered delivered;
  int raise_after = -1;
  std::atomic<int> stop_in_make = -1;
  uint64_t months_done = 0;  ///< as the progress line of the last session counted them
  double seconds = 0;        ///< of all sessions
};

}  // namespace rumbo::test
