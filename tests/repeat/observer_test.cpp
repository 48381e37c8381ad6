// Phases run one by one under an observer give what they give as one loop.
#include <catch2/catch.hpp>

#include "models/migration/schedule.hpp"
#include "tools/rumbo/run_plan.hpp"

namespace {

struct Counter final : rumbo::PhaseObserver {
  void begin(size_t phase) override { next_is_right = next_is_right && phase == ended; }
  void end(size_t phase) override { ended = phase + 1; }
  size_t ended = 0;
  bool next_is_right = true;
};

}  // namespace

TEST_CASE("watching the phases of a month does not change it", "[repeat]") {
  rumbo::RunOptions options;
  options.paths = {std::string(RUMBO_SOURCE_DIR) + "/scenarios/americas/baseline.toml"};
  options.scale = 0.00002;
  const auto plan = rumbo::plan_run(options);
  rumbo::migration::MigrationSimulation alone(plan.setup, 0, 0), watched(plan.setup, 0, 0);
  for (int month = 0; month < 12; ++month) {
    Counter counter;
    alone.step();
    watched.step(&counter);
    CHECK(counter.next_is_right);
    CHECK(counter.ended == rumbo::migration::migration_schedule().phases().size());
  }
  CHECK(alone.digest() == watched.digest());
}
