// Households as rings of links: whatever is done to them, everybody stays in exactly one.
#include "engine/ties/household.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>
#include <vector>

using namespace rumbo;

namespace {

struct Rings {
  std::vector<uint16_t> next;
  SlotLayout layout;
  Households households;
  explicit Rings(uint32_t n) : next(n), layout{0, n}, households({next.data(), layout}) {
    std::iota(next.begin(), next.end(), uint16_t{0});
  }
};

}  // namespace

TEST_CASE("who lives together is united and parted again", "[unit][ties]") {
  Rings rings(6);
  Households& h = rings.households;
  CHECK(h.is_alone(3));
  CHECK(h.size_of(3) == 1);
  h.unite(0, 1);
  h.unite(2, 3);
  h.unite(1, 2);
  CHECK(h.size_of(0) == 4);
  CHECK(h.are_together(0, 3));
  CHECK_FALSE(h.are_together(0, 4));
  h.leave(1);
  CHECK(h.is_alone(1));
  CHECK(h.size_of(3) == 3);
  h.leave(4);  // who is alone stays alone
  CHECK(h.is_alone(4));
  uint32_t others = 0;
  h.for_each_other(0, [&](uint32_t member) {
    CHECK((member == 2 || member == 3));
    ++others;
  });
  CHECK(others == 2);
}

TEST_CASE("random unions and partings agree with a list of sets", "[unit][property][ties]") {
  constexpr uint32_t n = 64;
  Rings rings(n);
  std::vector<int> group(n);
  std::iota(group.begin(), group.end(), 0);
  std::mt19937 any(5);
  int fresh = n;
  for (int step = 0; step < 3000; ++step) {
    const uint32_t a = any() % n, b = any() % n;
    if (group[a] != group[b] && any() % 3 != 0) {
      rings.households.unite(a, b);
      const int gone = group[b];
      for (int& g : group)
        if (g == gone) g = group[a];
    } else {
      rings.households.leave(a);
      group[a] = fresh++;
    }
    for (uint32_t i = 0; i < n; i += 7)
      CHECK(rings.households.size_of(i) ==
            static_cast<uint32_t>(std::count(group.begin(), group.end(), group[i])));
    CHECK(rings.households.are_together(a, b) == (group[a] == group[b]));
  }
}
