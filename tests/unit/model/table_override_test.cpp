// Rows of a scenario over those of its world: each means what it says for all that it names.
#include <catch2/catch.hpp>

#include "tests/support/world_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;
using Catch::Contains;

namespace {

/// Places for work from Sur to Norte in some years.
std::vector<double> work_visas(const World& world, std::vector<int> years) {
  std::vector<double> found;
  for (const int year : years)
    found.push_back(world.visas(static_cast<size_t>(world.corridor_of[1 * 2 + 0]),
                                static_cast<size_t>(VisaKind::work), year_index(year)));
  return found;
}

const std::string visas = "origin,destination,channel,from_year,to_year,places_per_year\n";

}  // namespace

// By keys of origin, destination, channel and from_year, a row of 2000 to 2005 stood beside the
// one of 1990 to 2020, and the order of the rows said which of them held.
TEST_CASE("an override of visas holds in its years, and the others stay", "[unit][model]") {
  const WorldFolder folder;
  const auto one = folder.load("visas", visas + "SUR,NORTE,work,2000,2005,7\n");
  CHECK(work_visas(*one, {1990, 1999, 2000, 2005, 2006, 2020}) ==
        std::vector<double>{1000, 1000, 7, 7, 1000, 1000});
  CHECK(one->visas(1, static_cast<size_t>(VisaKind::family), year_index(2003)) ==
        folder.load()->visas(1, static_cast<size_t>(VisaKind::family), year_index(2003)));
  folder.write("visas", visas +
                            "SUR,NORTE,work,1990,1994,1\nSUR,NORTE,work,1995,1999,2\n"
                            "SUR,NORTE,work,2000,2010,3\n");
  const auto across =
      folder.load("visas", visas + "SUR,NORTE,work,1993,1996,8\nSUR,NORTE,work,2004,2004,9\n");
  CHECK(work_visas(*across, {1990, 1992, 1993, 1996, 1997, 1999, 2000, 2003, 2004, 2005, 2010,
                             2011}) == std::vector<double>{1, 1, 8, 8, 2, 2, 3, 3, 9, 3, 3, 0});
  const auto all = folder.load("visas", visas + "SUR,NORTE,work,1990,2020,4\n");
  CHECK(work_visas(*all, {1990, 2005, 2020}) == std::vector<double>{4, 4, 4});
}

TEST_CASE("an override of recognition holds in its years, and the others stay", "[unit][model]") {
  const WorldFolder folder;
  const std::string header = "origin,from_year,to_year,recognition_share\n";
  folder.write("recognition", header + "SUR,1990,1999,0.2\nSUR,2000,2010,0.4\n");
  const auto world = folder.load("recognition", header + "SUR,1998,2001,0.9\n");
  const auto share = [&](int year) { return world->recognition(1, year_index(year)); };
  CHECK(share(1997) == 0.2);
  CHECK(share(1998) == 0.9);
  CHECK(share(2001) == 0.9);
  CHECK(share(2002) == 0.4);
  CHECK(share(2020) == 0.4);  // the last is held
}

TEST_CASE("an override of a right takes the place of those that it meets", "[unit][model]") {
  const WorldFolder folder;
  const std::string header = "origin,destination,right,from,to\n";
  folder.add("entry_rights",
             "SUR,NORTE,free_residence,1995-01,1999-12\n"
             "SUR,NORTE,free_residence,2005-01,\n");
  // First month with it and first month without it.
  const auto spans = [&](const std::string& row) {
    std::string found;
    const auto world = folder.load("entry_rights", header + row);
    for (const auto& right : world->rights)
      found += Month(right.from).text() + " " +
               (right.to == 4095 ? "lasts" : Month(right.to).text()) + "; ";
    return found;
  };
  // One that ends earlier, one that stands beside, one without bounds, and another right.
  CHECK(spans("SUR,NORTE,free_residence,1995-01,1996-12\n") == "2005-01 lasts; 1995-01 1997-01; ");
  CHECK(spans("SUR,NORTE,free_residence,2000-01,2000-12\n") ==
        "1995-01 2000-01; 2005-01 lasts; 2000-01 2001-01; ");
  CHECK(spans("SUR,NORTE,free_residence,,\n") == "1850-01 lasts; ");
  CHECK(spans("SUR,NORTE,citizenship,,\n") == "1995-01 2000-01; 2005-01 lasts; 1850-01 lasts; ");
}

TEST_CASE("an override of a shock takes the place of those that it meets", "[unit][model]") {
  const WorldFolder folder;
  const std::string header = "place,kind,start,end,severity,displaced_share,half_life_months\n";
  folder.write("shocks", header +
                             "SUR,disaster,1995-01,1995-06,0.5,0.1,6\n"
                             "SUR,disaster,2005-01,2005-06,0.5,0.1,6\n");
  const auto world = folder.load("shocks", header +
                                               "SUR,disaster,1995-03,1995-12,0.9,0.2,6\n"
                                               "SUR,violence,1995-03,1995-12,0.3,0,6\n");
  REQUIRE(world->shocks.size() == 3);
  CHECK(world->shocks[0].severity == 0.5);
  CHECK(Month(world->shocks[0].first).text() == "2005-01");
  CHECK(world->shocks[1].severity == 0.9);
  CHECK(world->shocks[2].kind == ShockKind::violence);
}

TEST_CASE("an override of one year or period changes that alone", "[unit][model]") {
  const WorldFolder folder;
  const auto economy = folder.load(
      "economy",
      "labour_share,place,year,wage_usd_ppp2020_per_year,price_level_usa1,unemployment_share,"
      "employment_share_15_64,school_years_25plus\n0.6,SUR,2003,5000,0.5,0.06,0.65,7\n");
  const auto before = folder.load();
  for (int year = 1990; year <= 2020; ++year)
    CHECK(economy->wage(1, year_index(year)) ==
          (year == 2003 ? 5000 : before->wage(1, year_index(year))));
  const auto fertility = folder.load(
      "fertility",
      "place,period_start_year,total_fertility_births_per_woman,sex_ratio_at_birth,share_15_19,"
      "share_20_24,share_25_29,share_30_34,share_35_39,share_40_44,share_45_49\n"
      "SUR,2000,4,1.05,0.13,0.25,0.25,0.19,0.12,0.05,0.01\n");
  for (size_t period = 0; period < 6; ++period)
    CHECK(fertility->total_fertility(1, period) == (period == 2 ? 4 : 3));
}

TEST_CASE("rows that hold until the next: cost of remittances, decisions, agents",
          "[unit][model]") {
  const WorldFolder folder;
  const std::string header = "sender,receiver,year,cost_share_of_200usd\n";
  folder.write("remittance_cost", header + "NORTE,SUR,2005,0.1\nNORTE,SUR,2000,0.2\n");
  const auto world = folder.load("remittance_cost", header + "NORTE,SUR,2003,0.3\n");
  const auto cost = [&](int year) { return world->remittance_cost(0, 1, year_index(year)); };
  CHECK(cost(1990) == 0.2);
  CHECK(cost(2002) == 0.2);
  CHECK(cost(2003) == 0.3);
  CHECK(cost(2004) == 0.3);
  CHECK(cost(2005) == 0.1);
  CHECK(cost(2020) == 0.1);
  CHECK(world->remittance_cost(1, 0, 5) == 0.08);
  folder.write("asylum", "destination,year,decisions_capacity\nNORTE,2000,50\nNORTE,1995,20\n");
  const auto claims = folder.load();
  CHECK(claims->asylum_decisions(0, year_index(1994)) == 0);
  CHECK(claims->asylum_decisions(0, year_index(1999)) == 20);
  CHECK(claims->asylum_decisions(0, year_index(2020)) == 50);
}

TEST_CASE("files that override are checked as the tables are", "[unit][model][bad_input]") {
  const WorldFolder folder;
  CHECK_THAT(folder.complaint("visas", visas + "SUR,NORTE,work,2000,2000,5\n"
                                               "SUR,NORTE,work,2000,2000,5\n"),
             Contains("over.csv:3:1: a second row for") && Contains("the first is in line 2"));
  CHECK_THAT(folder.complaint("visas", "origin,destination\nSUR,NORTE\n"),
             Contains("over.csv:1:1: no column 'channel'"));
  // A year for one place alone would leave a hole for the other.
  std::string rows = "place,year,age_start_years,male_persons,female_persons\n";
  for (int age = 0; age <= 100; age += 5) rows += "SUR,2005," + std::to_string(age) + ",5,5\n";
  CHECK_THAT(folder.complaint("population", rows),
             Contains("population.csv:2:1: place NORTE: 21 rows are missing, the first of year "
                      "2005, age_start_years 0"));
  CHECK(folder.complaint("visas", "\xEF\xBB\xBF" + visas + "SUR,NORTE,work,1990,2020,500\n") == "");
}
