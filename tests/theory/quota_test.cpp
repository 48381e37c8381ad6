// Waits, demand as it is known, and quotas that give out what they promise.
#include "models/migration/visas/quota.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/random/draws.hpp"
#include "models/migration/visas/visa_counters.hpp"
#include "tests/oracles/queues.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using namespace rumbo::migration;
using namespace rumbo::test;

TEST_CASE("A wait is the queue over those served a month", "[theory]") {
  CHECK(expected_wait(1080, 100) == near(10.8, 1e-12));
  CHECK(expected_wait(0, 0) == 0);
  CHECK(std::isinf(expected_wait(5, 0)));
}

// Where persons_kept_for comes from: somebody who stands for a thousand asks at random, f times as
// often as there comes room, which is kept for some of them. Returns the share of those who ask
// that find it.
double share_with_room(double f, int64_t kept_for, uint32_t months) {
  constexpr int64_t weight = 1000;
  constexpr double room = 40;  // a month
  const Draws draws(11, 3);
  double carry = 0, asked = 0, granted = 0;
  for (uint32_t month = 0; month < months; ++month) {
    carry = std::min(carry + room, static_cast<double>(kept_for * weight));
    if (draws.uniform(month, Month(0), Purpose{1}) >= f * room / weight) continue;
    asked += weight;
    if (carry < weight) continue;
    carry -= weight;
    granted += weight;
  }
  return granted / asked;
}

TEST_CASE("room kept for ten lumps of persons is found as by the persons", "[theory]") {
  for (const double f : {0.5, 0.8, 1.25, 3.0})
    CHECK(share_with_room(f, persons_kept_for, 400000) ==
          Approx(std::min(1.0, 1 / f)).epsilon(0.03));
  // The others' room waits in vain.
  CHECK(1 - share_with_room(1, persons_kept_for, 1000000) == Approx(0.05).margin(0.01));
  CHECK(1 - share_with_room(1, 1, 1000000) == Approx(0.5).margin(0.02));
}

TEST_CASE("demand is known as its mean, over longer where simulated persons ask seldom",
          "[theory]") {
  CHECK(demand_memory(12, 1, 5, 1000) == 12);                 // persons come one by one
  CHECK(demand_memory(12, 1000, 5, 1000) == near(60, 1e-9));  // three tenths of one
  CHECK(demand_memory(12, 1000, 0.1, 1000) == 600);           // the longest
  CHECK(demand_memory(12, 1000, 0, 1000) == 600);
  CHECK(demand_memory(12, 1000, 5, 1) == 1);  // all there has been
  CHECK(demand_memory(1, 1, 5, 1000) == 1);   // this month's alone
}

TEST_CASE("places meant are those of a lottery while none are over or owed", "[theory]") {
  constexpr int64_t weight = 1000;
  for (const double demand : {10.0, 50.0, 200.0, 5000.0})
    CHECK(places_meant(3000, demand, 50, 0, weight) ==
          near(3000 * oracle::admission_chance(50, demand), 1e-9));
  CHECK(places_meant(3000, 500, 50, 2500, weight) == near(300 * 1.5, 1e-9));
  CHECK(places_meant(3000, 500, 50, -2500, weight) == near(300 * 0.5, 1e-9));
  CHECK(places_meant(3000, 500, 50, -5000, weight) == 0);
  CHECK(places_meant(3000, 10, 50, -4000, weight) == 1050);  // no more in advance
  CHECK(places_meant(10000, 60, 50, 0, weight) == 5050);
  CHECK(places_meant(0, 500, 50, 0, weight) == 0);
  // Persons one by one are given what there is, whatever is known of demand.
  for (const double demand : {1.0, 500.0, 5000.0}) {
    CHECK(places_meant(500, demand, 50, 200, 1) == 250);
    CHECK(places_meant(60, demand, 50, 0, 1) == 50);
    CHECK(places_meant(60, demand, 50, 200, 1) == 60);
    CHECK(places_meant(60, demand, 50, -60, 1) == 0);
  }
}

/// A counter of places month by month where persons who stand for many ask.
struct SimulatedLottery {
  static constexpr int64_t weight = 1000;  ///< the most that any stands for
  static constexpr double places = 40;     ///< a month
  VisaCounters visas;
  Draws draws;

  explicit SimulatedLottery(uint32_t run) : draws(11, run) { visas.resize(1); }

  double uniform(uint32_t month, uint32_t purpose) const {
    return draws.uniform(month, Month(0), Purpose{purpose});
  }
  /// Persons given a place of those who ask, in their order.
  /// demand  who ask on average; asking  what each stands for
  int64_t step(uint32_t month, double demand, std::vector<int64_t> asking) {
    visas.begin_month(0, 12 * places, demand, 12, weight);
    int64_t asked = 0, granted = 0;
    for (const int64_t persons : asking) asked += persons;
    const double meant = visas.open(0, asked, weight);
    for (const int64_t persons : asking) {
      if (granted + persons > static_cast<int64_t>(meant)) {
        const double left = meant - static_cast<double>(granted);
        if (uniform(month, 2) * static_cast<double>(persons) < left) granted += persons;
        break;
      }
      granted += persons;
    }
    visas.take(0, granted);
    return granted;
  }
};

/// Share of the places that lumps get in thirty years who ask so many times as often as places
/// come, in the first half and in the second.
double share_given(double first, double second) {
  constexpr uint32_t months = 360, n = 4000;
  double granted = 0;
  for (uint32_t run = 0; run < n; ++run) {
    SimulatedLottery lottery(run);
    for (uint32_t month = 0; month < months; ++month) {
      const double demand = lottery.places * (month < months / 2 ? first : second);
      const bool asks = lottery.uniform(month, 1) < demand / lottery.weight;
      granted += static_cast<double>(
          lottery.step(month, demand, std::vector<int64_t>(asks ? 1 : 0, lottery.weight)));
    }
  }
  return granted / (n * months * SimulatedLottery::places);
}

// Standard error of a share: below 0.006. Seen to fail: parts of a person cut off; places over all
// given at once.
TEST_CASE("lumps get as many places as persons one by one from the first month on", "[theory]") {
  const auto exact = [](double first, double second) {
    return (std::min(1.0, first) + std::min(1.0, second)) / 2;
  };
  for (const auto& [first, second] :
       {std::pair{0.5, 0.5}, {1.5, 1.5}, {3.0, 3.0}, {10.0, 10.0}, {3.0, 0.5}, {5.0, 1.5}})
    CHECK(share_given(first, second) == Approx(exact(first, second)).epsilon(0.025));
  // Near 1 some ask while the quota is used up, and do not while it is not.
  CHECK(share_given(1, 1) > 0.95);
  CHECK(share_given(1.1, 1.1) > 0.93);
}

// One person a month asks for something, on average, for this with a chance of .08 on average:
// twice as many as there are places. Seen to fail: with a mean of one month.
TEST_CASE("demand known by the chances of few gives as many places", "[theory]") {
  constexpr uint32_t months = 360, n = 2000;
  double granted = 0;
  for (uint32_t run = 0; run < n; ++run) {
    SimulatedLottery lottery(run);
    for (uint32_t month = 0; month < months; ++month) {
      double demand = 0;
      std::vector<int64_t> asking;
      for (uint32_t i = 0; i < 10; ++i) {
        if (lottery.uniform(month, 10 + i) >= 0.1) continue;
        const double chance = 0.16 * lottery.uniform(month, 20 + i);
        demand += chance * lottery.weight;
        if (lottery.uniform(month, 30 + i) < chance) asking.push_back(lottery.weight);
      }
      granted += static_cast<double>(lottery.step(month, demand, asking));
    }
  }
  CHECK(granted / (n * months * SimulatedLottery::places) == Approx(1).epsilon(0.04));
}

// One asks a month. Seen to fail: where a part of what the heaviest stands for was one place by
// chance.
TEST_CASE("who stands for few and asks alone has the chance of who stands for many", "[theory]") {
  double asked_light = 0, asked_heavy = 0, granted_light = 0, granted_heavy = 0;
  for (uint32_t run = 0; run < 4000; ++run) {
    SimulatedLottery lottery(run);
    for (uint32_t month = 0; month < 360; ++month) {
      const bool is_light = lottery.uniform(month, 3) < 0.5;
      const int64_t persons = is_light ? 100 : lottery.weight;
      const bool asks = lottery.uniform(month, 1) < 0.2;
      const double demand = 0.2 * (0.5 * 100 + 0.5 * lottery.weight);
      const int64_t given =
          lottery.step(month, demand, std::vector<int64_t>(asks ? 1 : 0, persons));
      (is_light ? asked_light : asked_heavy) += asks;
      (is_light ? granted_light : granted_heavy) += given > 0;
    }
  }
  const double light = granted_light / asked_light, heavy = granted_heavy / asked_heavy;
  CHECK(light == Approx(heavy).epsilon(0.1));
}

// The chance falls by less than a fifth, not to nothing. Seen to fail: balanced over one person.
TEST_CASE("who asks right after another was given a place has nearly the same chance", "[theory]") {
  constexpr double demand = 3 * SimulatedLottery::places;
  double asked = 0, granted = 0, asked_after = 0, granted_after = 0;
  for (uint32_t run = 0; run < 4000; ++run) {
    SimulatedLottery lottery(run);
    bool is_after = false;
    for (uint32_t month = 0; month < 360; ++month) {
      // Half of those who were given a place have somebody who asks next.
      const bool asks = lottery.uniform(month, 1) < (is_after ? 0.5 : demand / lottery.weight);
      const int64_t given =
          lottery.step(month, demand, std::vector<int64_t>(asks ? 1 : 0, lottery.weight));
      (is_after ? asked_after : asked) += asks;
      (is_after ? granted_after : granted) += given > 0;
      is_after = given > 0;
    }
  }
  CHECK(granted_after / asked_after > 0.8 * granted / asked);
}

// Seen to fail: without a limit to places in advance.
TEST_CASE("a quota holds over the places of a few persons whatever is asked", "[theory]") {
  constexpr int64_t weight = SimulatedLottery::weight;
  for (const double known : {0.1, 1.0, 10.0, 200.0}) {  // two times too low, right, too high
    SimulatedLottery lottery(1);
    for (uint32_t month = 0; month < 2000; ++month) {
      const bool asks = lottery.uniform(month, 1) < 0.2;
      lottery.step(month, known * lottery.places, std::vector<int64_t>(asks ? 2 : 0, weight));
      const double held = static_cast<double>(lottery.visas.carry[0]) * 1e-6;
      CHECK(held > -double((persons_balanced + 1) * weight));  // and a part of one
    }
  }
}

// Seen to fail: with places over what is known of demand.
TEST_CASE("persons one by one get the places of each month", "[theory]") {
  for (const auto& [first, second] : {std::pair{150, 400}, {400, 150}}) {
    VisaCounters visas;
    visas.resize(1);
    for (uint32_t month = 0; month < 240; ++month) {
      const int64_t asked = month < 120 ? first : second;
      visas.begin_month(0, 1200, static_cast<double>(asked), 12, 1);
      const double meant = visas.open(0, asked, 1);
      CHECK(meant == 100);
      visas.take(0, static_cast<int64_t>(meant));
    }
  }
}

// Seen to fail: with what was carried kept; with the demand of before the way was closed; with
// places for those who ask on a closed way.
TEST_CASE("a way that closes keeps no stock of places and forgets who asked", "[theory]") {
  VisaCounters visas;
  visas.resize(1);
  for (int month = 0; month < 240; ++month) {
    visas.begin_month(0, 1200, 40, 12, 10);
    visas.open(0, 0, 10);
  }
  CHECK(visas.demand[0] == near(40, 1e-9));
  CHECK(visas.carry[0] == 1300 * VisaCounters::millionth);  // a year's and this month's
  visas.begin_month(0, 12, 40, 12, 10);
  CHECK(visas.carry[0] == 13 * VisaCounters::millionth);
  visas.carry[0] = -40 * VisaCounters::millionth;
  visas.begin_month(0, 6, 40, 12, 10);
  CHECK(visas.carry[0] == -20 * VisaCounters::millionth);
  visas.begin_month(0, 0, 0, 12, 10);
  CHECK(visas.demand[0] == 0);
  CHECK(visas.open(0, 10, 10) == 0);
  visas.begin_month(0, 1200, 70, 12, 10);
  CHECK(visas.demand[0] == 70);  // all there has been
}
