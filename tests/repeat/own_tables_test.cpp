// Scenarios with tables of their own beside the baseline that they differ from: run from the start
// under the same random numbers. Before, they were refused.
#include <catch2/catch.hpp>
#include <csignal>

#include "tests/support/model_runs.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;

namespace {

const std::string tutorial = RUMBO_SOURCE_DIR "/scenarios/tutorial";

/// The tutorial's world with other rows of a table.
std::shared_ptr<const migration::World> world_with(const std::string& table,
                                                   const std::string& rows) {
  const ScratchFolder folder;
  write_bytes(folder / "rows.csv", rows);
  TableSources sources{tutorial, {}};
  if (!table.empty()) sources.overrides[table] = {(folder / "rows.csv").string(), {}};
  return migration::load_world(sources);
}

const std::string visa_header = "origin,destination,channel,from_year,to_year,places_per_year\n";

/// The tutorial's world, the same with rows that say what is said already, and one with more
/// visas from 2003 on.
std::shared_ptr<migration::EnsembleSetup> three_worlds() {
  SmallRun run;
  run.world = world_with("", "");
  run.start = Month::of(2002, 1);
  run.months = 24;
  run.scale = 0.002;
  run.policies = {"", ""};
  const auto setup = setup_of(run);
  setup->worlds = {run.world, world_with("visas", visa_header + "SUR,NORTE,work,1990,2020,1000\n"),
                   world_with("visas", visa_header + "SUR,NORTE,work,2003,2020,50000\n")};
  return setup;
}

void write_scenarios(const ScratchFolder& folder) {
  write_bytes(folder / "base.toml",
              "extends = \"" + tutorial +
                  "/baseline.toml\"\n[time]\nstart = \"2000-01\"\nend = \"2003-01\"\n"
                  "[population]\nscale = 0.002\n[random]\nreplicates = 2\n");
  write_bytes(folder / "visas.csv", visa_header + "SUR,NORTE,work,2001,2020,50000\n");
  write_bytes(folder / "more.toml", "extends = \"base.toml\"\n[tables]\nvisas = \"visas.csv\"\n");
  write_bytes(folder / "same.csv", visa_header + "SUR,NORTE,work,1990,2020,1000\n");
  write_bytes(folder / "same.toml", "extends = \"base.toml\"\n[tables]\nvisas = \"same.csv\"\n");
}

}  // namespace

TEST_CASE("tables that say the same give the same run, bit for bit",
          "[repeat][model][own_tables]") {
  const auto setup = three_worlds();
  CHECK_SAME_RUN(digest_of(*run_of(setup, 0)), digest_of(*run_of(setup, 1)));
}

TEST_CASE("runs agree until the year from which tables differ", "[repeat][model][own_tables]") {
  const auto setup = three_worlds();
  migration::MigrationSimulation base(setup, 0, 0), more(setup, 2, 0);
  CHECK_SAME_RUN(digest_of(base), digest_of(more));
  run_until(base, Month::of(2003, 1));
  run_until(more, Month::of(2003, 1));
  CHECK_SAME_RUN(digest_of(base), digest_of(more));
  run_until(base, setup->end);
  run_until(more, setup->end);
  CHECK(digest_of(base).difference(digest_of(more)) != "");
}

TEST_CASE("a scenario with its own tables runs beside the baseline", "[repeat][cli][own_tables]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  const Outcome plan = rumbo_in(folder.path(), "run base.toml more.toml --dry-run");
  CHECK(plan.status == 0);
  CHECK_THAT(plan.out, Catch::Contains("more: differs from the first from 2000-01 on"));
  const Outcome both = rumbo_in(folder.path(), "run base.toml more.toml --quiet -o both");
  REQUIRE(both.status == 0);
  CHECK_THAT(both.error, !Catch::Contains("warning: "));
  REQUIRE(rumbo_in(folder.path(), "run more.toml --quiet -o alone").status == 0);
  const Outcome compared = rumbo_in(folder.path(), "info both/base+more.h5");
  CHECK(compared.status == 0);
  CHECK_THAT(compared.out, Catch::Contains("visas.csv"));
}

TEST_CASE("a stopped run of scenarios with their own tables goes on", "[repeat][cli][own_tables]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  const std::string run = "run base.toml more.toml same.toml --quiet --checkpoint-every 0 ";
  REQUIRE(rumbo_in(folder.path(), run + "-o whole").status == 0);
  const Outcome stopped = rumbo_stopped(folder.path(), run + "-o stopped --threads 1", SIGTERM,
                                        folder / "stopped/base+more+same.checkpoint.h5", 0.1);
  CHECK((stopped.status == 75 || stopped.status == 0));
  REQUIRE(rumbo_in(folder.path(), run + "-o stopped --resume").status == 0);
  CHECK(difference_of_results(folder / "whole/base+more+same.h5",
                              folder / "stopped/base+more+same.h5") == "");
}

TEST_CASE("tables with other places are refused beside each other", "[bad_input][own_tables]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  write_bytes(folder / "borders.csv",
              bytes_of(tutorial + "/borders.csv") + "NORTE,SUR,land,3,200,2000,0.3,0.0005,0.8\n");
  write_bytes(folder / "border.toml",
              "extends = \"base.toml\"\n[tables]\nborders = \"borders.csv\"\n");
  CHECK(rumbo_in(folder.path(), "check border.toml").status == 0);
  const std::string sentence =
      "border.toml: [tables] give other borders than those of base.toml: 'NORTE->SUR' is added; "
      "scenarios that are compared must share them\n";
  const Outcome run = rumbo_in(folder.path(), "run base.toml border.toml --quiet -o out");
  CHECK(run.status == 2);
  CHECK(run.error == sentence);
  const Outcome together = rumbo_in(folder.path(), "check base.toml border.toml --together");
  CHECK(together.status == 2);
  CHECK(together.error == sentence);
}

TEST_CASE("another population is told beside the baseline", "[cli][own_tables]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  write_bytes(folder / "people.csv",
              "place,year,age_start_years,male_persons,female_persons\nSUR,2000,0,900000,900000\n");
  write_bytes(folder / "people.toml",
              "extends = \"base.toml\"\n[tables]\npopulation = \"people.csv\"\n");
  const Outcome plan = rumbo_in(folder.path(), "run base.toml people.toml --dry-run");
  CHECK(plan.status == 0);
  CHECK_THAT(plan.error, Catch::Contains("warning: people.toml: [tables] give another population "
                                         "than those of base.toml"));
}

TEST_CASE("diff sees the rows of tables", "[cli][own_tables]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  const Outcome same = rumbo_in(folder.path(), "diff base.toml same.toml");
  CHECK_THAT(same.out, !Catch::Contains("visas"));
  const Outcome more = rumbo_in(folder.path(), "diff base.toml more.toml");
  CHECK(more.status == 0);
  CHECK_THAT(more.out, Catch::Contains("table\n  visas: ") && Catch::Contains("50000"));
}

// Guards against keys guessed from names: "agents_persons" was taken for an age.
TEST_CASE("diff tells a changed figure as one, whatever its column is called",
          "[cli][own_tables]") {
  const ScratchFolder folder;
  write_scenarios(folder);
  write_bytes(
      folder / "deaths.csv",
      "place,period_start_year,age_start_years,male_per_person_year,female_per_person_year\n"
      "SUR,2000,0,0.25,0.25\n");
  write_bytes(folder / "deaths.toml",
              "extends = \"base.toml\"\n[tables]\nmortality = \"deaths.csv\"\n");
  const Outcome found = rumbo_in(folder.path(), "diff base.toml deaths.toml");
  INFO(found.error);
  CHECK(found.status == 0);
  CHECK_THAT(found.out, Catch::Contains("male_per_person_year") && Catch::Contains("0.25"));
}
