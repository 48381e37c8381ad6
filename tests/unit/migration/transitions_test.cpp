// When the periods of changes of residence begin.
#include "models/migration/transitions/transitions.hpp"

#include <catch2/catch.hpp>

#include "models/migration/results/results.hpp"

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

TEST_CASE("the tables say in which months they are counted", "[unit][model]") {
  migration::World world;
  const auto tables = migration_tables(world);
  const auto& results = result_tables().transitions;
  const Month start = Month::of(2000, 3);
  for (Month month = start; month < Month::of(2012, 1); ++month)
    for (const auto& [table, years] : {std::pair{results.one_year, 1}, {results.five_years, 5}}) {
      INFO(month.text() << ", " << years << " years");
      const bool is_counted = first_month_of_period(month + 1, years) == month + 1 &&
                              first_month_of_period(month, years) >= start;
      CHECK(have_occasion(tables[table].occasions, month, month, start) == is_counted);
    }
}
