// Which record periods count.
#include "tools/rumbo/window.hpp"

#include <catch2/catch.hpp>

#include "engine/base/error.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;

namespace {

/// 2000 to 2005, a record a year.
Records yearly() {
  Records records{Month::of(2000, 1), {}};
  for (int year = 2000; year < 2006; ++year) records.last.push_back(Month::of(year, 12));
  return records;
}

}  // namespace

TEST_CASE("a window holds whole record periods and says what it used", "[unit][tools]") {
  std::vector<std::string> notes;
  const Window whole = window_between(yearly(), "2001-01", "2003-12", notes);
  CHECK(whole.first == 1);
  CHECK(whole.last == 3);
  CHECK(notes.empty());
  const Window cut = window_between(yearly(), "2001-03", "2004-05", notes);
  CHECK(cut.first == 2);
  CHECK(cut.last == 3);
  REQUIRE(notes.size() == 1);
  CHECK_THAT(notes[0], Contains("2002-01 to 2003-12 is used"));
}

TEST_CASE("months that cannot be a window are refused", "[bad_input][tools]") {
  std::vector<std::string> notes;
  const auto between = [&](const char* a, const char* b) {
    return window_between(yearly(), a, b, notes);
  };
  CHECK_THROWS_WITH(between("2001", "2003-12"), Contains("expected a month as YYYY-MM"));
  CHECK_THROWS_WITH(between("1999-12", "2003-12"),
                    Contains("outside the records") && Contains("2000-01 to 2005-12"));
  CHECK_THROWS_WITH(between("2001-01", "2006-01"), Contains("outside the records"));
  CHECK_THROWS_WITH(between("2003-01", "2001-01"), Contains("comes after"));
  CHECK_THROWS_WITH(between("2001-02", "2001-11"), Contains("no whole record period"));
}

TEST_CASE("a window begins with the record that holds the first difference", "[unit][tools]") {
  CHECK(window_since(yearly(), Month::of(2002, 7)).first == 2);
  CHECK(window_since(yearly(), Month::of(2002, 12)).first == 2);
  CHECK(window_since(yearly(), Month::of(2003, 1)).first == 3);
  CHECK(window_since(yearly(), Month::of(2003, 1)).last == 5);
}

TEST_CASE("a period sums events and takes the last state", "[unit][tools]") {
  const std::vector<double> values = {1, 2, 4, 8, 16, 32};
  CHECK(value_in(values, {1, 3}, false) == 14);
  CHECK(value_in(values, {1, 3}, true) == 8);
  const auto years = periods_of(yearly(), {1, 2}, Grouping::by_year);
  REQUIRE(years.size() == 2);
  CHECK(years[0].name == "2001");
  CHECK(value_in(values, years[1].records, false) == 4);
  // Monthly records of two years fall into two periods.
  Records monthly{Month::of(2000, 1), {}};
  for (int month = 0; month < 24; ++month) monthly.last.push_back(Month::of(2000, 1) + month);
  const auto both = periods_of(monthly, {0, 23}, Grouping::by_year);
  REQUIRE(both.size() == 2);
  CHECK(both[0].records.last == 11);
  CHECK(both[1].records.first == 12);
}
