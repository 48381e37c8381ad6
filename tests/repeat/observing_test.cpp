// Watching a run does not change it: audits and how often results are recorded.
#include <catch2/catch.hpp>

#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;

namespace {

/// The state without what was recorded.
RunDigest state_of(Simulation& simulation) {
  RunDigest digest = digest_of(simulation);
  std::erase_if(digest.arrays, [](const auto& array) { return array.first.starts_with("tally/"); });
  return digest;
}

}  // namespace

// Seen to fail when a recount also refreshed the workers of the labour market.
TEST_CASE("a run that is audited every month is the run that is not", "[repeat][model]") {
  SmallRun run;
  run.months = 14;
  const auto setup = setup_of(run);
  auto plain = run_of(setup, 0);
  migration::MigrationSimulation audited(setup, 0, 0);
  while (audited.month() < setup->end) {
    audited.step();
    audited.audit();
  }
  CHECK_SAME_RUN(digest_of(*plain), digest_of(audited));
}

TEST_CASE("recording every month leaves the run as it is", "[repeat][model]") {
  SmallRun run;
  run.months = 24;
  auto yearly = run_of(setup_of(run), 0);
  run.is_monthly = true;
  auto monthly = run_of(setup_of(run), 0);
  CHECK_SAME_RUN(state_of(*yearly), state_of(*monthly));
}
