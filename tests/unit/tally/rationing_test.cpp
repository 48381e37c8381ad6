// Rationing by histograms grants what sorting all requests would.
#include "engine/tally/rationing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace rumbo;

namespace {

/// The plain way: sort, then grant until the next would exceed the capacity.
std::vector<bool> granted_by_sorting(const std::vector<RationRequest>& requests, int64_t capacity,
                                     int64_t& granted) {
  std::vector<size_t> order(requests.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return requests[a].key < requests[b].key; });
  std::vector<bool> is_granted(requests.size());
  granted = 0;
  for (size_t i : order) {
    if (granted + requests[i].weight > capacity) break;
    granted += requests[i].weight;
    is_granted[i] = true;
  }
  return is_granted;
}

}  // namespace

// Seen to fail with `<` for `<=` where a bin just fits.
TEST_CASE("the cut is that of sorting, in 4,000 random rations", "[unit][property][tally]") {
  std::mt19937_64 any(99);
  for (int trial = 0; trial < 4000; ++trial) {
    const size_t n = any() % 60;
    const uint64_t spread = trial % 3 == 0 ? 4 : trial % 3 == 1 ? 1000 : ~UINT64_C(0);
    std::vector<RationRequest> requests;
    int64_t asked = 0;
    for (size_t i = 0; i < n; ++i) {
      const auto weight = static_cast<int64_t>(1 + any() % (trial % 2 == 0 ? 1 : 900));
      requests.push_back({{any() % spread, static_cast<uint32_t>(i * 2654435761u)}, weight});
      asked += weight;
    }
    const int64_t capacity = trial % 7 == 0   ? asked
                             : trial % 7 == 1 ? 0
                                              : static_cast<int64_t>(any() % (asked + 2));
    int64_t granted = 0;
    const auto expected = granted_by_sorting(requests, capacity, granted);
    const RationCut cut = ration(requests, capacity, one_rank());
    CHECK(cut.asked == asked);
    CHECK(cut.granted == granted);
    CHECK(cut.granted <= capacity);
    for (size_t i = 0; i < n; ++i)
      if (cut.grants(requests[i].key) != expected[i]) FAIL("trial " << trial << " request " << i);
  }
}

TEST_CASE("nobody asks, everybody fits, nothing is left", "[unit][tally]") {
  CHECK(ration({}, 0, one_rank()).grants_all);
  const std::vector<RationRequest> two{{{5, 1}, 10}, {{5, 2}, 10}};
  CHECK(ration(two, 20, one_rank()).grants_all);
  CHECK(ration(two, 20, one_rank()).granted == 20);
  const RationCut one = ration(two, 19, one_rank());
  CHECK_FALSE(one.grants_all);
  CHECK(one.grants(two[0].key));
  CHECK_FALSE(one.grants(two[1].key));
  CHECK_FALSE(ration(two, 0, one_rank()).grants(two[0].key));
}

TEST_CASE("keys are compared by month or class, draw and person, byte by byte", "[unit][tally]") {
  const RationKey a{UINT64_C(0x0102030405060708), 0x090a0b0c};
  for (int i = 0; i < 12; ++i) CHECK(a.byte(i) == i + 1);
  CHECK(RationKey{1, 9} < RationKey{2, 0});
  CHECK(RationKey{1, 8} < RationKey{1, 9});
  CHECK_FALSE(RationKey{1, 9} < RationKey{1, 9});
}
