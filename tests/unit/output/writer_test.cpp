// The writer thread: blocks become one file, errors surface, interruptions leave the parts.
#include "engine/output/writer.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "engine/base/error.hpp"
#include "engine/output/reader.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;
using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

namespace {

void push_all_but(ResultsWriter& writer, const ResultsHeader& header, const Pairs& skipped) {
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario)
    for (const uint32_t replicate : header.replicates)
      if (std::find(skipped.begin(), skipped.end(), std::pair(scenario, replicate)) ==
          skipped.end())
        writer.push(test::sample_block(header, scenario, replicate));
}

/// Writes the first part, then dies as a killed process does.
[[noreturn]] void write_one_part_and_die(const std::filesystem::path& path,
                                         const ResultsHeader& header) {
  ResultsWriter writer(path, header);
  writer.push(test::sample_block(header, 0, 0));
  while (!std::filesystem::exists(part_path(writer.folder(), 0, 0)))
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  ::kill(::getpid(), SIGKILL);
  std::abort();
}

}  // namespace

TEST_CASE("blocks pushed in any order become one file without a trace", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(3);
  ResultsWriter writer(folder / "run.h5", header);
  CHECK(writer.finished_parts().empty());
  for (const uint32_t replicate : {2u, 0u, 1u})
    for (const uint32_t scenario : {1u, 0u})
      writer.push(test::sample_block(header, scenario, replicate));
  writer.finish({{"wall_seconds", 1.5}});
  CHECK_FALSE(std::filesystem::exists(folder / "run.parts"));
  const ResultsFile file(folder / "run.h5");
  CHECK(file.dense(0, 1, 2)[5] == static_cast<double>(test::sample_cell(0, 1, 2, 0, 5)));
  const auto& attributes = file.header().attributes;
  CHECK(std::any_of(attributes.begin(), attributes.end(), [](const ResultAttribute& item) {
    return item.name == "wall_seconds" && std::get<double>(item.value) == 1.5;
  }));
}

TEST_CASE("the same blocks give the same bytes whatever their order", "[repeat][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  for (const bool backwards : {false, true}) {
    ResultsWriter writer(folder / (backwards ? "b.h5" : "a.h5"), header);
    for (uint32_t i = 0; i < 4; ++i) {
      const uint32_t k = backwards ? 3 - i : i;
      writer.push(test::sample_block(header, k / 2, k % 2));
    }
    writer.finish();
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // no time of day may be in it
  }
  CHECK((test::bytes_of(folder / "a.h5") == test::bytes_of(folder / "b.h5")));
}

TEST_CASE("a killed writer leaves the older file whole and its parts to resume from",
          "[repeat][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  const auto path = folder / "run.h5";
  test::write_bytes(path, "older");
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) write_one_part_and_die(path, header);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  CHECK(test::bytes_of(path) == "older");

  ResultsWriter writer(path, header);
  REQUIRE(writer.finished_parts() == Pairs{{0, 0}});
  push_all_but(writer, header, writer.finished_parts());
  writer.finish();
  const ResultsFile file(path);
  CHECK(file.dense(1, 0, 0)[7] == static_cast<double>(test::sample_cell(1, 0, 0, 0, 7)));
  CHECK(file.dense(1, 1, 1)[7] == static_cast<double>(test::sample_cell(1, 1, 1, 0, 7)));
}

TEST_CASE("a run that is not resumed starts without the parts of an earlier one",
          "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(1);
  { ResultsWriter(folder / "run.h5", header).push(test::sample_block(header, 0, 0)); }
  ResultsWriter writer(folder / "run.h5", header);
  REQUIRE(writer.finished_parts() == Pairs{{0, 0}});
  writer.discard_parts();
  CHECK(writer.finished_parts().empty());
  CHECK(std::filesystem::is_empty(writer.folder()));
}

// Guards against: digests and time lay in a file of their own, which was removed before the merge.
TEST_CASE("killed while it merges, a run keeps its digests and its time", "[repeat][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  const auto path = folder / "run.h5";
  const auto push_all = [&](ResultsWriter& writer) {
    for (uint32_t k = 0; k < 4; ++k)
      writer.push(test::sample_block(header, k / 2, k % 2),
                  {"digest" + std::to_string(k), 10.0 + k});
  };
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ResultsWriter writer(path, header);
    push_all(writer);
    int asked = 0;
    writer.finish({}, [&] { return ++asked > 2 && ::kill(::getpid(), SIGKILL) == 0; });
    ::_exit(1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  CHECK_FALSE(std::filesystem::exists(path));
  ResultsWriter writer(path, header);
  CHECK(writer.finished_parts().size() == 4);
  CHECK(writer.seconds_of_parts() == 13);
  CHECK(writer.finish());
  const ResultsFile file(path);
  const auto& attributes = file.header().attributes;
  CHECK(std::any_of(attributes.begin(), attributes.end(), [](const ResultAttribute& item) {
    return item.name == "state_digests" &&
           std::get<std::string>(item.value) ==
               R"({"s0r0":"digest0","s0r1":"digest1","s1r0":"digest2","s1r1":"digest3"})";
  }));
}

TEST_CASE("told to stop while it merges, a writer leaves the parts to another", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  for (int after = 0; after < 4; ++after) {
    ResultsWriter writer(folder / "run.h5", header);
    push_all_but(writer, header, writer.finished_parts());
    int asked = 0;
    CHECK_FALSE(writer.finish({}, [&] { return asked++ == after; }));
    CHECK_FALSE(std::filesystem::exists(folder / "run.h5"));
    CHECK(finished_parts(writer.folder(), header).size() == 4);
  }
  ResultsWriter writer(folder / "run.h5", header);
  CHECK(writer.finished_parts().size() == 4);
  CHECK(writer.finish());
  CHECK_FALSE(std::filesystem::exists(folder / "run.parts"));
}

// Guards against: every file that ended in .h5 or .tmp was removed.
TEST_CASE("only parts are removed from the folder of parts", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(1);
  ResultsWriter writer(folder / "run.h5", header);
  writer.push(test::sample_block(header, 0, 0));
  writer.flush();
  test::write_bytes(folder / "elsewhere.h5", "theirs");
  const auto parts = writer.folder();
  std::filesystem::create_symlink(folder / "elsewhere.h5", parts / "s0000-r000007.h5");
  for (const char* name : {"mine.h5", "mine.tmp", "s0000-r000009.h5"})
    test::write_bytes(parts / name, "theirs");
  std::filesystem::copy(parts / "s0000-r000000.h5", parts / "copy of s0000-r000000.h5");
  test::write_bytes(parts / "s0000-r000001.h5.tmp", "\x89HDF\r\n\x1a\n torn");
  std::filesystem::create_directory(parts / "s0000-r000008.h5");
  CHECK(parts_in(parts).size() == 2);
  writer.discard_parts();
  CHECK(parts_in(parts).empty());
  CHECK(test::bytes_of(folder / "elsewhere.h5") == "theirs");
  size_t n_left = 0;
  for (const auto& entry : std::filesystem::directory_iterator(parts)) {
    INFO(entry.path());
    CHECK(entry.path().filename().string().find("s0000-r000000.h5") != 0);
    ++n_left;
  }
  CHECK(n_left == 5);
}

TEST_CASE("an error of the thread surfaces at a later call", "[bad_input][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(1);
  ResultsWriter writer(folder / "run.h5", header);
  CHECK_FALSE(std::filesystem::exists(writer.folder()));  // made with the first part
  writer.push(test::sample_block(header, 0, 0));
  writer.flush();
  std::filesystem::remove_all(writer.folder());
  writer.push(test::sample_block(header, 1, 0));
  CHECK_THROWS_WITH(writer.finish(), Contains("run.parts/s0001-r000000.h5") &&
                                         Contains("No such file or directory"));
  CHECK_FALSE(std::filesystem::exists(folder / "run.h5"));
}

TEST_CASE("a run that ends early says which part is missing", "[bad_input][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  ResultsWriter writer(folder / "run.h5", header);
  push_all_but(writer, header, {{1, 1}});
  CHECK_THROWS_WITH(writer.finish(), Contains("scenario 'quota', replicate 1"));
  CHECK(finished_parts(writer.folder(), header).size() == 3);
}
