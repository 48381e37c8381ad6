// `rumbo compare` from outside, on files that runs wrote: pairing, windows, refusals, exit
// statuses.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

void run_one(const ScratchFolder& folder, const std::string& arguments, const std::string& name) {
  const Outcome run =
      rumbo_in(folder.path(), "run " + arguments + " --replicates 2 --quiet --name " + name);
  INFO(run.error);
  REQUIRE(run.status == 0);
}

}  // namespace

// Guards against pairing runs of other parameters.
TEST_CASE("files of separate runs are paired only if they were run alike", "[cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  run_one(folder, "base.toml", "a");
  run_one(folder, "border.toml", "b");
  run_one(folder, "border.toml --set decision.weight_wage=0.12", "c");
  const Outcome paired = rumbo_in(folder.path(), "compare out/a.h5 out/b.h5 --json");
  CHECK(paired.status == 0);
  const auto found = nlohmann::json::parse(paired.out);
  CHECK(found["scenarios"][0]["paired"] == true);
  const Outcome refused = rumbo_in(folder.path(), "compare out/a.h5 out/c.h5");
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());
  CHECK_THAT(refused.error,
             Contains("decision.weight_wage is 0.08 in out/a.h5 and 0.12 in out/c.h5") &&
                 Contains("--unpaired"));
  const Outcome asked = rumbo_in(folder.path(), "compare out/a.h5 out/c.h5 --unpaired --md");
  CHECK(asked.status == 0);
  CHECK_THAT(asked.out, Contains("NOT PAIRED (--unpaired)"));
}

TEST_CASE("effects are counted from the first difference on, and shares are not summed", "[cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  run_one(folder, "base.toml amnesty.toml", "a");
  const Outcome since = rumbo_in(folder.path(), "compare out/a.h5");
  CHECK(since.status == 0);
  CHECK_THAT(since.out, Contains("events summed over 2001-01 to 2001-09") &&
                            Contains("differ from 2001-01 on") &&
                            Contains("the same in all replicates") && !Contains("P 0."));
  const Outcome shares = rumbo_in(folder.path(), "compare out/a.h5 --tables employment");
  CHECK(shares.status == 2);
  CHECK_THAT(shares.error, Contains("no sum or mean over residence and skill"));
  const Outcome chosen =
      rumbo_in(folder.path(),
               "compare out/a.h5 --tables employment:skill,hostility --where residence=USA --csv");
  CHECK(chosen.status == 0);
  CHECK_THAT(chosen.out, Contains("\"employment, low\",1,2,0.") && Contains(",hostility,1,2,0"));
  const Outcome outside = rumbo_in(folder.path(), "compare out/a.h5 --between 1999-01 2001-09");
  CHECK(outside.status == 2);
  CHECK_THAT(outside.error, Contains("1999-01 is outside the records"));
}
