// `rumbo info`: results, checkpoints and strangers are told apart.
#include "tools/rumbo/file_info.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "engine/hdf5/file.hpp"
#include "engine/output/checkpoint.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("a result file says its runs, tables and provenance", "[unit][tools]") {
  const test::ScratchFolder folder;
  const ResultsHeader header = test::sample_header(3);
  write_part(folder / "part.h5", header, test::sample_block(header, 1, 2));
  const FileInfo info = describe_file(folder / "part.h5");
  const auto json = nlohmann::json::parse(as_json(info));
  CHECK(json["kind"] == "complete results");
  CHECK_THAT(json["content"].get<std::string>(), StartsWith("verified, sha256 "));
  CHECK(json["runs"]["scenarios"] == nlohmann::json{"quota"});
  CHECK(json["runs"]["replicates"] == "1 (2 to 2)");
  CHECK(json["runs"]["months"] == "2000-01 to 2003-12");
  CHECK(json["provenance"]["seed"] == "18446744073709551615");
  CHECK_THAT(as_text(info), Contains("moves_by_channel      persons [origin 3, destination 2"));
}

TEST_CASE("a checkpoint says its arrays", "[unit][tools]") {
  const test::ScratchFolder folder;
  std::vector<int32_t> wealth(7);
  {
    SaveArchive archive(folder / "c.h5");
    archive.array("people/wealth", wealth);
    archive.commit();
  }
  const auto json = nlohmann::json::parse(as_json(describe_file(folder / "c.h5")));
  CHECK(json["kind"] == "complete checkpoint");
  CHECK_THAT(json["content"].get<std::string>(), StartsWith("verified, sha256 "));
  CHECK(json["arrays"]["people/wealth"] == "7");
}

TEST_CASE("other HDF5 files are refused by name", "[bad_input][tools]") {
  const test::ScratchFolder folder;
  {
    hdf5::NewFile file(folder / "other.h5");
    file.commit();
  }
  CHECK_THROWS_WITH(describe_file(folder / "other.h5"),
                    Contains("other.h5: neither a result file nor a checkpoint"));
}
