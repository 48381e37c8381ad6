// Standard output and error that are full, closed or not read.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

/// Exit status of a shell line in which `rumbo` stands for the program.
int status_of(const ScratchFolder& folder, const std::string& line) {
  const std::string command =
      "cd '" + folder.path().string() + "' && rumbo() { " RUMBO_PROGRAM " \"$@\"; } && " + line;
  const int raw = std::system(command.c_str());
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

const std::string quick_run = "run base.toml --replicates 2 --set time.end=2000-04 -o out ";

}  // namespace

// Guards against a return of the earlier fault, for --version, --help and compare: exit status 0.
TEST_CASE("what cannot be printed is a failure, whatever the command", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), quick_run + "--name x").status == 0);
  REQUIRE(rumbo_in(folder.path(),
                   "run base.toml other.toml --replicates 2 --set time.end=2000-04 "
                   "-o out --name two")
              .status == 0);
  for (const std::string command :
       {"--version", "--help", "", "run --help", "compare out/two.h5", "compare --help",
        "info out/x.h5", "info", "list levers", "explain border.apprehension", "check base.toml",
        "show base.toml", "diff base.toml later.toml"}) {
    INFO(command);
    CHECK(status_of(folder, "rumbo " + command + " > /dev/full 2> words") == 1);
    CHECK_THAT(bytes_of(folder / "words"), Contains("rumbo: cannot write to"));
    CHECK(status_of(folder, "rumbo " + command + " >&- 2> words") == 1);
  }
}

// Guards against: without standard error the program ended in an abort.
TEST_CASE("closed and full streams neither abort a run nor get into its file", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  REQUIRE(rumbo_in(folder.path(), quick_run + "--name whole").status == 0);
  const auto is_whole = [&](const std::string& name) {
    return difference_of_results(folder / "out/whole.h5", folder / ("out/" + name + ".h5")) == "";
  };
  CHECK(status_of(folder, "rumbo " + quick_run + "--name a 2>&- > /dev/null") == 0);
  CHECK(is_whole("a"));
  CHECK(status_of(folder, "rumbo " + quick_run + "--name b 2> /dev/full > /dev/null") == 0);
  CHECK(is_whole("b"));
  CHECK(status_of(folder, "rumbo " + quick_run + "--name c >&- 2>&- <&-") == 1);
  CHECK(is_whole("c"));
  CHECK(status_of(folder, "rumbo " + quick_run + "--name d > /dev/full 2> /dev/full") == 1);
  CHECK(is_whole("d"));
  for (const std::string wrong : {"run none.toml", "chek", "compare none.h5", "run --nothing"}) {
    INFO(wrong);
    const int status = status_of(folder, "rumbo " + wrong + " 2>&- >&-");
    CHECK((status == 1 || status == 2));
    CHECK(status_of(folder, "rumbo " + wrong + " 2> /dev/full > /dev/full") == status);
  }
}

TEST_CASE("a reader that goes away ends the program quietly", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const std::string gone = " 2> words; echo $? > status; } | true; cat status > /dev/null";
  CHECK(status_of(folder, "{ sleep 0.1; rumbo list parameters" + gone) == 0);
  CHECK(bytes_of(folder / "status") == "141\n");
  CHECK(bytes_of(folder / "words").empty());
  // A run goes on without its reader.
  CHECK(status_of(folder, "{ sleep 0.1; rumbo " + quick_run + "--name x --quiet" + gone) == 0);
  CHECK(bytes_of(folder / "status") == "141\n");
  CHECK(bytes_of(folder / "words").empty());
  CHECK(rumbo_in(folder.path(), "info out/x.h5").status == 0);
}

TEST_CASE("notes are hidden by --quiet, colours are for terminals", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const Outcome loud = rumbo_in(folder.path(), quick_run + "--name x");
  CHECK_THAT(loud.error, Catch::StartsWith("note: about ") && !Contains("\033["));
  CHECK(rumbo_in(folder.path(), quick_run + "--name y --quiet").error.empty());
  // script(1) gives a terminal.
  const std::string wrong = RUMBO_PROGRAM " chek; true";
  REQUIRE(status_of(folder, "script -qec '" + wrong + "' /dev/null > terminal < /dev/null") == 0);
  CHECK_THAT(bytes_of(folder / "terminal"), Contains("\033[31mrumbo: \033[m"));
  REQUIRE(status_of(folder, "NO_COLOR=1 script -qec '" + wrong +
                                "' /dev/null > terminal < /dev/null") == 0);
  CHECK_THAT(bytes_of(folder / "terminal"), !Contains("\033["));
}
