// Months as texts, numbers and days.
#include "engine/base/month.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;

TEST_CASE("a month reads and writes as YYYY-MM", "[unit][base]") {
  for (int count = 0; count < 4096; ++count) {
    const Month month(count);
    CHECK(Month::parse(month.text()) == month);
    CHECK(Month::of(month.year(), month.month_of_year()) == month);
  }
  CHECK(Month::of(2004, 2).text() == "2004-02");
  CHECK(Month::of(1850, 1).count() == 0);
  CHECK(Month::of(2191, 4).count() == 4095);
}

TEST_CASE("what is no month is none", "[unit][base][bad_input]") {
  for (const char* text : {"", "2004", "2004-2", "2004-13", "2004-00", "2004/02", "04-02",
                           "2004-1a", " 2004-02", "2004-02 ", "1849-12", "-004-02"})
    CHECK_FALSE(Month::parse(text));
}

TEST_CASE("months add, subtract and compare", "[unit][base]") {
  const Month month = Month::of(1999, 12);
  CHECK((month + 1).text() == "2000-01");
  CHECK((month - 12).text() == "1998-12");
  CHECK(Month::of(2001, 3) - month == 15);
  CHECK(month < month + 1);
  Month next = month;
  CHECK(++next == Month::of(2000, 1));
}

TEST_CASE("days since 2000 follow the calendar", "[unit][base]") {
  CHECK(Month::of(2000, 1).days_since_2000() == 0);
  CHECK(Month::of(2000, 3).days_since_2000() == 60);  // a leap year
  CHECK(Month::of(2001, 1).days_since_2000() == 366);
  CHECK(Month::of(1999, 12).days_since_2000() == -31);
  CHECK(Month::of(1900, 3).days_since_2000() - Month::of(1900, 2).days_since_2000() == 28);
}
