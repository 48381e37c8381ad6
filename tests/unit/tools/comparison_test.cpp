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

ReadSeries read(const std::filesystem::path& file, std::vector<std::string> tables = {}) {
  return read_series({{file}, std::move(tables), {}, {}});
}

const SeriesValues& find(const ReadSeries& read, const std::string& name) {
  for (const auto& series : read.series)
    if (series.name == name) return series;
  FAIL("no series " << name);
  return read.series.front();
}

/// Sum over the cells that `keep` accepts at one time, straight from what was written.
template <class Keep>
double expected_sum(const ResultsHeader& header, size_t table, uint32_t scenario,
                    uint32_t replicate, size_t time, const Keep& keep) {
  double sum = 0;
  const ResultBlock block = test::sample_block(header, scenario, replicate);
  const size_t cells = header.tables[table].cells();
  for (size_t cell = 0; cell < cells; ++cell)
    if (keep(cell)) sum += static_cast<double>(block.tables[table].dense[time * cells + cell]);
  return sum;
}

bool always(size_t) {
  return true;
}

}  // namespace

TEST_CASE("headline series count the cells they say", "[unit][tools]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  const auto found = read(write_sample(folder, "a.h5", header));
  // Stock: origin MEX, GTM, México; residence USA, MEX; then 3 x 2 x 3 cells each.
  const auto is_abroad = [](size_t cell) { return !(cell / 36 == 0 && cell / 18 % 2 == 1); };
  const auto is_irregular = [&](size_t cell) { return is_abroad(cell) && cell / 6 % 3 == 2; };
  CHECK(find(found, "foreign-born at the end").values.at("quota").at(1)[3] ==
        expected_sum(header, 0, 1, 1, 3, is_abroad));
  CHECK(find(found, "foreign-born, irregular, at the end").values.at("baseline").at(0)[3] ==
        expected_sum(header, 0, 0, 0, 3, is_irregular));
  CHECK(find(found, "moves").values.at("baseline").at(1)[2] ==
        expected_sum(header, 1, 0, 1, 2, always));
  // Channels of the sample: family, smuggled, unaided; only the first is a name of the model.
  CHECK(find(found, "moves, smuggled").values.at("quota").at(0)[0] ==
        expected_sum(header, 1, 1, 0, 0, [](size_t cell) { return cell / 2 % 3 == 1; }));
  CHECK(find(found, "legal entries").values.at("quota").at(0)[1] ==
        expected_sum(header, 1, 1, 0, 1, [](size_t cell) { return cell / 2 % 3 == 0; }));
  for (const auto& series : found.series) CHECK(series.name != "irregular entries");
}

TEST_CASE("tables that are asked for are summed, sparse ones too", "[unit][tools]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  const auto path = write_sample(folder, "a.h5", header);
  const auto found = read(path, {"moves:sex", "remittances_received"});
  double males = 0;
  const ResultBlock block = test::sample_block(header, 1, 1);
  for (const auto& row : block.tables[3].rows)
    if (row.time == 2 && row.cell / 3 % 2 == 1) males += static_cast<double>(row.value);
  CHECK(find(found, "moves, male").values.at("quota").at(1)[2] == males);
  CHECK(find(found, "remittances_received").units == "2020 USD");
  CHECK(find(found, "remittances_received").values.at("quota").at(1)[0] ==
        Approx(expected_sum(header, 2, 1, 1, 0, always) / 100));
}

TEST_CASE("labels and axes of the command line hold for every series", "[unit][tools]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(2);
  const auto path = write_sample(folder, "a.h5", header);
  // moves_by_channel: origin 3 x destination 2 x channel 3 x sex 2.
  const auto found = read_series(
      {{path}, {"moves_by_channel"}, parse_selections({"origin=MEX|GTM,sex=male"}), {"channel"}});
  CHECK(find(found, "moves_by_channel, unaided").values.at("quota").at(1)[0] ==
        expected_sum(header, 1, 1, 1, 0, [](size_t cell) {
          return cell / 12 < 2 && cell % 2 == 1 && cell / 2 % 3 == 2;
        }));
  CHECK_THROWS_WITH(
      read_series({{path}, {"moves_by_channel"}, parse_selections({"status=legal"}), {}}),
      Contains("--where: table 'moves_by_channel' has no axis 'status'; expected one of origin, "
               "destination, channel, sex"));
  CHECK_THROWS_WITH(read_series({{path}, {}, parse_selections({"origin=MEXX"}), {}}),
                    Contains("did you mean 'MEX'?"));
  CHECK_THROWS_WITH(
      read_series({{path}, {}, {}, {"chanel"}}),
      Contains("--by: no table has an axis 'chanel'") && Contains("did you mean 'channel'?"));
  const auto headlines = read_series({{path}, {}, parse_selections({"status=legal"}), {}});
  REQUIRE(headlines.notes.size() == 2);
  CHECK(headlines.notes[0] == "only status = legal is counted (--where)");
  CHECK_THAT(headlines.notes[1], Contains("moves") && Contains("left out"));
}

TEST_CASE("the window begins where numbers differ and can be chosen", "[unit][tools]") {
  const test::ScratchFolder folder;
  ResultsHeader header = test::sample_header(2);
  header.scenarios[0].pairing = R"({"first_difference": null})";
  header.scenarios[1].pairing = R"({"title": "More visas", "first_difference": "2002-05"})";
  const auto path = write_sample(folder, "a.h5", header);
  const auto found = read(path, {"moves_by_channel"});
  const Comparison since = compare(found, {});
  REQUIRE(since.scenarios.size() == 1);
  CHECK(since.scenarios[0].from == Month::of(2002, 1));
  CHECK_THAT(since.scenarios[0].window, Contains("differ from 2002-05 on"));
  CHECK(since.scenarios[0].title == "More visas");
  // A cell of the second scenario is 10,000,000 more than of the first: 36 cells a record.
  CHECK(since.scenarios[0].rows[0].effect.difference == 36.0 * 2 * 10000000);
  CompareRequest request;
  request.between = std::pair("2001-01", "2001-12");
  CHECK(compare(found, request).scenarios[0].rows[0].effect.difference == 36.0 * 10000000);
  request.between.reset();
  request.grouping = Grouping::by_year;
  const Comparison yearly = compare(found, request);
  REQUIRE(yearly.scenarios[0].rows.size() == 2);
  CHECK(yearly.scenarios[0].rows[1].series == "moves_by_channel, 2003");
  // Without a record in the file the numbers decide: they differ from the first period on.
  header.scenarios[1].pairing = "";
  const Comparison whole = compare(read(write_sample(folder, "b.h5", header), {"stock"}), {});
  CHECK(whole.scenarios[0].from == Month::of(2000, 1));
}

// Guards against P > .999 of 2 replicates.
TEST_CASE("a comparison is written as text, Markdown, CSV and JSON", "[unit][tools]") {
  const test::ScratchFolder folder;
  const auto path = write_sample(folder, "a.h5", test::sample_header(2));
  const Comparison found = compare(read(path, {"moves_by_channel"}), {"baseline", {}, {}, {}, {}});
  CHECK_THAT(as_text(found, IdenticalRows::folded),
             Contains("quota against baseline") && Contains("not distinguishable, 2 of 2") &&
                 !Contains("P 0") && !Contains("P >") && Contains("too few for a probability"));
  CHECK_THAT(as_markdown(found, IdenticalRows::folded),
             Contains("| series | unit | baseline | quota |"));
  CHECK_THAT(as_csv(found), Contains("\nquota,baseline,moves_by_channel,persons,2,") &&
                                Contains(",1,,not distinguishable,2000-01,2003-12,paired\n"));
  const auto json = nlohmann::json::parse(as_json(found));
  REQUIRE(json["rows"].size() == 1);
  CHECK(json["rows"][0]["difference"] == 36.0 * 4 * 10000000);
  CHECK(json["rows"][0]["probability_of_sign"].is_null());
}

TEST_CASE("rows that do not differ are folded and named, and chance is spoken of",
          "[unit][tools]") {
  Comparison made;
  made.baseline = "baseline";
  ScenarioComparison one;
  one.scenario = "quota";
  for (const auto* name : {"moves, visit", "moves, asylum", "births"})
    one.rows.push_back({name, "persons", {}});
  one.rows.push_back({"deaths", "persons", {}});
  one.rows.back().effect.verdict = Verdict::higher;
  made.scenarios = {one};
  made.n_different = 40;
  const std::string folded = as_text(made, IdenticalRows::folded);
  CHECK_THAT(folded, Contains("3 rows are the same in all replicates (--all shows them): moves "
                              "(visit, asylum); births") &&
                         Contains("\ndeaths  persons") && !Contains("\nbirths  persons") &&
                         Contains("at most about 4 would still be"));
  CHECK_THAT(as_text(made, IdenticalRows::shown),
             Contains("\nbirths         persons") && !Contains("--all shows"));
  CHECK_THAT(as_csv(made), Contains(",births,"));  // scripts get all rows
}

TEST_CASE("family-wise intervals hold all together", "[unit][tools]") {
  const test::ScratchFolder folder;
  const auto found = read(write_sample(folder, "a.h5", test::sample_header(6)),
                          {"moves_by_channel:channel", "stock"});
  CompareRequest request;
  const Comparison each = compare(found, request);
  request.error_rate = ErrorRate::family_wise;
  const Comparison joint = compare(found, request);
  REQUIRE(joint.n_different == 4);
  // Four rows: each interval has 97.5%, that is 10% / 4 outside. All differ by the same in every
  // replicate, so each of 6 pairs counts as one person: the reach to the far side is
  // garwood(6) - 6 on one side and garwood(0) on the other; only the order is checked here.
  for (size_t row = 0; row < 4; ++row) {
    const Interval narrow = each.scenarios[0].rows[row].effect.interval;
    const Interval wide = joint.scenarios[0].rows[row].effect.interval;
    CHECK(wide.low < narrow.low);
    CHECK(wide.high > narrow.high);
  }
  CHECK_THAT(chance_text(joint), Contains("each is one of 97.5%"));
}

// Guards against pipes that break the table.
TEST_CASE("names may hold anything", "[unit][tools]") {
  Comparison made;
  made.baseline = "a|b";
  ScenarioComparison one;
  one.scenario = "x`y\nz";
  one.title = "\"quoted\", and\\so";
  one.rows.push_back({"moves, \"A|B\"\n", "per*sons", {}});
  one.rows.back().effect.verdict = Verdict::higher;
  made.scenarios = {one};
  const std::string markdown = as_markdown(made, IdenticalRows::folded);
  CHECK_THAT(markdown, Contains("| series | unit | a\\|b | x\\`y z |") &&
                           Contains("| moves, \"A\\|B\"  | per\\*sons |"));
  const auto json = nlohmann::json::parse(as_json(made));
  CHECK(json["scenarios"][0]["scenario"] == "x`y\nz");
  CHECK(json["rows"][0]["series"] == "moves, \"A|B\"\n");
  CHECK_THAT(as_csv(made), Contains("\n\"x`y\nz\",a|b,\"moves, \"\"A|B\"\"\n\",per*sons,"));
  CHECK_THAT(as_text(made, IdenticalRows::folded), Contains("x`y z against a|b\n"));
  one.title = "not \xFF UTF-8";
  made.scenarios = {one};
  CHECK_NOTHROW(as_json(made));
}

TEST_CASE("what cannot be compared is refused in one sentence", "[bad_input][tools]") {
  const test::ScratchFolder folder;
  const auto path = write_sample(folder, "one.h5", test::sample_header(1));
  const auto more = write_sample(folder, "two.h5", test::sample_header(2));
  CHECK_THROWS_WITH(compare(read(path), {}), Contains("needs at least 2"));
  CompareRequest wrong;
  wrong.baseline = "qota";
  CHECK_THROWS_WITH(compare(read(more), wrong), Contains("did you mean 'quota'?"));
  CHECK_THROWS_WITH(read(more, {"stok"}), Contains("no table 'stok'"));
  CHECK_THROWS_WITH(read(more, {"stock:channel"}), Contains("has no axis 'channel'"));
  CHECK_THROWS_WITH(read(more, {"stock:sex:sex"}), Contains("twice"));
  ResultsHeader single = test::sample_header(2);
  single.scenarios.pop_back();
  CHECK_THROWS_WITH(compare(read(write_sample(folder, "s.h5", single)), {}),
                    Contains("nothing to compare"));
}

// Guards against: "the same in all replicates" of a table that was not counted in the window.
TEST_CASE("a window in which a table is not counted has no row of it, but a note",
          "[unit][tools]") {
  const test::ScratchFolder folder;
  ResultsHeader header = test::sample_header(2);  // records of 2000 to 2003
  header.tables[3].occasions = {.month = 6, .years = 2, .months_before = 12};
  const auto found = read(write_sample(folder, "a.h5", header), {"moves:sex", "moves_by_channel"});
  CompareRequest request;
  const auto rows_between = [&](const char* from, const char* to, Comparison& comparison) {
    request.between = std::pair(from, to);
    comparison = compare(found, request);
    return comparison.scenarios[0].rows.size();
  };
  Comparison comparison;
  CHECK(rows_between("2000-01", "2003-12", comparison) == 3);
  CHECK(comparison.notes.empty());
  CHECK(rows_between("2003-01", "2003-12", comparison) == 1);
  CHECK(comparison.notes ==
        std::vector<std::string>{"left out of 2003-01 to 2003-12, for nothing was recorded then: "
                                 "moves (counted in June of years that 2 divides, of the 12 months "
                                 "up to it)"});
  CHECK_THAT(as_text(comparison, IdenticalRows::folded), !Contains("the same in all replicates"));
  // The 12 months before June of 2000 were not run.
  CHECK(rows_between("2000-01", "2000-12", comparison) == 1);
  request.grouping = Grouping::by_year;
  CHECK(rows_between("2000-01", "2003-12", comparison) == 4 + 2);
  REQUIRE(comparison.notes.size() == 1);
  CHECK_THAT(comparison.notes[0], Contains("left out of 2000, 2001, 2003, for nothing"));
}

TEST_CASE("all mistakes of what is asked for are told, each with what was expected",
          "[bad_input][tools]") {
  const test::ScratchFolder folder;
  const auto path = write_sample(folder, "a.h5", test::sample_header(2));
  const auto mistakes_of = [&](const SeriesRequest& request) {
    try {
      read_series(request);
    } catch (const InputError& error) {
      return error.messages();
    }
    return std::vector<std::string>{};
  };
  CHECK(mistakes_of({{path}, {"moves:sex"}, {}, {}}).empty());
  const std::string no_axis = "--tables: table 'moves' has no axis ";
  const std::string axes = "expected one of origin, destination, channel, sex, age_group; ";
  CHECK(
      mistakes_of({{path},
                   {"moves:chanel:sx", "moves:channel", "sex", "stock:", "stock:sex=male", "stok"},
                   parse_selections({"origin=MEXX"}),
                   {"yaer"}}) ==
      std::vector<std::string>{
          no_axis + "'chanel'; " + axes + "did you mean 'channel'?",
          no_axis + "'sx'; " + axes + "did you mean 'sex'?",
          std::string("--tables: found 'sex', which is an axis; expected a table. ") +
              "Axes follow their table after ':', as in moves:sex",
          "--tables: found 'stock:'; expected TABLE or TABLE:AXIS:AXIS",
          std::string("--tables: found 'sex=male' in 'stock:sex=male'; ") +
              "expected an axis without labels, which are chosen by --where sex=male",
          std::string("--tables: no table 'stok' in the results; expected one of ") +
              "stock, moves_by_channel, remittances_received, moves; did you mean 'stock'?",
          std::string("--where: axis 'origin' has no label 'MEXX'; expected one of ") +
              "MEX, GTM, México del Norte; did you mean 'MEX'?",
          std::string("--by: no table has an axis 'yaer'; expected one of year, age_group, ") +
              "channel, destination, origin, residence, sex, status; did you mean 'year'?"});
  CHECK(mistakes_of({{path}, {"stock"}, {}, {"channel"}}) ==
        std::vector<std::string>{"--by: table 'stock' has no axis 'channel'; expected one of "
                                 "origin, residence, status, sex, age_group"});
}

TEST_CASE("a table of means in a file is weighted, or refused", "[unit][tools]") {
  const test::ScratchFolder folder;
  ResultsHeader header = test::sample_header(2);
  TableDeclaration fear;
  fear.name = "fear";
  fear.units = "1";
  fear.axes = {header.tables[0].axes[1]};
  fear.method = CellMethod::point;
  fear.over = {{AggregationKind::mean, "stock"}};
  header.tables.push_back(fear);
  const auto path = write_sample(folder, "a.h5", header);
  const auto found = read(path, {"fear"});
  // Weights: stock by residence, summed over the rest, straight from what was written.
  const ResultBlock block = test::sample_block(header, 1, 1);
  double weights[2] = {0, 0};
  for (size_t cell = 0; cell < header.tables[0].cells(); ++cell)
    weights[cell / 18 % 2] += static_cast<double>(block.tables[0].dense[cell]);
  const auto& cells = block.tables[4].dense;
  const double mean =
      (weights[0] * static_cast<double>(cells[0]) + weights[1] * static_cast<double>(cells[1])) /
      (weights[0] + weights[1]);
  CHECK(find(found, "fear").values.at("quota").at(1)[0] == Approx(mean).epsilon(1e-14));
  header.tables.erase(header.tables.begin());  // no stock
  CHECK_THROWS_WITH(read(write_sample(folder, "b.h5", header), {"fear"}),
                    Contains("weighted by 'stock', which is not in the file"));
}
