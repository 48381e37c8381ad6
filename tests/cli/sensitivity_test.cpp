// `rumbo sensitivity` and `rumbo compare` on a file of a sweep, from outside.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/program.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/sample_sweep.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

double result_of(std::span<const double> shares, uint32_t scenario, size_t, uint32_t) {
  return 10 + 4 * shares[0] - 2 * shares[1] + (scenario == 1 ? 3 * shares[1] - 1 : 0);
}

void write_morris(const ScratchFolder& folder) {
  write_sweep_file(folder / "sweep.h5",
                   {sample_design("morris", 3, {{"trajectories", {6}}}), 2, result_of});
}

}  // namespace

TEST_CASE("sensitivity prints a table, JSON, and a file of all numbers", "[cli]") {
  const ScratchFolder folder;
  write_morris(folder);
  const Outcome table = rumbo_in(folder.path(), "sensitivity sweep.h5 -o indices.csv");
  INFO(table.error);
  CHECK(table.status == 0);
  CHECK_THAT(table.out, Contains("border attempts in baseline") &&
                            Contains("effect of quota on border attempts") && Contains("mu*"));
  CHECK_THAT(bytes_of(folder / "indices.csv"), Contains("morris,1,a,mu_star,"));
  const Outcome json =
      rumbo_in(folder.path(), "sensitivity sweep.h5 --json --effect --series 'border attempts'");
  CHECK(json.status == 0);
  const auto found = nlohmann::json::parse(json.out);
  REQUIRE(found["outputs"].size() == 1);
  CHECK(found["outputs"][0]["methods"][0]["parameters"][0]["parameter"] == "b");
  const Outcome chosen =
      rumbo_in(folder.path(),
               "sensitivity sweep.h5 --scenario quota --tables attempts --between 2001-01 "
               "2001-12 --method regression");
  CHECK(chosen.status == 0);
  CHECK_THAT(chosen.out, Contains("attempts in quota (attempts; 2001-01 to 2001-12)") &&
                             Contains("Straight line: R2 1.00") && !Contains("effect of"));
}

TEST_CASE("sensitivity refuses in whole sentences", "[cli]") {
  const ScratchFolder folder;
  write_morris(folder);
  write_results_with_events(folder / "plain.h5");
  const auto refused = [&](const std::string& arguments, const std::string& sentence) {
    const Outcome outcome = rumbo_in(folder.path(), "sensitivity " + arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.error, Contains(sentence));
  };
  refused("plain.h5", "the file holds no sweep");
  refused("sweep.h5 --method sobol", "this sweep is of design morris; Sobol indices");
  refused("sweep.h5 --method sobl", "did you mean 'sobol'");
  refused("sweep.h5 --series movs", "--series: there is none named 'movs'");
  refused("sweep.h5 -o sweep.h5", "expected a name that ends in .csv");
  refused("sweep.h5 --between 1999-01 2001-12", "1999-01 is outside the records");
}

TEST_CASE("a sweep is compared by chance and by chance and parameters", "[cli]") {
  const ScratchFolder folder;
  write_morris(folder);
  const Outcome text = rumbo_in(folder.path(), "compare sweep.h5 --precision 5%");
  INFO(text.error);
  CHECK(text.status == 0);
  CHECK_THAT(text.out, Contains("by chance and parameters") && Contains("same sign") &&
                           Contains("moved most by b (+") && Contains("half width"));
  const Outcome csv = rumbo_in(folder.path(), "compare sweep.h5 --csv");
  CHECK(csv.status == 0);
  CHECK_THAT(csv.out, Contains("quota,baseline,border attempts,attempts,24,48,"));
  CHECK(rumbo_in(folder.path(), "compare sweep.h5 --unpaired").status == 2);
  CHECK(rumbo_in(folder.path(), "compare sweep.h5 --precision 5").status == 2);
}

TEST_CASE("an ordinary file is compared as before, and told what a precision takes", "[cli]") {
  const ScratchFolder folder;
  write_results_with_events(folder / "plain.h5");
  const Outcome before = rumbo_in(folder.path(), "compare plain.h5");
  const Outcome asked = rumbo_in(folder.path(), "compare plain.h5 --precision 5%");
  CHECK(before.status == 0);
  CHECK_THAT(before.out, !Contains("half width"));
  CHECK_THAT(asked.out, Contains("half width") && Contains("needed"));
  const Outcome csv = rumbo_in(folder.path(), "compare plain.h5 --csv --precision 5%");
  CHECK_THAT(csv.out, Contains(",pairing,replicates_needed\n"));
}
