// Ranks: one alone, several that are threads, and that each run asks the ranks that it was given.
#include "engine/comm/comm.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <vector>

#include "engine/run/signals.hpp"
#include "tests/support/thread_ranks.hpp"

using namespace rumbo;

namespace {

/// A run of two ranks, of which the other was told to stop.
class OtherIsToldToStop final : public Comm {
 public:
  int rank() const override { return 0; }
  int n_ranks() const override { return 2; }
  void sum(std::span<int64_t>) const override {}
  int64_t max(int64_t number) const override { return number > 1 ? number : 1; }
};

}  // namespace

TEST_CASE("one rank is the first, and what it has is the sum", "[unit][comm]") {
  std::vector<int64_t> cells{4, -7};
  one_rank().sum(cells);
  CHECK(cells == std::vector<int64_t>{4, -7});
  CHECK(one_rank().max(-3) == -3);
  CHECK(one_rank().n_ranks() == 1);
  CHECK(one_rank().is_first());
  CHECK(one_rank().any(true));
  CHECK_FALSE(one_rank().any(false));
}

TEST_CASE("every rank gets the sum and the largest of all", "[unit][comm]") {
  std::vector<std::vector<int64_t>> sums(3);
  std::vector<int64_t> largest(3), n_ranks(3), any(3);
  test::ThreadRanks(3).run([&](const Comm& comm) {
    const auto r = static_cast<size_t>(comm.rank());
    sums[r] = {comm.rank() + 1, -10 * comm.rank(), std::numeric_limits<int64_t>::max() / 2};
    comm.sum(sums[r]);
    largest[r] = comm.max(-5 - comm.rank());
    n_ranks[r] = comm.n_ranks();
    any[r] = (comm.any(comm.rank() == 2) ? 2 : 0) + (comm.any(false) ? 1 : 0);
  });
  for (size_t r = 0; r < 3; ++r) {
    CHECK(sums[r] == std::vector<int64_t>{6, -30, std::numeric_limits<int64_t>::max()});
    CHECK(largest[r] == -5);
    CHECK(n_ranks[r] == 3);
    CHECK(any[r] == 2);
  }
}

// Two runs of one process: what one's ranks were told is nothing to the other.
TEST_CASE("a signal that another rank of the run got stops it", "[unit][comm]") {
  const StopSignals signals;
  const OtherIsToldToStop comm;
  CHECK(signals.arrived(comm));
  CHECK_FALSE(signals.arrived(one_rank()));
}
