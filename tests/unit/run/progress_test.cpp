// How long something takes, in words; what a progress line counts.
#include "engine/run/progress.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;

TEST_CASE("durations read as people say them", "[unit][run]") {
  CHECK(duration_text(0) == "0 s");
  CHECK(duration_text(59.4) == "59 s");
  CHECK(duration_text(59.5) == "1 min 00 s");
  CHECK(duration_text(200) == "3 min 20 s");
  CHECK(duration_text(3720) == "1 h 02 min");
  CHECK(duration_text(90000) == "25 h 00 min");
}

TEST_CASE("person-months are counted whether shown or not", "[unit][run]") {
  Progress progress(10, true);
  progress.month_done(100);
  progress.skip(3);
  progress.month_done(50);
  CHECK(progress.person_months() == 150);
  CHECK(progress.seconds() >= 0);
}

// Guards against: months of an earlier session counted as still to be run.
TEST_CASE("what an earlier session did is neither counted as left nor as speed", "[unit][run]") {
  Progress progress(10, true);
  progress.begin_after(100);
  progress.begin_after(40);  // of an older part
  progress.skip(9);
  progress.month_done(1);
  CHECK(progress.months_done() == 10);
  CHECK_THAT(progress.text(), Catch::StartsWith("10 of 10 months") && Catch::EndsWith(" 0 s left"));
  CHECK(progress.seconds() < 100);
  CHECK(progress.total_seconds() >= 100);
}
