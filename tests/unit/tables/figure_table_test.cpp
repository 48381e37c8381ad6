// Tables of figures from CSV files: cells, overrides, and what is said of bad ones.
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
    return std::string(error.what()).substr(folder.path().string().size() + 1);
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
  CHECK(table.has_column("n"));
  CHECK_FALSE(table.has_column("m"));
  CHECK(table.where(2).line == 5);
}

TEST_CASE("bad tables get one sentence with file, line and what is expected",
          "[unit][tables][bad_input]") {
  CHECK(complaint("place,n\nUSA,1\n") == "no complaint");
  CHECK(complaint("") == "t.csv: no header row");
  CHECK(complaint("place,n\nUSA,1\nMEX\n") == "t.csv:3:1: 1 cells; expected 2, as in the header");
  CHECK(complaint("place,n\nUSA,1,2\n") == "t.csv:2:1: 3 cells; expected 2, as in the header");
  CHECK(complaint("place,n\nUSA,abc\n") == "t.csv:2:1: n: found 'abc'; expected a number");
  CHECK(complaint("place,n\nUSA,1 \n") == "no complaint");  // blanks around a cell do no harm
  CHECK(complaint("place,n\nUSA,1;2\n") == "t.csv:2:1: n: found '1;2'; expected a number");
  CHECK(complaint("place,n\nUSA,\n") == "t.csv:2:1: n: found ''; expected a number");
  CHECK(complaint("place,n\nUSA,nan\n") == "t.csv:2:1: n: found 'nan'; expected a number");
  CHECK(complaint("place,n\nUSA,1\nMEX,11\n") == "t.csv:3:1: n: found 11; expected 0 to 10");
  CHECK(complaint("place,nn\nUSA,1\n") == "t.csv:1:1: no column 'n'; is 'nn' it, misspelt?");
  CHECK_THAT(complaint("place,n\n\"USA,1\n"), Catch::StartsWith("t.csv:2:1: not a CSV table: "));
  CHECK_THAT(complaint("place,n\nU\"SA,1\n"), Catch::StartsWith("t.csv:2:1: not a CSV table: "));
  CHECK_THROWS_WITH(FigureTable::read("/nowhere/t.csv"),
                    "/nowhere/t.csv: cannot be read; is the path right?");
}

TEST_CASE("whole numbers are whole", "[unit][tables][bad_input]") {
  const ScratchFolder folder;
  const auto table = read(folder, "n\n1.5\n3\n");
  CHECK_THROWS_WITH(table.whole(0, 0, 0, 9),
                    EndsWith("t.csv:2:1: n: found '1.5'; expected a whole number"));
  CHECK(table.whole(1, 0, 0, 9) == 3);
}

TEST_CASE("an override replaces rows by key and adds the rest, each knowing its file",
          "[unit][tables]") {
  const ScratchFolder folder;
  auto table = read(folder, "place,year,n\nUSA,1990,1\nUSA,1991,2\nMEX,1990,3\n");
  test::write_bytes(folder / "o.csv", "place,year,n\nUSA,1991,20\nHTI,1990,x\n");
  const std::vector<std::string> keys{"place", "year"};
  table.override_with(FigureTable::read((folder / "o.csv").string()), keys);
  REQUIRE(table.n_rows() == 4);
  CHECK(table.number(0, 2) == 1);
  CHECK(table.number(1, 2) == 20);
  CHECK(table.number(2, 2) == 3);
  CHECK_THROWS_WITH(table.number(3, 2), EndsWith("o.csv:3:1: n: found 'x'; expected a number"));
  test::write_bytes(folder / "o.csv", "place,n,year\nUSA,20,1991\n");
  CHECK_THROWS_WITH(
      table.override_with(FigureTable::read((folder / "o.csv").string()), keys),
      EndsWith("o.csv:1:1: the columns are not those of " + (folder / "t.csv").string()));
}
