// `rumbo run` and what reads its results, from outside: files, exit statuses, sentences.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/small_disk.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

TEST_CASE("a small run leaves one file that info and compare can read", "[cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  const Outcome run =
      rumbo_in(folder.path(), "run base.toml border.toml --replicates 3 -o out --json --audit");
  REQUIRE(run.status == 0);
  const auto report = nlohmann::json::parse(run.out);
  CHECK(report["result"] == "out/base+border.h5");
  CHECK(report["scenarios"] == nlohmann::json{"base", "border"});
  CHECK(report["replicates"] == 3);
  CHECK(report["person_months"] > 1000000);
  size_t n_files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "out")) {
    CHECK(entry.path().filename() == "base+border.h5");  // no part, no checkpoint is left
    ++n_files;
  }
  CHECK(n_files == 1);
  const Outcome info = rumbo_in(folder.path(), "info out/base+border.h5");
  CHECK(info.status == 0);
  CHECK_THAT(info.out, Contains("base") && Contains("border") && Contains("stock"));
  const Outcome compared = rumbo_in(folder.path(), "compare out/base+border.h5 --json");
  CHECK(compared.status == 0);
  CHECK_NOTHROW(nlohmann::json::parse(compared.out));
  CHECK_THAT(compared.out, Contains("border"));
}

TEST_CASE("a dry run says what would be run and writes nothing", "[cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  const Outcome outcome =
      rumbo_in(folder.path(), "run base.toml border.toml amnesty.toml -o out --dry-run");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("scenarios   3\n") && Contains("base: run from the start\n") &&
                              Contains("border: differs from the first from 2000-10 on\n") &&
                              Contains("amnesty: differs from the first from 2001-01 on\n") &&
                              Contains("months      2000-01 to 2001-09, 1 replicates\n") &&
                              Contains("memory ") && Contains("disk "));
  CHECK_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_CASE("scenarios that cannot be compared are refused", "[cli][bad_input]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  write_bytes(folder / "late.toml",
              "extends = \"base.toml\"\n[time]\nend = \"2003-01\"\n[random]\nseed = 4\n");
  const Outcome outcome = rumbo_in(folder.path(), "run base.toml late.toml -o out");
  CHECK(outcome.status == 2);
  CHECK(outcome.error ==
        "late.toml: [time] is not that of base.toml; scenarios that are compared must share it\n"
        "late.toml: random.seed is not that of base.toml; scenarios that are compared must share "
        "it\n");
  CHECK(rumbo_in(folder.path(), "run base.toml base.toml").error ==
        "base.toml: a scenario named 'base' is there already; rename the file\n");
}

TEST_CASE("what a run cannot be asked for is refused in one sentence", "[cli][bad_input]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  const auto refused = [&](const std::string& arguments, const std::string& sentence) {
    const Outcome outcome = rumbo_in(folder.path(), arguments);
    INFO(arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.error, Contains(sentence));
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
  };
  refused("run", "scenario is required");
  refused("run bse.toml", "bse.toml: no such file; did you mean 'base.toml'?");
  refused("run base.toml --replicate 3", "did you mean '--replicates'?");
  refused("run base.toml --scale 2", "--scale");
  refused("run base.toml --replicates 0", "--replicates");
  refused("run base.toml --set border.aprehension=1", "did you mean 'border.apprehension'?");
  refused("run base.toml --until 2001-01", "--until MONTH and --checkpoint go together");
  refused("run base.toml --checkpoint", "--until MONTH and --checkpoint go together");
  refused("run base.toml --until 1999-01 --checkpoint", "expected a month after 2000-01");
  refused("run base.toml border.toml --until 2000-05 --checkpoint", "give one scenario");
  const std::string history = "run base.toml --until 2000-05 --checkpoint ";
  refused(history + "--checkpoint-every 1 --name x", "leave out --checkpoint-every");
  refused(history + "--checkpoint-every 1 --name x", "leave out --name");
  refused(history + "--from other", "leave out --from");
}

TEST_CASE("a limit to the size of files ends a run with a sentence, not by its signal", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  rlimit usual = {};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
  const rlimit small{4096, usual.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const Outcome outcome = rumbo_in(folder.path(), "run base.toml --quiet -o out");
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.error,
             Contains("rumbo: cannot write out/base.parts/") && Contains("File too large"));
}

TEST_CASE("files that are missing or of another kind fail with one sentence", "[cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  write_bytes(folder / "torn.h5", "\x89HDF\r\n\x1a\nnothing more");
  for (const std::string arguments :
       {"compare none.h5", "info none.h5", "info torn.h5", "compare torn.h5",
        "run base.toml --quiet --from nowhere", "info base.toml"}) {
    INFO(arguments);
    const Outcome outcome = rumbo_in(folder.path(), arguments);
    CHECK((outcome.status == 1 || outcome.status == 2));
    CHECK(outcome.out.empty());
    CHECK(std::count(outcome.error.begin(), outcome.error.end(), '\n') == 1);
    CHECK(outcome.error.size() > 20);
  }
}

TEST_CASE("a run on a full disk stops with one sentence and goes on when there is room",
          "[cli][repeat]") {
  const SmallDisk disk("64m");
  SKIP_UNLESS_MOUNTED(disk);
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  const std::string command = "run base.toml --quiet -o " + disk.path().string();
  disk.fill_but(100000);
  const Outcome full = rumbo_in(folder.path(), command);
  CHECK(full.status == 1);
  CHECK_THAT(full.error, Contains("No space left on device"));
  CHECK(std::count(full.error.begin(), full.error.end(), '\n') == 1);
  CHECK_FALSE(std::filesystem::exists(disk / "base.h5"));
  std::filesystem::remove(disk / "filler");
  CHECK(rumbo_in(folder.path(), command + " --resume").status == 0);
  CHECK(std::filesystem::exists(disk / "base.h5"));
}

TEST_CASE("a folder that cannot be written to is said before the run", "[cli]") {
  const ScratchFolder folder;
  write_small_scenarios(folder.path());
  write_bytes(folder / "file", "");
  const Outcome outcome = rumbo_in(folder.path(), "run base.toml --quiet -o file/out");
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.error, Contains("file/out"));
}
