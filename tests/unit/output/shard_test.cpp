// Shards: what is cut into files of many runs and merged is what parts of one run each give.
#include "engine/output/shard.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <tuple>

#include "engine/base/error.hpp"
#include "engine/output/reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

ShardRuns runs_of(const ResultsHeader& header, std::vector<uint32_t> scenarios,
                  std::vector<uint32_t> replicates) {
  ShardRuns runs;
  for (const uint32_t k : scenarios)
    for (const uint32_t r : replicates) {
      runs.blocks.push_back(sample_block(header, k, r));
      runs.digests[{k, r}] = "digest " + std::to_string(k) + " " + std::to_string(r);
    }
  runs.scenarios = std::move(scenarios);
  runs.replicates = std::move(replicates);
  runs.seconds = 7;
  return runs;
}

/// The file that one part a run gives.
void write_by_parts(const fs::path& path, const ResultsHeader& header, const fs::path& folder) {
  fs::create_directories(folder);
  for (uint32_t k = 0; k < header.scenarios.size(); ++k)
    for (const uint32_t r : header.replicates)
      write_part(part_path(folder, k, r), header, sample_block(header, k, r));
  REQUIRE(merge_parts(path, header, folder));
}

void check_same(const fs::path& a, const fs::path& b) {
  const ResultsFile one(a), other(b);
  REQUIRE(one.header().replicates == other.header().replicates);
  for (size_t t = 0; t < one.header().tables.size(); ++t) {
    INFO(one.header().tables[t].name);
    const int table = static_cast<int>(t);
    if (one.header().tables[t].form == TableForm::dense) {
      for (size_t k = 0; k < one.header().scenarios.size(); ++k)
        for (size_t r = 0; r < one.header().replicates.size(); ++r)
          CHECK(one.dense(table, k, r) == other.dense(table, k, r));
      continue;
    }
    const auto key = [](const ResultsFile::SparseRow& row) {
      return std::tuple(row.scenario, row.replicate, row.time, row.cell, row.value);
    };
    std::set<std::tuple<int32_t, int32_t, int32_t, uint64_t, double>> rows, others;
    for (const auto& row : one.sparse(table)) rows.insert(key(row));
    for (const auto& row : other.sparse(table)) others.insert(key(row));
    CHECK(!rows.empty());
    CHECK(rows == others);
  }
}

}  // namespace

TEST_CASE("runs in shards of any shape are merged to the file of single parts", "[unit][output]") {
  const ScratchFolder folder;
  const ResultsHeader header = sample_header(5);
  write_by_parts(folder / "parts.h5", header, folder / "parts");
  fs::create_directories(folder / "shards");
  // One of both scenarios, the others of one each; run 3 of the first scenario is there twice.
  write_shard(folder / "shards" / shard_name("all", 0), header, runs_of(header, {0, 1}, {4, 1}));
  write_shard(folder / "shards" / shard_name("all", 1), header, runs_of(header, {0}, {0, 2, 3}));
  write_shard(folder / "shards" / shard_name("2of3", 0), header, runs_of(header, {1}, {0, 2, 3}));
  write_shard(folder / "shards" / shard_name("3of3", 0), header, runs_of(header, {0}, {3}));
  const auto shards = shards_of(folder / "shards", header);
  REQUIRE(shards.size() == 4);
  CHECK(shards[0].seconds == 7);
  CHECK(shards[1].digests.size() == (shards[1].scenarios.size() * shards[1].replicates.size()));
  REQUIRE(merge_shards(folder / "merged.h5", header, shards));
  check_same(folder / "parts.h5", folder / "merged.h5");
}

TEST_CASE("some runs only make a file of those", "[unit][output]") {
  const ScratchFolder folder;
  ResultsHeader header = sample_header(5);
  write_shard(folder / shard_name("all", 0), header, runs_of(header, {0, 1}, {0, 1, 2, 3}));
  const auto shards = shards_of(folder.path(), header);
  CHECK_THROWS_WITH(merge_shards(folder / "merged.h5", header, shards),
                    Contains("run 4 is missing"));
  CHECK_FALSE(fs::exists(folder / "merged.h5"));
  header.replicates = {1, 3};
  write_by_parts(folder / "parts.h5", header, folder / "parts");
  REQUIRE(merge_shards(folder / "merged.h5", header, shards));
  check_same(folder / "parts.h5", folder / "merged.h5");
}

TEST_CASE("shards of others are left out and damaged ones are set aside",
          "[unit][output][bad_input]") {
  const ScratchFolder folder;
  const ResultsHeader header = sample_header(2);
  ResultsHeader other = header;
  other.scenarios[1].digest = "another";
  write_shard(folder / shard_name("all", 0), header, runs_of(header, {0, 1}, {0}));
  write_shard(folder / shard_name("all", 1), other, runs_of(other, {0, 1}, {1}));
  CHECK(shards_of(folder.path(), header).size() == 1);
  CHECK(shards_of_any(folder.path()).size() == 2);
  const fs::path whole = folder / shard_name("all", 0);
  std::string bytes = bytes_of(whole);
  bytes[bytes.size() / 2] ^= 1;
  write_bytes(whole, bytes);
  std::vector<std::string> set_aside;
  CHECK(shards_of(folder.path(), header, &set_aside).empty());
  REQUIRE(set_aside.size() == 1);
  CHECK_THAT(set_aside[0], Contains("its runs are made again"));
  CHECK_FALSE(fs::exists(whole));
}

TEST_CASE("what a sweep was made with is read back", "[unit][output]") {
  const ScratchFolder folder;
  ResultsHeader header = sample_header(4);
  SweepRecord sweep;
  sweep.kind = "morris";
  sweep.layout = "trajectories";
  sweep.n_groups = 1;
  sweep.replicates = 2;
  sweep.parameters = {{"a.b", "1", 0.1, 0.2, 0.5, "log"}, {"c.d[X->Y]", "USD", -1, 0, 1, "linear"}};
  sweep.values = {0.1, -1, 0.5, 1};
  sweep.shares = {0, 0, 1, 1};
  sweep.failed = {{3, "quota", "what went wrong"}};
  header.sweep = sweep;
  header.replicates = {0, 1, 2};
  write_shard(folder / shard_name("all", 0), header, runs_of(header, {0, 1}, {0, 1, 2}));
  REQUIRE(merge_shards(folder / "merged.h5", header, shards_of(folder.path(), header)));
  const auto read = ResultsFile(folder / "merged.h5").header().sweep;
  REQUIRE(read);
  CHECK(read->kind == sweep.kind);
  CHECK(read->layout == sweep.layout);
  CHECK(read->n_groups == 1);
  CHECK_FALSE(read->has_second_order);
  CHECK(read->replicates == 2);
  CHECK(read->parameters == sweep.parameters);
  CHECK(read->values == sweep.values);
  CHECK(read->shares == sweep.shares);
  CHECK(read->failed == sweep.failed);
  CHECK(read->point_of(3) == 1);
  CHECK(read->replicate_of(3) == 1);
  CHECK_FALSE(ResultsFile(folder / shard_name("all", 0)).header().attributes.empty());
}
