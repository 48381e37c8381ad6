// Shocks, displacement and asylum in whole runs: nothing without them, nobody lost, nothing missed
// by screening, and each lever moves what it acts on.
#include "models/migration/asylum/asylum.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/state.hpp"
#include "tests/support/everybody.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/one_month.hpp"
#include "tests/support/recorded_run.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

size_t place(const World& world, const char* code) {
  return world.find(code)->index();
}

/// A world in which one month drives half of a place from home.
std::shared_ptr<const World> struck_world() {
  TinyWorld tiny;
  tiny.has_borders = false;
  auto world = std::make_shared<World>(*tiny.load());
  const int month = Month::of(1995, 1).count();
  world->shocks.push_back({0, ShockKind::disaster, month, month, 1.0, 0.5, 6});
  return world;
}

int64_t persons_in(State& state, Status status) {
  int64_t persons = 0;
  for_everybody(state, [&](const View& view, uint32_t local) {
    persons += view.facts[local].status() == status ? 1 : 0;
  });
  return persons;
}

}  // namespace

TEST_CASE("without shocks and access it is the model without the tables",
          "[repeat][property][model]") {
  SmallRun run;
  run.start = Month::of(1998, 6);
  run.months = 12;
  run.parameters = "\"shocks.factor[*]\" = 0.0\n\"asylum.access[*]\" = 0.0\n";
  auto bare = std::make_shared<World>(*americas());
  bare->shocks.clear();
  bare->asylum_decisions = Grid();
  SmallRun without = run;
  without.world = bare;
  without.parameters = "";
  // Unused decisions are kept for who comes, so they differ where nobody decides.
  const auto with_tables = run_of(setup_of(run), 0), with_none = run_of(setup_of(without), 0);
  for (auto* simulation : {with_tables.get(), with_none.get()})
    for (int64_t& carry : simulation->state().asylum.decision_carry) carry = 0;
  CHECK_SAME_RUN(digest_of(*with_tables), digest_of(*with_none));
}

// Four standard errors of a binomial.
TEST_CASE("half are driven from home, and half of them are back after the half-life",
          "[property][statistical][model]") {
  SmallRun run;
  run.world = struck_world();
  run.months = 13;
  run.scale = 0.05;
  run.parameters =
      "\"shocks.displaced_half_life[*]\" = 12.0\n\"decision.consideration_rate\" = 0.0\n"
      "\"demography.mortality_factor[*]\" = 0.0\n\"demography.fertility_factor[*]\" = 0.0\n";
  const auto setup = setup_of(run);
  MigrationSimulation simulation(setup, 0, 0);
  State& state = simulation.state();
  const auto all = static_cast<double>(simulation.n_persons()) / 2;
  simulation.step();
  const auto driven = static_cast<double>(persons_in(state, Status::displaced));
  CHECK(std::abs(driven - all / 2) < 4 * std::sqrt(all / 4));
  run_until(simulation, setup->end);
  const auto left = static_cast<double>(persons_in(state, Status::displaced));
  CHECK(std::abs(left - driven / 2) < 4 * std::sqrt(driven / 4));
  simulation.audit();  // who is displaced saves nothing, to the last cent
}

TEST_CASE("screening misses nobody where shocks strike", "[repeat][property][model]") {
  SmallRun run;
  run.start = Month::of(1998, 8);
  run.months = 10;
  run.parameters =
      "\"asylum.protection_rate[*]\" = 1.0\n\"shocks.displacement[*]\" = 3.0\n"
      "\"shocks.displaced_propensity\" = 8.0\n";
  SmallRun everybody = run;
  everybody.wakes_everybody = true;
  const auto screened = run_of(setup_of(run), 0), woken = run_of(setup_of(everybody), 0);
  CHECK(persons_in(screened->state(), Status::displaced) > 0);
  CHECK_SAME_RUN(digest_of(*screened), digest_of(*woken));
}

TEST_CASE("claims filed are decided, withdrawn or pending", "[property][model]") {
  SmallRun run;
  run.months = 36;
  run.scale = 0.0003;
  run.parameters =
      "\"asylum.return_factor\" = 0.0\n\"demography.mortality_factor[*]\" = 0.0\n"
      "\"trafficking.market\" = 0.0\n";
  RecordedRun recorded(run);
  recorded.simulation->audit();
  const int64_t filed = recorded.sum(result_tables().asylum.asylum_claims),
                decided = recorded.sum(result_tables().asylum.asylum_decided),
                appealed =
                    recorded.sum(result_tables().asylum.asylum_decided, {{"outcome", "appealed"}}),
                pending = recorded.sum(result_tables().asylum.asylum_pending);
  REQUIRE(decided > 0);
  CHECK(pending > 0);
  CHECK(filed == decided - appealed + pending);
  CHECK(recorded.sum(result_tables().asylum.asylum_decided, {{"outcome", "complementary"}}) == 0);
}

TEST_CASE("fewer are let in: fewer claims, more turned away, and no claims at all if none is",
          "[property][model]") {
  SmallRun run;
  run.months = 24;
  run.scale = 0.0003;
  run.policies = {policy("asylum_access", run.start, "access = 0.3\n"),
                  policy("asylum_access", run.start, "access = 0.0\n"),
                  policy("asylum_access", run.start, "decisions = \"+300%\"\n")};
  const auto setup = setup_of(run);
  RecordedRun usual(setup, 0), fewer(setup, 1), none(setup, 2), faster(setup, 3);
  CHECK(fewer.sum(result_tables().asylum.asylum_claims) <
        usual.sum(result_tables().asylum.asylum_claims));
  CHECK(none.sum(result_tables().asylum.asylum_claims) == 0);
  CHECK(none.sum(result_tables().asylum.asylum_turned_away) == 0);
  const auto turned_share = [](const RecordedRun& r) {
    const auto turned = static_cast<double>(r.sum(result_tables().asylum.asylum_turned_away));
    return turned / (turned + static_cast<double>(r.sum(result_tables().asylum.asylum_claims)));
  };
  CHECK(turned_share(fewer) > turned_share(usual) + 0.2);
  CHECK(faster.sum(result_tables().asylum.asylum_pending) <
        usual.sum(result_tables().asylum.asylum_pending));
  CHECK(faster.use_of("asylum_access") > 0);
  CHECK(usual.use_of("asylum_access") == 0);
}

TEST_CASE("complementary protection reaches those of places in a shock", "[property][model]") {
  SmallRun run;
  run.start = Month::of(1999, 1);
  run.months = 12;
  run.scale = 0.0003;
  run.policies = {policy("complementary_protection", run.start, "share = 1.0\nrate = 2.0\n")};
  const auto setup = setup_of(run);
  RecordedRun without(setup, 0), with(setup, 1);
  const auto protected_from = [](const RecordedRun& r, const char* origin) {
    return r.sum(result_tables().status.status_changes,
                 {{"origin", origin}, {"status_change", "temporarily_protected"}});
  };
  CHECK(protected_from(without, "HND") == 0);
  CHECK(protected_from(with, "HND") > 0);
  CHECK(protected_from(with, "BRA") == 0);  // no shock
  CHECK(with.use_of("complementary_protection") > 0);
}

TEST_CASE("less violence, fewer with grounds to claim, fewer driven from home, less worth leaving",
          "[property][model]") {
  OneMonth month;
  const World& world = *americas();
  const auto colombia = static_cast<int>(place(world, "COL"));
  const auto c = static_cast<size_t>(
      world.corridor_of[place(world, "COL") * world.n_places() + place(world, "USA")]);
  struct Seen {
    double grounds, driven, weight;
  };
  const auto seen = [&](const State& state) {
    return Seen{state.asylum.with_grounds[static_cast<size_t>(colombia)],
                state.shocks.displacement[static_cast<size_t>(colombia)],
                state.choice.weight[c][5][7]};
  };
  const Seen usual = seen(month.with({})),
             less = seen(month.with({{"shocks.violence", 0.5, colombia}})),
             none = seen(month.with({{"shocks.violence", 0, colombia}}));
  CHECK(less.grounds < usual.grounds);
  CHECK(none.grounds < less.grounds);
  CHECK(usual.driven > 0);
  CHECK(less.driven == Approx(usual.driven / 2).epsilon(1e-3));
  CHECK(none.driven == 0);
  CHECK(less.weight < usual.weight);
  CHECK(none.weight < less.weight);
}

TEST_CASE("claimants are paid like those without a right until they may work", "[unit][model]") {
  OneMonth month;
  const State& state = month.with("asylum.work_months", 6);
  Facts f;
  f.set_birthplace(1);
  f.set_residence(2);
  f.set_status(Status::asylum_pending);
  CHECK(paid_as(state, f, 0) == WorkerGroup::irregular);
  CHECK(paid_as(state, f, 5) == WorkerGroup::irregular);
  CHECK(paid_as(state, f, 6) == WorkerGroup::regular);
  f.set_status(Status::refugee);
  CHECK(paid_as(state, f, 0) == WorkerGroup::regular);
}
