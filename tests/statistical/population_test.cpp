// The population made is that of its tables: counts to rounding, chances within their error.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "models/migration/population/synthesis.hpp"
#include "tests/support/everybody.hpp"
#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// What the tables say of those who live where they were born, of an age and sex.
double natives(const World& world, size_t place, Month start, int group, int sex) {
  double foreign = 0;
  for (size_t origin = 0; origin < world.n_places(); ++origin)
    if (origin != place) foreign += world.stock_in(origin, place, start, sex);
  const double residents = world.population_in(place, start, group, sex);
  return std::max(0.05 * residents, residents - foreign * foreign_born_age_share(group));
}

struct Made {
  Grid home, away, irregular;  ///< [place, age group, sex]; [origin, residence, sex] persons
};

Made count(State& state) {
  const size_t n = state.n_places();
  Made made{Grid(n, n_age_groups, 2), Grid(n, n, 2), Grid(n, n)};
  for_everybody(state, [&](const View& view, uint32_t local) {
    const Facts f = view.facts[local];
    const auto sex = static_cast<size_t>(f.sex());
    const int group = std::min(view.age(local) / 5, n_age_groups - 1);
    CHECK(f.birthplace() == view.home);
    if (!f.is_foreign_born()) {
      made.home(view.home, static_cast<size_t>(group), sex) += 1;
      return;
    }
    made.away(view.home, f.residence(), sex) += 1;
    made.irregular(view.home, f.residence()) += f.status() == Status::irregular;
  });
  return made;
}

}  // namespace

// Seen to fail when a community's surplus was dropped for want of slots.
TEST_CASE("those at home agree with the tables by place, age and sex to one person",
          "[statistical][model]") {
  SmallRun run;
  run.start = Month::of(1990, 1);
  for (const double scale : {0.0001, 0.0005}) {
    run.scale = scale;
    MigrationSimulation simulation(setup_of(run), 0, 0);
    State& state = simulation.state();
    const World& world = *state.world;
    const Made made = count(state);
    for (size_t place = 0; place < world.n_places(); ++place) {
      if (!world.is_inside(place)) continue;
      const auto weight = static_cast<double>(state.persons.weight_of[place]);
      double difference = 0;
      for (int group = 0; group < n_age_groups; ++group)
        for (int sex = 0; sex < 2; ++sex) {
          const double expected = natives(world, place, run.start, group, sex) / weight;
          const double found =
              made.home(place, static_cast<size_t>(group), static_cast<size_t>(sex));
          INFO(world.places[place].code << " group " << group << " sex " << sex);
          CHECK(std::fabs(found - expected) <= 1);
          difference += found - expected;
        }
      CHECK(std::fabs(difference) <= 1);
    }
  }
}

TEST_CASE("those abroad agree with the stocks by origin, residence and sex to one person",
          "[statistical][model]") {
  SmallRun run;
  run.start = Month::of(1990, 1);
  MigrationSimulation simulation(setup_of(run), 0, 0);
  State& state = simulation.state();
  const World& world = *state.world;
  const Made made = count(state);
  for (size_t origin = 0; origin < world.n_places(); ++origin)
    for (size_t place = 0; place < world.n_places(); ++place)
      for (int sex = 0; sex < 2; ++sex) {
        if (origin == place || !world.is_alive(place) || state.persons.weight_of[origin] == 0)
          continue;
        const double expected = world.stock_in(origin, place, run.start, sex) /
                                static_cast<double>(state.persons.weight_of[origin]);
        INFO(world.places[origin].code << " in " << world.places[place].code);
        CHECK(std::fabs(made.away(origin, place, static_cast<size_t>(sex)) - expected) <= 1);
      }
}

// Binomial: s.e. sqrt(p (1 - p) n). Seen to fail with the column of the high case.
TEST_CASE("the shares without a right to stay are those of the table", "[statistical][model]") {
  SmallRun run;
  run.start = Month::of(1990, 1);
  run.scale = 0.0005;
  MigrationSimulation simulation(setup_of(run), 0, 0);
  State& state = simulation.state();
  const Made made = count(state);
  int n_pairs = 0;
  for (size_t origin = 0; origin < state.n_places(); ++origin)
    for (size_t place = 0; place < state.n_places(); ++place) {
      const double n = made.away(origin, place, 0) + made.away(origin, place, 1);
      const double p =
          state.world->irregular_share(origin, place, static_cast<size_t>(IrregularCase::central));
      if (n * p * (1 - p) < 9) continue;
      INFO(state.world->places[origin].code << " in " << state.world->places[place].code);
      CHECK(std::fabs(made.irregular(origin, place) - n * p) < 4.5 * std::sqrt(n * p * (1 - p)));
      ++n_pairs;
    }
  CHECK(n_pairs > 20);
}

TEST_CASE("communities differ in how many left, and none is empty or overfull",
          "[statistical][model]") {
  SmallRun run;
  run.start = Month::of(1990, 1);
  run.scale = 0.0005;
  MigrationSimulation simulation(setup_of(run), 0, 0);
  State& state = simulation.state();
  const size_t mexico = americas()->find("MEX")->index();
  double mean = 0, squares = 0, n = 0;
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    double persons = 0, away = 0;
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      persons += !view.key[local].is_free();
      away += !view.key[local].is_free() && view.facts[local].is_foreign_born();
    }
    CHECK(persons > 0);
    if (view.home != mexico) continue;
    const double share = away / persons;
    mean += share;
    squares += share * share;
    n += 1;
  }
  mean /= n;
  // Spread beyond the binomial's of a community: the beta-binomial's, as declared.
  const double variance = squares / n - mean * mean;
  CHECK(variance > 3 * mean * (1 - mean) / 700);
  CHECK(mean > 0.02);
}

TEST_CASE("households are of a realistic size and their members near in age",
          "[statistical][model]") {
  SmallRun run;
  run.start = Month::of(1990, 1);
  MigrationSimulation simulation(setup_of(run), 0, 0);
  double persons = 0, households = 0, minors = 0, minors_alone = 0;
  for_everybody(simulation.state(), [&](const View& view, uint32_t local) {
    persons += 1;
    households += 1.0 / view.households.size_of(local);
    if (view.age(local) >= 15) return;
    minors += 1;
    minors_alone += view.households.is_alone(local);
  });
  CHECK(persons / households > 2.5);
  CHECK(persons / households < 6);
  CHECK(minors_alone / minors < 0.02);
}
