// What lies under a run's name already is not lost unasked, and files of others never are.
#include <catch2/catch.hpp>

#include "engine/output/file_kind.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

/// A folder in which commands on one short scenario run, all under the name out/x.
class Place {
 public:
  Place() { write_tutorial_scenarios(folder.path()); }
  Outcome run(const std::string& more = "", const std::string& scenarios = "base.toml") const {
    return rumbo_in(folder.path(), "run " + scenarios +
                                       " --replicates 2 --set time.end=2000-05 --quiet -o out "
                                       "--name x " +
                                       more);
  }
  /// Stops after the first month: a checkpoint is left.
  void stop(const std::string& more = "") const {
    REQUIRE(run("--max-hours 0 " + more).status == 75);
  }
  /// Stops when a part is finished: side by side, both runs could end in the same month.
  void stop_with_a_part() const {
    stop("--at-once 1");
    for (int months = 1; parts().empty(); ++months) {
      REQUIRE(months < 10);
      REQUIRE(run("--max-hours 0 --at-once 1 --resume").status == 75);
    }
  }
  std::vector<std::string> parts() const {
    return fs::exists(folder / "out/x.parts") ? names_in(folder / "out/x.parts")
                                              : std::vector<std::string>{};
  }
  fs::path result() const { return folder / "out/x.h5"; }
  void refused(const Outcome& outcome, const std::string& sentence) const {
    CHECK(outcome.status == 1);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.error, Contains(sentence));
  }

  ScratchFolder folder;
};

}  // namespace

// Guards against: it was made again without a word.
TEST_CASE("a result that is there is kept, and made again when asked", "[cli]") {
  const Place place;
  REQUIRE(place.run().status == 0);
  const std::string first = bytes_of(place.result());
  for (const std::string again : {"", "--resume", "--resume --overwrite"}) {
    INFO(again);
    const Outcome outcome = place.run(again);
    CHECK(outcome.status == 0);
    CHECK(outcome.out == "out/x.h5: is already there, complete; --overwrite makes it again\n");
    CHECK((bytes_of(place.result()) == first));
  }
  CHECK(place.run("--overwrite --threads 1").status == 0);
  CHECK((bytes_of(place.result()) != first));  // another command line
  CHECK(names_in(place.folder / "out") == std::vector<std::string>{"x.h5"});
}

// Guards against: the result of the other seed was replaced.
TEST_CASE("a result of another run is not replaced unasked", "[cli][bad_input]") {
  const Place place;
  REQUIRE(place.run().status == 0);
  const std::string first = bytes_of(place.result());
  const std::string sentence = "out/x.h5: is of another run";
  for (const std::string resume : {"", "--resume "}) {
    place.refused(place.run(resume + "--set random.seed=5"), sentence);
    place.refused(place.run(resume + "--scale 0.003"), sentence);
    place.refused(place.run(resume, "base.toml later.toml"), sentence);
    place.refused(place.run(resume, "other.toml"), sentence);
  }
  CHECK((bytes_of(place.result()) == first));
  CHECK(place.run("--overwrite --set random.seed=5").status == 0);
  CHECK((bytes_of(place.result()) != first));
}

TEST_CASE("a file that is no result is not replaced", "[cli][bad_input]") {
  const Place place;
  fs::create_directories(place.folder / "out");
  write_bytes(place.result(), "my notes");
  for (const std::string how : {"", "--resume", "--overwrite"})
    place.refused(place.run(how), "out/x.h5: is there and is no result of rumbo");
  CHECK(bytes_of(place.result()) == "my notes");
  fs::remove(place.result());
  write_bytes(place.folder / "out/x.checkpoint.h5", "my notes");
  for (const std::string how : {"", "--resume", "--overwrite"})
    place.refused(place.run(how), "out/x.checkpoint.h5: is there and is no checkpoint of rumbo");
  CHECK(bytes_of(place.folder / "out/x.checkpoint.h5") == "my notes");
}

// Guards against: finished parts were removed without a word.
TEST_CASE("what a stopped run left is not thrown away unasked", "[cli]") {
  const Place place;
  place.stop_with_a_part();
  const auto parts = place.parts();
  place.refused(place.run(),
                "out/x.parts: is left of a run that was stopped; --resume goes on, --overwrite "
                "starts anew");
  CHECK(place.parts() == parts);
  SECTION("of another seed it is not resumed either") {
    fs::remove(place.folder / "out/x.checkpoint.h5");
    fs::remove(place.folder / "out/x.checkpoint.h5.prev");
    place.refused(place.run("--resume --set random.seed=5"), "out/x.parts: is of another run");
    CHECK(place.parts() == parts);
  }
  SECTION("resumed") {
    CHECK(place.run("--resume").status == 0);
  }
  SECTION("made anew") {
    CHECK(place.run("--overwrite --set random.seed=5").status == 0);
  }
  CHECK((place.parts().empty() || !fs::exists(place.result())));
}

TEST_CASE("a run that replaces a result and is stopped can be resumed", "[cli]") {
  const Place place;
  REQUIRE(place.run("--set random.seed=5").status == 0);
  const std::string older = bytes_of(place.result());
  place.stop("--overwrite");
  CHECK((bytes_of(place.result()) == older));
  place.refused(place.run("--resume"), "out/x.h5: is of another run");
  CHECK(place.run("--resume --overwrite").status == 0);
  CHECK(attribute_of(place.result(), "seed") == "1");
  CHECK(names_in(place.folder / "out") == std::vector<std::string>{"x.h5"});
}

// Guards against: notes.h5 was removed, and with it what the link led to.
TEST_CASE("files of others in the folder of parts are left", "[cli]") {
  const Place place;
  fs::create_directories(place.folder / "out/x.parts");
  fs::create_directories(place.folder / "elsewhere");
  write_bytes(place.folder / "out/x.parts/notes.h5", "mine");
  write_bytes(place.folder / "out/x.parts/s0009-r000009.h5", "mine");
  write_bytes(place.folder / "elsewhere/precious.h5", "mine");
  fs::create_symlink(place.folder / "elsewhere/precious.h5",
                     place.folder / "out/x.parts/s0000-r000001.h5");
  const Outcome outcome = place.run("--overwrite");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.error, Contains("warning: out/x.parts holds files that are not parts"));
  CHECK(place.parts() == std::vector<std::string>{"notes.h5", "s0009-r000009.h5"});
  CHECK(bytes_of(place.folder / "elsewhere/precious.h5") == "mine");
}

// Guards against: the files where the link led were removed.
TEST_CASE("a link in place of the folder of parts is refused", "[cli][bad_input]") {
  const Place place;
  fs::create_directories(place.folder / "out");
  fs::create_directories(place.folder / "elsewhere");
  write_bytes(place.folder / "elsewhere/precious.h5", "mine");
  fs::create_symlink(place.folder / "elsewhere", place.folder / "out/x.parts");
  for (const std::string how : {"", "--resume", "--overwrite"})
    place.refused(place.run(how), "out/x.parts: is a link");
  CHECK(names_in(place.folder / "elsewhere") == std::vector<std::string>{"precious.h5"});
}

// Guards against: precious was overwritten through x.h5.tmp.
TEST_CASE("a link under a temporary name or a name of the run is replaced, never followed",
          "[cli]") {
  for (const std::string name : {"x.h5.tmp", "x.checkpoint.h5.tmp", "x.h5"}) {
    INFO(name);
    const Place place;
    fs::create_directories(place.folder / "out");
    write_bytes(place.folder / "precious", "mine");
    fs::create_symlink(place.folder / "precious", place.folder / "out" / name);
    const Outcome outcome = place.run("--overwrite --checkpoint-every 0");
    INFO(outcome.error);
    CHECK(outcome.status == 0);
    CHECK(bytes_of(place.folder / "precious") == "mine");
    CHECK(names_in(place.folder / "out") == std::vector<std::string>{"x.h5"});
  }
}

TEST_CASE("checkpoints of a history are kept, gone on with, and not mixed with another's",
          "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const std::string run = "run base.toml --until 2000-04 --checkpoint --quiet -o out ";
  REQUIRE(rumbo_in(folder.path(), run).status == 0);
  const auto written = folder / "out/base.until-2000-04.r0001.h5";
  const Outcome again = rumbo_in(folder.path(), run);
  CHECK(again.status == 0);
  CHECK_THAT(again.out, Contains("all 3 checkpoints are already there"));
  fs::remove(written);
  CHECK(rumbo_in(folder.path(), run).status == 0);
  REQUIRE(fs::exists(written));
  const std::string bytes = bytes_of(written);
  const Outcome other = rumbo_in(folder.path(), run + "--set random.seed=5");
  CHECK(other.status == 1);
  CHECK_THAT(other.error, Contains("is the checkpoint of another history"));
  CHECK((bytes_of(written) == bytes));
  CHECK(rumbo_in(folder.path(), run + "--set random.seed=5 --overwrite").status == 0);
  CHECK((bytes_of(written) != bytes));
}
