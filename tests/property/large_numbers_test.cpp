// Worlds so large that counts of persons, their weights or their money come near 64 bits: they run
// with all sums right, or are refused with the largest that works.
#include <catch2/catch.hpp>

#include "models/migration/population/synthesis.hpp"
#include "models/migration/registry.hpp"
#include "tests/support/physical_bounds.hpp"
#include "tests/support/recorded_run.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;
using Catch::Matchers::Contains;

namespace {

constexpr double least_persons = 300;

/// Two places with so many persons each, whatever a table of figures may hold.
std::shared_ptr<World> world_of(double persons, double stock = 0) {
  constexpr double in_table = 1e6;
  TinyWorld tiny;
  tiny.places = {{"AAA", in_table, 2000}, {"BBB", in_table}};
  tiny.stock = stock / persons * in_table;
  tiny.irregular_share = 0.5;
  auto world = std::make_shared<World>(*tiny.load());
  for (double& cell : world->population.cells()) cell *= persons / in_table;
  for (double& cell : world->stock.cells()) cell *= persons / in_table;
  return world;
}

/// The message of a plan that is refused.
std::string refused(const World& world, double scale) {
  const Month start = Month::of(1995, 1);
  try {
    plan_population(world, start, scale, least_persons);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

// Guards against: weights were cut to 32 bits, the number of communities too, and the program asked
// for memory without end.
TEST_CASE("a scale that makes more persons than can be told apart is refused with one that works",
          "[property][model][large]") {
  const auto world = world_of(5e9);
  const std::string message = refused(*world, 1);
  CHECK_THAT(message, Contains("population.scale: 1 makes 1e+10 persons"));
  const size_t at = message.find("use a scale of ");
  REQUIRE(at != std::string::npos);
  const double works = std::stod(message.substr(at + 15));
  CHECK(works > 0.2);
  CHECK(refused(*world, works) == "");
  for (const double persons : {5e10, 1e300})
    CHECK_THAT(refused(*world_of(persons), 1e-9), Contains("at most 4e+10 can be counted"));
}

TEST_CASE("a world of many thousand million persons runs with all sums right",
          "[property][model][large]") {
  const auto world = world_of(1.5e10, 1e8);
  for (double& cell : world->visas.cells()) cell *= 1e30;
  SmallRun run;
  run.world = world;
  run.months = 24;
  run.scale = 1e-9;
  run.is_monthly = true;
  run.parameters =
      "\"decision.home_bias\" = 3.0\n\"population.least_persons\" = 300.0\n"
      "\"trafficking.recruiters_inside\" = 1.0\n";
  run.policies = {policy("work_visa_quota", run.start + 3,
                         "corridors = [\"AAA->BBB\"]\nvisas_per_year = 1e7\n")};
  MigrationSimulation simulation(setup_of(run), 1, 0);
  for (int month = 0; month < run.months; ++month) {
    simulation.step();
    REQUIRE_NOTHROW(simulation.audit());
  }
  const State& state = simulation.state();
  CHECK(state.census.population[0] > int64_t{14} * 1000000000);
  const ResultBlock block = simulation.take_results(0, 0);
  for (size_t t = 0; t < block.tables.size(); ++t)
    for (const int64_t cell : block.tables[t].dense)
      CHECK((cell == missing_cell || std::abs(cell) < std::numeric_limits<int64_t>::max()));
}

// Guards: a person's wealth wrapped around at 21 million dollars, and when what was held
// back there was lost to the accounts.
TEST_CASE("wealth that a person cannot hold is spent, and accounts still balance",
          "[property][model][large]") {
  TinyWorld tiny;
  tiny.places = {{"AAA", 3000, 1e6}, {"BBB", 3000, 1e6}};
  tiny.stock = 400;
  SmallRun run;
  run.world = tiny.load();
  run.months = 60;
  run.scale = 1;
  run.parameters =
      "\"development.income_factor\" = 20.0\n\"money.saving_abroad\" = 0.9\n"
      "\"money.saving_home\" = 0.9\n\"money.remitted_share\" = 0.9\n";
  MigrationSimulation simulation(setup_of(run), 0, 0);
  for (int month = 0; month < run.months; ++month) simulation.step();
  CHECK_NOTHROW(simulation.audit());
  Cents largest = 0;
  State& state = simulation.state();
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      CHECK(std::abs(int64_t{view.wealth[local]}) <= most_wealth);
      largest = std::max(largest, view.wealth[local]);
    }
  }
  CHECK(largest == most_wealth);
}

TEST_CASE("a run beyond the months that can be counted is refused", "[property][model][large]") {
  SmallRun early;
  early.start = Month::of(1930, 1);
  CHECK_THROWS_WITH(setup_of(early), Contains("time.start: found 1930-01; expected 1960-01"));
  SmallRun late;
  late.start = Month::of(2190, 1);
  CHECK_THROWS_WITH(setup_of(late),
                    Contains("time.end: found the string '2193-01'") && Contains("to 2190-12"));
}
