// Tables of figures from CSV files: cells, and what is said of bad ones.
#include "engine/tables/figure_table.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using Catch::Matchers::EndsWith;
using test::ScratchFolder;

namespace {

/// The sentence about a file of these bytes, without the folder.
std::string complaint(const std::string& bytes) {
  const ScratchFolder folder;
  test::write_bytes(folder / "t.csv", bytes);
  try {
    const auto table = FigureTable::read((folder / "t.csv").string());
    for (size_t row = 0; row < table.n_rows(); ++row) table.number(row, table.column("n"), 0, 10);
  } catch (const InputError& error) {
    std::string said = std::string(error.what()).substr(folder.path().string().size() + 1);
    for (size_t at; (at = said.find(folder.path().string())) != std::string::npos;)
      said.replace(at, folder.path().string().size(), "FOLDER");
    return said;
  }
  return "no complaint";
}

FigureTable read(const ScratchFolder& folder, const std::string& bytes) {
  test::write_bytes(folder / "t.csv", bytes);
  return FigureTable::read((folder / "t.csv").string());
}

}  // namespace

TEST_CASE("cells are read as they stand, quotes and commas too", "[unit][tables]") {
  const ScratchFolder folder;
  const auto table =
      read(folder, "place,n,note\r\nUSA,1.5,\"a, b\"\nMEX,-2e3,\"say \"\"x\"\"\"\n\nHTI,7,");
  REQUIRE(table.n_rows() == 3);
  CHECK(table.columns() == std::vector<std::string>{"place", "n", "note"});
  CHECK(table.text(0, 2) == "a, b");
  CHECK(table.text(1, 2) == "say \"x\"");
  CHECK(table.is_empty(2, 2));
  CHECK(table.number(0, 1) == 1.5);
  CHECK(table.number(1, 1) == -2000);
  CHECK(table.whole(2, 1, 0, 10) == 7);
  CHECK(table.where(2).line == 5);
}

TEST_CASE("bad tables get one sentence with file, line and what is expected",
          "[unit][tables][bad_input]") {
  CHECK(complaint("place,n\nUSA,1\n") == "no complaint");
  CHECK(complaint("") == "t.csv:1:1: no header row; the first line names the columns");
  CHECK(complaint("place,n\nUSA,1\nMEX\n") == "t.csv:3:1: 1 cells; expected 2, as in the header");
  CHECK(complaint("place,n\nUSA,1,2\n") == "t.csv:2:1: 3 cells; expected 2, as in the header");
  CHECK(complaint("place,n\nUSA,abc\n") == "t.csv:2:5: n: found 'abc'; expected a number");
  CHECK(complaint("place,n\nUSA,1 \n") == "no complaint");  // blanks around a cell do no harm
  CHECK(complaint("place,n\nUSA,1;2\n") == "t.csv:2:5: n: found '1;2'; expected a number");
  CHECK(complaint("place,n\nUSA,\n") == "t.csv:2:5: n: found ''; expected a number");
  CHECK(complaint("place,n\nUSA,nan\n") == "t.csv:2:5: n: found 'nan'; expected a number");
  CHECK(complaint("place,n\nUSA,1\nMEX,11\n") == "t.csv:3:5: n: found 11; expected 0 to 10");
  CHECK(complaint("place,nn\nUSA,1\n") == "t.csv:1:1: no column 'n'; is 'nn' it, misspelt?");
  CHECK_THAT(complaint("place,n\n\"USA,1\n"), Catch::StartsWith("t.csv:2:1: not a CSV table: "));
  CHECK_THAT(complaint("place,n\nU\"SA,1\n"), Catch::StartsWith("t.csv:2:1: not a CSV table: "));
  CHECK(complaint("n;m\n1;2\n") ==
        "t.csv:1:1: one column; cells are separated by commas, not by ';'");
  CHECK(complaint("place,n\nUSA\nMEX,1\nHTI\n") ==
        "t.csv:2:1: 1 cells; expected 2, as in the header\n" +
            std::string("FOLDER/t.csv:4:1: 1 cells; expected 2, as in the header"));
  CHECK_THROWS_WITH(FigureTable::read("/nowhere/t.csv"), "/nowhere/t.csv: no such file");
}

TEST_CASE("byte order marks and ends of lines of other systems are read", "[unit][tables]") {
  const ScratchFolder folder;
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto table = read(folder, "\xEF\xBB\xBF place ,n" + end + "USA\t, 1" + end + "MEX,2");
    REQUIRE(table.n_rows() == 2);
    CHECK(table.columns() == std::vector<std::string>{"place", "n"});
    CHECK(table.text(0, 0) == "USA");
    CHECK(table.number(0, 1) == 1);
    CHECK(table.where(1).line == 3);
  }
}

TEST_CASE("a cell knows its line and column, after quotes and line ends within them too",
          "[unit][tables]") {
  const ScratchFolder folder;
  const auto table = read(folder, "a,b,c\n\"x,\ny\",\"\",Caf\xC3\xA9\n\xC3\xA9,2,3\n");
  CHECK(table.where(0, 0).line == 2);
  CHECK(table.where(0, 2).line == 3);
  CHECK(table.where(0, 2).column == 7);
  CHECK(table.where(1, 0).line == 4);
  CHECK(table.where(1, 1).column == 3);
}

TEST_CASE("what is not UTF-8 text is refused with its line and byte", "[unit][tables][bad_input]") {
  CHECK_THAT(complaint("place,n\nM\xE9x,1\n"),
             Catch::StartsWith("t.csv:2:2: byte 10 of the file, 0xE9, is not UTF-8 text"));
  CHECK_THAT(complaint("place,n\n\xC0\xAF,1\n"), Catch::StartsWith("t.csv:2:1: byte 9"));
  CHECK_THAT(complaint("place,n\n\xED\xA0\x80,1\n"), Catch::StartsWith("t.csv:2:1: byte 9"));
  CHECK_THAT(complaint("place,n\nUSA,1\xF0\x9F"), Catch::StartsWith("t.csv:2:6: byte 14"));
  CHECK_THAT(complaint(std::string("place,n\nU\0A,1\n", 14)), Catch::StartsWith("t.csv:2:2: "));
  CHECK(complaint(std::string("\xFF\xFEp\0", 4)) ==
        "t.csv:1:1: the text is UTF-16; expected UTF-8");
  CHECK(complaint("place,n\nM\xC3\xA9x,1\n\xF0\x9F\x8C\x8E,2\n") == "no complaint");
}

// On the old reader a folder was "no header row" and all others "is the path right?".
TEST_CASE("a folder, a missing file and one that cannot be read are told apart",
          "[unit][tables][bad_input]") {
  const ScratchFolder folder;
  CHECK_THROWS_WITH(FigureTable::read(folder.path().string()),
                    EndsWith(": is a folder; expected a file"));
  CHECK_THROWS_WITH(FigureTable::read((folder / "t.csv").string()), EndsWith(": no such file"));
  std::filesystem::create_symlink(folder / "loop.csv", folder / "loop.csv");
  CHECK_THROWS_WITH(FigureTable::read((folder / "loop.csv").string()),
                    Catch::Contains("cannot be read: Too many levels of symbolic links"));
}

TEST_CASE("whole numbers are whole", "[unit][tables][bad_input]") {
  const ScratchFolder folder;
  const auto table = read(folder, "n\n1.5\n3\n");
  CHECK_THROWS_WITH(table.whole(0, 0, 0, 9),
                    EndsWith("t.csv:2:1: n: found '1.5'; expected a whole number"));
  CHECK(table.whole(1, 0, 0, 9) == 3);
}
