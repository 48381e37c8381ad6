// A border closed entirely: no irregular entry, alone or with a guide, and everything that
// is expected of it stays a number.
#include <catch2/catch.hpp>

#include "models/migration/border/attempts.hpp"
#include "tests/support/one_month.hpp"
#include "tests/support/physical_bounds.hpp"
#include "tests/support/recorded_run.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Two places with a border each way that many want to cross.
SmallRun crossing_run(double apprehension) {
  TinyWorld tiny;
  tiny.places = {{"AAA", 100000, 2000}, {"BBB", 100000, 30000}};
  tiny.apprehension = apprehension;
  tiny.work_places = 0;
  tiny.stock = 3000;
  SmallRun run;
  run.world = tiny.load();
  run.months = 36;
  run.scale = 0.02;
  run.is_monthly = true;
  run.parameters = "\"decision.home_bias\" = 2.0\n\"visas.visit_grant\" = 0.0\n";
  return run;
}

/// Entries of the months from one on.
int64_t entries_from(const RecordedRun& run, size_t month) {
  const size_t cells = run.state().sums.tallies.tables()[result_tables().border.entries].cells();
  const auto& dense = run.block.tables[result_tables().border.entries].dense;
  int64_t sum = 0;
  for (size_t i = month * cells; i < dense.size(); ++i) sum += dense[i];
  return sum;
}

}  // namespace

// Guards: 0.989 was the most there could be, and when a guide took a part of the risk.
TEST_CASE("no person crosses a closed border, with any guide and however few the agents",
          "[theory][crossing]") {
  RouteControl control;
  for (const double agents : {0.0, 0.5, 100.0}) {
    control.agents = agents;
    control.effectiveness = effectiveness_of(1, 1);
    control.attempts = 1e6;
    control.congestion_flow = 10;
    control.guide_effect = 0.6;
    CHECK(apprehension_probability(control, false) == 1);
    CHECK(apprehension_probability(control, true) == 1);
  }
  for (const double death : {0.0, 0.1, 0.0003}) {
    const CrossingRules rules{.apprehension = 1, .death = death, .retry = 1, .most_attempts = 8};
    const CrossingExpectation expected = expect_crossing(rules);
    CHECK(expected.entry == 0);
    CHECK(expected.attempts <= 8);
    CHECK(expected.death + expected.give_up == Approx(1));
    // The largest number that is drawn: just below 1.
    const CrossingResult played =
        resolve_crossing(rules, [](uint32_t index) { return index % 2 == 0 ? 1 - 0x1p-53 : 0.0; });
    CHECK(played.outcome == CrossingOutcome::gave_up);
    CHECK(played.attempts == 8);
  }
}

TEST_CASE("a border lets fewer in the nearer it is to closed, and none when it is",
          "[property][model]") {
  OneMonth month;
  const auto& world = *americas();
  const Corridor& corridor =
      *world.corridor(world.find("MEX")->index(), world.find("USA")->index());
  const auto border = static_cast<size_t>(corridor.border);
  const auto c = static_cast<size_t>(&corridor - world.corridors.data());
  for (const bool guided : {false, true}) {
    const size_t channel = static_cast<size_t>(guided ? Channel::smuggler : Channel::alone);
    double entry = 2, weight = 0;
    for (const double probability : {0.5, 0.9, 0.989, 0.995, 0.9999, 0.99999999, 1.0}) {
      INFO(probability << (guided ? " guided" : " alone"));
      const State& state = month.with("border.apprehension", probability);
      const JourneyExpectation& journey =
          state.journey.tables.expected[border * 2 + (guided ? 1 : 0)];
      CHECK(journey.entry <= entry);
      CHECK(journey.entry >= 0);
      CHECK(journey.attempts <= 8);
      CHECK((state.choice.channel_weight[c][channel] > 0) == (probability < 1));
      CHECK(state.choice.open[c][channel] == (probability < 1));
      CHECK(state.smuggling.markets[border].fee_usd < 1e12);
      entry = journey.entry;
      weight = state.choice.channel_weight[c][channel];
    }
    CHECK(entry == 0);
    CHECK(weight == 0);
  }
}

TEST_CASE("a world with closed borders has no entries and keeps all within bounds",
          "[property][model]") {
  const RecordedRun open(crossing_run(0.3)), closed(crossing_run(1));
  CHECK(entries_from(open, 0) > 0);
  CHECK(entries_from(closed, 0) == 0);
  CHECK(closed.sum(result_tables().border.attempts) == 0);
  CHECK(out_of_bounds(closed.state(), closed.block) == "");
  CHECK_NOTHROW(closed.simulation->audit());
}

TEST_CASE("a border that a policy closes has no entries from then on", "[property][model]") {
  SmallRun run = crossing_run(0.3);
  run.policies = {policy("parameter_change", run.start + 18,
                         "parameter = \"border.apprehension\"\nvalue = 1.0\n")};
  const RecordedRun closing(setup_of(run), 1);
  CHECK(entries_from(closing, 0) > 0);
  CHECK(entries_from(closing, 18) == 0);
  CHECK(out_of_bounds(closing.state(), closing.block) == "");
  CHECK_NOTHROW(closing.simulation->audit());
}
