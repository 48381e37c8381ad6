// Runs side by side deliver what runs one after the other do, and lose nothing when they are
// stopped.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

#include "engine/base/error.hpp"
#include "engine/ensemble/until_stopped.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/toy_ensemble.hpp"

using namespace rumbo;
using namespace rumbo::test;

namespace {

/// Runs at once, and how many scenarios may wait.
void set_side_by_side(ToyEnsemble& ensemble, int runs_at_once, size_t most_waiting) {
  ensemble.control.threads = {runs_at_once, 1};
  ensemble.control.most_waiting = most_waiting;
}

}  // namespace

TEST_CASE("runs side by side end as one after the other", "[unit][ensemble]") {
  for (const int at_once : {2, 3, 8})
    for (const size_t waiting : {size_t{0}, size_t{1}, size_t{100}}) {
      INFO(at_once << " at once, " << waiting << " waiting");
      ToyEnsemble ensemble({0, 4, 0, 11, 40, 4}, 5);
      set_side_by_side(ensemble, at_once, waiting);
      CHECK(ensemble.run() == EnsembleEnd::finished);
      CHECK(ensemble.delivered == ensemble.alone());
      CHECK(ensemble.log.months_run == 5 * 41);
      CHECK(ensemble.months_done == 5 * 41);
      CHECK(ensemble.log.made == 5 * 2);
    }
}

TEST_CASE("runs side by side are stopped, and go on on any number of threads",
          "[unit][repeat][ensemble]") {
  for (const int at_once : {1, 2, 3}) {
    const ScratchFolder folder;
    ToyEnsemble ensemble({0, 4, 0, 11, 40}, 3);
    const Delivered all = ensemble.alone();
    ensemble.control.checkpoint = folder / "toy.h5";
    ensemble.control.max_hours = 0;  // each thread stops after a month
    int session = 0;
    do {
      set_side_by_side(ensemble, 1 + (at_once + session) % 3, static_cast<size_t>(session % 4));
      REQUIRE(session < 200);
      ++session;
      if (session > 1) ensemble.control.resume = true;
    } while (ensemble.run() == EnsembleEnd::stopped);
    CHECK(ensemble.delivered == all);
    CHECK(ensemble.log.months_run == 3 * (12 + 8 + 12 + 1));
    CHECK_FALSE(std::filesystem::exists(folder / "toy.h5"));
  }
}

TEST_CASE("checkpoints in between hold all runs side by side", "[unit][repeat][ensemble]") {
  const ScratchFolder folder;
  ToyEnsemble ensemble({0, 4, 0, 11, 40}, 3);
  const Delivered all = ensemble.alone();
  ensemble.control.checkpoint = folder / "toy.h5";
  ensemble.control.checkpoint_minutes = 0;  // after every month
  set_side_by_side(ensemble, 3, 2);
  ensemble.raise_after = 5;
  REQUIRE(ensemble.run() == EnsembleEnd::stopped);
  ensemble.control.resume = true;
  set_side_by_side(ensemble, 2, 0);
  CHECK(ensemble.run() == EnsembleEnd::finished);
  CHECK(ensemble.delivered == all);
  CHECK(ensemble.log.months_run == 3 * (12 + 8 + 12 + 1));
}

TEST_CASE("an error of one run ends all, and is told", "[unit][ensemble]") {
  ToyEnsemble ensemble({0, 0, 0, 0}, 4);
  set_side_by_side(ensemble, 3, 0);
  const auto make = ensemble.doors.make;
  ensemble.doors.make = [&](size_t scenario, uint32_t replicate) -> std::unique_ptr<Simulation> {
    if (scenario == 2 && replicate == 4) throw RunError("no room");
    return make(scenario, replicate);
  };
  CHECK_THROWS_WITH(ensemble.run(), "no room");
  CHECK(ensemble.delivered.size() < 16);
}

// Guards against: a resumed run made all runs of its checkpoint, whether memory had room or not.
TEST_CASE("runs of a checkpoint that find no room are refused before any is made",
          "[unit][repeat][ensemble]") {
  const ScratchFolder folder;
  ToyEnsemble ensemble({0, 4}, 3);
  const Delivered all = ensemble.alone();
  ensemble.control.checkpoint = folder / "toy.h5";
  ensemble.control.max_hours = 0;  // after a month, when only trunks are there
  set_side_by_side(ensemble, 3, 0);
  REQUIRE(ensemble.run() == EnsembleEnd::stopped);
  const int made = ensemble.log.made;
  SavedRuns asked;
  ensemble.control.resume = true;
  ensemble.control.max_hours = 1e9;
  ensemble.control.require_room = [&](const SavedRuns& saved) {
    asked = saved;
    throw RunError("no room");
  };
  CHECK_THROWS_WITH(ensemble.run(), "no room");
  CHECK(ensemble.log.made == made);
  CHECK(asked.n >= 1);
  CHECK(asked.n <= 3);
  CHECK(asked.n_trunks == asked.n);
  CHECK(std::filesystem::exists(folder / "toy.h5"));
  ensemble.control.require_room = {};
  CHECK(ensemble.run() == EnsembleEnd::finished);
  CHECK(ensemble.delivered == all);
}

// Guards against: the first thing that was thrown was told, and a stop came first.
TEST_CASE("a stop hides no error that comes after it", "[unit][ensemble]") {
  const SideBySide two{2, 1};
  std::atomic<bool> are_both_begun = false, is_stopped = false;
  const auto stop_then = [&](const auto& after) {
    are_both_begun = is_stopped = false;
    return for_each_until_stopped(two, 100, [&](size_t i) {
      if (i == 1) are_both_begun = true;
      while (!are_both_begun) std::this_thread::yield();
      if (i == 0) {
        is_stopped = true;
        throw Stopped();
      }
      while (!is_stopped) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      after();
    });
  };
  CHECK_THROWS_WITH(stop_then([] { throw RunError("disk full"); }), "disk full");
  std::atomic<int> n_ended = 0;
  CHECK(stop_then([&] { ++n_ended; }));
  CHECK(n_ended == 1);  // no more were begun
  CHECK_FALSE(for_each_until_stopped(two, 100, [&](size_t) { ++n_ended; }));
  CHECK(n_ended == 101);
}
