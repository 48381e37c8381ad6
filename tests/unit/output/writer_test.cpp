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

TEST_CASE("an error of the thread surfaces at a later call", "[bad_input][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(1);
  ResultsWriter writer(folder / "run.h5", header);
  std::filesystem::remove(writer.folder());
  writer.push(test::sample_block(header, 0, 0));
  CHECK_THROWS_WITH(writer.finish(), Contains("run.parts/s0000-r000000.h5") &&
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
