// Screening loses nobody: in every month the bound of each screened hazard is at least the
// true hazard of each person, computed here for everybody.
#include <catch2/catch.hpp>
#include <limits>

#include "models/migration/choice/choice.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/schedule.hpp"
#include "models/migration/status/status.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "tests/support/everybody.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// The table phases of a month, up to the bounds.
void set_tables(State& state, Month month) {
  for (const auto& phase : migration_schedule().phases()) {
    if (phase.whole == nullptr) return;
    phase.whole(state, month);
  }
}

/// The hazard of moving of a person who could pay anything, from the nests of all corridors.
double move_hazard(const State& state, const View& view, uint32_t local) {
  const Facts f = view.facts[local];
  if (!may_leave_home(f) || !state.world->is_inside(f.residence())) return 0;
  std::array<TiesAt, 8> ties;
  const size_t n_ties = collect_ties(view, state, local, ties);
  std::array<double, n_chosen_channels> channels;
  double total = 0;
  for (const int corridor : state.world->corridors_from[f.residence()]) {
    const auto c = static_cast<size_t>(corridor);
    TiesAt at;
    for (size_t i = 0; i < n_ties; ++i)
      if (ties[i].place == state.world->corridors[c].destination) at = ties[i];
    total += state.choice.nest(c, person_kind(f), std::numeric_limits<double>::max(), at.index,
                               at.has_sponsor, channels);
  }
  const double sex = f.sex() == Sex::female ? state.choice.female_factor : 1;
  const double age = state.choice.age_factor[static_cast<size_t>(std::min(view.age(local), 119))];
  const double lot = f.status() == Status::displaced ? state.shocks.displaced_propensity : 1;
  const double household = leaving_with_household(state.care, static_cast<int>(f.sex()),
                                                  view.age(local), care_at_home(view, local));
  return state.choice.consideration * sex * lot * age * household * total / (1 + total);
}

/// True hazards of a person, by screened purpose.
std::array<double, n_screened_purposes> hazards_of(const State& state, const View& view,
                                                   uint32_t local) {
  const Facts f = view.facts[local];
  const bool is_partnered = f.is_partnered();
  const int age = view.age(local), years = std::max(0, view.years_since_arrival(local));
  std::array<double, n_screened_purposes> hazards{};
  hazards[screened::death] = death_hazard(state, f, age);
  hazards[screened::birth] = birth_hazard(state, f, age);
  hazards[screened::union_start] =
      !is_partnered && age >= 18 && age < 41 ? state.demography.union_start : 0;
  hazards[screened::union_end] = is_partnered ? state.demography.union_end : 0;
  hazards[screened::move] = move_hazard(state, view, local);
  hazards[screened::go_back] = go_back_hazard(state, f, age, years);
  hazards[screened::harm] = harm_hazards(state, f, age, view.households.is_alone(local)).sum();
  hazards[screened::status] = status_hazard(state, f, age, years);
  return hazards;
}

/// Persons whose bound is below their hazard, by purpose; and the largest hazards met.
struct Below {
  std::array<int, n_screened_purposes> persons{};
  std::array<double, n_screened_purposes> largest{};
};

Below look_at_everybody(State& state, Month month) {
  Below below;
  for_everybody(state, [&](const View& view, uint32_t local) {
    const auto hazards = hazards_of(state, view, local);
    for (int purpose = 0; purpose < n_screened_purposes; ++purpose) {
      const auto p = static_cast<size_t>(purpose);
      const uint16_t bound =
          state.screening.bounds[view.home].threshold(view.key[local], month, purpose);
      below.persons[p] += bound < screening_threshold(hazards[p]);
      below.largest[p] = std::max(below.largest[p], hazards[p]);
    }
  });
  return below;
}

}  // namespace

// Seen to fail when births were bounded by the first age of a band (purpose 1), moves by a
// thirtieth of their bound (4), and going back without the factor of those past retirement (5).
TEST_CASE("no hazard of anybody exceeds its bound", "[property][model]") {
  SmallRun run;
  run.months = 16;
  run.policies = {all_levers(run.start)};
  MigrationSimulation simulation(setup_of(run), 1, 0);
  State& state = simulation.state();
  // The month of a policy's start and the one after, births a year on, and a turn of the year.
  for (const int month : {0, 3, 4, 5, 6, 8, 12, 13}) {
    run_until(simulation, run.start + month);
    auto copy = simulation.fork();
    State& looked_at = dynamic_cast<MigrationSimulation&>(*copy).state();
    set_tables(looked_at, run.start + month);
    const Below below = look_at_everybody(looked_at, run.start + month);
    INFO("month " << month);
    CHECK(below.persons == std::array<int, n_screened_purposes>{});
    for (size_t p = 0; p < n_screened_purposes; ++p) CHECK(below.largest[p] > 0);
  }
  CHECK(state.month == run.start + 12);
}

// Everybody is made as old as a person can be, so that no age is left out.
TEST_CASE("bounds hold at every age", "[property][model]") {
  TinyWorld tiny;
  tiny.places = {{"AAA", 3000}, {"BBB", 3000}};
  tiny.stock = 200;
  tiny.irregular_share = 0.3;
  SmallRun run;
  run.world = tiny.load();
  run.scale = 1;
  run.months = 3;
  MigrationSimulation simulation(setup_of(run), 0, 0);
  State& state = simulation.state();
  set_tables(state, run.start);
  int months_of_age = 0;
  for_everybody(state, [&](View& view, uint32_t local) {
    const int age = months_of_age++ % 1720;  // 0 to 143 years
    state.persons.people.key()[view.slot(local)] =
        SlotKey(run.start - age, view.key[local].slot_class());
    if (age < 18 * 12) view.mark(local, Mark::partnered, false);  // as nobody is at that age
  });
  CHECK(look_at_everybody(state, run.start).persons == std::array<int, n_screened_purposes>{});
}
