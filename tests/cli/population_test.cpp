// The population that `rumbo info --population` reports, and the tutorial as a reader runs it.
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo::test;

namespace {

const std::string tutorial = RUMBO_SOURCE_DIR "/scenarios/tutorial/";

nlohmann::json population_of(const std::string& scenario, const std::string& more = "") {
  const ScratchFolder folder;
  const Outcome outcome =
      rumbo_in(folder.path(), "info --population " + scenario + " --json " + more);
  INFO(outcome.error);
  REQUIRE(outcome.status == 0);
  return nlohmann::json::parse(outcome.out);
}

double error_of(const nlohmann::json& both) {
  return std::abs(both["made"].get<double>() / both["table"].get<double>() - 1);
}

}  // namespace

TEST_CASE("the population made agrees with its tables to a person", "[cli]") {
  const auto report = population_of(tutorial + "baseline.toml");
  REQUIRE(report["places"].size() == 2);
  for (const auto& place : report["places"]) {
    INFO(place["place"]);
    CHECK(place["ages"].size() == 42);
    CHECK(error_of(place["residents"]) < 0.001);
    CHECK(place["household_size"] > 1.5);
    CHECK(place["household_size"] < 8);
  }
  const auto& norte = report["places"][0];
  // 1,200 simulated persons of a share of 0.4: a standard error of 0.014.
  CHECK(std::abs(norte["irregular_share_of_foreign_born"]["made"].get<double>() - 0.4) <
        4 * 0.0142);
  REQUIRE(report["pairs"].size() == 2);
  CHECK(report["pairs"][0]["origin"] == "SUR");
  for (const auto& pair : report["pairs"]) CHECK(error_of(pair) <= 0.005);
}

TEST_CASE("who is abroad follows the table that the scenario gives", "[cli]") {
  const ScratchFolder folder;
  write_bytes(folder / "stock.csv",
              "origin,destination,year,male_persons,female_persons\nSUR,NORTE,2000,90000,30000\n");
  write_bytes(folder / "more.toml",
              "extends = \"" + tutorial + "baseline.toml\"\n[tables]\nstock = \"stock.csv\"\n");
  const auto report = population_of((folder / "more.toml").string());
  CHECK(report["places"][0]["foreign_born"]["table"] == 120000);
  CHECK(error_of(report["places"][0]["foreign_born"]) < 0.005);
}

TEST_CASE("the report on a population reads as a table and refuses what is no scenario", "[cli]") {
  const ScratchFolder folder;
  const Outcome shown = rumbo_in(folder.path(), "info --population " + tutorial + "baseline.toml");
  CHECK(shown.status == 0);
  CHECK_THAT(shown.out, Catch::Contains("simulated persons in 2000-01, beside the tables") &&
                            Catch::Contains("\nNORTE") && Catch::Contains("\nSUR->NORTE"));
  const Outcome missing = rumbo_in(folder.path(), "info --population none.toml");
  CHECK(missing.status == 2);
  CHECK_THAT(missing.error, Catch::StartsWith("none.toml: no such file"));
  const Outcome stray = rumbo_in(folder.path(), "info --set a=1");
  CHECK(stray.status == 2);
  CHECK(stray.error == "--set goes with --population\n");
}

TEST_CASE("the tutorial runs as its page says", "[cli]") {
  const ScratchFolder folder;
  const Outcome run = rumbo_in(folder.path(), "run " + tutorial + "baseline.toml " + tutorial +
                                                  "work_visas.toml --replicates 4 --scale 0.002 "
                                                  "--audit --quiet -o out --name tutorial");
  INFO(run.error);
  REQUIRE(run.status == 0);
  const Outcome compared =
      rumbo_in(folder.path(),
               "compare out/tutorial.h5 --tables visas_granted:visa_kind,funnel:stage --json");
  REQUIRE(compared.status == 0);
  const auto comparison = nlohmann::json::parse(compared.out);
  bool found = false;
  for (const auto& row : comparison["rows"])
    if (row["series"] == "visas_granted, work") {
      found = true;
      CHECK(row["baseline_mean"] > 0);
      CHECK(row["difference"] > 0);
    }
  CHECK(found);
}
