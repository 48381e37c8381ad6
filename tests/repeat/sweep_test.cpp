// Sweeps: however they are cut up, killed and gone on with, the results are those of one that ran
// undisturbed; and those of single runs with the same values.
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/output/reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

/// Two scenarios of the tutorial, one of which parts from the other, at 8 points x 2 replicates.
void write_sweep(const fs::path& folder, const std::string& more = "") {
  write_tutorial_scenarios(folder);
  write_bytes(
      folder / "sweep.toml",
      "scenarios = [\"base.toml\", \"later.toml\", \"other.toml\"]\nreplicates = 2\nscale = 0.001\n"
      "[design]\nkind = \"latin_hypercube\"\nsamples = 8\nseed = 3\n"
      "parameters = [\"decision.weight_wage\", \"border.apprehension\"]\n" +
          more);
}

const std::string quiet = " --quiet --threads 2";

}  // namespace

TEST_CASE("a run of a sweep is the run with those values", "[repeat][cli][sweep]") {
  const ScratchFolder folder;
  write_sweep(folder.path(), "[output]\nkeep = [\"stock\", \"attempts\"]\n");
  const Outcome swept = rumbo_in(folder.path(), "sweep sweep.toml -o out" + quiet);
  INFO(swept.error);
  REQUIRE(swept.status == 0);
  CHECK(names_in(folder / "out") == std::vector<std::string>{"sweep.h5"});
  const ResultsFile file(folder / "out/sweep.h5");
  const ResultsHeader& header = file.header();
  REQUIRE(header.sweep);
  CHECK(header.replicates.size() == 16);
  CHECK(header.tables.size() == 2);
  CHECK(header.sweep->n_points() == 8);
  CHECK(header.sweep->replicates == 2);
  REQUIRE(header.sweep->parameters.size() == 2);
  // The border has the value of the point at its own place on the scale, as all others.
  CHECK(rumbo_in(folder.path(), "sweep sweep.toml --write-design points.csv").status == 0);
  const size_t point = 5;
  const double wage = header.sweep->values[point * 2];
  for (const size_t scenario : {0u, 1u}) {
    write_bytes(folder / "one.toml",
                "extends = \"" + std::string(scenario == 0 ? "base" : "later") +
                    ".toml\"\n[parameters]\n\"decision.weight_wage\" = " + fmt::format("{}", wage) +
                    "\n");
    // Only one parameter is varied here, so that the value is a scenario's as it stands.
    write_bytes(folder / "one_point.csv",
                "decision.weight_wage\n" + fmt::format("{}", wage) + "\n");
    write_bytes(
        folder / "alone.toml",
        "scenarios = [\"base.toml\", \"later.toml\"]\nreplicates = 2\nscale = 0.001\n[design]\n"
        "kind = \"file\"\nfile = \"one_point.csv\"\n[output]\nkeep = [\"stock\"]\n");
    REQUIRE(rumbo_in(folder.path(), "sweep alone.toml --overwrite -o alone" + quiet).status == 0);
    REQUIRE(rumbo_in(folder.path(),
                     "run one.toml --replicates 2 --scale 0.001 --overwrite -o one" + quiet)
                .status == 0);
    const ResultsFile alone(folder / "alone/alone.h5"), one(folder / "one/one.h5");
    for (const size_t replicate : {0u, 1u})
      CHECK(alone.dense(alone.table_index("stock"), scenario, replicate) ==
            one.dense(one.table_index("stock"), 0, replicate));
  }
}

TEST_CASE("a sweep that is killed at any moment and resumed gives the file of one undisturbed",
          "[repeat][cli][sweep]") {
  const ScratchFolder folder;
  write_sweep(folder.path());
  REQUIRE(rumbo_in(folder.path(), "sweep sweep.toml -o whole" + quiet).status == 0);
  const std::string command = "sweep sweep.toml -o out --checkpoint-every 0" + quiet;
  int n_stopped = 0;
  for (int stop = 0; stop < 6; ++stop) {
    const Outcome stopped = rumbo_stopped(folder.path(), command + (stop > 0 ? " --resume" : ""),
                                          stop % 2 == 0 ? SIGKILL : SIGTERM,
                                          folder / "out/sweep.checkpoint.h5", 0.05 * stop);
    if (stopped.status == 0) break;
    ++n_stopped;
  }
  CHECK(n_stopped > 2);
  const Outcome resumed = rumbo_in(folder.path(), "sweep sweep.toml -o out --resume" + quiet);
  INFO(resumed.error);
  REQUIRE(resumed.status == 0);
  CHECK(difference_of_results(folder / "whole/sweep.h5", folder / "out/sweep.h5") == "");
  CHECK(names_in(folder / "out") == std::vector<std::string>{"sweep.h5"});
}

TEST_CASE("a sweep in tasks is merged to the file of one whole", "[repeat][cli][sweep]") {
  const ScratchFolder folder;
  write_sweep(folder.path());
  REQUIRE(rumbo_in(folder.path(), "sweep sweep.toml -o whole" + quiet).status == 0);
  for (const std::string task : {"3/3", "1/3"})
    REQUIRE(rumbo_in(folder.path(), "sweep sweep.toml -o out --task " + task + quiet).status == 0);
  const Outcome early = rumbo_in(folder.path(), "merge sweep.toml -o out");
  CHECK(early.status == 1);
  CHECK_THAT(early.error, Contains("5 of 16 runs are missing, the first of them run 5"));
  CHECK(rumbo_in(folder.path(), "merge sweep.toml -o out --partial").status == 0);
  CHECK(ResultsFile(folder / "out/sweep.h5").header().replicates.size() == 11);
  const auto status = nlohmann::json::parse(rumbo_in(folder.path(), "status out/sweep --json").out);
  REQUIRE(status.size() == 1);
  CHECK(status[0]["finished"] == 11);
  CHECK(status[0]["left"] == 5);
  REQUIRE(rumbo_in(folder.path(), "sweep sweep.toml -o out --task 2/3" + quiet).status == 0);
  const Outcome merged = rumbo_in(folder.path(), "merge sweep.toml -o out");
  INFO(merged.error);
  REQUIRE(merged.status == 0);
  CHECK(difference_of_results(folder / "whole/sweep.h5", folder / "out/sweep.h5") == "");
  CHECK(names_in(folder / "out") == std::vector<std::string>{"sweep.h5"});
}

TEST_CASE("a run that fails is told, and the others are there", "[repeat][cli][sweep]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  // The policy triples what the second point has raised already.
  write_bytes(folder / "harder.toml",
              "extends = \"base.toml\"\n[[policy]]\nid = \"p\"\nlever = \"parameter_change\"\n"
              "parameter = \"border.apprehension\"\nborders = [\"*\"]\nstart = \"2001-01\"\n"
              "change = \"+200%\"\n");
  write_bytes(folder / "points.csv",
              "border.apprehension,decision.weight_wage\n0.1,0.08\n0.9,0.08\n0.2,0.08\n");
  write_bytes(folder / "sweep.toml",
              "scenarios = [\"base.toml\", \"harder.toml\"]\nreplicates = 1\n[design]\n"
              "kind = \"file\"\nfile = \"points.csv\"\n");
  const Outcome ends = rumbo_in(folder.path(), "sweep sweep.toml -o out" + quiet);
  CHECK(ends.status == 1);
  CHECK_THAT(ends.error, Contains("point 1, replicate 0: ") && Contains("border.apprehension") &&
                             Contains("--keep-going"));
  const Outcome goes_on =
      rumbo_in(folder.path(), "sweep sweep.toml -o out --resume --keep-going" + quiet);
  CHECK(goes_on.status == 1);
  CHECK_THAT(goes_on.error, Contains("1 of 3 runs failed and are left out"));
  const ResultsFile file(folder / "out/sweep.h5");
  CHECK(file.header().replicates == std::vector<uint32_t>{0, 2});
  REQUIRE(file.header().sweep->failed.size() == 1);
  CHECK(file.header().sweep->failed[0].number == 1);
  CHECK_THAT(rumbo_in(folder.path(), "status out/sweep").out,
             Contains("2 of 3 runs are finished, 1 failed, 0 are left"));
  // Asked for once more, the shards stay for those that failed.
  for (const std::string how : {" --keep-going --resume", " --keep-going"}) {
    CHECK(rumbo_in(folder.path(), "sweep sweep.toml -o out" + how + quiet).status == 1);
    CHECK_THAT(rumbo_in(folder.path(), "status out/sweep").out,
               Contains("2 of 3 runs are finished, 1 failed, 0 are left"));
  }
  const Outcome again =
      rumbo_in(folder.path(), "sweep sweep.toml -o out --retry-failed --keep-going" + quiet);
  CHECK(again.status == 1);
  CHECK(ResultsFile(folder / "out/sweep.h5").header().replicates.size() == 2);
  // Begun anew with a design that all can run, nothing remembers the failure.
  write_bytes(folder / "points.csv", "border.apprehension,decision.weight_wage\n0.1,0.08\n");
  CHECK(rumbo_in(folder.path(), "sweep sweep.toml -o out --overwrite" + quiet).status == 0);
  CHECK(names_in(folder / "out") == std::vector<std::string>{"sweep.h5"});
}

TEST_CASE("a dry run of a sweep says what it takes", "[cli][sweep]") {
  const ScratchFolder folder;
  write_sweep(folder.path());
  const Outcome told = rumbo_in(folder.path(), "sweep sweep.toml --dry-run --threads 2");
  INFO(told.error);
  REQUIRE(told.status == 0);
  CHECK_THAT(told.out, Contains("latin_hypercube: 8 points of 2 parameters") &&
                           Contains("runs        16 (8 points x 2 replicates)") &&
                           Contains("made once a replicate, shared by all points") &&
                           Contains("2 runs at once, 1 thread each") && Contains("disk"));
  CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("a design file with mistakes is told all of them with their places",
          "[cli][sweep][bad_input]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const auto mistakes = [&](const std::string& text) {
    write_bytes(folder / "bad.toml", text);
    const Outcome told = rumbo_in(folder.path(), "sweep bad.toml -o out");
    CHECK(told.status == 2);
    CHECK_FALSE(fs::exists(folder / "out"));
    return told.error;
  };
  const std::string scenarios = "scenarios = [\"base.toml\"]\n";
  CHECK_THAT(mistakes("scenario = \"base.toml\"\nscale = 2\n[design]\nkind = \"sobel\"\n"),
             Contains("bad.toml:1:1: unknown key 'scenario'; did you mean 'scenarios'?") &&
                 Contains("bad.toml:2:9: scale: found 2") &&
                 Contains("bad.toml:4:8: design.kind: no kind of design 'sobel'; did you mean "
                          "'sobol'?"));
  CHECK_THAT(mistakes(scenarios + "[design]\nkind = \"morris\"\ntrajectory = 4\n"),
             Contains("bad.toml:4:1: design: unknown key 'trajectory'; did you mean "
                      "'trajectories'?"));
  CHECK_THAT(mistakes(scenarios + "[design]\nkind = \"sobol\"\nsamples = 4\n"
                                  "parameters = [\"decision.weight_wages\"]\n"),
             Contains("bad.toml:5:15: design.parameters: no parameter with a range "
                      "'decision.weight_wages'; did you mean 'decision.weight_wage'?"));
  CHECK_THAT(mistakes(scenarios + "[design]\nkind = \"sobol\"\nsamples = 4\n"
                                  "parameters = [\"decision.log_income\"]\n"),
             Contains("'decision.log_income' has no plausible range"));
  CHECK_THAT(mistakes("scenarios = [\"none.toml\"]\n[design]\nkind = \"file\"\nfile = \"x.csv\"\n"),
             Contains("no such file") && Contains("design.file"));
  write_bytes(folder / "points.csv", "border.apprehension\n0.2\n7\n");
  CHECK_THAT(mistakes(scenarios + "[design]\nkind = \"file\"\nfile = \"points.csv\"\n"),
             Contains("points.csv:3:1: border.apprehension: found 7; expected 0 to 1"));
  CHECK_THAT(mistakes(scenarios + "[design]\nkind = \"sobol\"\nsamples = 4\n[output]\n"
                                  "keep = [\"stocks\"]\n"),
             Contains("output.keep: no table 'stocks'; did you mean 'stock'?"));
  CHECK_THAT(rumbo_in(folder.path(), "sweep bad.toml --task 5/4").error,
             Contains("--task: found '5/4'; expected K/N"));
}
