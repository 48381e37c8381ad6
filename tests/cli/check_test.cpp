// `rumbo check` and what it shares with `rumbo run`: what one refuses the other does.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

/// The tutorial's scenario of more visas, under names of its own.
void write_scenarios(const ScratchFolder& folder) {
  write_bytes(folder / "base.toml",
              "extends = \"" RUMBO_SOURCE_DIR "/scenarios/tutorial/baseline.toml\"\n");
  write_bytes(folder / "visas.toml",
              "extends = \"base.toml\"\n[[policy]]\nid = \"visas\"\nlever = \"work_visa_quota\"\n"
              "corridors = \"SUR->NORTE\"\nstart = \"2003-01\"\nvisas_per_year = 5000\n");
}

std::string visas(const std::string& keys) {
  return "extends = \"visas.toml\"\n[[policy]]\nid = \"visas\"\n" + keys;
}

/// What `check` and `run` say of a scenario; the same, or the test fails.
Outcome refused_by_both(const ScratchFolder& folder, const std::string& arguments) {
  const Outcome check = rumbo_in(folder.path(), "check " + arguments);
  const Outcome run = rumbo_in(folder.path(), "run " + arguments + " --quiet -o out");
  CHECK(check.status == 2);
  CHECK(run.status == 2);
  CHECK(check.error == run.error);
  CHECK_FALSE(std::filesystem::exists(folder / "out"));
  return check;
}

}  // namespace

TEST_CASE("what cannot run is refused by the check with the same words", "[cli][bad_input]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  write_bytes(folder / "fewer.toml", visas("visas_per_year = -50000\n"));
  CHECK(refused_by_both(folder, "fewer.toml").error ==
        "fewer.toml:4:18: policy 'visas' takes 50000 places for work a year away from SUR->NORTE "
        "in 2003-01, where there are 1000; expected at most as many as there are\n");
  CHECK(refused_by_both(folder, "base.toml --set \"visas.work_added[SUR->NORTE]=-1001\"").error ==
        "command line: [parameters] takes 1001 places for work a year away from SUR->NORTE in "
        "2000-01, where there are 1000; expected at most as many as there are\n");
  write_bytes(folder / "all_gone.toml", visas("visas_per_year = -1000\n"));
  CHECK(rumbo_in(folder.path(), "check all_gone.toml").status == 0);
}

TEST_CASE("scenarios that cannot be run in one command are told", "[cli][bad_input]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  write_bytes(folder / "late.toml", "extends = \"base.toml\"\n[time]\nend = \"2005-01\"\n");
  const std::string sentence =
      "late.toml: [time] is not that of base.toml; scenarios that are compared must share it\n";
  const Outcome each = rumbo_in(folder.path(), "check base.toml late.toml");
  CHECK(each.status == 0);
  CHECK(each.error == "note: cannot be run in one command with those before it: " + sentence);
  CHECK(rumbo_in(folder.path(), "check base.toml visas.toml").error.empty());
  const Outcome together = rumbo_in(folder.path(), "check base.toml late.toml --together");
  CHECK(together.status == 2);
  CHECK(together.error == sentence);
  CHECK(rumbo_in(folder.path(), "run base.toml late.toml --quiet -o out").error == sentence);
}

TEST_CASE("warnings are printed by check and run, and are mistakes if asked", "[cli]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  write_bytes(folder / "late.toml", visas("start = \"2103-01\"\n"));
  const std::string sentence =
      "late.toml:4:9: policy 'visas' is never in force between 2000-01 and 2009-12: it begins in "
      "2103-01";
  const Outcome check = rumbo_in(folder.path(), "check late.toml");
  CHECK(check.status == 0);
  CHECK(check.error == "warning: " + sentence + "\n");
  CHECK_THAT(rumbo_in(folder.path(), "run late.toml --dry-run").error,
             Contains("warning: " + sentence + "\n"));
  const Outcome strict = rumbo_in(folder.path(), "check late.toml --strict");
  CHECK(strict.status == 2);
  CHECK(strict.error == sentence + "\n");
  const auto json = nlohmann::json::parse(rumbo_in(folder.path(), "check late.toml --json").out);
  CHECK(json[0]["good"] == true);
  CHECK(json[0]["warnings"] == nlohmann::json{sentence});
}

TEST_CASE("too much memory is told by the check", "[cli]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  const Outcome check = rumbo_in(
      folder.path(), "check base.toml --set output.detail=monthly --set output.panel=100000000");
  CHECK(check.status == 0);
  CHECK_THAT(check.error, Contains("warning: base.toml: this run needs ") && Contains("--scale"));
}

TEST_CASE("a policy set on the command line need not be in the baseline", "[cli]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  const std::string set = " --set policy.visas.visas_per_year=700 --set policy.visas.intensity=.5";
  CHECK(rumbo_in(folder.path(), "run base.toml visas.toml --dry-run" + set).status == 0);
  CHECK(rumbo_in(folder.path(), "check base.toml visas.toml" + set).status == 0);
  CHECK_THAT(rumbo_in(folder.path(), "diff base.toml visas.toml" + set).out,
             Contains("visas: - | there"));
  CHECK_THAT(rumbo_in(folder.path(), "show visas.toml" + set).out,
             Contains("visas_per_year = 700  # command line"));
  CHECK(refused_by_both(folder, "base.toml visas.toml --set policy.visa.intensity=.5").error ==
        "command line: there is no policy 'visa'; did you mean 'visas'?\n");
}

TEST_CASE("places and what lies between them have lists and explanations", "[cli]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  const auto out = [&](const std::string& arguments) {
    return rumbo_in(folder.path(), arguments + " --scenario base.toml").out;
  };
  CHECK(out("list places") == "places\n  NORTE  Norte (invented)\n  SUR    Sur (invented)\n");
  CHECK_THAT(out("list corridors"), Contains("SUR->NORTE") && Contains("NORTE->SUR"));
  CHECK_THAT(out("list borders"), Contains("SUR->NORTE") && !Contains("NORTE->SUR"));
  CHECK_THAT(out("explain SUR"), Contains("region") && Contains("corridors to") &&
                                     Contains("visas.csv 3") && Contains("NORTE"));
  CHECK_THAT(out("explain \"SUR->NORTE\""),
             Contains("(corridor)") && Contains("(border)") && Contains("1000 km"));
  CHECK(rumbo_in(folder.path(), "explain SUUR --scenario base.toml").error ==
        "nothing is called 'SUUR'; did you mean 'SUR'?\n");
  CHECK(rumbo_in(folder.path(), "list places").error ==
        "no world is named and there is no scenarios/americas/baseline.toml here; expected "
        "--scenario FILE\n");
}

TEST_CASE("routes and places of the Americas are explained", "[cli]") {
  const ScratchFolder folder;
  const Outcome outcome =
      rumbo_in(folder.path(), "explain Haiti tucson --scenario " RUMBO_SOURCE_DIR
                              "/scenarios/americas/baseline.toml");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out,
             Contains("Haiti") && Contains("tucson  (route)") && Contains("route_effort.csv"));
}
