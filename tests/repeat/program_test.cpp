// The program stopped by a signal at any moment and resumed, branched from a checkpoint, and
// run in pieces: the merged results are those of one run.
#include "tests/support/program.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <random>

#include "tests/support/scratch_folder.hpp"
#include "tests/support/spoilt_files.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

const std::string both = "run base.toml border.toml --replicates 2 --quiet ";

double any_seconds(double most) {
  static std::mt19937 any(std::random_device{}());  // another moment at every run of the test
  return std::uniform_real_distribution<double>(0, most)(any);
}

}  // namespace

// Seen to fail when a resumed run forgot the branch that was under way.
TEST_CASE("stopped by a signal and resumed, the results are those of one run", "[repeat][cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), both + "-o whole").status == 0);
  for (const int signal : {SIGTERM, SIGUSR1, SIGINT}) {
    const std::string name = "stopped" + std::to_string(signal);
    std::string command = both + "-o " + name + " --checkpoint-every 0 --threads 1";
    int n_stops = 0;
    for (; n_stops < 3; ++n_stops) {  // the later stops fall into later scenarios and replicates
      const double seconds = any_seconds(0.4);
      INFO("signal " << signal << " after " << seconds << " s");
      const Outcome outcome = rumbo_stopped(
          folder.path(), command, signal, folder / (name + "/base+border.checkpoint.h5"), seconds);
      command = both + "-o " + name + " --checkpoint-every 0 --resume";
      if (outcome.status == 0) break;
      CHECK(outcome.status == 75);
      CHECK(outcome.error == "stopped at a checkpoint; the same command with --resume goes on\n");
      CHECK_FALSE(std::filesystem::exists(folder / (name + "/base+border.h5")));
    }
    CHECK(n_stops > 0);
    REQUIRE(rumbo_in(folder.path(), command).status == 0);
    CHECK(difference_of_results(folder / "whole/base+border.h5",
                                folder / (name + "/base+border.h5")) == "");
    CHECK_FALSE(std::filesystem::exists(folder / (name + "/base+border.checkpoint.h5")));
  }
}

TEST_CASE("a killed run loses at most what came after its checkpoint", "[repeat][cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), both + "-o whole").status == 0);
  const std::string command = both + "-o killed --checkpoint-every 0";
  const auto checkpoint = folder / "killed/base+border.checkpoint.h5";
  CHECK(rumbo_stopped(folder.path(), command, SIGKILL, checkpoint, any_seconds(0.5)).status ==
        128 + SIGKILL);
  // The newest checkpoint is torn as well: the one before it serves, and the user is told.
  // Killed between its two renames, it left the one before only.
  if (std::filesystem::exists(checkpoint) &&
      std::filesystem::exists(checkpoint.string() + ".prev")) {
    std::filesystem::resize_file(checkpoint, std::filesystem::file_size(checkpoint) / 2);
    const Outcome resumed = rumbo_in(folder.path(), command + " --resume");
    CHECK(resumed.status == 0);
    CHECK_THAT(resumed.error, Contains(".prev"));
  } else {
    REQUIRE(rumbo_in(folder.path(), command + " --resume").status == 0);
  }
  CHECK(difference_of_results(folder / "whole/base+border.h5", folder / "killed/base+border.h5") ==
        "");
}

TEST_CASE("a time limit stops at a checkpoint", "[repeat][cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), both + "-o whole").status == 0);
  const std::string command = both + "-o out";
  REQUIRE(rumbo_in(folder.path(), command + " --max-hours 0").status == 75);
  for (int months = 0; months < 3; ++months)
    REQUIRE(rumbo_in(folder.path(), command + " --max-hours 0 --resume").status == 75);
  REQUIRE(rumbo_in(folder.path(), command + " --resume").status == 0);
  CHECK(difference_of_results(folder / "whole/base+border.h5", folder / "out/base+border.h5") ==
        "");
}

TEST_CASE("a branch from a checkpoint is the run that had the policy from the start",
          "[repeat][cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  const Outcome history =
      rumbo_in(folder.path(), "run base.toml --until 2000-09 --checkpoint --quiet -o history");
  REQUIRE(history.status == 0);
  CHECK_THAT(history.out, Contains("branch with: rumbo run SCENARIO --from "
                                   "history/base.until-2000-09"));
  for (const std::string name : {"base", "border", "amnesty", "waits"}) {
    INFO(name);
    REQUIRE(rumbo_in(folder.path(), "run " + name + ".toml --quiet -o whole").status == 0);
    REQUIRE(rumbo_in(folder.path(), "run " + name +
                                        ".toml --quiet -o branched --from "
                                        "history/base.until-2000-09")
                .status == 0);
    CHECK(difference_of_results(folder / ("whole/" + name + ".h5"),
                                folder / ("branched/" + name + ".h5")) == "");
  }
}

TEST_CASE("a branch is refused where its history would differ", "[repeat][cli][bad_input]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), "run base.toml --until 2000-12 --checkpoint --quiet -o history")
              .status == 0);
  const std::string from = " --quiet -o out --from history/base.until-2000-12";
  const auto refused = [&](const std::string& arguments, const std::string& sentence) {
    const Outcome outcome = rumbo_in(folder.path(), "run " + arguments + from);
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.error, Contains(sentence));
    CHECK_FALSE(std::filesystem::exists(folder / "out"));  // what is refused leaves nothing
  };
  refused("border.toml",
          "history/base.until-2000-12.r0000.h5: its history ends in 2000-12, but border.toml has "
          "another value there already in 2000-10: border.enforcement");
  refused("base.toml --set money.saving_home=0.05",
          "but base.toml has another value there already in 2000-01: money.saving_home "
          "(checkpoint 0.03, base 0.05)");
  refused("waits.toml",
          "history/base.until-2000-12.r0000.h5: waits.toml waits for something from before 2000-12 "
          "on that the history did not watch; give its policies a start of 2000-12 or later");
  refused("base.toml --set random.seed=4", "different: seed (3, here 4)");
  refused("base.toml --scale 0.00005", "scale (0.0001, here 5e-05)");
  refused("base.toml --set time.end=2003-01", "end (2001-10, here 2003-01)");
}

TEST_CASE("the checkpoint of another run is refused", "[repeat][cli][bad_input]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  const std::string limit = " --max-hours 0 --quiet -o out --name mine";
  REQUIRE(rumbo_in(folder.path(), "run base.toml" + limit).status == 75);
  const std::vector<std::pair<std::string, std::string>> others = {
      {"base.toml --set random.seed=4", "seed (3, here 4)"},
      {"border.toml", "scenarios ("},
      {"base.toml --scale 0.00005", "scale (0.0001, here 5e-05)"}};
  for (const auto& [other, difference] : others) {
    INFO(other);
    const Outcome outcome = rumbo_in(folder.path(), "run " + other + limit + " --resume");
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.error,
               Contains("rumbo: out/mine.checkpoint.h5: is the checkpoint of another run; "
                        "different: ") &&
                   Contains(difference) &&
                   Contains("give another --name, or --overwrite to start anew\n"));
  }
  CHECK(rumbo_in(folder.path(), "run base.toml --quiet -o out --name mine --resume").status == 0);
}

// A program of the same commit may be another: the executable itself is compared.
// Guards against: only the first replicate's history was looked at before others were run.
TEST_CASE("the histories of all replicates are looked at before anything is made",
          "[repeat][cli][bad_input]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const auto history = [&](const std::string& month) {
    REQUIRE(rumbo_in(folder.path(), "run base.toml --checkpoint --quiet -o out --until " + month)
                .status == 0);
  };
  history("2000-03");
  history("2000-05");
  const auto last = folder / "out/base.until-2000-03.r0002.h5";
  const auto before = names_in(folder / "out");
  const std::string branch = "run later.toml --quiet -o out --from out/base.until-2000-03";
  std::filesystem::copy_file(folder / "out/base.until-2000-05.r0002.h5", last,
                             std::filesystem::copy_options::overwrite_existing);
  const Outcome other_month = rumbo_in(folder.path(), branch);
  CHECK(other_month.status == 2);
  CHECK_THAT(other_month.error,
             Contains("r0002.h5: its history ends in 2000-05, that of replicate 0 in 2000-03"));
  CHECK(names_in(folder / "out") == before);
  std::filesystem::remove(last);
  const Outcome missing = rumbo_in(folder.path(), branch);
  CHECK(missing.status == 1);
  CHECK_THAT(missing.error, Contains("base.until-2000-03.r0002.h5"));
  CHECK(names_in(folder / "out").size() + 1 == before.size());
}

TEST_CASE("what another build left is neither resumed nor branched from",
          "[repeat][cli][bad_input]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), "run base.toml --max-hours 0 --quiet -o out").status == 75);
  REQUIRE(
      rumbo_in(folder.path(), "run base.toml --until 2000-09 --checkpoint --quiet -o out").status ==
      0);
  const std::string other = "executable: " + std::string(64, 'a') + "\n";
  forge(folder / "out/base.checkpoint.h5",
        [&](hid_t f) { put_texts(f, "texts/identity", {other}); });
  forge(folder / "out/base.until-2000-09.r0000.h5",
        [&](hid_t f) { put_texts(f, "texts/history", {other}); });
  const Outcome resumed = rumbo_in(folder.path(), "run base.toml --quiet -o out --resume");
  CHECK(resumed.status == 1);
  CHECK_THAT(resumed.error, Contains("executable (aaaaaaaaaaaa, here "));
  CHECK_FALSE(std::filesystem::exists(folder / "out/base.parts"));
  const Outcome branched =
      rumbo_in(folder.path(), "run border.toml --quiet -o out --from out/base.until-2000-09");
  CHECK(branched.status == 2);
  CHECK_THAT(branched.error, Contains("made by another run than this one") &&
                                 Contains("executable (aaaaaaaaaaaa, here "));
}

TEST_CASE("the number of threads and of scenarios in a command change no result", "[repeat][cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  const std::string three = "run base.toml border.toml amnesty.toml --quiet --name x ";
  REQUIRE(rumbo_in(folder.path(), three + "-o one --threads 1").status == 0);
  REQUIRE(rumbo_in(folder.path(), three + "-o four --threads 4 --audit").status == 0);
  CHECK(difference_of_results(folder / "one/x.h5", folder / "four/x.h5") == "");
}
