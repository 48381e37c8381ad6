// Events: rows from many threads come out in one order, and leave by subject.
#include "engine/tally/events.hpp"

#include <catch2/catch.hpp>

#include "engine/run/digest.hpp"

using namespace rumbo;

namespace {

/// Adds (subject, order, value) for some subjects, in parallel, in any order.
Events sample(int32_t subjects, int32_t each) {
  Events events(3);
  parallel_for_each(static_cast<size_t>(subjects), [&](size_t i) {
    const auto subject = subjects - 1 - static_cast<int32_t>(i);
    for (int32_t order = 0; order < each; ++order) {
      const int32_t row[] = {subject, order, 100 * subject + order};
      events.add(row);
    }
  });
  return events;
}

uint64_t digest_of(Events& events) {
  DigestArchive archive;
  events.visit(archive, "events");
  return archive.digest();
}

}  // namespace

TEST_CASE("rows come sorted by their first columns", "[unit][tally]") {
  Events events = sample(50, 4);
  const EventRows& rows = events.rows();
  REQUIRE(rows.size() == 200);
  for (int32_t i = 0; i < 200; ++i) {
    const auto at = static_cast<size_t>(i);
    CHECK(rows.columns[0][at] == i / 4);
    CHECK(rows.columns[1][at] == i % 4);
    CHECK(rows.columns[2][at] == 100 * (i / 4) + i % 4);
  }
}

TEST_CASE("rows added later find their place, and a copy goes on by itself", "[unit][tally]") {
  Events events = sample(3, 2);
  CHECK(events.rows().size() == 6);
  const int32_t row[] = {1, 2, 7};
  events.add(row);
  Events copy = events;  // with what waits in the buffers
  CHECK(copy.rows().columns[1] == std::vector<int32_t>{0, 1, 0, 1, 2, 0, 1});
  copy.add(row);
  CHECK(events.rows().size() == 7);
}

TEST_CASE("what is forgotten leaves nothing", "[unit][tally]") {
  Events events = sample(4, 2);
  events.forget({0, 1, 0, 1});
  CHECK(events.rows().columns[0] == std::vector<int32_t>{0, 0, 2, 2});
  CHECK(events.rows().columns[2] == std::vector<int32_t>{0, 1, 200, 201});
}

TEST_CASE("an archive holds rows and what waits; taking empties", "[unit][tally]") {
  Events one = sample(20, 3), other = sample(20, 3);
  CHECK(digest_of(one) == digest_of(other));
  const int32_t row[] = {0, 3, 0};
  other.add(row);
  CHECK(digest_of(one) != digest_of(other));
  CHECK(one.take().size() == 60);
  CHECK(one.rows().size() == 0);
}
