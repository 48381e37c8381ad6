// Nothing is lost: persons and money balance to the unit, month by month, with every lever on.
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "engine/base/error.hpp"
#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

int64_t residents(const State& state) {
  return std::accumulate(state.population.begin(), state.population.end(), int64_t{0});
}

int64_t net_events(const State& state) {
  const auto count = [&](PersonEvent event) {
    return state.person_events[static_cast<size_t>(event)];
  };
  return count(PersonEvent::birth) - count(PersonEvent::death) + count(PersonEvent::arrival) -
         count(PersonEvent::departure);
}

void balance_every_month(const SmallRun& run) {
  const auto setup = setup_of(run);
  MigrationSimulation simulation(setup, run.policies.size(), 0);
  const int64_t at_start = residents(simulation.state());
  while (simulation.month() < setup->end) {
    simulation.step();
    REQUIRE_NOTHROW(simulation.audit());
    CHECK(residents(simulation.state()) == at_start + net_events(simulation.state()));
  }
  const auto& events = simulation.state().person_events;
  for (int64_t count : events) CHECK(count > 0);  // all four happened
}

}  // namespace

// Seen to fail when the smuggler's fee was taken from the traveller and booked nowhere.
TEST_CASE("persons and money balance every month with every lever on", "[property][model]") {
  SmallRun run;
  run.months = 24;
  run.policies = {all_levers(run.start)};
  balance_every_month(run);
}

TEST_CASE("persons and money balance whatever the seed, start and parameters",
          "[property][model]") {
  std::mt19937 any(std::random_device{}());
  for (int trial = 0; trial < 3; ++trial) {
    SmallRun run;
    run.seed = static_cast<uint32_t>(any());
    run.start = Month::of(1990 + static_cast<int>(any() % 20), 1 + static_cast<int>(any() % 12));
    run.months = 8;
    run.scale = trial == 0 ? 0.00002 : 0.0001;  // nearly every place below its least number
    run.parameters =
        "\"decision.consideration_rate\" = 0.3\n\"return.rate_irregular\" = 2.0\n"
        "\"visas.queue\" = " +
        std::to_string(trial % 2) + "\n\"demography.mortality_factor\" = 3.0\n";
    run.policies = {all_levers(run.start)};
    INFO("seed " << run.seed << " start " << run.start.text());
    balance_every_month(run);
  }
}

TEST_CASE("an audit finds a cent that came from nowhere and a person nobody counted",
          "[property][model]") {
  SmallRun run;
  run.months = 2;
  MigrationSimulation simulation(setup_of(run), 0, 0);
  simulation.step();
  State& state = simulation.state();
  View view(state, 0);
  uint32_t somebody = 0;
  while (view.key[somebody].is_free()) ++somebody;
  view.wealth[somebody] += 1;
  CHECK_THROWS_AS(simulation.audit(), RunError);
  view.wealth[somebody] -= 1;
  CHECK_NOTHROW(simulation.audit());
  state.people.set_active(view.slot(somebody), !state.people.is_active(view.slot(somebody)));
  CHECK_THROWS_WITH(simulation.audit(), Catch::Contains("active set"));
}

TEST_CASE("tables of results agree with each other", "[property][model]") {
  SmallRun run;
  run.months = 24;
  const auto setup = setup_of(run);
  MigrationSimulation simulation(setup, 0, 0);
  const int64_t at_start = residents(simulation.state());
  run_until(simulation, setup->end);
  const State& state = simulation.state();
  const ResultBlock block = simulation.take_results(0, 0);
  const auto sum = [&](Table table,
                       const std::vector<std::pair<std::string, std::string>>& wanted = {}) {
    return recorded(state, block, table, wanted);
  };
  CHECK(sum(Table::stock) == sum(Table::population));
  CHECK(sum(Table::population) == residents(state));
  CHECK(sum(Table::population) - at_start == net_events(state));
  CHECK(sum(Table::births) == state.person_events[static_cast<size_t>(PersonEvent::birth)]);
  CHECK(sum(Table::deaths) == state.person_events[static_cast<size_t>(PersonEvent::death)]);
  CHECK(sum(Table::moves) == sum(Table::moves_by_channel));
  CHECK(sum(Table::moves) == sum(Table::moves_by_age));
  CHECK(sum(Table::moves, {{"channel", "smuggler"}}) +
            sum(Table::moves, {{"channel", "smuggler_debt"}}) +
            sum(Table::moves, {{"channel", "alone"}}) ==
        sum(Table::entries) + sum(Table::transit_events, {{"transit_event", "stranded"}}));
  CHECK(sum(Table::moves, {{"channel", "removal"}}) ==
        sum(Table::status_changes, {{"status_change", "removed"}}));
  CHECK(sum(Table::funnel, {{"stage", "wanted"}}) ==
        sum(Table::funnel, {{"stage", "refused"}}) + sum(Table::funnel, {{"stage", "attempted"}}));
  CHECK(sum(Table::remittances_sent) ==
        sum(Table::remittances_received) + sum(Table::remittance_fees));
  CHECK(sum(Table::visas_granted) <= sum(Table::visas_applied));
  CHECK(sum(Table::persons_apprehended) <= sum(Table::apprehensions));
  CHECK(sum(Table::apprehensions) <= sum(Table::attempts));
  CHECK(sum(Table::border_deaths) <= sum(Table::deaths));
}
