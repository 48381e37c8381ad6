// Draw first, look later: thresholds, who is woken, and that thinning under a larger bound is
// exact.
#include "engine/hazards/screening.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace rumbo;

namespace {

People filled(uint32_t n_communities) {
  const std::vector<CommunityPlan> plans{{0, 10, n_communities, 1}};
  People people(plans);
  for (uint32_t slot = 0; slot < people.n_slots(); ++slot)
    people.key()[slot] = SlotKey(Month(1500 + static_cast<int>(slot % 900)), 1 + slot % 4);
  return people;
}

/// Bounds that differ by class, age and purpose; the rows of free slots would wake all.
BoundTable rising_bounds(double common) {
  BoundTable bounds;
  bounds.fill(65535);
  for (unsigned c = 1; c <= 4; ++c)
    for (int band = 0; band < BoundTable::n_bands; ++band)
      for (int p = 0; p < n_screened_purposes; ++p)
        bounds.set(c, band, p, common * (c + static_cast<unsigned>(p)) + 0.0003 * band);
  return bounds;
}

/// What screening promises, slot by slot.
std::vector<Woken> woken_one_by_one(const Draws& draws, Month now, const People& people,
                                    const Community& community, const BoundTable& bounds) {
  std::vector<Woken> expected;
  for (uint32_t local = 0; local < community.size(); ++local) {
    const SlotKey key = people.key()[community.slot(local)];
    const auto prefixes = screening_prefixes(draws, community.person(local).value(), now);
    uint16_t purposes = 0;
    for (int p = 0; p < n_screened_purposes; ++p)
      if (!key.is_free() && prefixes.prefix[p] <= bounds.threshold(key, now, p))
        purposes = static_cast<uint16_t>(purposes | 1u << p);
    if (purposes != 0) expected.push_back({static_cast<uint16_t>(local), purposes});
  }
  return expected;
}

void check_woken(const std::vector<Woken>& found, const std::vector<Woken>& expected) {
  REQUIRE(found.size() == expected.size());
  for (size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].local == expected[i].local);
    CHECK(found[i].purposes == expected[i].purposes);
  }
}

}  // namespace

TEST_CASE("a threshold passes exactly the draws that could lie below the bound",
          "[unit][hazards]") {
  for (const double bound : {0.0, 1e-9, 1e-5, 0x1p-16, 0x1.8p-16, 0x1p-15, 0.001, 0.3, 0.5,
                             1 - 0x1p-16, 1 - 0x1p-20, 1.0}) {
    const uint16_t threshold = screening_threshold(bound);
    INFO("bound " << bound << " threshold " << threshold);
    // The largest draw below the bound has this prefix or a lower one.
    const double largest = bound >= 1 ? 1 - 0x1p-48 : std::ceil(bound * 0x1p48 - 1) * 0x1p-48;
    if (bound > 0) CHECK(threshold == std::floor(largest * 65536));
    // And the smallest draw of the next prefix is not below the bound.
    if (threshold < 65535) CHECK((threshold + 1) / 65536.0 >= bound);
  }
  CHECK(screening_threshold(-0.5) == 0);
  CHECK(screening_threshold(2) == 65535);
}

TEST_CASE("a bound is found by class and age", "[unit][hazards]") {
  BoundTable bounds;
  const Month now(1900);
  bounds.set(3, BoundTable::band_of(400), 5, 0.25);
  CHECK(bounds.threshold(SlotKey(now - 400, 3), now, 5) == screening_threshold(0.25));
  CHECK(bounds.threshold(SlotKey(now - 400, 3), now, 4) == 0);
  CHECK(bounds.threshold(SlotKey(now - 400, 2), now, 5) == 0);
  CHECK(bounds.threshold(SlotKey(now - 415, 3), now, 5) == screening_threshold(0.25));  // to 415
  CHECK(bounds.threshold(SlotKey(now - 416, 3), now, 5) == 0);
  CHECK(BoundTable::band_of(-3) == 0);
  CHECK(BoundTable::band_of(100000) == BoundTable::n_bands - 1);
  bounds.fill(65535);
  CHECK(bounds.threshold(SlotKey(now, 15), now, 0) == 65535);
  for (int age = 0; age < 2000; ++age)  // the row read by screening is the band's
    CHECK(BoundTable::row_of(SlotKey(now - age, 2), now) ==
          2 * BoundTable::n_bands + static_cast<size_t>(BoundTable::band_of(age)));
}

TEST_CASE("woken are those whose prefix is at most the threshold, in order of slots",
          "[unit][hazards]") {
  People people = filled(3);
  // Every pattern of free slots among eight.
  for (uint32_t slot = 0; slot < people.n_slots(); ++slot)
    if ((slot / 8 * 37 >> (slot % 8) & 1) != 0) people.key()[slot] = SlotKey();
  const Month now(2450);
  const Draws draws(17, 2);
  for (const double common : {0.002, 0.05}) {
    const BoundTable bounds = rising_bounds(common);
    for (const auto name : screening_instruction_sets()) {
      INFO(std::string(name));
      use_screening_instruction_set(name);
      size_t total = 0;
      for (const auto& community : people.communities()) {
        std::vector<Woken> woken;
        screen_community(draws, now, people, community, bounds, woken);
        check_woken(woken, woken_one_by_one(draws, now, people, community, bounds));
        total += woken.size();
      }
      CHECK(total > 100);
    }
  }
  use_screening_instruction_set(screening_instruction_sets().back());
}

// Events under a bound b >= h happen with probability h: s.e. sqrt(h (1 - h) / n) over n
// person-months. Seen to fail with events a seventh too rare.
TEST_CASE("a hazard happens as often as it says, whatever the bound",
          "[unit][statistical][hazards]") {
  const People people = filled(8);
  const Draws draws(23, 1);
  constexpr double hazard = 0.004321;
  std::vector<int> counts;
  constexpr int n_months = 60;
  for (const double bound : {hazard, 0.02, 0.4, 1.0}) {
    BoundTable bounds;
    bounds.fill(screening_threshold(bound));
    int count = 0;
    for (int m = 0; m < n_months; ++m) {
      for (const auto& community : people.communities()) {
        std::vector<Woken> woken;
        screen_community(draws, Month(2400 + m), people, community, bounds, woken);
        for (const auto& w : woken)
          if (w.purposes >> 3 & 1)
            count +=
                PersonDraws(draws, community.person(w.local), Month(2400 + m)).happens(3, hazard);
      }
    }
    counts.push_back(count);
  }
  const double n = static_cast<double>(people.n_slots()) * n_months;
  CHECK(std::fabs(counts[0] - n * hazard) < 4 * std::sqrt(n * hazard * (1 - hazard)));
  CHECK(counts == std::vector<int>(4, counts[0]));
}

TEST_CASE("what happens is what lies below the hazard", "[unit][hazards]") {
  const Draws draws(2, 2);
  for (uint32_t person = 0; person < 2000; ++person) {
    const PersonDraws own(draws, PersonId(person), Month(5));
    for (const double hazard : {0.0, 1e-6, 0.01, 0.5, 1.0})
      CHECK(own.happens(1, hazard) == (own.uniform(1) < hazard));
    CHECK(own.happens(2, own.uniform(2)) == false);
    CHECK(own.happens(2, std::nextafter(own.uniform(2), 1.0)) == true);
  }
}
