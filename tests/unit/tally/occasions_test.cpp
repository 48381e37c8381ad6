// Months in which a table is counted, as text in a file and back.
#include "engine/tally/occasions.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;

TEST_CASE("occasions are months of some years, after what they count back over", "[unit][tally]") {
  const Month start = Month::of(2000, 1);
  const auto is_one = [&](const Occasions& occasions, Month month) {
    return have_occasion(occasions, month, month, start);
  };
  CHECK(is_one({}, Month::of(2000, 1)));
  CHECK(is_one({.month = 12}, Month::of(2000, 12)));
  CHECK_FALSE(is_one({.month = 12}, Month::of(2000, 11)));
  const Occasions june{.month = 6, .years = 5, .months_before = 60};
  CHECK_FALSE(is_one(june, Month::of(2000, 6)));
  CHECK(is_one(june, Month::of(2005, 6)));
  CHECK_FALSE(is_one(june, Month::of(2006, 6)));
  // The first month of the 60 is July 2000.
  CHECK(have_occasion(june, Month::of(2005, 6), Month::of(2005, 6), Month::of(2000, 7)));
  CHECK_FALSE(have_occasion(june, Month::of(2005, 6), Month::of(2005, 6), Month::of(2000, 8)));
  CHECK_FALSE(have_occasion(june, Month::of(2005, 7), Month::of(2010, 5), start));
  CHECK(have_occasion(june, Month::of(2005, 7), Month::of(2010, 6), start));
}

TEST_CASE("occasions are written and read back", "[unit][tally]") {
  for (const Occasions& occasions : {Occasions{}, Occasions{.month = 12},
                                     Occasions{.month = 6, .years = 5, .months_before = 60}})
    CHECK(read_occasions(occasions_text(occasions)) == occasions);
  CHECK(occasions_sentence({.month = 12}) == "in December");
  CHECK(occasions_sentence({.month = 6, .years = 5, .months_before = 60}) ==
        "in June of years that end in 0 and 5, of the 60 months up to it");
  for (const char* broken :
       {"", "month: 6", "month: 13 years: 1 months_before: 0", "month: 6 years: 0 months_before: 0",
        "month: 6 years: 1 months_before: -1", "month: x years: 1 months_before: 0",
        "month: 99999999999999999999 years: 1 months_before: 0"})
    CHECK(read_occasions(broken).are_every_month());
  CHECK(read_occasions(std::nullopt).are_every_month());
}
