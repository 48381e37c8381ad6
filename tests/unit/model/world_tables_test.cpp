// What the tables of a world must agree on, and what is legal but suspicious.
#include <catch2/catch.hpp>

#include "models/migration/world/schemas.hpp"
#include "tests/support/world_digest.hpp"
#include "tests/support/world_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;
using Catch::Contains;

TEST_CASE("the tables that are shipped have no warnings", "[unit][model]") {
  CHECK(WorldFolder().warnings() == "");
  const auto americas = load_world({RUMBO_SOURCE_DIR "/scenarios/americas", {}});
  CHECK(americas->warnings == std::vector<std::string>{});
}

// Read by position, births fell by 13%.
TEST_CASE("shares of the ages of mothers are found by name", "[unit][model]") {
  const WorldFolder folder;
  CHECK(folder.load()->fertility_share(0, 0, 1) == 0.25);
  folder.replace("fertility", "share_20_24", "share_15_19");
  CHECK_THAT(folder.complaint(),
             Contains("fertility.csv:1:89: column 'share_15_19' stands twice") &&
                 Contains("no column 'share_20_24'"));
}

// A header-only stock.csv was a segmentation fault.
TEST_CASE("a world may be without migrants, and without borders", "[unit][model]") {
  const WorldFolder folder;
  folder.write("stock", "origin,destination,year,male_persons,female_persons\n");
  folder.write("borders", folder.text("borders").substr(0, folder.text("borders").find('\n') + 1));
  const auto world = folder.load();
  CHECK(world->stock_in(0, 1, Month::of(2000, 1), 0) == 0);
  CHECK(world->borders.empty());
}

// Were accepted: the last won in some tables, both counted in others.
TEST_CASE("keys that stand twice are refused with both lines", "[unit][model][bad_input]") {
  const WorldFolder folder;
  folder.add("places", "SUR,Sur again,inside,invented,soil\n");
  CHECK(folder.complaint() == "places.csv:4:1: a second row for place SUR; the first is in line 3");
  const WorldFolder other;
  other.add("population", "SUR,2000,0,90000,90000\n");
  CHECK_THAT(other.complaint(), Contains("population.csv:86:1: a second row for place SUR, "
                                         "age_start_years 0, year 2000; the first is in line 44"));
}

TEST_CASE("periods that are reversed or meet are refused", "[unit][model][bad_input]") {
  const WorldFolder folder;
  CHECK_THAT(folder.complaint("visas",
                              "origin,destination,channel,from_year,to_year,places_per_year\n"
                              "SUR,NORTE,work,2010,1990,500\n"),
             Contains("over.csv:2:21: to_year 1990 lies before from_year 2010"));
  CHECK_THAT(folder.complaint("visas",
                              "origin,destination,channel,from_year,to_year,places_per_year\n"
                              "SUR,NORTE,work,1990,2005,500\nSUR,NORTE,work,2005,2020,700\n"),
             Contains("over.csv:3:1: a second row for origin SUR, destination NORTE, channel work "
                      "at the same time (2005 to 2020 and 1990 to 2005); the first is in line 2"));
  folder.add("entry_rights",
             "SUR,NORTE,free_residence,2001-01,2000-12\nSUR,NORTE,citizenship,,2000-12\n"
             "SUR,NORTE,citizenship,2000-12,\nSUR,NORTE,visa_required,1999-01,\n"
             "SUR,NORTE,visa_free_visit,,1999-01\n");
  const std::string said = folder.complaint();
  CHECK_THAT(said, Contains("entry_rights.csv:2:34: to 2000-12 lies before from 2001-01") &&
                       Contains("entry_rights.csv:4:1: a second row for origin SUR"));
  folder.write("entry_rights",
               "origin,destination,right,from,to\nSUR,NORTE,visa_required,1999-01,\n"
               "SUR,NORTE,visa_free_visit,,1999-01\n");
  CHECK_THAT(folder.complaint(),
             Contains("entry_rights.csv:3:11: visa_free_visit and "
                      "visa_required at the same time; the other is in line 2"));
}

// 120 million emigrants of 2 million were accepted.
TEST_CASE("no more are born elsewhere, or live elsewhere, than a place has",
          "[unit][model][bad_input]") {
  const WorldFolder folder;
  folder.replace("stock", "SUR,NORTE,2000,60000,60000", "SUR,NORTE,2000,60000000,60000000");
  const std::string said = folder.complaint();
  CHECK_THAT(said, Contains("stock.csv:2:16: origin SUR: 120000000 persons born there live "
                            "elsewhere in 2000, more than its ") &&
                       Contains("stock.csv:2:16: destination NORTE: 120000000 persons who live "
                                "there were born elsewhere in 2000"));
}

TEST_CASE("a place with half of its tables is refused, all of them at once",
          "[unit][model][bad_input]") {
  const WorldFolder folder;
  folder.add("places", "OESTE,Oeste,inside,invented,soil\nFUERA,Fuera,outside,invented,soil\n");
  const std::string said = folder.complaint();
  for (const std::string table :
       {"population", "mortality", "fertility", "economy", "institutions"}) {
    INFO(said);
    CHECK(said.find("places.csv:4:1: place OESTE has no rows in " + table + ".csv") !=
          std::string::npos);
    CHECK((said.find("places.csv:5:1: place FUERA has no rows in " + table + ".csv") !=
           std::string::npos) == (table != "population"));
  }
}

TEST_CASE("rows for a place of the wrong kind are warned of", "[unit][model]") {
  const WorldFolder folder;
  folder.add("places", "ROW,Rest,reservoir,invented,\n");
  folder.add("economy", "ROW,1990,10000,1,0.06,0.65,7,0.6\nROW,1991,10000,1,0.06,0.65,7,0.6\n");
  CHECK(folder.warnings() ==
        "economy.csv:64:1: place: place ROW has no use here; expected one "
        "that is inside or outside\n");
  folder.add("corridors", "ROW,NORTE,1000,0,0,0,0\n");
  CHECK_THAT(folder.complaint(), Contains("corridors.csv:4:1: origin: place ROW has no use here"));
}

TEST_CASE("files and columns that nothing reads are named", "[unit][model]") {
  const WorldFolder folder;
  folder.write("visa", "a\n");
  folder.write("us_border", "year\n");
  folder.replace("stock", "year,male_persons", "year,remarks,male_persons");
  folder.replace("stock", "2000,60000", "2000,x,60000");
  folder.replace("stock", "2000,2000", "2000,y,2000");
  CHECK(folder.warnings() ==
        "stock.csv:1:25: column 'remarks' has no use in stock.csv\n"
        "visa.csv: no table has that name and nothing reads it; did you mean 'visas'?\n");
  CHECK_THAT(folder.complaint("us_border", "year\n"),
             Contains("scenario.toml:7:3: tables.us_border: no table of that name; it is for "
                      "analysis only"));
}

TEST_CASE("mistakes of all tables come at once, no more than 20 a file",
          "[unit][model][bad_input]") {
  const WorldFolder folder;
  folder.replace("places", "soil", "earth");
  folder.replace("visas", "work", "wrok");
  std::string economy = folder.text("economy");
  for (size_t at; (at = economy.find(",0.65,")) != std::string::npos;) economy[at + 1] = '7';
  folder.write("economy", economy);
  const std::string said = folder.complaint();
  CHECK_THAT(said, Contains("places.csv:2:40: child_citizenship: found 'earth'; expected one of "
                            "soil, descent, neither") &&
                       Contains("visas.csv:2:11: channel: found 'wrok'; expected one of work, "
                                "study, family, seasonal; did you mean 'work'?") &&
                       Contains("economy.csv: 42 more mistakes"));
}

TEST_CASE("rows of years that no run can use are named", "[unit][model]") {
  const WorldFolder folder;
  folder.add("enforcement", "NORTE,2020,2\nNORTE,2025,9\nNORTE,1985,7\n");
  folder.replace("visas", "work,1990,2020", "work,1980,2020");
  // On the old reader 2025 took the place of 2020, and 1985 that of 1990.
  CHECK(folder.load()->enforcement(0, year_index(2020)) == 2);
  CHECK(folder.load()->enforcement(0, year_index(1990)) == 1);
  CHECK_THAT(folder.warnings(),
             Contains("enforcement.csv:3:7: 2 rows name years before 1990 or after 2020, which "
                      "have no use; The first and the last year are held.") &&
                 Contains("visas.csv:2:16: 1 row names years"));
}

TEST_CASE("a run beyond the years of tables is warned of, before those of its start refused",
          "[unit][model]") {
  const auto world = WorldFolder().load();
  const auto report = [&](int first, int last) {
    return spans_of_run(*world, Month::of(first, 1), Month::of(last + 1, 1));
  };
  CHECK(report(2000, 2009).mistakes.empty());
  CHECK(report(2000, 2020).warnings.empty());
  const auto late = report(2000, 2049).warnings;
  REQUIRE(late.size() == 1);
  CHECK_THAT(late[0], Contains("the run ends in 2049-12: from 2021 on the figures of 2020 are held "
                               "(mortality.csv, fertility.csv, economy.csv, institutions.csv, "
                               "remittance_cost.csv, visas.csv)"));
  const auto early = report(1980, 2009);
  REQUIRE(early.mistakes.size() == 2);
  CHECK(early.mistakes[1] ==
        "the run begins in 1980-01, but stock.csv begins in 2000: who lives "
        "where at the start is not known");
  REQUIRE(early.warnings.size() == 1);
  CHECK_THAT(early.warnings[0], Contains("until 1989 the figures of 1990 are held"));
  CHECK(report(2015, 2016).warnings.size() == 2);  // population to 2010, stock of 2000
}
