// Worlds in which somebody or something is missing: everything stays a number within its bounds,
// and persons and money add up month by month.
#include <catch2/catch.hpp>
#include <random>

#include "tests/support/physical_bounds.hpp"
#include "tests/support/recorded_run.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Who lives at a place: everybody, or only those of one kind.
enum class Residents { all, nobody, children, old, women, men };
const Residents all_kinds[] = {Residents::all, Residents::nobody, Residents::children,
                               Residents::old, Residents::women,  Residents::men};

bool lives(Residents residents, size_t group, size_t sex) {
  switch (residents) {
    case Residents::all:
      return true;
    case Residents::nobody:
      return false;
    case Residents::children:
      return group < 3;
    case Residents::old:
      return group >= 14;
    case Residents::women:
      return sex == 0;
    case Residents::men:
      return sex == 1;
  }
  return false;
}

/// The world with only some of its residents, and places that are empty but for them.
std::shared_ptr<const World> peopled(const TinyWorld& tiny, const std::vector<Residents>& who) {
  auto world = std::make_shared<World>(*tiny.load());
  for (size_t p = 0; p < who.size(); ++p)
    for (size_t year = 0; year < world->population_years.size(); ++year)
      for (size_t group = 0; group < n_age_groups; ++group)
        for (size_t sex = 0; sex < 2; ++sex)
          if (!lives(who[p], group, sex)) world->population(p, year, group, sex) = 0;
  return world;
}

/// Two years of a world.
SmallRun run_over(std::shared_ptr<const World> world, double scale) {
  SmallRun run;
  run.world = std::move(world);
  run.months = 24;
  run.scale = scale;
  run.is_monthly = true;
  run.parameters = "\"decision.home_bias\" = 3.0\n\"population.least_persons\" = 10.0\n";
  return run;
}

std::string levers(Month start) {
  return policy("violence_prevention", start, "change = \"-50%\"\n") +
         "[[policy]]\nid = \"q\"\nlever = \"origin_development\"\nstart = \"" + start.text() +
         "\"\nchange = \"+20%\"\n[[policy]]\nid = \"r\"\nlever = \"employer_sanctions\"\n"
         "start = \"" +
         start.text() +
         "\"\nrisk = 0.3\nfine_usd = 5000\n"
         "[[policy]]\nid = \"s\"\nlever = \"remittance_cost\"\nstart = \"" +
         start.text() + "\"\nchange = \"-50%\"\n";
}

/// Runs it with an audit after every month.
void check_run(SmallRun run) {
  run.policies = {levers(run.start + 1)};
  MigrationSimulation simulation(setup_of(run), 1, 0);
  for (int month = 0; month < run.months; ++month) {
    simulation.step();
    REQUIRE_NOTHROW(simulation.audit());
  }
  const ResultBlock block = simulation.take_results(0, 0);
  CHECK(out_of_bounds(simulation.state(), block) == "");
}

int64_t last_of(const State& state, const ResultBlock& block, Table table, size_t cell) {
  const auto& dense = block.tables[table].dense;
  return dense[dense.size() - state.sums.tallies.tables()[table].cells() + cell];
}

}  // namespace

// Guards against on growth and wages divided by a working-age population of 0: shares with a job
// that are no numbers, wages of -9e16, accounts that do not balance.
TEST_CASE("places with nobody, or only some, keep every number within bounds",
          "[property][model][empty]") {
  for (const Residents one : all_kinds)
    for (const Residents other : {Residents::all, Residents::nobody})
      for (const double stock : {0.0, 3000.0}) {
        INFO(static_cast<int>(one) << " beside " << static_cast<int>(other) << ", stock " << stock);
        TinyWorld world;
        world.places = {{"AAA"}, {"BBB"}, {"CCC", 40000, 30000, "outside"}};
        world.stock = stock;
        world.irregular_share = 0.5;
        world.has_borders = stock > 0;
        check_run(run_over(peopled(world, {one, other}), 0.005));
      }
}

TEST_CASE("one place alone, and a world whose outside places are empty, run",
          "[property][model][empty]") {
  TinyWorld alone;
  alone.places = {{"AAA"}};
  check_run(run_over(peopled(alone, {}), 0.005));
  check_run(run_over(peopled(alone, {Residents::nobody}), 0.005));
  TinyWorld outside;
  outside.places = {{"AAA"}, {"BBB", 1000, 20000, "outside"}, {"CCC", 1000, 9000, "reservoir"}};
  check_run(run_over(peopled(outside, {Residents::all, Residents::nobody}), 0.005));
  check_run(run_over(peopled(outside, {Residents::nobody, Residents::nobody}), 0.005));
}

TEST_CASE("a person may stand for more than live at a place", "[property][model][empty]") {
  TinyWorld world;
  world.places = {{"AAA", 12}, {"BBB", 3}, {"CCC", 1}, {"DDD", 0.4}};
  world.stock = 0.05;
  for (const double scale : {1.0, 1e-3, 1e-9}) check_run(run_over(peopled(world, {}), scale));
}

TEST_CASE("no schooling, or all of it, leaves no group of skills without a number",
          "[property][model][empty]") {
  TinyWorld tiny;
  tiny.stock = 1000;
  auto world = std::make_shared<World>(*tiny.load());
  for (size_t year = 0; year < n_years; ++year) {
    world->schooling(0, year) = 0;
    world->schooling(1, year) = 20;
  }
  check_run(run_over(world, 0.002));
}

TEST_CASE("worlds drawn at random keep every number within bounds", "[property][model][empty]") {
  std::mt19937 draw(20);
  const auto one_of = [&](auto... values) {
    const double all[] = {static_cast<double>(values)...};
    return all[draw() % sizeof...(values)];
  };
  for (int i = 0; i < 12; ++i) {
    INFO("world " << i);
    TinyWorld world;
    world.places.clear();
    std::vector<Residents> who;
    const size_t n = 1 + draw() % 3;
    for (size_t p = 0; p < n; ++p) {
      TinyPlace place;
      place.code = std::string(3, static_cast<char>('A' + p));
      place.persons = one_of(5000, 20000, 60000);
      place.wage_usd = one_of(200, 10000, 1e6);
      place.kind = p > 0 && draw() % 3 == 0 ? "outside" : "inside";
      place.total_fertility = one_of(0, 2, 8);
      place.mortality_factor = one_of(0, 1, 10);
      world.places.push_back(place);
      who.push_back(all_kinds[draw() % 6]);
    }
    world.stock = one_of(0, 1, 1000);
    world.irregular_share = one_of(0, 0.5, 1);
    world.work_places = one_of(0, 1, 1e5);
    world.smuggler_fee_usd = one_of(0, 1000, 1e5);
    world.apprehension = one_of(0, 0.5, 1);
    world.has_borders = draw() % 2 == 0;
    check_run(run_over(peopled(world, who), one_of(1e-6, 0.005, 0.05)));
  }
}

// Guards against where the wage of a first worker was recorded.
TEST_CASE("where only the old live wages are missing, and found again when workers come",
          "[property][model][empty]") {
  TinyWorld world;
  world.places = {{"SUR"}, {"NOR"}};
  world.has_borders = false;
  world.work_places = 0;
  SmallRun run = run_over(peopled(world, {Residents::old}), 0.01);
  run.parameters += "\"visas.visit_grant\" = 0.0\n\"demography.fertility_factor\" = 0.0\n";
  const RecordedRun closed(run);
  CHECK(last_of(closed.state(), closed.block, result_tables().labour.wage, worker_cell(0, 1, 0)) ==
        missing_cell);
  CHECK(last_of(closed.state(), closed.block, result_tables().labour.employment, 1) ==
        missing_cell);
  CHECK(last_of(closed.state(), closed.block, result_tables().labour.irregular_employment, 1) ==
        missing_cell);
  CHECK(last_of(closed.state(), closed.block, result_tables().labour.wage, worker_cell(1, 1, 0)) >
        0);
  check_run(run);
  world.work_places = 20000;
  run.world = peopled(world, {Residents::old});
  const RecordedRun open(run);
  CHECK(last_of(open.state(), open.block, result_tables().labour.wage, worker_cell(0, 1, 0)) > 0);
  CHECK(last_of(open.state(), open.block, result_tables().labour.employment, 1) > 0);
}
