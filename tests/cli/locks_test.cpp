// Two runs of one name at once: the second is refused, and the first goes on.
#include <catch2/catch.hpp>
#include <csignal>

#include "tests/support/program.hpp"
#include "tests/support/program_started.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo::test;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

/// Years enough that it is still running whatever the machine is doing.
const std::string long_run = "run base.toml --quiet -o out --name x --set time.end=2019-12 ";

}  // namespace

// Guards against: both ended with an error and nothing was left.
TEST_CASE("a second run of a name is refused and the first ends as if alone", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  StartedProgram first(folder.path(), long_run + "--replicates 200");
  REQUIRE(first.wait_for(folder / "out/x.lock"));
  for (const std::string how : {"", "--resume", "--overwrite", "--set random.seed=9"}) {
    INFO(how);
    const Outcome second = rumbo_in(folder.path(), long_run + "--replicates 200 " + how);
    CHECK(second.status == 1);
    CHECK_THAT(second.error, Contains("rumbo: out/x.h5: is being made by another run (process " +
                                      std::to_string(first.process()) + " on "));
  }
  first.send(SIGTERM);
  CHECK(first.wait() == 75);
  CHECK_FALSE(fs::exists(folder / "out/x.lock"));
  CHECK(rumbo_in(folder.path(), "run base.toml --quiet -o out --name y --replicates 1").status ==
        0);
}

TEST_CASE("a killed run holds no lock, and a foreign file is not taken for one", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  StartedProgram first(folder.path(), long_run + "--replicates 200");
  REQUIRE(first.wait_for(folder / "out/x.lock"));
  first.send(SIGKILL);
  CHECK(first.wait() == 128 + SIGKILL);
  CHECK(fs::exists(folder / "out/x.lock"));
  const std::string short_run = "run base.toml --quiet -o out --name x --replicates 1 --overwrite";
  CHECK(rumbo_in(folder.path(), short_run).status == 0);
  CHECK(names_in(folder / "out") == std::vector<std::string>{"x.h5"});

  write_bytes(folder / "precious", "mine");
  const auto is_refused = [&] {
    const Outcome outcome = rumbo_in(folder.path(), short_run);
    return outcome.status == 1 &&
           outcome.error.find("out/x.lock: is no lock of rumbo") != std::string::npos;
  };
  write_bytes(folder / "out/x.lock", "mine");
  CHECK(is_refused());
  CHECK(bytes_of(folder / "out/x.lock") == "mine");
  fs::remove(folder / "out/x.lock");
  fs::create_symlink(folder / "precious", folder / "out/x.lock");
  CHECK(is_refused());
  CHECK(bytes_of(folder / "precious") == "mine");
}

TEST_CASE("a history that is being made is locked too", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const std::string command =
      "run base.toml --until 2019-10 --checkpoint --set time.end=2019-12 --quiet -o out "
      "--replicates 200";
  StartedProgram first(folder.path(), command);
  REQUIRE(first.wait_for(folder / "out/base.until-2019-10.lock"));
  const Outcome second = rumbo_in(folder.path(), command);
  CHECK(second.status == 1);
  CHECK_THAT(second.error, Contains("is being made by another run"));
  first.send(SIGHUP);
  CHECK(first.wait() == 75);
}
