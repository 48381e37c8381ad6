// Comparisons from files: which cells count, how runs pair, what is said about them.
#include "tools/rumbo/comparison.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;

namespace {

std::filesystem::path write_sample(const test::ScratchFolder& folder, const std::string& name,
                                   const ResultsHeader& header) {
  const auto parts = folder / (name + ".parts");
  std::filesystem::create_directories(parts);
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario)
    for (const uint32_t replicate : header.replicates)
      write_part(part_path(parts, scenario, replicate), header,
                 test::sample_block(header, scenario, replicate));
  merge_parts(folder / name, header, parts);
  return folder / name;
}

const SeriesValues& find(const ReadSeries& read, const std::string& name) {
  for (const auto& series : read.series)
    if (series.name == name) return series;
  FAIL("no series " << name);
  return read.series.front();
}

/// Sum over the cells that `keep` accepts, straight from what was written.
template <class Keep>
double expected_sum(const ResultsHeader& header, size_t table, uint32_t scenario,
                    uint32_t replicate, size_t first_time, const Keep& keep) {
  double sum = 0;
  const ResultBlock block = test::sample_block(header, scenario, replicate);
  const size_t cells = header.tables[table].cells();
  for (size_t time = first_time; time < header.times.size(); ++time)
    for (size_t cell = 0; cell < cells; ++cell)
      if (keep(cell)) sum += static_cast<double>(block.tables[table].dense[time * cells + cell]);
  return sum;
}

}  // namespace

TEST_CASE("headline series count the cells they say", "[unit][tools]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  const auto read = read_series({write_sample(folder, "a.h5", header)}, {});
  // Stock: origin MEX, GTM, México; residence USA, MEX; then 3 x 2 x 3 cells each.
  const auto is_abroad = [](size_t cell) { return !(cell / 36 == 0 && cell / 18 % 2 == 1); };
  const auto is_irregular = [&](size_t cell) { return is_abroad(cell) && cell / 6 % 3 == 2; };
  CHECK(find(read, "foreign-born at the end").values.at("quota").at(1) ==
        expected_sum(header, 0, 1, 1, 3, is_abroad));
  CHECK(find(read, "foreign-born, irregular, at the end").values.at("baseline").at(0) ==
        expected_sum(header, 0, 0, 0, 3, is_irregular));
  CHECK(find(read, "moves").values.at("baseline").at(1) ==
        expected_sum(header, 1, 0, 1, 0, [](size_t) { return true; }));
  // Channels of the sample: family, smuggled, unaided; only the first is a name of the model.
  CHECK(find(read, "moves, smuggled").values.at("quota").at(0) ==
        expected_sum(header, 1, 1, 0, 0, [](size_t cell) { return cell / 2 % 3 == 1; }));
  CHECK(find(read, "legal entries").values.at("quota").at(0) ==
        expected_sum(header, 1, 1, 0, 0, [](size_t cell) { return cell / 2 % 3 == 0; }));
  for (const auto& series : read.series) CHECK(series.name != "irregular entries");
}

TEST_CASE("tables that are asked for are summed, sparse ones too", "[unit][tools]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  const auto path = write_sample(folder, "a.h5", header);
  const auto read = read_series({path}, {"moves:sex", "remittances_received"});
  double males = 0;
  const ResultBlock block = test::sample_block(header, 1, 1);
  for (const auto& row : block.tables[3].rows)
    if (row.cell / 3 % 2 == 1) males += static_cast<double>(row.value);
  CHECK(find(read, "moves, male").values.at("quota").at(1) == males);
  CHECK(find(read, "remittances_received").units == "2020 USD");
  CHECK(find(read, "remittances_received").values.at("quota").at(1) ==
        Approx(expected_sum(header, 2, 1, 1, 0, [](size_t) { return true; }) / 100));
}

TEST_CASE("scenarios in several files are paired by replicate number", "[unit][tools]") {
  const test::ScratchFolder folder;
  const ResultsHeader both = test::sample_header(3);
  ResultsHeader first = both;
  first.scenarios.pop_back();
  ResultsHeader second = first;
  second.scenarios[0].name = "other";
  second.replicates = {1, 2, 5};
  const auto a = write_sample(folder, "a.h5", first);
  const auto b = write_sample(folder, "b.h5", second);
  const Comparison found = compare(read_series({a, b}, {"stock"}), "");
  REQUIRE(found.rows.size() == 1);
  CHECK(found.rows[0].effect.n == 2);
  CHECK(found.rows[0].effect.verdict == Verdict::identical);  // replicates 1 and 2 are the same
  CHECK_THROWS_WITH(read_series({a, a}, {}), Contains("is in another of the files too"));
  second.attributes = {{"seed", "2"}};
  const auto c = write_sample(folder, "c.h5", second);
  CHECK_THROWS_WITH(read_series({a, c}, {}), Contains("only runs of one seed"));
}

TEST_CASE("a comparison is written as text, Markdown, CSV and JSON", "[unit][tools]") {
  const test::ScratchFolder folder;
  const auto path = write_sample(folder, "a.h5", test::sample_header(2));
  const Comparison found = compare(read_series({path}, {"moves_by_channel"}), "baseline");
  CHECK_THAT(as_text(found), Contains("quota against baseline") &&
                                 Contains("higher, P >0.999, 2 of 2") &&
                                 Contains("only 2 replicates"));
  CHECK_THAT(as_markdown(found), Contains("| series | unit | baseline | quota |"));
  CHECK_THAT(as_csv(found), Contains("\nquota,baseline,moves_by_channel,persons,2,"));
  const auto json = nlohmann::json::parse(as_json(found));
  REQUIRE(json["rows"].size() == 1);
  // A cell of the second scenario is 10,000,000 more than of the first: 36 cells, 4 times.
  CHECK(json["rows"][0]["difference"] == 36.0 * 4 * 10000000);
  CHECK(json["rows"][0]["finding"] == "higher");
}

TEST_CASE("what cannot be compared is refused in one sentence", "[bad_input][tools]") {
  const test::ScratchFolder folder;
  const auto path = write_sample(folder, "one.h5", test::sample_header(1));
  const auto more = write_sample(folder, "two.h5", test::sample_header(2));
  CHECK_THROWS_WITH(compare(read_series({path}, {}), ""), Contains("needs at least 2"));
  CHECK_THROWS_WITH(compare(read_series({more}, {}), "qota"), Contains("did you mean 'quota'?"));
  CHECK_THROWS_WITH(read_series({more}, {"stok"}), Contains("no table 'stok'"));
  CHECK_THROWS_WITH(read_series({more}, {"stock:channel"}), Contains("has no axis 'channel'"));
  ResultsHeader single = test::sample_header(2);
  single.scenarios.pop_back();
  CHECK_THROWS_WITH(compare(read_series({write_sample(folder, "s.h5", single)}, {}), ""),
                    Contains("nothing to compare"));
}
