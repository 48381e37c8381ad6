// Runs are paired only if they were made to be, and what differs is named.
#include "tools/rumbo/pairing.hpp"

#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tools/rumbo/comparison.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;

namespace {

const char* const usual =
    R"({"digest": "d1", "parameters": {"decision.weight_wage": 0.08}, "tables": {"wages.csv": "t1"}})";

/// A file with one scenario of a name.
std::filesystem::path write_one(const test::ScratchFolder& folder, const std::string& name,
                                const std::string& pairing, const std::string& seed = "7",
                                std::vector<uint32_t> replicates = {0, 1, 2}) {
  ResultsHeader header = test::sample_header(3);
  header.scenarios = {{name, "digest", "", "", pairing}};
  header.replicates = std::move(replicates);
  header.attributes = {{"seed", seed}, {"scale", 0.001}, {"program_version", "0.1.0"}};
  const auto parts = folder / (name + ".parts");
  std::filesystem::create_directories(parts);
  for (const uint32_t replicate : header.replicates)
    write_part(part_path(parts, 0, replicate), header, test::sample_block(header, 0, replicate));
  merge_parts(folder / (name + ".h5"), header, parts);
  return folder / (name + ".h5");
}

Comparison compared(const std::filesystem::path& a, const std::filesystem::path& b,
                    Unpaired unpaired = Unpaired::refuse) {
  CompareRequest request;
  request.unpaired = unpaired;
  return compare(read_series({{a, b}, {"stock"}, {}, {}}), request);
}

}  // namespace

TEST_CASE("scenarios of several files are paired if they were run alike", "[unit][tools]") {
  const test::ScratchFolder folder;
  const auto a = write_one(folder, "a", usual);
  const auto b = write_one(folder, "b", usual, "7", {1, 2, 5});
  const Comparison found = compared(a, b);
  REQUIRE(found.scenarios.size() == 1);
  CHECK(found.scenarios[0].is_paired);
  CHECK(found.scenarios[0].rows[0].effect.n == 2);
  CHECK(found.scenarios[0].rows[0].effect.verdict == Verdict::identical);
  CHECK_THAT(as_text(found, IdenticalRows::folded),
             Contains("no such replicate: 0 of 'a'") && Contains("no such replicate: 5 of 'b'"));
  CHECK_THROWS_WITH(compared(a, a), Contains("is in another of the files too"));
}

// Guards against an effect that comes from another `--set`.
TEST_CASE("runs that were not made to be paired are refused, all differences named",
          "[bad_input][tools]") {
  const test::ScratchFolder folder;
  const auto a = write_one(folder, "a", usual);
  const auto other = write_one(folder, "b",
                               R"({"digest": "d2", "parameters": {"decision.weight_wage": 0.12},
          "tables": {"wages.csv": "t2", "more.csv": "t3"}})",
                               "8");
  CHECK_THROWS_WITH(compared(a, other),
                    Contains("the seed is 7 in ") && Contains("a.h5 and 8 in ") &&
                        Contains("decision.weight_wage is 0.08 in ") && Contains("and 0.12 in ") &&
                        Contains("wages.csv has another content") &&
                        Contains("more.csv was read for") && Contains("--unpaired"));
  const auto hidden =
      write_one(folder, "c", R"({"digest": "d3", "parameters": {"decision.weight_wage": 0.08},
          "tables": {"wages.csv": "t1"}})");
  CHECK_THROWS_WITH(compared(a, hidden), Contains("parameters have other values"));
  const auto old = write_one(folder, "d", "");
  CHECK_THROWS_WITH(compared(a, old), Contains("does not say what its parameters and tables were"));
}

TEST_CASE("what is compared unpaired says so wherever it is written", "[unit][tools]") {
  const test::ScratchFolder folder;
  const auto a = write_one(folder, "a", usual);
  const auto b = write_one(folder, "b", usual, "8", {0, 1, 2, 3});
  const Comparison found = compared(a, b, Unpaired::allow);
  CHECK_FALSE(found.scenarios[0].is_paired);
  CHECK(found.scenarios[0].rows[0].effect.n == 4);  // none is left out
  CHECK(found.scenarios[0].rows[0].effect.n_baseline == 3);
  for (const auto& text :
       {as_text(found, IdenticalRows::shown), as_markdown(found, IdenticalRows::shown)})
    CHECK_THAT(text, Contains("NOT PAIRED (--unpaired)") && Contains("the seed is 7") &&
                         !Contains("Paired by replicate"));
  CHECK_THAT(as_csv(found), Contains(",unpaired\n"));
  CHECK_THAT(as_json(found), Contains("\"paired\": false"));
}
