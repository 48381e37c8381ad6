// Runs side by side on the tutorial: however many there are at once, however they end and go on,
// and whenever scenarios part, the results are those of one run after the other on one thread.
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <string>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/spoilt_files.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

/// Scenarios that part from the first in the middle, at the start, never, and when something
/// happens.
void write_scenarios(const fs::path& folder) {
  write_tutorial_scenarios(folder);
  write_bytes(folder / "same.toml", "extends = \"base.toml\"\n");
  write_bytes(folder / "waits.toml",
              "extends = \"base.toml\"\n[[policy]]\nid = \"p\"\nlever = \"work_visa_quota\"\n"
              "corridors = [\"SUR->NORTE\"]\nstart = \"2000-07\"\nvisas_per_year = 50000\n"
              "when = \"births > 100 in 3 months\"\n");
}

const std::string all =
    "run base.toml later.toml other.toml same.toml waits.toml --replicates 3 --quiet --name x ";

/// "2 runs at once on 3 threads" as options
std::string threads(int at_once, int n_threads) {
  return " --at-once " + std::to_string(at_once) + " --threads " + std::to_string(n_threads) + " ";
}

struct Way {
  int at_once;
  int n_threads;
};
const std::vector<Way> ways{{1, 1}, {2, 2}, {1, 2}, {3, 3}, {2, 4}};

}  // namespace

TEST_CASE("runs side by side give the results of one after the other", "[repeat][cli]") {
  const ScratchFolder folder;
  write_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), all + "-o whole" + threads(1, 1)).status == 0);
  for (const auto& [at_once, n_threads] : ways) {
    INFO(at_once << " at once on " << n_threads << " threads");
    const std::string out = "out" + std::to_string(at_once) + "x" + std::to_string(n_threads);
    const std::string audit = at_once == 2 ? "--audit " : "";
    REQUIRE(
        rumbo_in(folder.path(), all + audit + "-o " + out + threads(at_once, n_threads)).status ==
        0);
    CHECK(difference_of_results(folder / "whole/x.h5", folder / out / "x.h5") == "");
    CHECK(names_in(folder / out) == std::vector<std::string>{"x.h5"});
  }
}

TEST_CASE("runs side by side that are stopped go on with another number of them", "[repeat][cli]") {
  const ScratchFolder folder;
  write_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), all + "-o whole" + threads(1, 1)).status == 0);
  int n_stopped = 0;
  for (const int signal : {SIGTERM, SIGKILL})
    for (size_t way = 0; way < ways.size(); ++way) {
      const auto& [at_once, n_threads] = ways[way];
      const auto& [then_at_once, then_threads] = ways[(way + 1) % ways.size()];
      INFO("signal " << signal << ", " << at_once << " at once on " << n_threads
                     << " threads, then " << then_at_once << " on " << then_threads);
      const std::string out = "out" + std::to_string(signal) + "-" + std::to_string(way);
      const Outcome stopped = rumbo_stopped(
          folder.path(), all + "-o " + out + " --checkpoint-every 0" + threads(at_once, n_threads),
          signal, folder / out / "x.checkpoint.h5", 0.02 * static_cast<double>(way));
      CHECK((stopped.status == 0 || stopped.status == (signal == SIGTERM ? 75 : 128 + SIGKILL)));
      n_stopped += stopped.status == 0 ? 0 : 1;
      const Outcome resumed = rumbo_in(
          folder.path(), all + "-o " + out + " --resume" + threads(then_at_once, then_threads));
      INFO(resumed.error);
      REQUIRE(resumed.status == 0);
      CHECK(difference_of_results(folder / "whole/x.h5", folder / out / "x.h5") == "");
      CHECK(names_in(folder / out) == std::vector<std::string>{"x.h5"});
    }
  CHECK(n_stopped > 3);
}

TEST_CASE("histories are made side by side, and runs begin from them side by side",
          "[repeat][cli]") {
  const ScratchFolder folder;
  write_scenarios(folder.path());
  for (const std::string at_once : {"1", "2"})
    REQUIRE(
        rumbo_in(folder.path(), "run base.toml --until 2001-03 --checkpoint --quiet -o history" +
                                    at_once + " --threads 2 --at-once " + at_once)
            .status == 0);
  CHECK(names_in(folder / "history1") == names_in(folder / "history2"));
  REQUIRE(rumbo_in(folder.path(), "run base.toml later.toml --quiet --name x -o whole").status ==
          0);
  for (const std::string at_once : {"1", "2"}) {
    INFO(at_once << " at once");
    REQUIRE(
        rumbo_in(folder.path(), "run base.toml later.toml --quiet --name x --threads 2 -o from" +
                                    at_once + " --at-once " + at_once + " --from history" +
                                    at_once + "/base.until-2001-03")
            .status == 0);
    CHECK(difference_of_results(folder / "whole/x.h5", folder / ("from" + at_once) / "x.h5") == "");
  }
}

TEST_CASE("a run says how it shares out threads", "[cli]") {
  const ScratchFolder folder;
  write_scenarios(folder.path());
  const Outcome told = rumbo_in(folder.path(), all + "--dry-run --threads 4 --at-once 2");
  REQUIRE(told.status == 0);
  CHECK_THAT(told.out, Contains("threads     2 runs at once, 2 threads each\n"));
  const Outcome alone =
      rumbo_in(folder.path(), "run base.toml --replicates 1 --dry-run --threads 2 --at-once 4096");
  CHECK_THAT(alone.out, Contains("threads     1 run at once, 2 threads each\n"));
}

TEST_CASE("a history that takes too long stops between replicates", "[repeat][cli]") {
  const ScratchFolder folder;
  write_scenarios(folder.path());
  const std::string history =
      "run base.toml --until 2001-03 --checkpoint --quiet -o history --at-once 2 --threads 2";
  const Outcome late = rumbo_in(folder.path(), history + " --max-hours 0");
  CHECK(late.status == 75);
  CHECK_THAT(late.error, Contains("stopped with 0 of 3 checkpoints written"));
  CHECK(rumbo_in(folder.path(), history).status == 0);
}

TEST_CASE("scenarios that part through files give the same results", "[repeat][cli]") {
  const ScratchFolder folder;
  write_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), all + "-o whole" + threads(2, 2)).status == 0);
  const std::string through = all + "--part-through-files --threads 2 ";
  REQUIRE(rumbo_in(folder.path(), through + "-o out").status == 0);
  CHECK(difference_of_results(folder / "whole/x.h5", folder / "out/x.h5") == "");
  CHECK(names_in(folder / "out") == std::vector<std::string>{"x.h5"});
  CHECK_THAT(rumbo_in(folder.path(), through + "--dry-run").out,
             Contains("scenarios part through a file: memory holds one run\n"));
  int n_stopped = 0;
  for (const int signal : {SIGTERM, SIGKILL}) {
    const std::string out = "stopped" + std::to_string(signal);
    const Outcome stopped =
        rumbo_stopped(folder.path(), through + "-o " + out + " --checkpoint-every 0", signal,
                      folder / out / "x.parting.r0001.2001-04.h5", 0.02);
    n_stopped += stopped.status == 0 ? 0 : 1;
    // What was begun through files goes on with copies as well.
    const std::string then = signal == SIGTERM ? through : all;
    const Outcome resumed = rumbo_in(folder.path(), then + "-o " + out + " --resume");
    INFO(resumed.error);
    REQUIRE(resumed.status == 0);
    CHECK(difference_of_results(folder / "whole/x.h5", folder / out / "x.h5") == "");
    CHECK(names_in(folder / out) == std::vector<std::string>{"x.h5"});
  }
  CHECK(n_stopped == 2);
}
