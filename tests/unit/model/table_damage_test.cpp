// Every kind of damage to every table of two worlds: the world is the same as before, or one
// sentence says where the damage is. On the readers by position 8 of 107 damages were a
// segmentation fault and 257 passed without a word.
#include <catch2/catch.hpp>
#include <functional>

#include "models/migration/world/schemas.hpp"
#include "tests/support/world_digest.hpp"
#include "tests/support/world_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using migration::table_schemas;

namespace {

const TableSchema& schema_of(const std::string& name) {
  for (const auto& schema : table_schemas())
    if (schema.name == name) return schema;
  throw std::logic_error(name);
}

TinyWorld small_world() {
  TinyWorld tiny;
  tiny.places = {{"AAA"}, {"BBB"}, {"CCC"}, {"OUT"}, {"FAR"}};
  tiny.places[3].kind = "outside";
  tiny.places[4].kind = "reservoir";
  tiny.stock = 100;
  return tiny;
}

/// Rows for the tables that a small world leaves empty or does without.
void furnish(const WorldFolder& folder) {
  folder.write("routes",
               "route,from_place,to_place,days_on_foot,extra_cost_usd2020,death_factor\n"
               "river,BBB,CCC,1,0,1\nhill,BBB,CCC,2,10,1.5\n");
  folder.write("route_effort", "route,year,agents_persons\nriver,1990,10\nhill,1992,5\n");
  folder.add("transit", "AAA,BBB,land,3,50,.1,.1,.1,.1,.1\n");
  folder.add("paths", "AAA,CCC,AAA-BBB,\n");
  folder.add("enforcement", "CCC,1995,0.5\nCCC,1996,0.6\n");
  folder.add("entry_rights", "AAA,BBB,free_residence,1995-01,2000-12\nAAA,CCC,citizenship,,\n");
  folder.add("reservoir_flows", "FAR,AAA,1990,10,0.01\nOUT,AAA,1995,20,0.02\n");
  folder.add("departures_to_reservoir", "AAA,1990,0.001\nBBB,2015,0.002\n");
  folder.write("shocks",
               "place,kind,start,end,severity,displaced_share,half_life_months\n"
               "AAA,disaster,1995-01,1995-03,0.5,0.1,6\n");
  folder.write("asylum", "destination,year,decisions_capacity\nCCC,1990,100\nCCC,2000,200\n");
  folder.write(
      "recognition",
      "origin,from_year,to_year,recognition_share\nAAA,1990,1999,0.2\nAAA,2000,2020,0.4\n");
  std::string season = "month,crossing_factor,death_factor\n";
  for (int month = 1; month <= 12; ++month) season += std::to_string(month) + ",1.1,0.9\n";
  folder.write("season", season);
}

/// "" if the world is the same, else the complaint; fails if it is neither.
std::string same_or_said(const WorldFolder& folder, uint64_t before) {
  const std::string said = folder.complaint();
  if (said.empty()) CHECK(digest_of(*folder.load()) == before);
  return said;
}

void check_is_located(const std::string& said, const std::string& file) {
  INFO(said);
  CHECK(said.find(file + ":") != std::string::npos);
  CHECK(said.find(file + ":0:") == std::string::npos);
}

/// Calls with each table in turn, as text; what is written is put back after each.
void for_each_table(const std::function<void(const WorldFolder&, const std::string& table,
                                             const CsvCells& cells, uint64_t digest)>& damage) {
  const WorldFolder tutorial, small(small_world());
  furnish(small);
  for (const WorldFolder* folder : {&tutorial, &small}) {
    const uint64_t digest = digest_of(*folder->load());
    REQUIRE(folder->load()->warnings.empty());
    for (const auto& table : folder->tables()) {
      const std::string text = folder->text(table);
      damage(*folder, table, cells_of(text), digest);
      folder->write(table, text);
    }
  }
}

}  // namespace

TEST_CASE("columns of tables may come in any order", "[unit][tables]") {
  for_each_table([](const WorldFolder& folder, const std::string& table, const CsvCells& cells,
                    uint64_t digest) {
    for (size_t c = 0; c + 1 < cells[0].size(); ++c) {
      CsvCells swapped = cells;
      for (auto& row : swapped) std::swap(row[c], row.back());
      folder.write(table, text_of(swapped));
      INFO(table << " " << cells[0][c]);
      CHECK(same_or_said(folder, digest) == "");
    }
  });
}

TEST_CASE("a column that is missing or misspelt is named", "[unit][tables][bad_input]") {
  for_each_table([](const WorldFolder& folder, const std::string& table, const CsvCells& cells,
                    uint64_t digest) {
    for (size_t c = 0; c < cells[0].size(); ++c) {
      const std::string name = cells[0][c];
      const auto& columns = schema_of(table).columns;
      const bool is_read =
          std::any_of(columns.begin(), columns.end(), [&](const ColumnSchema& column) {
            return column.name == name && !column.is_for_readers;
          });
      INFO(table << " " << name);
      CsvCells fewer = cells;
      for (auto& row : fewer) row.erase(row.begin() + static_cast<long>(c));
      folder.write(table, text_of(fewer));
      const std::string said = same_or_said(folder, digest);
      CHECK(said.empty() != is_read);
      if (is_read) CHECK(said.find("no column '" + name + "'") != std::string::npos);
      CsvCells misspelt = cells;
      misspelt[0][c] += "x";
      folder.write(table, text_of(misspelt));
      if (is_read) check_is_located(same_or_said(folder, digest), table + ".csv");
      if (is_read)
        CHECK(folder.complaint().find("'" + name + "x' it, misspelt?") != std::string::npos);
    }
  });
}

TEST_CASE("a row that stands twice is refused with both lines", "[unit][tables][bad_input]") {
  for_each_table([](const WorldFolder& folder, const std::string& table, const CsvCells& cells,
                    uint64_t digest) {
    for (const size_t row : {size_t{1}, cells.size() / 2, cells.size() - 1}) {
      if (row == 0 || row >= cells.size()) continue;
      CsvCells doubled = cells;
      doubled.push_back(cells[row]);
      folder.write(table, text_of(doubled));
      const std::string said = same_or_said(folder, digest);
      INFO(table << ": " << said);
      CHECK(said.find(table + ".csv:" + std::to_string(cells.size() + 1) + ":") == 0);
      CHECK(said.find("the first is in line " + std::to_string(row + 1)) != std::string::npos);
    }
  });
}

TEST_CASE("a row that is missing is refused where all must be there", "[unit][tables][bad_input]") {
  for_each_table([](const WorldFolder& folder, const std::string& table, const CsvCells& cells,
                    uint64_t digest) {
    const TableSchema& schema = schema_of(table);
    for (const size_t row : {size_t{1}, cells.size() / 2, cells.size() - 1}) {
      if (row == 0 || row >= cells.size() || schema.complete.empty()) continue;
      CsvCells fewer = cells;
      fewer.erase(fewer.begin() + static_cast<long>(row));
      folder.write(table, text_of(fewer));
      const std::string said = folder.complaint();
      INFO(table << " row " << row << ": " << said);
      if (table == "population" && cells[row][0] == "OUT") continue;  // its natives are numbers
      check_is_located(said, table + ".csv");
      CHECK(said.find("missing") != std::string::npos);
    }
    (void)digest;
  });
}

TEST_CASE("a letter or a negative number in any number is located", "[unit][tables][bad_input]") {
  for_each_table([](const WorldFolder& folder, const std::string& table, const CsvCells& cells,
                    uint64_t digest) {
    for (const auto& column : schema_of(table).columns) {
      const auto at = std::find(cells[0].begin(), cells[0].end(), column.name);
      const bool is_number = column.kind == ColumnKind::number || column.kind == ColumnKind::whole;
      if (at == cells[0].end() || !is_number || cells.size() < 2) continue;
      const auto c = static_cast<size_t>(at - cells[0].begin());
      const size_t row = cells.size() / 2;
      int place = 1;
      for (size_t before = 0; before < c; ++before)
        place += static_cast<int>(cells[row][before].size()) + 1;
      for (const std::string bad :
           {"x", "1e", "-7", "nan", "inf", "1e300", "0x10", "1 2", "-1e-9"}) {
        CsvCells damaged = cells;
        damaged[row][c] = bad;
        folder.write(table, text_of(damaged));
        INFO(table << " " << column.name << " " << bad);
        const std::string said = same_or_said(folder, digest);
        CHECK(said.find(table + ".csv:" + std::to_string(row + 1) + ":" + std::to_string(place) +
                        ": " + column.name + ": found '" + bad + "'; expected ") == 0);
      }
    }
  });
}

TEST_CASE("ends of lines, blanks, case of headers and byte order marks do no harm",
          "[unit][tables]") {
  for_each_table([](const WorldFolder& folder, const std::string& table, const CsvCells& cells,
                    uint64_t digest) {
    INFO(table);
    CsvCells spaced = cells;
    for (auto& row : spaced)
      for (auto& cell : row) cell = " " + cell + "\t";
    for (auto& name : spaced[0])
      for (char& c : name) c = static_cast<char>(std::toupper(c));
    for (const std::string& text :
         {"\xEF\xBB\xBF" + text_of(cells), text_of(cells, "\r\n"), text_of(cells, "\r"),
          text_of(cells, "\n\n"), text_of(spaced)}) {
      folder.write(table, text);
      CHECK(same_or_said(folder, digest) == "");
    }
  });
}

TEST_CASE("tables that are empty, cut, or not text are refused or without effect",
          "[unit][tables][bad_input]") {
  for_each_table([](const WorldFolder& folder, const std::string& table, const CsvCells& cells,
                    uint64_t digest) {
    INFO(table);
    const std::string text = text_of(cells), file = table + ".csv";
    folder.write(table, "");
    check_is_located(same_or_said(folder, digest), file);
    folder.write(table, text + "M\xE9x" + text);
    check_is_located(same_or_said(folder, digest), file);
    folder.write(table, "a\n" + text);
    check_is_located(same_or_said(folder, digest), file);
    if (cells.size() > 1) {
      folder.write(table, text.substr(0, text.size() - cells.back().back().size() - 2));
      check_is_located(same_or_said(folder, digest), file);
    }
    // Only the header: a world without them, or a sentence.
    folder.write(table, text_of({cells[0]}));
    const std::string said = folder.complaint();
    if (!said.empty()) check_is_located(said, "csv");
  });
}

TEST_CASE("all tables that are missing are named at once", "[unit][tables][bad_input]") {
  const WorldFolder folder;
  for (const auto& table : folder.tables()) std::filesystem::remove(folder.path(table));
  const std::string said = folder.complaint();
  for (const auto& schema : table_schemas())
    CHECK((said.find(schema.file() + ": no such file") != std::string::npos) == schema.is_required);
}
