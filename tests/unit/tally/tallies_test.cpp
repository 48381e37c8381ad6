// Tables of counts: sums without order, records, sparse rows, and what is not kept.
#include "engine/tally/tallies.hpp"

#include <catch2/catch.hpp>

#include "engine/output/checkpoint.hpp"
#include "engine/run/digest.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;

namespace {

std::vector<TableDeclaration> two_tables() {
  const Axis a{"a", "an axis", {"x", "y", "z"}}, b{"b", "another", {"p", "q"}};
  return {{"dense", "", "persons", {a, b}, CellMethod::sum, TableForm::dense, 1, ""},
          {"sparse", "", "persons", {a, b}, CellMethod::sum, TableForm::sparse, 1, ""}};
}

uint64_t digest_of(Tallies& tallies) {
  DigestArchive archive;
  tallies.visit(archive);
  return archive.digest();
}

/// Counts that depend on i alone, by any number of threads.
ResultBlock counted(int n_threads) {
  const ThreadLimit limit(n_threads);
  Tallies tallies(two_tables(), {true, true});
  for (int record = 0; record < 3; ++record) {
    parallel_for_each(10000, [&](size_t i) {
      tallies.local().add(0, i % 6, static_cast<int64_t>(i) - 3000);
      tallies.local().add(1, (i * 7) % 6, i % 5 == 0 ? -2 : 1);
    });
    tallies.record();
  }
  return tallies.take(4, 5);
}

}  // namespace

TEST_CASE("counts are summed over threads and start anew with each record", "[unit][tally]") {
  const ResultBlock one = counted(1), four = counted(4);
  CHECK(one.scenario == 4);
  CHECK(one.replicate == 5);
  int64_t sum = 0;
  for (int64_t i = 0; i < 10000; i += 6) sum += i - 3000;
  REQUIRE(one.tables[0].dense.size() == 18);
  CHECK(one.tables[0].dense[0] == sum);
  CHECK(one.tables[0].dense[12] == sum);
  CHECK(one.tables[0].dense == four.tables[0].dense);
  REQUIRE(one.tables[1].rows.size() == four.tables[1].rows.size());
  for (size_t i = 0; i < one.tables[1].rows.size(); ++i)
    CHECK(one.tables[1].rows[i].value == four.tables[1].rows[i].value);
}

TEST_CASE("sparse rows come sorted by time and cell, without zeros", "[unit][tally]") {
  Tallies tallies(two_tables(), {true, true});
  for (const size_t cell : {5, 0, 3, 2}) tallies.local().add(1, cell, 10 + static_cast<int>(cell));
  tallies.local().add(1, 3, -13);
  tallies.record();
  tallies.local().add(1, 1, 7);
  tallies.record();
  const auto rows = tallies.take(0, 0).tables[1].rows;
  REQUIRE(rows.size() == 4);
  const uint64_t cells[] = {0, 2, 5, 1};
  const int64_t values[] = {10, 12, 15, 7};
  for (size_t i = 0; i < 4; ++i) {
    CHECK(rows[i].time == (i < 3 ? 0u : 1u));
    CHECK(rows[i].cell == cells[i]);
    CHECK(rows[i].value == values[i]);
  }
}

TEST_CASE("tables that are not kept count nothing", "[unit][tally]") {
  Tallies tallies(two_tables(), {false, false});
  tallies.local().add(0, 2, 5);
  tallies.local().add(1, 2, 5);
  tallies.record();
  CHECK(tallies.n_recorded() == 1);
  CHECK_FALSE(tallies.is_kept(0));
  const ResultBlock block = tallies.take(0, 0);
  CHECK(block.tables[0].dense.empty());
  CHECK(block.tables[1].rows.empty());
  CHECK(tallies.n_recorded() == 0);
}

TEST_CASE("counts of the period can be read before it closes", "[unit][tally]") {
  Tallies tallies(two_tables(), {true, true});
  tallies.local().add(0, 4, 3);
  tallies.gather();
  tallies.local().add(0, 4, 2);
  tallies.gather();
  CHECK(tallies.counts(0)[4] == 5);
}

TEST_CASE("tallies are loaded as they were saved, in the middle of a period",
          "[unit][repeat][tally]") {
  const test::ScratchFolder folder;
  Tallies tallies(two_tables(), {true, true});
  tallies.local().add(0, 1, 8);
  tallies.local().add(1, 5, 9);
  tallies.record();
  tallies.local().add(0, 2, 1);
  tallies.local().add(1, 3, -4);
  {
    SaveArchive archive(folder / "t.h5");
    tallies.visit(archive);
    archive.commit();
  }
  Tallies loaded(two_tables(), {true, true});
  loaded.local().add(0, 0, 77);  // whatever was there is replaced
  loaded.local().add(1, 0, 77);
  LoadArchive archive(folder / "t.h5");
  loaded.visit(archive);
  archive.finish();
  CHECK(digest_of(loaded) == digest_of(tallies));
  for (Tallies* one : {&tallies, &loaded}) {
    one->local().add(1, 3, 5);
    one->record();
  }
  const ResultBlock a = tallies.take(0, 0), b = loaded.take(0, 0);
  CHECK(a.tables[0].dense == b.tables[0].dense);
  REQUIRE(b.tables[1].rows.size() == 2);
  CHECK(b.tables[1].rows[1].cell == 3);
  CHECK(b.tables[1].rows[1].value == 1);
}

TEST_CASE("a copy of the tallies counts by itself", "[unit][tally]") {
  Tallies tallies(two_tables(), {true, true});
  tallies.local().add(0, 0, 1);
  Tallies copy(tallies);
  copy.local().add(0, 0, 10);
  tallies.record();
  copy.record();
  CHECK(tallies.take(0, 0).tables[0].dense[0] == 1);
  CHECK(copy.take(0, 0).tables[0].dense[0] == 11);
}

// Guards against plain sums: the count came out negative.
TEST_CASE("counts beyond 64 bits are held at the limit", "[unit][tally]") {
  constexpr int64_t most = std::numeric_limits<int64_t>::max();
  Tallies tallies(two_tables(), {true, true});
  for (size_t table : {0, 1})
    for (int i = 0; i < 2; ++i) {
      tallies.local().add(table, 3, most - 1);
      tallies.gather();
    }
  tallies.record();
  const ResultBlock block = tallies.take(0, 0);
  CHECK(block.tables[0].dense[3] == most);
  CHECK(block.tables[1].rows[0].value == most);
}

TEST_CASE("a cell without a value stays without one for its period only", "[unit][tally]") {
  Tallies tallies(two_tables(), {true, true});
  tallies.local().add(0, 2, 7);
  tallies.set_missing(0, 2);
  tallies.local().add(0, 2, 7);
  tallies.record();
  tallies.local().add(0, 2, 7);
  tallies.record();
  const ResultBlock block = tallies.take(0, 0);
  CHECK(block.tables[0].dense[2] == missing_cell);
  CHECK(block.tables[0].dense[6 + 2] == 7);
}
