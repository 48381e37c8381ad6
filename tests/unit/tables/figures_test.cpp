// Tables read by a schema: one of its own, with a rule of every kind.
#include "engine/tables/figures.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using test::ScratchFolder;

namespace {

TableSchema schema() {
  return {
      .name = "parks",
      .meaning = "Parks.",
      .columns =
          {{.name = "town",
            .meaning = "where",
            .kind = ColumnKind::name,
            .set = "town",
            .subset = "green"},
           {.name = "year",
            .meaning = "when",
            .kind = ColumnKind::whole,
            .low = 1900,
            .high = 2100},
           {.name = "trees", .meaning = "trees", .kind = ColumnKind::number, .low = 0, .high = 10},
           {.name = "opened",
            .meaning = "first month",
            .kind = ColumnKind::month,
            .if_empty = "long ago"},
           {.name = "owner",
            .meaning = "whose",
            .kind = ColumnKind::word,
            .words = {"public", "private"}},
           {.name = "colour", .meaning = "of benches", .is_for_readers = true}},
      .keys = {"town"},
      .span = SpanKind::year,
      .from = "year",
      .rules = {{{"trees"},
                 "no park has just one tree",
                 [](std::span<const double> v) { return v[0] != 1; }}},
      .missing_row = "",
      .read_by = ""};
}

NameSets towns() {
  NameSet set("town", "towns.csv");
  for (const std::string name : {"Alba", "Bela", "Cima"}) set.add(name, {"towns.csv", 2, 1});
  set.set_subset("green", "green", {true, true, false});
  NameSets sets;
  sets.emplace("town", set);
  return sets;
}

struct Reading {
  std::vector<std::string> mistakes, warnings;
  size_t n_rows = 0;
};

Reading read(const std::string& text, const NameSets& sets = towns()) {
  static const TableSchema parks = schema();
  const ScratchFolder folder;
  test::write_bytes(folder / "parks.csv", text);
  TableMistakes mistakes;
  const Figures figures = read_figures(parks, (folder / "parks.csv").string(), sets, mistakes);
  Reading made{mistakes.mistakes(), mistakes.warnings(), figures.n_rows()};
  for (auto* sentences : {&made.mistakes, &made.warnings})
    for (auto& sentence : *sentences) sentence.erase(0, folder.path().string().size() + 1);
  return made;
}

const std::string header = "town,year,trees,opened,owner\n";
using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("cells are values of their kind, found by name", "[unit][tables]") {
  static const TableSchema parks = schema();
  const ScratchFolder folder;
  test::write_bytes(folder / "parks.csv",
                    "owner,trees,OPENED,year,town,source\nprivate,2.5,1999-02,2000,Bela,seen\n"
                    "public,0,,1999,Alba,\n");
  TableMistakes mistakes;
  const Figures figures = read_figures(parks, (folder / "parks.csv").string(), towns(), mistakes);
  REQUIRE(mistakes.mistakes() == Sentences{});
  REQUIRE(mistakes.warnings() == Sentences{});
  REQUIRE(figures.n_rows() == 2);
  CHECK(figures.index(0, figures.column("town")) == 1);
  CHECK(figures.index(0, figures.column("owner")) == 1);
  CHECK(figures.number(0, figures.column("trees")) == 2.5);
  CHECK(figures.whole(0, figures.column("opened")) == (1999 - 1850) * 12 + 1);
  CHECK(figures.is_empty(1, figures.column("opened")));
  CHECK(figures.where(1, figures.column("year")).column == 11);
}

TEST_CASE("every kind of cell is refused with what was expected", "[unit][tables][bad_input]") {
  CHECK(read(header + "Bella,19x,11,1999-13,pubic\nAlba,,1,,\n").mistakes ==
        Sentences{
            std::string("parks.csv:2:1: town: no town 'Bella'; expected a town of towns.csv; ") +
                "did you mean 'Bela'?",
            "parks.csv:2:7: year: found '19x'; expected a whole number from 1900 to 2100",
            "parks.csv:2:11: trees: found '11'; expected a number from 0 to 10",
            "parks.csv:2:14: opened: found '1999-13'; expected YYYY-MM",
            std::string("parks.csv:2:22: owner: found 'pubic'; expected one of public, private; ") +
                "did you mean 'public'?",
            std::string("parks.csv:3:6: year: the cell is empty; ") +
                "expected a whole number from 1900 to 2100",
            "parks.csv:3:10: owner: the cell is empty; expected one of public, private"});
  CHECK(read(header + "Alba,2000,1,,public\n").mistakes ==
        Sentences{"parks.csv:2:11: no park has just one tree; found 1"});
  CHECK(read(header + "Cima,2000,2,,public\nCima,2001,2,,public\n").warnings ==
        Sentences{"parks.csv:2:1: town: town Cima has no use here; expected one that is green"});
  // Names are not looked up when the table that gives them has mistakes itself.
  CHECK(read(header + "Xyz,2000,2,,public\n", {}).mistakes.empty());
}

TEST_CASE("columns that are missing, double or of no use are named", "[unit][tables][bad_input]") {
  const Reading made = read("twon,year,owner,trees,trees,bird\nAlba,2000,public,2,2,owl\n");
  CHECK(made.mistakes == Sentences{"parks.csv:1:1: no column 'town'; is 'twon' it, misspelt?",
                                   "parks.csv:1:1: no column 'opened' (first month)",
                                   "parks.csv:1:23: column 'trees' stands twice"});
  CHECK(made.warnings == Sentences{"parks.csv:1:29: column 'bird' has no use in parks.csv"});
  CHECK(made.n_rows == 0);
}

TEST_CASE("no more than 20 mistakes of a file are told", "[unit][tables][bad_input]") {
  std::string text = header;
  for (int row = 0; row < 30; ++row) text += "Alba," + std::to_string(1950 + row) + ",x,,public\n";
  const auto mistakes = read(text).mistakes;
  REQUIRE(mistakes.size() == 21);
  CHECK(mistakes[19].rfind("parks.csv:21:11: ", 0) == 0);
  CHECK(mistakes[20] == "parks.csv: 10 more mistakes");
}
