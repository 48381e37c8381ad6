// Markets that a dated change ends during a run: what is there drains, and nothing new comes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/smuggling/smugglers.hpp"
#include "tests/support/harsh_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

std::string ended(const char* parameter, Month start, const std::string& more = "") {
  return policy("parameter_change", start,
                std::string("parameter = \"") + parameter + "\"\nvalue = 0\n" + more);
}

size_t open_markets(const State& state) {
  size_t count = 0;
  for (size_t b = 0; b < state.smuggling.markets.size(); ++b) {
    const bool has_firms =
        std::any_of(state.smuggling.firms[b].begin(), state.smuggling.firms[b].end(),
                    [](const Smuggler& firm) { return firm.is_active; });
    CHECK(has_firms == state.smuggling.markets[b].is_open);
    count += has_firms ? 1 : 0;
  }
  return count;
}

size_t held(const State& state) {
  size_t count = 0;
  for (const auto& of_community : state.captivity.captives) count += of_community.size();
  return count;
}

}  // namespace

// Seen to fail when firms stayed, when the market did, and when its fee was heard a month longer.
TEST_CASE("a market of passages that ends leaves fees at what the passage costs",
          "[property][model]") {
  SmallRun run;
  run.scale = 0.0002;
  run.start = Month::of(1995, 7);  // so that no yearly input changes when markets open
  run.months = 37;
  const Month end = run.start + 18;
  run.policies = {ended("smuggling.market", end, "end = \"1997-12\"\n")};
  MigrationSimulation simulation(setup_of(run), 1, 0);
  const State& state = simulation.state();
  run_until(simulation, end);
  REQUIRE(open_markets(state) > 0);
  while (simulation.month() < Month::of(1997, 12)) {
    simulation.step();
    CHECK(open_markets(state) == 0);
    for (size_t b = 0; b < state.smuggling.markets.size(); ++b) {
      CHECK(state.smuggling.markets[b].fee_usd == cost_based_fee_usd(state, b));
      CHECK(state.smuggling.markets[b].capacity_carry == 0);
    }
  }
  // Allowed again, they open at the end of a year, and opening changes no fee.
  run_until(simulation, Month::of(1998, 7));
  REQUIRE(open_markets(state) > 0);
  std::vector<double> fee;
  for (const SmugglingMarket& market : state.smuggling.markets) fee.push_back(market.fee_usd);
  simulation.step();
  for (size_t b = 0; b < fee.size(); ++b)
    if (state.smuggling.markets[b].is_open)
      CHECK(state.smuggling.markets[b].fee_usd == Approx(fee[b]).epsilon(1e-9));
  simulation.audit();
}

// Rates of exit are the only way out but for few deaths of other causes: the share still held after
// two years is exp(-24 rates). Four standard errors of a binomial share, and the deaths. Seen to
// fail when victims taken again were not stopped, and when nobody came free without traffickers.
TEST_CASE("victims come free when trafficking ends, and nobody is taken any more",
          "[statistical][model]") {
  SmallRun run = harsh_run(
      "\"trafficking.rescue_rate\" = 0.01\n\"trafficking.escape_rate\" = 0.02\n"
      "\"trafficking.debt_end_rate\" = 0.02\n\"trafficking.death_rate\" = 0.0\n"
      "\"trafficking.detection\" = 0.0\n\"trafficking.detection_by_inspection\" = 0.0\n"
      "\"trafficking.prosecuted\" = 0.0\n\"trafficking.quit_rate\" = 0.0\n"
      "\"trafficking.again\" = 0.3\n");
  run.months = 36;
  const Month end = run.start + 12;
  run.policies = {ended("trafficking.market", end)};
  MigrationSimulation simulation(setup_of(run), 1, 0);
  run_until(simulation, end);
  const auto at_end = static_cast<double>(held(simulation.state()));
  REQUIRE(at_end > 500);
  simulation.take_results(0, 0);
  while (simulation.month() < run.start + run.months) {
    simulation.step();
    simulation.audit();
  }
  const ResultBlock block = simulation.take_results(0, 0);
  CHECK(recorded(simulation.state(), block, result_tables().trafficking.victims_new) == 0);
  const double left = static_cast<double>(held(simulation.state())) / at_end;
  const double expected = std::exp(-24 * 0.05);
  INFO(left << " of " << at_end << " are held still, " << expected << " expected");
  CHECK(std::abs(left - expected) < 4 * std::sqrt(expected * (1 - expected) / at_end) + 0.01);
}

// Seen to fail when nothing more befell traffickers once the market had ended.
TEST_CASE("traffickers give up and are convicted when trafficking has ended", "[property][model]") {
  SmallRun run = harsh_run("\"trafficking.quit_rate\" = 2.0\n");
  run.months = 36;
  run.policies = {ended("trafficking.market", run.start + 12)};
  MigrationSimulation simulation(setup_of(run), 1, 0);
  const auto active = [&] {
    size_t count = 0;
    for (const auto& of_cell : simulation.state().trafficking_market.members)
      count += of_cell.size();
    return count;
  };
  run_until(simulation, run.start + 12);
  size_t last = active();
  const size_t at_end = last;
  REQUIRE(at_end > 50);
  while (simulation.month() < run.start + run.months) {
    simulation.step();
    CHECK(active() <= last);
    last = active();
  }
  CHECK(last < at_end / 10);
}
