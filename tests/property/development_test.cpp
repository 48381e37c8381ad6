// Income at home and emigration in the running model, with and without the need to pay
// (docs/model.md: Development at origin).
#include <catch2/catch.hpp>

#include "tests/support/model_runs.hpp"
#include "tests/support/one_month.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Persons who leave a place of this income for a rich one with a smuggler, the costly way, in two
/// years; nobody lends.
double leavers(double wage_usd, const char* liquidity) {
  TinyWorld tiny;
  tiny.places = {{"AAA", 60000, wage_usd}, {"BBB", 60000, 40000}};
  tiny.work_places = 20;
  tiny.smuggler_fee_usd = 2000;
  SmallRun run;
  run.world = tiny.load();
  run.scale = 1;
  run.months = 24;
  run.parameters = std::string("\"decision.home_bias\" = 2.0\n\"money.credit\" = 0.0\n") +
                   "\"debt.limit_rule\" = 0\n" + "\"decision.liquidity\" = " + liquidity + "\n";
  auto simulation = run_of(setup_of(run), 0);
  const ResultBlock block = simulation->take_results(0, 0);
  return static_cast<double>(
      recorded(simulation->state(), block, result_tables().moving.moves_by_channel,
               {{"origin", "AAA"}, {"destination", "BBB"}, {"channel", "smuggler"}}));
}

}  // namespace

// Four standard errors of the difference of two counts. Seen to fail with the switch not read.
TEST_CASE(
    "emigration of the poor rises with income where passages must be paid, and falls where "
    "everybody can pay",
    "[property][model]") {
  const double poor = leavers(1500, "1"), richer = leavers(15000, "1");
  const double poor_free = leavers(1500, "0"), richer_free = leavers(15000, "0");
  INFO(poor << " " << richer << ", all can pay: " << poor_free << " " << richer_free);
  CHECK(richer > poor + 4 * std::sqrt(poor + richer));
  CHECK(richer_free < poor_free - 4 * std::sqrt(poor_free + richer_free));
}

TEST_CASE("development of a place raises its incomes by as much, and those of no other",
          "[property][model]") {
  OneMonth month;
  const size_t gtm = americas()->find("GTM")->index(), mex = americas()->find("MEX")->index();
  auto incomes = [&](double factor) {
    const State& state = month.with({{"development.income_factor", factor, static_cast<int>(gtm)}});
    return std::pair(state.labour.income(gtm, 0, 0), state.labour.income(mex, 0, 0));
  };
  const auto before = incomes(1), after = incomes(1.2);
  CHECK(after.first == Approx(1.2 * before.first).epsilon(1e-3));
  CHECK(after.second == Approx(before.second).epsilon(1e-3));
}
