// Levers on routes: effort moved there pushes crossings elsewhere, rescue prevents deaths.
#include <catch2/catch.hpp>

#include "models/migration/registry.hpp"
#include "tests/support/recorded_run.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

// Four standard errors of a share of some hundred entries; common random numbers make the error of
// the difference smaller. Seen to fail with the effort left as it is.
TEST_CASE("effort on some routes moves crossings to the others", "[property][model]") {
  SmallRun run;
  run.months = 18;
  run.scale = 0.0006;
  run.policies = {policy("border_deployment", run.start,
                         "routes = [\"tucson\", \"yuma\", \"el_centro\", \"san_diego\", "
                         "\"el_paso\"]\nchange = \"+900%\"\n")};
  const auto setup = setup_of(run);
  const RecordedRun without(setup, 0), with(setup, 1);
  const auto share = [](const RecordedRun& r) {
    int64_t west = 0;
    for (const char* route : {"tucson", "yuma", "el_centro", "san_diego", "el_paso"})
      west += r.sum(result_tables().border.entries_by_route, {{"route", route}});
    return static_cast<double>(west) /
           static_cast<double>(r.sum(result_tables().border.entries_by_route));
  };
  const double entered =
      static_cast<double>(without.sum(result_tables().border.entries_by_route)) * setup->scale;
  INFO(share(without) << " then " << share(with) << " of " << entered);
  REQUIRE(entered > 100);
  CHECK(share(with) < share(without) - 4 * std::sqrt(share(without) / entered));
  CHECK(without.use_of("border_deployment") == 0);
  CHECK(with.use_of("border_deployment") > 0);
}

TEST_CASE("rescue prevents the share of deaths that the lever says", "[property][model]") {
  SmallRun run;
  run.months = 2;
  run.scale = 0.0003;
  // Nobody minds the danger, so that the same people cross and only the hazard differs.
  run.parameters = "\"decision.value_of_life\" = 0.0\n";
  run.policies = {
      policy("route_rescue", run.start, "routes = \"*\"\nshare = 0.4\n"),
      policy("route_rescue", run.start, "routes = \"*\"\nshare = 0.4\nintensity = 0.5\n")};
  const auto setup = setup_of(run);
  const RecordedRun without(setup, 0), with(setup, 1), half(setup, 2);
  const auto expected =
      static_cast<double>(without.sum(result_tables().border.deaths_expected_by_route));
  REQUIRE(expected > 0);
  CHECK(with.sum(result_tables().border.deaths_expected_by_route) ==
        Approx(0.6 * expected).epsilon(0.02));
  CHECK(half.sum(result_tables().border.deaths_expected_by_route) ==
        Approx(0.8 * expected).epsilon(0.02));
  // The lever's use is what it prevented, in thousandths of a death; the table in 1,024ths.
  CHECK(static_cast<double>(with.use_of("route_rescue")) / policy_unit ==
        Approx(0.4 * expected / expected_unit).epsilon(0.05));
  CHECK(without.use_of("route_rescue") == 0);
}
