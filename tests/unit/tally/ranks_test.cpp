// Counting on several ranks: what is of persons is summed, what all know alike is counted once.
#include <catch2/catch.hpp>
#include <vector>

#include "engine/tally/ledger.hpp"
#include "engine/tally/rationing.hpp"
#include "engine/tally/tallies.hpp"
#include "tests/support/thread_ranks.hpp"

using namespace rumbo;

namespace {

std::vector<TableDeclaration> tables_of_ranks() {
  const Axis a{"a", "an axis", {"x", "y", "z"}};
  return {{"dense", "", "persons", {a}, CellMethod::sum, TableForm::dense, 1, ""},
          {"sparse", "", "persons", {a}, CellMethod::sum, TableForm::sparse, 1, ""}};
}

/// What each of so many ranks has recorded.
template <class Count>
std::vector<ResultBlock> recorded(int n_ranks, const Count& count) {
  std::vector<ResultBlock> blocks(static_cast<size_t>(n_ranks));
  test::ThreadRanks(n_ranks).run([&](const Comm& comm) {
    Tallies tallies(tables_of_ranks(), {true, true}, comm);
    count(tallies);
    tallies.record();
    blocks[static_cast<size_t>(comm.rank())] = tallies.take(0, 0);
  });
  return blocks;
}

}  // namespace

// Seen to fail with local() in place of global(): 14 for 7.
TEST_CASE("a global count is counted once, a local one is summed over ranks", "[unit][tally]") {
  const auto blocks = recorded(2, [](Tallies& tallies) {
    tallies.local().add(0, 0, 5 + tallies.comm().rank());
    tallies.global().add(0, 1, 7);
    tallies.global().add(0, 2, 3);
    tallies.local().add(0, 2, 10);
    tallies.local().add(1, 1, 2);
    tallies.global().add(1, 2, 4);
  });
  for (const ResultBlock& block : blocks)
    CHECK(block.tables[0].dense == std::vector<int64_t>{11, 7, 23});
  REQUIRE(blocks[0].tables[1].rows.size() == 2);  // each rank's own rows
  CHECK(blocks[0].tables[1].rows[1].value == 4);
  REQUIRE(blocks[1].tables[1].rows.size() == 1);
  CHECK(blocks[1].tables[1].rows[0].value == 2);
}

// Guards against sums of marks, which are numbers.
TEST_CASE("a cell without a value has none on several ranks either", "[unit][tally]") {
  const auto blocks = recorded(2, [](Tallies& tallies) {
    tallies.local().add(0, 1, 5);
    tallies.set_missing(0, 1);
    tallies.local().add(0, 2, 5);
  });
  for (const ResultBlock& block : blocks)
    CHECK(block.tables[0].dense == std::vector<int64_t>{0, missing_cell, 10});
}

TEST_CASE("money that all ranks know alike is booked once, and each ledger balances",
          "[unit][tally]") {
  std::vector<std::vector<AccountCents>> balances(2);
  std::vector<AccountCents> sums(2, 1);
  test::ThreadRanks(2).run([&](const Comm& comm) {
    const auto r = static_cast<size_t>(comm.rank());
    Ledger ledger({"persons", "firms", "states"}, comm);
    ledger.local().transfer(1, 0, 100 + comm.rank());
    ledger.global().transfer(1, 2, 30);
    ledger.gather();
    sums[r] = ledger.sum();
    for (size_t a = 0; a < 3; ++a) balances[r].push_back(ledger.balance(a));
    comm.sum(balances[r]);
  });
  CHECK(sums == std::vector<AccountCents>{0, 0});
  for (const auto& of_all : balances) CHECK(of_all == std::vector<AccountCents>{201, -231, 30});
}

// Seen to fail with the cut of each rank's requests alone.
TEST_CASE("requests of all ranks stand in one queue", "[unit][tally]") {
  std::vector<RationRequest> all;
  for (uint32_t i = 0; i < 200; ++i) all.push_back({{i * 2654435761u % 1000, i}, 1 + i % 3});
  const RationCut whole = ration(all, 150, one_rank());
  std::vector<RationCut> cuts(2);
  test::ThreadRanks(2).run([&](const Comm& comm) {
    std::vector<RationRequest> own;
    for (size_t i = static_cast<size_t>(comm.rank()); i < all.size(); i += 2) own.push_back(all[i]);
    cuts[static_cast<size_t>(comm.rank())] = ration(own, 150, comm);
  });
  for (const RationCut& cut : cuts) {
    CHECK(cut.first_refused == whole.first_refused);
    CHECK(cut.granted == whole.granted);
    CHECK(cut.asked == whole.asked);
  }
}
