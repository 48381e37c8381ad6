// Where `rumbo run` puts its result, and names and folders that it refuses.
#include <catch2/catch.hpp>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const std::string quick = "run base.toml --replicates 1 --set time.end=2000-03 --quiet -o out ";

}  // namespace

// Guards against: the result was out/x.h5.h5.
TEST_CASE("an ending .h5 in the name is not doubled", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), quick + "--name x.h5").status == 0);
  CHECK(names_in(folder / "out") == std::vector<std::string>{"x.h5"});
}

// Guards against: a result was written two folders up.
TEST_CASE("a name that leaves the folder or is no name is refused and nothing is written",
          "[cli][bad_input]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  fs::create_directories(folder / "a");
  const auto before = names_in(folder.path());
  const std::string too_long(300, 'n');
  for (const std::string name :
       {"../../x", "/tmp/rumbo-nowhere/x", "a/b", "''", ".h5", ".", "..", "\"$(printf 'a\\nb')\"",
        "\"$(printf 'a\\033b')\"", "x.checkpoint", too_long.c_str()}) {
    INFO(name);
    const Outcome outcome = rumbo_in(folder.path(), quick + "--name " + name);
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.error, Catch::StartsWith("--name: found '") && Contains("expected"));
    CHECK(std::count(outcome.error.begin(), outcome.error.end(), '\n') == 1);
    CHECK(names_in(folder.path()) == before);
  }
}

TEST_CASE("a folder for results that is none is said in one sentence", "[cli][bad_input]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  write_bytes(folder / "file", "mine");
  fs::create_symlink(folder / "nowhere", folder / "dangling");
  fs::create_symlink(folder / "file", folder / "link");
  const std::string run = "run base.toml --replicates 1 --set time.end=2000-03 --quiet -o ";
  const auto refused = [&](const std::string& where, int status, const std::string& sentence) {
    const Outcome outcome = rumbo_in(folder.path(), run + where);
    INFO(where << ": " << outcome.error);
    CHECK(outcome.status == status);
    CHECK_THAT(outcome.error, Contains(sentence));
    CHECK(std::count(outcome.error.begin(), outcome.error.end(), '\n') == 1);
  };
  refused("file", 1, "file: is a file; expected a folder");
  refused("link", 1, "link: is a file; expected a folder");
  refused("dangling", 1, "dangling: is a link that leads nowhere");
  refused("file/deeper", 1, "file/deeper");
  refused("''", 2, "-o: found ''; expected a folder");
  refused("/proc/self", 1, "/proc/self");
  CHECK(bytes_of(folder / "file") == "mine");
  CHECK_FALSE(fs::exists(folder / "nowhere"));
}

TEST_CASE("more threads than there are are said and not recorded", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const Outcome outcome = rumbo_in(folder.path(), quick + "--name x --threads 10000");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.error,
             Catch::StartsWith("warning: --threads 10000: this machine has use for "));
  CHECK(rumbo_in(folder.path(), quick + "--name y --threads 0").status == 2);
  const Outcome info = rumbo_in(folder.path(), "info out/x.h5");
  CHECK_THAT(info.out, Contains("\n  threads ") && !Contains("  10000\n"));
}
