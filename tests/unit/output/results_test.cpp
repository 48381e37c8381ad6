// Results: what is written part by part is read back whole, and only usable headers pass.
#include "engine/output/results.hpp"

#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"
#include "engine/output/reader.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;

namespace {

void write_all_parts(const ResultsHeader& header, const std::filesystem::path& folder) {
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario)
    for (const uint32_t replicate : header.replicates)
      write_part(part_path(folder, scenario, replicate), header,
                 test::sample_block(header, scenario, replicate));
}

}  // namespace

TEST_CASE("a merged file holds every number of its parts", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(3);
  write_all_parts(header, folder.path());
  merge_parts(folder / "all.h5", header, folder.path());
  const ResultsFile file(folder / "all.h5");
  for (uint32_t scenario = 0; scenario < 2; ++scenario)
    for (uint32_t replicate = 0; replicate < 3; ++replicate) {
      const ResultBlock block = test::sample_block(header, scenario, replicate);
      for (int table = 0; table < 3; ++table) {
        const auto& expected = block.tables[static_cast<size_t>(table)].dense;
        const double scale = header.tables[static_cast<size_t>(table)].scale;
        const auto found = file.dense(table, scenario, replicate);
        REQUIRE(found.size() == expected.size());
        for (size_t i = 0; i < found.size(); ++i)
          REQUIRE(found[i] == static_cast<double>(expected[i]) * scale);
      }
    }
}

TEST_CASE("a merged file holds every row of its sparse tables, in order", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  write_all_parts(header, folder.path());
  merge_parts(folder / "all.h5", header, folder.path());
  const ResultsFile file(folder / "all.h5");
  const auto rows = file.sparse(3);
  size_t position = 0;
  for (uint32_t scenario = 0; scenario < 2; ++scenario)
    for (uint32_t replicate = 0; replicate < 2; ++replicate) {
      const ResultBlock block = test::sample_block(header, scenario, replicate);
      for (const auto& row : block.tables[3].rows) {
        REQUIRE(position < rows.size());
        const auto& found = rows[position++];
        REQUIRE(found.scenario == static_cast<int32_t>(scenario));
        REQUIRE(found.replicate == static_cast<int32_t>(replicate));
        REQUIRE(found.time == static_cast<int32_t>(row.time));
        REQUIRE(found.cell == row.cell);
        REQUIRE(found.value == static_cast<double>(row.value));
      }
    }
  CHECK(position == rows.size());
}

TEST_CASE("a merged file holds the events of all parts, those without any too", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::header_with_events();
  test::write_event_parts(folder.path());
  merge_parts(folder / "all.h5", header, folder.path());
  const ResultsFile file(folder / "all.h5");
  CHECK(file.event_column("panel", "scenario_index") == std::vector<double>{0, 1, 1, 1, 1, 1});
  CHECK(file.event_column("panel", "replicate_index") == std::vector<double>{1, 0, 0, 1, 1, 1});
  CHECK(file.event_column("panel", "person") == std::vector<double>{0, 0, 1, 0, 1, 2});
  CHECK(file.event_column("panel", "origin_index") == std::vector<double>{-1, -1, 1, -1, 1, -1});
  CHECK(file.event_column("panel", "amount") == std::vector<double>{0, 0, 1.5, 0, 1.5, 3});
  REQUIRE(file.header().events.size() == 1);
  CHECK(file.header().events[0].columns[1].labels == header.events[0].columns[1].labels);
  CHECK(file.header().events[0].columns[2].units == "2020 USD");
}

TEST_CASE("groups of events that no reader could use are refused", "[unit][output][bad_input]") {
  const auto refused = [](const auto& spoil) {
    ResultsHeader header = test::header_with_events();
    spoil(header.events[0]);
    try {
      check_header(header);
    } catch (const RunError& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  CHECK_THAT(refused([](EventDeclaration& g) { g.columns[1].labels = {"XXX"}; }),
             Contains("axis 'origin' has other labels in table 'panel'"));
  CHECK_THAT(refused([](EventDeclaration& g) { g.columns[2].name = "person"; }),
             Contains("two columns named 'person'"));
  CHECK_THAT(refused([](EventDeclaration& g) { g.name = "stock"; }), Contains("are named 'stock'"));
  CHECK_THAT(refused([](EventDeclaration& g) { g.columns.clear(); }), Contains("no columns"));
  CHECK_THAT(refused([](EventDeclaration& g) { g.columns[0].name = "class"; }),
             Contains("word of Python or R"));
}

TEST_CASE("a part written without its panel is not taken for one with it", "[unit][output]") {
  const test::ScratchFolder folder;
  test::write_event_parts(folder.path());
  CHECK(finished_parts(folder.path(), test::header_with_events()).size() == 4);
  CHECK(finished_parts(folder.path(), test::sample_header(2)).empty());
}

TEST_CASE("the header comes back from the file", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  write_all_parts(header, folder.path());
  merge_parts(folder / "all.h5", header, folder.path());
  const ResultsHeader found = ResultsFile(folder / "all.h5").header();
  CHECK(found.replicates == header.replicates);
  CHECK(found.times == header.times);
  CHECK(found.start == header.start);
  REQUIRE(found.scenarios.size() == 2);
  CHECK(found.scenarios[0].toml == header.scenarios[0].toml);
  CHECK(found.scenarios[1].source_toml == header.scenarios[1].source_toml);
  REQUIRE(found.tables.size() == header.tables.size());
  for (size_t i = 0; i < found.tables.size(); ++i) {
    const auto& expected = header.tables[i];
    CHECK(found.tables[i].name == expected.name);
    CHECK(found.tables[i].units == expected.units);
    CHECK(found.tables[i].method == expected.method);
    CHECK(found.tables[i].form == expected.form);
    REQUIRE(found.tables[i].axes.size() == expected.axes.size());
    for (size_t axis = 0; axis < expected.axes.size(); ++axis) {
      CHECK(found.tables[i].axes[axis].name == expected.axes[axis].name);
      CHECK(found.tables[i].axes[axis].labels == expected.axes[axis].labels);
    }
  }
}

TEST_CASE("sparse tables may be empty", "[unit][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(1);
  for (uint32_t scenario = 0; scenario < 2; ++scenario) {
    ResultBlock block = test::sample_block(header, scenario, 0);
    block.tables[3].rows.clear();
    write_part(part_path(folder.path(), scenario, 0), header, block);
  }
  merge_parts(folder / "all.h5", header, folder.path());
  CHECK(ResultsFile(folder / "all.h5").sparse(3).empty());
}

TEST_CASE("chunks keep to one scenario and replicate and to a mebibyte", "[unit][output]") {
  TableDeclaration table = test::sample_header(1).tables[0];
  CHECK(layout::dense_chunk(table, 4) == hdf5::Shape{1, 1, 4, 3, 2, 3, 2, 3});
  const size_t cell_bytes = table.cells() * 8;
  CHECK(layout::dense_chunk(table, 100000)[2] == (size_t{1} << 20) / cell_bytes);
  table.axes[0].labels.resize(5000);
  table.axes[1].labels.resize(40);  // a time of 5,000 x 40 x 18 cells is 28.8 MB
  const auto chunk = layout::dense_chunk(table, 12);
  CHECK(chunk == hdf5::Shape{1, 1, 1, 182, 40, 3, 2, 3});
}

TEST_CASE("parts of another scenario, program or replicate are not reused", "[unit][output]") {
  const test::ScratchFolder folder;
  ResultsHeader header = test::sample_header(2);
  write_all_parts(header, folder.path());
  CHECK(finished_parts(folder.path(), header).size() == 4);
  const auto torn = part_path(folder.path(), 0, 1);
  const std::string bytes = test::bytes_of(torn);
  test::write_bytes(torn, bytes.substr(0, bytes.size() - 100));
  header.scenarios[1].digest = "another";
  using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;
  CHECK(finished_parts(folder.path(), header) == Pairs{{0, 0}});
  std::filesystem::copy_file(part_path(folder.path(), 0, 0), torn,
                             std::filesystem::copy_options::overwrite_existing);
  CHECK(finished_parts(folder.path(), header) == Pairs{{0, 0}});
}

TEST_CASE("merging names the part that is missing and keeps the older file",
          "[bad_input][output]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  write_all_parts(header, folder.path());
  std::filesystem::remove(part_path(folder.path(), 1, 0));
  test::write_bytes(folder / "all.h5", "older");
  CHECK_THROWS_WITH(merge_parts(folder / "all.h5", header, folder.path()),
                    Contains("scenario 'quota', replicate 0"));
  CHECK(test::bytes_of(folder / "all.h5") == "older");
}

TEST_CASE("headers that no reader could use are refused", "[bad_input][output]") {
  ResultsHeader header = test::sample_header(2);
  SECTION("keyword") {
    header.tables[0].axes[0].name = "from";
    CHECK_THROWS_WITH(check_header(header), Contains("'from' is a word of Python or R"));
  }
  SECTION("repeated axis") {
    header.tables[0].axes[1] = header.tables[0].axes[0];
    CHECK_THROWS_WITH(check_header(header), Contains("two axes named 'origin'"));
  }
  SECTION("labels differ") {
    header.tables[1].axes[0].labels.pop_back();
    CHECK_THROWS_WITH(check_header(header), Contains("'origin' has other labels in table"));
  }
  SECTION("table named like an axis") {
    header.tables[0].name = "sex";
    CHECK_THROWS_WITH(check_header(header), Contains("are named 'sex'"));
  }
  SECTION("replicates repeat") {
    header.replicates = {1, 1};
    CHECK_THROWS_WITH(check_header(header), Contains("ascending"));
  }
  SECTION("a block of another size") {
    const test::ScratchFolder folder;
    ResultBlock block = test::sample_block(header, 0, 0);
    block.tables[0].dense.pop_back();
    CHECK_THROWS_WITH(write_part(folder / "a.h5", header, block),
                      Contains("table 'stock' has 431"));
  }
}
