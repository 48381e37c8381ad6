// Digests against published vectors; attributes that results need.
#include "engine/output/provenance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;

TEST_CASE("sha256 gives the digests of FIPS 180-2, appendix B", "[unit][output]") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a file has the digest of its bytes", "[unit][output]") {
  const test::ScratchFolder folder;
  for (const size_t length : {size_t{0}, size_t{3}, size_t{65536}, size_t{200001}}) {
    const std::string bytes(length, 'q');
    test::write_bytes(folder / "f", bytes);
    CHECK(sha256_of_file(folder / "f") == sha256(bytes));
  }
  CHECK_THROWS_AS(sha256_of_file(folder / "missing"), RunError);
}

TEST_CASE("provenance keeps the seed as text and names the program", "[unit][output]") {
  RunFacts facts;
  facts.seed = UINT64_MAX;
  facts.input_digests = {{"tables/\"odd\".csv", "ab12"}};
  const auto list = provenance(facts);
  const auto value = [&](const std::string& name) {
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const ResultAttribute& item) { return item.name == name; });
    REQUIRE(found != list.end());
    return found->value;
  };
  CHECK(std::get<std::string>(value("seed")) == "18446744073709551615");
  CHECK(std::get<std::string>(value("rng")) == "philox4x32-10");
  CHECK(std::get<std::string>(value("input_digests")) == R"({"tables/\"odd\".csv":"ab12"})");
  const std::string created = std::get<std::string>(value("created"));
  CHECK(created.size() == 20);
  CHECK(created.back() == 'Z');
  const std::string commit = build_facts().git_commit;
  CHECK((commit == "unknown" || commit.size() >= 40));
  CHECK_FALSE(build_facts().version.empty());
}
