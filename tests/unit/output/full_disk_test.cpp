// A full disk costs the new file, never the old one, and is reported in one sentence.
//
// Needs a small file system of its own, which only root can mount; elsewhere it is skipped aloud.
#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/results.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/small_disk.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;
using test::SmallDisk;

namespace {

void save(const std::filesystem::path& path, std::vector<int32_t> values) {
  SaveArchive archive(path);
  archive.array("values", values);
  archive.commit();
}

}  // namespace

TEST_CASE("a checkpoint that does not fit leaves the one before", "[repeat][output]") {
  const SmallDisk disk;
  SKIP_UNLESS_MOUNTED(disk);
  save(disk / "c.h5", {1, 2, 3});
  const std::string before = test::bytes_of(disk / "c.h5");
  CHECK_THROWS_WITH(
      save(disk / "c.h5", std::vector<int32_t>(1 << 20, 5)),
      Contains("cannot write") && Contains("c.h5") && Contains("No space left on device"));
  CHECK((test::bytes_of(disk / "c.h5") == before));
  CHECK_FALSE(std::filesystem::exists(disk / "c.h5.tmp"));
  save(disk / "c.h5", {4});  // the space of the failed file is free again
  std::vector<int32_t> values;
  LoadArchive(disk / "c.h5").array("values", values);
  CHECK(values == std::vector<int32_t>{4});
}

// The free space runs from little to almost enough, so that the disk is full at an early write,
// in the middle, and at the last flush, where the library keeps what it could not write.
TEST_CASE("results that do not fit leave the older file, wherever the disk is full",
          "[repeat][output]") {
  const test::ScratchFolder roomy;
  const ResultsHeader header = test::sample_header(1);
  const ResultBlock block = test::sample_block(header, 0, 0);
  write_part(roomy / "whole.h5", header, block);
  const uintmax_t needed = std::filesystem::file_size(roomy / "whole.h5");
  int refused = 0;
  for (uintmax_t free = 4096; free + 8192 < needed; free += 4096) {
    const SmallDisk disk;
    SKIP_UNLESS_MOUNTED(disk);
    test::write_bytes(disk / "run.h5", "older");
    disk.fill_but(free);
    CHECK_THROWS_WITH(
        write_part(disk / "run.h5", header, block),
        Contains("cannot write") && Contains("run.h5") && Contains("No space left on device"));
    CHECK(test::bytes_of(disk / "run.h5") == "older");
    CHECK_FALSE(std::filesystem::exists(disk / "run.h5.tmp"));
    ++refused;
  }
  CHECK(refused >= 5);
  write_part(roomy / "again.h5", header, block);  // the library still works
  CHECK((test::bytes_of(roomy / "again.h5") == test::bytes_of(roomy / "whole.h5")));
}

TEST_CASE("results on a disk without any room are refused", "[repeat][output]") {
  const SmallDisk disk;
  SKIP_UNLESS_MOUNTED(disk);
  const ResultsHeader header = test::sample_header(1);
  test::write_bytes(disk / "run.h5", "older");
  disk.fill_but(0);
  CHECK_THROWS_WITH(write_part(disk / "run.h5", header, test::sample_block(header, 0, 0)),
                    Contains("cannot write") && Contains("No space left on device"));
  CHECK(test::bytes_of(disk / "run.h5") == "older");
  CHECK_FALSE(std::filesystem::exists(disk / "run.h5.tmp"));
}
