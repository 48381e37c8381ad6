// Levers on traffickers and for their victims, on the tables of a month and on whole runs.
#include <catch2/catch.hpp>

#include "models/migration/registry.hpp"
#include "tests/support/recorded_run.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

TEST_CASE("levers move what traffickers gain and risk, and not elsewhere", "[property][model]") {
  SmallRun run;
  run.months = 2;
  run.scale = 0.00002;
  // A bribe that is cheaper than the expected penalty, or corruption would change nothing.
  run.parameters = "\"corruption.bribe_usd\" = 10.0\n";
  run.policies = {
      policy("demand_reduction", run.start, "places = [\"USA\"]\nchange = \"-20%\"\n"),
      policy("trafficking_prosecution", run.start, "places = [\"USA\"]\nchange = \"+300%\"\n"),
      policy("anti_corruption", run.start, "places = [\"USA\"]\nchange = \"-100%\"\n"),
      policy("labour_inspection", run.start, "places = [\"USA\"]\nchange = \"+900%\"\n")};
  const auto setup = setup_of(run);
  const RecordedRun without(setup, 0), demand(setup, 1), police(setup, 2), honest(setup, 3),
      inspected(setup, 4);
  const size_t usa = americas()->find("USA")->index(), mex = americas()->find("MEX")->index();
  const size_t cell = market_cell(usa, Reach::inside);
  const auto value = [&](const RecordedRun& run_of_it, size_t place) {
    return run_of_it.state().captivity_tables.value[place][0];
  };
  const auto profit = [&](const RecordedRun& run_of_it) {
    return run_of_it.state().captivity_tables.terms[cell].before_recruitment_usd;
  };
  CHECK(value(demand, usa) < value(without, usa));
  CHECK(value(demand, mex) == value(without, mex));
  CHECK(police.state().captivity_tables.detection[usa] >
        without.state().captivity_tables.detection[usa]);
  CHECK(police.state().captivity_tables.detection[mex] ==
        without.state().captivity_tables.detection[mex]);
  CHECK(inspected.state().captivity_tables.detection[usa] >
        without.state().captivity_tables.detection[usa]);
  for (const RecordedRun* with : {&demand, &police, &honest, &inspected})
    CHECK(profit(*with) < profit(without));
}

TEST_CASE("what levers for victims and against traffickers use is counted", "[property][model]") {
  SmallRun run;
  run.months = 24;
  run.scale = 0.0002;
  run.parameters = "\"trafficking.recruiters_inside\" = 3000.0\n";
  run.policies = {policy("victim_protection", run.start, "share = 1.0\nunconditional = true\n"),
                  policy("trafficking_prosecution", run.start, "change = \"+300%\"\n"),
                  policy("shelters", run.start, "places = [\"USA\", \"MEX\"]\nbeds = 500\n")};
  const auto setup = setup_of(run);
  const RecordedRun without(setup, 0), with_rights(setup, 1), police(setup, 2), beds(setup, 3);
  for (const char* lever : {"victim_protection", "trafficking_prosecution", "shelters"})
    CHECK(without.use_of(lever) == 0);
  REQUIRE(without.sum(result_tables().trafficking.victims_held) > 0);
  CHECK(with_rights.sum(result_tables().trafficking.victims_identified) >
        without.sum(result_tables().trafficking.victims_identified));
  // All who are identified are protected, and counted once each.
  CHECK(with_rights.use_of("victim_protection") ==
        with_rights.sum(result_tables().trafficking.victims_identified) * policy_unit);
  CHECK(police.use_of("trafficking_prosecution") > 0);
  // A thousand beds for two years.
  CHECK(beds.use_of("shelters") == Approx(2000.0 * policy_unit).epsilon(0.001));
}

TEST_CASE("smugglers who are sought more are caught more", "[property][model]") {
  SmallRun run;
  run.months = 18;
  run.scale = 0.0001;
  run.policies = {
      policy("smuggling_prosecution", run.start, "places = [\"USA\"]\nprosecution_rate = 0.1\n"),
      policy("asset_confiscation", run.start, "share = 1.0\nof = \"smugglers\"\n")};
  const auto setup = setup_of(run);
  const RecordedRun without(setup, 0), sought(setup, 1);
  CHECK(without.use_of("smuggling_prosecution") == 0);
  CHECK(sought.use_of("smuggling_prosecution") > 0);
  CHECK(sought.sum(result_tables().smuggling.smugglers_convicted) >
        without.sum(result_tables().smuggling.smugglers_convicted));
  auto taken = run_of(setup, 2);
  CHECK_NOTHROW(taken->audit());
}
