// What two ranks counted, put together, is what one would have counted, in either order.
#include "engine/tally/fold.hpp"

#include <catch2/catch.hpp>

#include "engine/run/digest.hpp"
#include "engine/tally/events.hpp"
#include "engine/tally/ledger.hpp"
#include "engine/tally/tallies.hpp"

using namespace rumbo;

namespace {

constexpr int n_persons = 60;
enum class Part { even, odd, all };

bool is_in(Part part, int person) {
  return part == Part::all || (person % 2 == 0) == (part == Part::even);
}

Tallies counted(Part part) {
  const Axis a{"a", "an axis", {"w", "x", "y", "z"}};
  Tallies tallies({{"dense", "", "persons", {a}, CellMethod::sum, TableForm::dense, 1, ""},
                   {"sparse", "", "persons", {a}, CellMethod::sum, TableForm::sparse, 1, ""}},
                  {true, true});
  // Two records of the sparse table alone, for those of dense ones are sums over ranks already;
  // cell 0 of the second comes to zero over both halves only.
  for (int record = 0; record < 2; ++record) {
    for (int i = 0; i < n_persons; ++i)
      if (is_in(part, i)) tallies.local().add(1, static_cast<size_t>(i % 3), i % 2 ? 1 : -record);
    tallies.record();
  }
  for (int i = 0; i < n_persons; ++i)
    if (is_in(part, i))
      for (const size_t table : {0, 1}) tallies.local().add(table, static_cast<size_t>(i % 4), i);
  tallies.set_missing(0, 3);
  return tallies;
}

uint64_t digest_of_folded(Tallies& tallies) {
  DigestArchive archive;
  tallies.visit(archive);
  return archive.digest();
}

Ledger booked(Part part) {
  Ledger ledger({"persons", "firms", "states"});
  for (int i = 0; i < n_persons; ++i)
    if (is_in(part, i))
      ledger.local().transfer(static_cast<size_t>(i % 3), static_cast<size_t>((i + 1) % 3), i * i);
  ledger.gather();
  return ledger;
}

EventRows traced(Part part) {
  Events events(3);
  for (int32_t i = n_persons - 1; i >= 0; --i)
    if (is_in(part, i))
      for (int32_t order : {1, 0}) events.add(std::vector<int32_t>{i, order, 7 * i}.data());
  return events.take();
}

}  // namespace

TEST_CASE("counts of two ranks fold to those of one", "[unit][tally]") {
  Tallies whole = counted(Part::all);
  REQUIRE(whole.n_recorded() == 2);
  for (const bool is_swapped : {false, true}) {
    Tallies one = counted(is_swapped ? Part::odd : Part::even),
            other = counted(is_swapped ? Part::even : Part::odd);
    CHECK(digest_of_folded(one) != digest_of_folded(whole));
    one.fold(other);
    CHECK(digest_of_folded(one) == digest_of_folded(whole));
  }
}

TEST_CASE("ledgers of two ranks fold to that of one", "[unit][tally]") {
  const Ledger whole = booked(Part::all);
  for (const bool is_swapped : {false, true}) {
    Ledger one = booked(is_swapped ? Part::odd : Part::even),
           other = booked(is_swapped ? Part::even : Part::odd);
    one.fold(other);
    for (size_t a = 0; a < 3; ++a) CHECK(one.balance(a) == whole.balance(a));
    CHECK(one.sum() == 0);
  }
}

TEST_CASE("results of two ranks fold to those of one", "[unit][tally]") {
  const auto results = [](Part part) {
    Tallies tallies = counted(part);
    ResultBlock block = tallies.take(1, 2);
    block.events = {traced(part)};
    return block;
  };
  const ResultBlock whole = results(Part::all);
  for (const bool is_swapped : {false, true}) {
    ResultBlock one = results(is_swapped ? Part::odd : Part::even);
    fold_results(one, results(is_swapped ? Part::even : Part::odd));
    CHECK(one.events[0].columns == whole.events[0].columns);
    const auto &rows = one.tables[1].rows, &expected = whole.tables[1].rows;
    REQUIRE(rows.size() == expected.size());
    for (size_t i = 0; i < rows.size(); ++i) {
      CHECK(rows[i].time == expected[i].time);
      CHECK(rows[i].cell == expected[i].cell);
      CHECK(rows[i].value == expected[i].value);
    }
  }
}

TEST_CASE("rows of communities fold in order of their ids", "[unit][tally]") {
  // Siblings, whose ids are large, lie in memory in the order in which they were made.
  const std::vector<CommunityRows<int>> one{{0, {1, 2}}, {2, {3}}, {34, {4}}, {32, {5}}},
      other{{1, {6}}, {33, {7, 8}}};
  for (const bool is_swapped : {false, true}) {
    std::vector<CommunityRows<int>> folded = is_swapped ? other : one;
    fold_communities(folded, is_swapped ? one : other);
    std::vector<uint32_t> ids;
    std::vector<int> rows;
    for (const auto& community : folded) {
      ids.push_back(community.community);
      rows.insert(rows.end(), community.rows.begin(), community.rows.end());
    }
    CHECK(ids == std::vector<uint32_t>{0, 1, 2, 32, 33, 34});
    CHECK(rows == std::vector<int>{1, 2, 6, 3, 5, 7, 8, 4});
  }
}
