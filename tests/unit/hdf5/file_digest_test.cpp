// The digest at the end of a file: any bit that changes is seen before the library reads a byte.
#include "engine/hdf5/file_digest.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <random>

#include "engine/base/sha256.hpp"
#include "engine/hdf5/file.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/spoilt_files.hpp"

using namespace rumbo;
using namespace rumbo::hdf5;
using Catch::Matchers::Contains;

namespace {

void write_sample(const std::filesystem::path& path) {
  NewFile file(path);
  file.root()
      .create_dataset("x", ElementType::i64, {40, 50}, {.chunk = {10, 50}, .compressed = true})
      .write(std::vector<int64_t>(2000, 7));
  file.root().create_texts("labels", {"México", "USA"});
  file.root().set_attribute("words", "some words");
  file.commit();
}

}  // namespace

TEST_CASE("a file ends with the sha256 of all bytes before", "[unit][hdf5]") {
  const test::ScratchFolder folder;
  write_sample(folder / "a.h5");
  const std::string bytes = test::bytes_of(folder / "a.h5");
  const std::string content = bytes.substr(0, bytes.size() - digest_line_length);
  Sha256 sum;
  sum.add(content.data(), content.size());
  const std::string digest = sum.hexadecimal();
  CHECK(bytes.substr(content.size()) == "\nrumbo sha256 " + digest + "\n");
  CHECK(verify_digest(folder / "a.h5") == digest);
  CHECK(ReadFile(folder / "a.h5").digest() == digest);
  test::write_bytes(folder / "b.h5", content);
  CHECK(verify_digest(folder / "b.h5") == std::nullopt);
}

// Seen to fail without the digest: 2 of 30 flips changed a table, and some files ended the program.
TEST_CASE("no flipped bit of a file is read as if nothing were", "[unit][hdf5]") {
  const test::ScratchFolder folder;
  write_sample(folder / "a.h5");
  const std::string bytes = test::bytes_of(folder / "a.h5");
  std::mt19937 draw(20);
  int refused = 0, lost = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const size_t bit = std::uniform_int_distribution<size_t>(0, bytes.size() * 8 - 1)(draw);
    INFO("bit " << bit << " of " << bytes.size() * 8);
    test::write_bytes(folder / "b.h5", test::with_flipped_bit(bytes, bit));
    try {
      // What marks the digest may be hit itself; then it is gone, and readers that need one refuse.
      const ReadFile file(folder / "b.h5");
      lost += file.digest() ? 0 : 1;
    } catch (const DamagedFile& error) {
      CHECK_THAT(error.what(), Contains("b.h5: it is damaged, its content is not what was"));
      ++refused;
    }
  }
  CHECK(refused + lost == 300);
  CHECK(refused > 250);
}

TEST_CASE("a file that is cut off anywhere is refused or has no digest", "[unit][hdf5]") {
  const test::ScratchFolder folder;
  write_sample(folder / "a.h5");
  const std::string bytes = test::bytes_of(folder / "a.h5");
  for (size_t i = 0; i < 50; ++i) {
    test::write_bytes(folder / "b.h5", bytes.substr(0, bytes.size() * i / 50));
    INFO(bytes.size() * i / 50 << " of " << bytes.size() << " bytes");
    CHECK_THROWS_AS(ReadFile(folder / "b.h5"), DamagedFile);
  }
  test::write_bytes(folder / "b.h5", bytes.substr(0, bytes.size() - 1));
  CHECK(ReadFile(folder / "b.h5").digest() == std::nullopt);
}

TEST_CASE("what is no file is refused by name", "[bad_input][hdf5]") {
  const test::ScratchFolder folder;
  CHECK_THROWS_WITH(ReadFile(folder.path()), Contains("it is a folder"));
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_THROWS_WITH(ReadFile(folder / "pipe"), Contains("it is no ordinary file"));
}

// Seen to fail when the file was made by truncating what has the name.
TEST_CASE("a link with the name of the file being written is replaced, not followed",
          "[unit][hdf5]") {
  const test::ScratchFolder folder;
  test::write_bytes(folder / "precious.txt", "mine");
  std::filesystem::create_symlink(folder / "precious.txt", folder / "a.h5.tmp");
  write_sample(folder / "a.h5");
  CHECK(test::bytes_of(folder / "precious.txt") == "mine");
  CHECK(ReadFile(folder / "a.h5").digest().has_value());
}

TEST_CASE("a damaged file is set aside under another name", "[unit][hdf5]") {
  const test::ScratchFolder folder;
  test::write_bytes(folder / "a.h5", "x");
  CHECK(set_aside(folder / "a.h5") == folder / "a.h5.damaged");
  CHECK_FALSE(std::filesystem::exists(folder / "a.h5"));
  CHECK(test::bytes_of(folder / "a.h5.damaged") == "x");
}
