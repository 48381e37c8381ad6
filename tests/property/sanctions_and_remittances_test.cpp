// Fines on employers and cheaper remittances, in the tables of a month and in whole runs.
#include <catch2/catch.hpp>

#include "models/migration/labour/sanctions.hpp"
#include "models/migration/registry.hpp"
#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

std::string sanctions(Month start, const char* risk) {
  return "[[policy]]\nid = \"s\"\nlever = \"employer_sanctions\"\nplaces = [\"USA\"]\nstart = \"" +
         start.text() + "\"\nrisk = " + risk + "\nfine_usd = 10000\n";
}

std::string cheaper(Month start, const std::string& how) {
  return "[[policy]]\nid = \"r\"\nlever = \"remittance_cost\"\nstart = \"" + start.text() + "\"\n" +
         how;
}

size_t place(const char* code) {
  return americas()->find(code)->index();
}

}  // namespace

// Seen to fail with twice the share passed on.
TEST_CASE("a fine lowers wages and jobs of irregular workers by the formula and of no others",
          "[property][model]") {
  SmallRun run;
  run.months = 4;
  run.scale = 0.00002;
  run.parameters = "\"labour.sanction_pass_through\" = 0.25\n";
  run.policies = {sanctions(run.start + 3, "0.2")};
  const auto setup = setup_of(run);
  const auto without = run_of(setup, 0), with = run_of(setup, 1);
  const size_t usa = place("USA");
  const SanctionRules rules{0.2, 10000, 0.25, 1};
  for (size_t p : {usa, place("MEX")})
    for (size_t s = 0; s < n_skills; ++s)
      for (size_t g = 0; g < n_worker_groups; ++g) {
        const size_t cell = worker_cell(p, s, g);
        const double wage = without->state().labour.market_wage[cell];
        const bool is_hit = p == usa && g == static_cast<size_t>(WorkerGroup::irregular);
        const SanctionEffect effect = is_hit ? sanction_effect(rules, wage) : SanctionEffect{};
        CHECK(with->state().labour.market_wage[cell] == Approx(wage * effect.wage).epsilon(1e-12));
        CHECK(with->state().labour.income(p, s, g) ==
              Approx(without->state().labour.income(p, s, g) * effect.wage * effect.employment)
                  .epsilon(1e-12));
      }
}

TEST_CASE("fines are counted, paid to states, and the books balance", "[property][model]") {
  SmallRun run;
  run.months = 6;
  run.scale = 0.00002;
  run.policies = {sanctions(run.start, "0.1"), sanctions(run.start, "0.2")};
  const auto setup = setup_of(run);
  std::vector<double> fines;
  for (size_t k : {0, 1, 2}) {
    auto simulation = run_of(setup, k);
    CHECK_NOTHROW(simulation->audit());
    const ResultBlock block = simulation->take_results(0, 0);
    fines.push_back(static_cast<double>(
        recorded(simulation->state(), block, result_tables().labour.employer_fines)));
    CHECK(recorded(simulation->state(), block, result_tables().labour.employer_fines,
                   {{"residence", "MEX"}}) == 0);
    CHECK((recorded(simulation->state(), block, result_tables().policy_use.policy_units,
                    {{"lever", "employer_sanctions"}}) > 0) == (k > 0));
    // What states hold is what was fined.
    CHECK(static_cast<double>(simulation->state().sums.ledger.balance(
              static_cast<size_t>(Account::states))) >= fines.back());
  }
  CHECK(fines[0] == 0);
  CHECK(fines[1] > 0);
  // Twice the risk is a little less than twice the fines: fewer are employed.
  CHECK(fines[2] > 1.7 * fines[1]);
  CHECK(fines[2] < 2 * fines[1]);
}

TEST_CASE("sending costs what the lever says", "[property][model]") {
  SmallRun run;
  run.months = 2;
  run.scale = 0.00002;
  run.policies = {cheaper(run.start, "change = \"-50%\"\n"), cheaper(run.start, "target = 0.05\n"),
                  cheaper(run.start, "target = 0.05\nintensity = 0.5\n"),
                  cheaper(run.start, "target = 0.05\nplaces = [\"GTM\"]\n")};
  const auto setup = setup_of(run);
  const auto cost = [&](size_t scenario, const char* to) {
    const auto simulation = run_of(setup, scenario);
    const size_t cell = place("USA") * americas()->n_places() + place(to);
    return static_cast<double>(simulation->state().money.remittance_cost[cell]);
  };
  const double before = cost(0, "MEX");
  REQUIRE(before > 0.06);
  CHECK(cost(1, "MEX") == Approx(before / 2).epsilon(1e-6));
  CHECK(cost(2, "MEX") == Approx(0.05).epsilon(1e-6));
  CHECK(cost(3, "MEX") == Approx((before + 0.05) / 2).epsilon(1e-6));
  CHECK(cost(4, "MEX") == before);
  CHECK(cost(4, "GTM") == Approx(0.05).epsilon(1e-6));
}

TEST_CASE("cheaper sending saves senders what the lever counts", "[property][model]") {
  SmallRun run;
  run.months = 3;
  run.parameters = "\"money.remittance_elasticity\" = 0.0\n";
  run.policies = {cheaper(run.start, "change = \"-50%\"\n")};
  const auto setup = setup_of(run);
  auto without = run_of(setup, 0), with = run_of(setup, 1);
  const ResultBlock a = without->take_results(0, 0), b = with->take_results(1, 0);
  const auto sum = [&](const MigrationSimulation& simulation, const ResultBlock& block, Table t) {
    return static_cast<double>(recorded(simulation.state(), block, t));
  };
  const double fees = sum(*without, a, result_tables().money.remittance_fees),
               half = sum(*with, b, result_tables().money.remittance_fees);
  CHECK(half == Approx(fees / 2).epsilon(0.02));  // a few choose otherwise within three months
  const double sent = sum(*with, b, result_tables().money.remittances_sent);
  CHECK(sum(*with, b, result_tables().money.remittances_received) + half == sent);
  // A unit is 1,000 USD of fees saved: as much as is still paid, half of all having been saved.
  const auto saved =
      static_cast<double>(recorded(with->state(), b, result_tables().policy_use.policy_units,
                                   {{"lever", "remittance_cost"}})) /
      policy_unit * 1000;
  CHECK(saved == Approx(half / 100).epsilon(0.01));
}
