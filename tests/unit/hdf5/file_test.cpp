// HDF5 files: complete or absent, texts and numbers come back, chunks move as they are.
#include "engine/hdf5/file.hpp"

#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::hdf5;
using Catch::Matchers::Contains;

TEST_CASE("a file appears under its name only when it is committed", "[unit][hdf5]") {
  const test::ScratchFolder folder;
  const auto path = folder / "a.h5";
  test::write_bytes(path, "older");
  {
    NewFile file(path);
    file.root().create_dataset("x", ElementType::i32, {3}).write(std::vector<int32_t>{1, 2, 3});
    file.flush();
    CHECK(test::bytes_of(path) == "older");
    CHECK(std::filesystem::exists(folder / "a.h5.tmp"));
  }
  CHECK(test::bytes_of(path) == "older");
  CHECK_FALSE(std::filesystem::exists(folder / "a.h5.tmp"));
  {
    NewFile file(path);
    file.root().create_dataset("x", ElementType::i32, {3}).write(std::vector<int32_t>{1, 2, 3});
    file.commit();
  }
  CHECK_FALSE(std::filesystem::exists(folder / "a.h5.tmp"));
  CHECK(ReadFile(path).root().open_dataset("x").read<int32_t>() == std::vector<int32_t>{1, 2, 3});
}

TEST_CASE("texts, attributes and every element type come back", "[unit][hdf5]") {
  const test::ScratchFolder folder;
  const std::string long_text(200000, 'x');
  const auto path = folder / "a.h5";
  {
    NewFile file(path);
    auto& root = file.root();
    root.create_text("inner/words", "señal\n" + long_text);
    root.create_texts("labels", {"México", "", "USA"});
    root.create_dataset("u16", ElementType::u16, {2, 2})
        .write(std::vector<uint16_t>{1, 2, 3, 65535});
    root.create_dataset("f64", ElementType::f64, {1}).write(std::vector<double>{0.1});
    root.set_attribute("text", "año");
    root.set_attribute("text", "año nuevo");
    root.set_attribute("empty", "");
    root.set_attribute("count", int64_t{1} << 40);
    root.set_attribute("share", 0.25);
    file.commit();
  }
  const ReadFile file(path);
  const auto& root = file.root();
  CHECK(root.read_text("inner/words") == "señal\n" + long_text);
  CHECK(root.read_texts("labels") == std::vector<std::string>{"México", "", "USA"});
  CHECK(root.open_dataset("u16").read<uint16_t>() == std::vector<uint16_t>{1, 2, 3, 65535});
  CHECK(root.open_dataset("u16").type() == ElementType::u16);
  CHECK(root.open_dataset("u16").shape() == hdf5::Shape{2, 2});
  CHECK(root.open_dataset("f64").type() == ElementType::f64);
  CHECK(root.text_attribute("text") == "año nuevo");
  CHECK(root.text_attribute("empty") == "");
  CHECK(root.text_attribute("count") == std::nullopt);
  CHECK(root.number_attribute("count") == double(int64_t{1} << 40));
  CHECK(root.number_attribute("share") == 0.25);
  CHECK(root.members() == std::vector<std::string>{"inner", "labels", "u16", "f64"});
  CHECK(root.has("inner/words"));
  CHECK_FALSE(root.has("outer/words"));
}

TEST_CASE("stored chunks are copied to their place without change", "[unit][hdf5]") {
  const test::ScratchFolder folder;
  const Layout layout{.chunk = {1, 2, 3}, .compressed = true};
  std::vector<int64_t> values(20);
  for (size_t i = 0; i < values.size(); ++i) values[i] = static_cast<int64_t>(i * i);
  {
    NewFile file(folder / "part.h5");
    file.root().create_dataset("x", ElementType::i64, {1, 4, 5}, layout).write(values);
    file.commit();
  }
  {
    const ReadFile part(folder / "part.h5");
    NewFile file(folder / "all.h5");
    auto all = file.root().create_dataset("x", ElementType::i64, {3, 4, 5}, layout);
    for (uint64_t i = 0; i < 3; ++i) all.copy_chunks(part.root().open_dataset("x"), {i, 0, 0});
    file.commit();
  }
  const auto read = ReadFile(folder / "all.h5").root().open_dataset("x").read<int64_t>();
  REQUIRE(read.size() == 60);
  for (size_t i = 0; i < read.size(); ++i) CHECK(read[i] == values[i % 20]);
}

TEST_CASE("what cannot be done is said in one sentence with the file and the reason",
          "[bad_input][hdf5]") {
  const test::ScratchFolder folder;
  CHECK_THROWS_WITH(NewFile(folder / "no/such/place.h5"),
                    Contains("cannot write") && Contains("no/such/place.h5.tmp") &&
                        Contains("No such file or directory"));
  CHECK_THROWS_WITH(ReadFile(folder / "missing.h5"), Contains("no such file"));
  test::write_bytes(folder / "text.h5", "not HDF5 at all");
  CHECK_THROWS_WITH(ReadFile(folder / "text.h5"), Contains("it is no HDF5 file"));
  {
    NewFile file(folder / "whole.h5");
    file.root().create_dataset("x", ElementType::u8, {10000}).write(std::vector<uint8_t>(10000, 7));
    file.commit();
  }
  const std::string bytes = test::bytes_of(folder / "whole.h5");
  test::write_bytes(folder / "torn.h5", bytes.substr(0, bytes.size() / 2));
  CHECK_THROWS_AS(ReadFile(folder / "torn.h5"), RunError);
  const ReadFile whole(folder / "whole.h5");
  CHECK_THROWS_WITH(whole.root().open_dataset("y"), Contains("whole.h5: /y"));
}
