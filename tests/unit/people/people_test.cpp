// Slots, communities, siblings and columns.
#include "engine/people/people.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <set>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/run/digest.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;

namespace {

struct SmallColumns : ColumnGroup {
  ColumnHandle<int32_t> wealth = declare<int32_t>("wealth");
  ColumnHandle<uint16_t> arrival = declare<uint16_t>("arrival");

  constexpr SmallColumns() = default;
};
constexpr SmallColumns small_columns;

People small_people() {
  const std::vector<CommunityPlan> plans{{3, 5, 2, 10}, {7, 6, 3, 1}};
  People people(plans);
  people.add(small_columns);
  return people;
}

uint64_t digest_of(People& people) {
  DigestArchive archive;
  people.visit(archive);
  return archive.digest();
}

void fill(People& people, size_t community) {
  const Community c = people.communities()[community];
  people.open(community, c.size());
  for (uint32_t local = 0; local < c.size(); ++local)
    people.key()[c.slot(local)] = SlotKey(Month(1700), 1);
}

}  // namespace

TEST_CASE("a digest does not depend on the order in which siblings were made", "[unit][people]") {
  People one = small_people(), other = small_people();
  const auto fill_sibling = [](People& people, size_t parent) {
    fill(people, people.add_sibling(parent));
  };
  fill_sibling(one, 0);
  one.add_sibling(3);
  const uint64_t before = digest_of(one);
  other.add_sibling(3);
  fill_sibling(other, 0);
  CHECK(digest_of(other) == before);
  People third = small_people();
  third.add_sibling(0);
  fill_sibling(third, 3);
  CHECK(digest_of(third) != before);
}

TEST_CASE("what is open at the start lies side by side, later blocks as they were opened",
          "[unit][people]") {
  People people(std::vector<CommunityPlan>{{3, 5, 2, 1, 32}, {7, 8, 3, 1, 100}}, 0);
  people.open(3, 192);
  people.open(2, 129);
  people.open(3, 256);
  std::vector<uint32_t> slots;  // in the order in which they ought to lie
  const auto& all = people.communities();
  const auto add = [&](uint32_t community, uint32_t begin, uint32_t end) {
    for (uint32_t local = begin; local < end; ++local) slots.push_back(all[community].slot(local));
  };
  for (const uint32_t c : {0, 1}) add(c, 0, 32);
  for (const uint32_t c : {2, 3, 4}) add(c, 0, 128);
  add(4, 128, 160);  // where no one ever is
  add(3, 128, 192);
  add(2, 128, 160);
  add(3, 192, 256);
  REQUIRE(slots.size() == people.n_slots());
  for (uint32_t i = 0; i < slots.size(); ++i) CHECK(slots[i] == i);
  // A column says the same, and a copy has addresses of its own.
  const People copy(people);
  people = small_people();
  for (const Community& c : copy.communities())
    for (uint32_t local = 0; local < c.open; ++local)
      CHECK(&c.of(copy.key().data())[local] == &copy.key()[c.slot(local)]);
  CHECK(copy.communities()[2].slot(128) == slots[64 + 3 * 128 + 32 + 64]);
  CHECK(copy.communities()[4].slot(255) == copy.communities()[2].slot(255));
}

TEST_CASE("communities lie one after the other, by place", "[unit][people]") {
  const People people = small_people();
  const auto& all = people.communities();
  REQUIRE(all.size() == 5);
  uint32_t next = 0;
  for (uint32_t i = 0; i < 5; ++i) {
    CHECK(all[i].id == i);
    CHECK(all[i].ancestor == i);
    CHECK(all[i].slot(0) == next);
    CHECK(all[i].home == (i < 2 ? 3 : 7));
    CHECK(all[i].rank == (i < 2 ? i : i - 2));
    CHECK(all[i].weight == (i < 2 ? 10u : 1u));
    CHECK(all[i].size() == (i < 2 ? 32u : 64u));
    CHECK(people.community_index(i) == i);
    next += all[i].size();
  }
  CHECK(people.n_slots() == next);
  CHECK(all[4].person(63).value() == 4 * 1024 + 63);
}

// Over the whole range of counts that small scales give. There are at least two communities and
// none is smaller than 32, so places of fewer than 90 persons can be emptier.
TEST_CASE("a place's communities are at least 70% full at its fullest and never too small",
          "[unit][people]") {
  for (uint64_t count = 1; count < 3000000; count += 1 + count / 17) {
    const auto plan = CommunityPlan::for_place(PlaceId(1), 1, count);
    INFO(count << " persons in " << plan.n_communities << " communities of 2^"
               << int{plan.size_bits});
    CHECK(plan.n_communities >= 2);
    CHECK(plan.slots() >= count);
    CHECK(plan.size_bits >= smallest_community_bits);
    CHECK(plan.size_bits <= largest_community_bits);
    if (count >= 90) CHECK(static_cast<double>(count) >= 0.70 * static_cast<double>(plan.slots()));
    if (count >= 10000)
      CHECK(static_cast<double>(count) <= 0.88 * static_cast<double>(plan.slots()));
  }
  CHECK(CommunityPlan::for_place(PlaceId(0), 1, 1000000).size_bits == largest_community_bits);
}

TEST_CASE("a free slot is found from any hash, and none in a full community", "[unit][people]") {
  People people = small_people();
  const Community& c = people.communities()[1];
  CHECK(people.find_free_slot(people.communities()[1], 40) == 40 % 32);
  fill(people, 1);
  CHECK(people.find_free_slot(people.communities()[1], 7) == c.size());
  people.key()[c.slot(3)] = SlotKey();
  for (uint32_t hash : {0u, 3u, 4u, 31u, 0xffffffffu})
    CHECK(people.find_free_slot(people.communities()[1], hash) == 3);
  CHECK(people.find_free_slot(people.communities()[0], 5) == 5);  // a neighbour is no help
}

TEST_CASE("room opens in whole blocks, and never closes", "[unit][people]") {
  People people(std::vector<CommunityPlan>{{3, 8, 2, 1, 100}}, 0);
  const Community& c = people.communities()[0];
  CHECK(c.open == 128);
  CHECK(people.n_slots() == 2 * 128 + 32);
  people.open(0, 50);
  CHECK(c.open == 128);
  // All are taken but 127; a start beyond what is open falls on what is.
  for (uint32_t local = 0; local < 127; ++local)
    people.key()[c.slot(local)] = SlotKey(Month(1700), 1);
  for (const uint32_t hash : {0u, 127u, 128u, 255u, 256u + 5})
    CHECK(people.find_free_slot(c, hash) == 127);
  people.key()[c.slot(127)] = SlotKey(Month(1700), 1);
  CHECK(people.find_free_slot(c, 150) == 256);
  people.open(0, c.open + 1);
  CHECK(c.open == 160);
  CHECK(people.find_free_slot(c, 150) == 150);
  CHECK(people.communities()[1].open == 128);
  CHECK(people.n_slots() == 128 + 160 + 32);
  people.open(0, 1000);
  CHECK(c.open == 256);
  fill(people, 0);
  CHECK(people.find_free_slot(c, 150) == 256);
}

TEST_CASE("a copy and a file hold what is open, wherever it lies", "[unit][people]") {
  const test::ScratchFolder folder;
  const auto make = [] {
    People people(std::vector<CommunityPlan>{{3, 8, 2, 1, 64}}, 0);
    people.add(small_columns);
    return people;
  };
  People people = make();
  people.open(1, 256);
  const size_t sibling = people.add_sibling(1);
  people.open(0, 65);
  people.column(small_columns.wealth)[people.communities()[1].slot(255)] = 77;
  people.column(small_columns.wealth)[people.communities()[sibling].slot(3)] = 78;
  people.column(small_columns.wealth)[people.communities()[0].slot(90)] = 79;
  SaveArchive archive(folder / "p.h5");
  people.visit(archive);
  archive.commit();
  People loaded = make();
  LoadArchive load(folder / "p.h5");
  loaded.visit(load);
  load.finish();
  for (People& again : std::vector<People>{People(people), loaded}) {
    CHECK(again.communities()[0].open == 96);
    CHECK(again.communities()[1].open == 256);
    CHECK(again.column(small_columns.wealth)[again.communities()[1].slot(255)] == 77);
    CHECK(again.column(small_columns.wealth)[again.communities()[sibling].slot(3)] == 78);
    CHECK(again.column(small_columns.wealth)[again.communities()[0].slot(90)] == 79);
    CHECK(digest_of(again) == digest_of(people));
  }
}

TEST_CASE("a file that holds a person where no room is open is refused", "[unit][people]") {
  const test::ScratchFolder folder;
  const auto make = [] {
    People people(std::vector<CommunityPlan>{{3, 8, 2, 1, 64}});
    people.add(small_columns);
    return people;
  };
  People people = make();
  people.key()[people.communities()[0].slot(100)] = SlotKey(Month(1700), 1);
  SaveArchive archive(folder / "p.h5");
  people.visit(archive);
  archive.commit();
  People loaded = make();
  LoadArchive load(folder / "p.h5");
  CHECK_THROWS_WITH(loaded.visit(load),
                    Catch::Contains("'people/key' holds a person where no room is open"));
}

TEST_CASE("siblings take ids that no order of creation can make collide", "[unit][people]") {
  People people = small_people();  // five communities: the stride is eight
  CHECK(people.last_sibling(1) == 1);
  const size_t first = people.add_sibling(1), other = people.add_sibling(4);
  const size_t second = people.add_sibling(1);  // of the sibling, the end of the line
  CHECK(people.communities()[first].id == 1 + 8);
  CHECK(people.communities()[other].id == 4 + 8);
  CHECK(people.communities()[second].id == 1 + 16);
  CHECK(people.communities()[second].ancestor == 1);
  CHECK(people.communities()[second].rank == people.communities()[1].rank);
  CHECK(people.communities()[second].home == 3);
  CHECK(people.last_sibling(1) == second);
  CHECK(people.last_sibling(first) == second);
  CHECK(people.community_index(17) == second);
  CHECK(people.n_first_communities() == 5);
  CHECK(people.n_slots() == 2 * 32 + 3 * 64 + 2 * 32 + 64);
  std::set<uint32_t> slots;
  for (const auto& c : people.communities()) slots.insert(c.slot(0));
  CHECK(slots.size() == people.communities().size());
}

TEST_CASE("siblings are refused when the room planned for them ends", "[unit][people]") {
  People people = small_people();
  CHECK_THROWS_WITH(
      [&] {
        for (int i = 0; i < 5000; ++i) people.add_sibling(4);
      }(),
      "a community has outgrown the room planned for it; use a smaller --scale");
}

TEST_CASE("active bits are those of their slots", "[unit][people]") {
  People people = small_people();
  for (uint32_t slot : {0u, 31u, 32u, 255u}) {
    CHECK_FALSE(people.is_active(slot));
    people.set_active(slot, true);
    CHECK(people.is_active(slot));
  }
  CHECK(people.active()[0] == 0x80000001u);
  people.set_active(0, false);
  CHECK_FALSE(people.is_active(0));
  CHECK(people.is_active(31));
}

TEST_CASE("a copy is equal and goes its own way", "[unit][people]") {
  People people = small_people();
  fill(people, 0);
  people.add_sibling(0);
  people.column(small_columns.wealth)[40] = -5;
  People copy(people);
  CHECK(digest_of(copy) == digest_of(people));
  copy.column(small_columns.wealth)[40] = 6;
  copy.add_sibling(0);
  CHECK(people.column(small_columns.wealth)[40] == -5);
  CHECK(digest_of(copy) != digest_of(people));
  CHECK(people.communities().size() == 6);
}

TEST_CASE("people are loaded as they were saved, siblings too, over whatever was there",
          "[unit][repeat][people]") {
  const test::ScratchFolder folder;
  People people = small_people();
  fill(people, 2);
  people.add_sibling(2);
  people.add_sibling(0);
  people.column(small_columns.wealth)[270] = 1234567;
  people.set_active(269, true);
  {
    SaveArchive archive(folder / "p.h5");
    people.visit(archive);
    archive.commit();
  }
  for (const bool has_sibling : {false, true}) {
    People loaded = small_people();
    if (has_sibling) loaded.add_sibling(2);
    LoadArchive archive(folder / "p.h5");
    loaded.visit(archive);
    archive.finish();
    CHECK(digest_of(loaded) == digest_of(people));
    CHECK(loaded.communities().size() == 7);
    CHECK(loaded.community_index(2 + 8) == 5);
    CHECK(loaded.column(small_columns.wealth)[270] == 1234567);
  }
}

TEST_CASE("a column is found by its declaration", "[unit][people]") {
  static_assert(small_columns.wealth.number() == 0 && small_columns.arrival.number() == 1);
  People people = small_people();
  people.column(small_columns.wealth)[7] = -70000;
  people.column(small_columns.arrival)[7] = 60000;
  CHECK(people.column(small_columns.wealth)[7] == -70000);
  CHECK(people.column(small_columns.arrival)[7] == 60000);
  CHECK(people.column(small_columns.wealth).name() == "wealth");
  CHECK(people.column(small_columns.arrival).name() == "arrival");
}

TEST_CASE("what a slot costs is within the budget", "[unit][people]") {
  CHECK(small_people().bytes_per_slot() == 2 + 2 + 1 + 4 + 2);
  CHECK(sizeof(SlotKey) == 2);
}

TEST_CASE("a slot's key holds birth month and class", "[unit][people]") {
  const SlotKey key(Month::of(1990, 3), 12);
  CHECK(key.birth() == Month::of(1990, 3));
  CHECK(key.slot_class() == 12);
  CHECK_FALSE(key.is_free());
  CHECK(SlotKey().is_free());
  CHECK(key.age_months(Month::of(2000, 2)) == 119);
  CHECK(key.age_years(Month::of(2000, 2)) == 9);
  CHECK(key.with_class(3).birth() == key.birth());
  CHECK(SlotKey(Month::of(2191, 3), 1).birth() == Month::of(2191, 3));  // the last one that fits
}

// Guards: communities were made before they were counted.
TEST_CASE("more persons than ids tell apart are refused before any is made", "[unit][people]") {
  const CommunityPlan largest{0, 10, (1u << 22) - 1, 1}, beyond{0, 10, 1u << 22, 1};
  CHECK(People::can_hold(std::vector<CommunityPlan>{largest}));
  CHECK_FALSE(People::can_hold(std::vector<CommunityPlan>{beyond}));
  CHECK_FALSE(People::can_hold(std::vector<CommunityPlan>{largest, {1, 5, 64, 1}}));
  CHECK_THROWS_AS(People(std::vector<CommunityPlan>{beyond}), RunError);
}
