// When the periods of changes of residence begin.
#include "models/migration/transitions/transitions.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;
using namespace rumbo::migration;

TEST_CASE("periods end with a June, those of five years as the United Nations count",
          "[unit][model]") {
  CHECK(first_month_of_period(Month::of(1995, 6), 5) == Month::of(1990, 7));
  CHECK(first_month_of_period(Month::of(1995, 7), 5) == Month::of(1995, 7));
  CHECK(first_month_of_period(Month::of(1999, 12), 5) == Month::of(1995, 7));
  CHECK(first_month_of_period(Month::of(2000, 6), 1) == Month::of(1999, 7));
  CHECK(first_month_of_period(Month::of(2000, 7), 1) == Month::of(2000, 7));
}
