// Routes, legs and paths as they are read, and what is refused.
#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using migration::Border;
using migration::World;

namespace {

const Border& border(const char* from, const char* to) {
  const World& w = *americas();
  const auto* corridor = w.corridor(w.find(from)->index(), w.find(to)->index());
  return w.borders.at(static_cast<size_t>(corridor->border));
}

std::vector<std::string> labels(const migration::Path& path) {
  std::vector<std::string> all;
  for (const auto leg : path) all.push_back(americas()->label(americas()->legs[leg]));
  return all;
}

/// Three places, a route and a leg that are right, with one table replaced.
std::string complaint(const std::string& table, const std::string& text) {
  TinyWorld tiny;
  tiny.places = {{"AAA"}, {"BBB"}, {"CCC"}};
  const ScratchFolder folder;
  tiny.write(folder.path());
  const std::string legs =
      "from_place,to_place,mode,days,cost_usd2020,violence_probability,extortion_probability,"
      "stranding_probability,forced_return_probability,death_probability\n";
  auto write = [&](const std::string& name, const std::string& right) {
    write_bytes(folder / (name + ".csv"), name == table ? text : right);
  };
  write("routes",
        "route,from_place,to_place,days_on_foot,extra_cost_usd2020,death_factor\n"
        "river,BBB,CCC,1,0,1\n");
  write("route_effort", "route,year,agents_persons\nriver,1990,10\n");
  write("season", "month,crossing_factor,death_factor\n");
  write("transit", legs + "AAA,BBB,land,3,50,.1,.1,.1,.1,.1\n");
  write("paths", "origin,destination,legs,other_legs\nAAA,CCC,AAA-BBB,\n");
  try {
    migration::load_world({folder.path().string(), {}});
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

void check_says(const std::string& message, const std::string& part) {
  INFO(message);
  CHECK(message.find(part) != std::string::npos);
}

const std::string leg_header =
    "from_place,to_place,mode,days,cost_usd2020,violence_probability,extortion_probability,"
    "stranding_probability,forced_return_probability,death_probability\n";
const std::string path_header = "origin,destination,legs,other_legs\n";

}  // namespace

TEST_CASE("the routes and legs of the Americas are read", "[unit][model]") {
  const World& w = *americas();
  CHECK(w.routes.size() == 9);
  CHECK(w.legs.size() == 57);
  CHECK(w.season_crossing(2) == 1.585);
  CHECK(w.season_death(6) == 2.86);
  for (size_t r = 0; r < w.routes.size(); ++r)
    if (w.routes[r].name == "tucson") {
      CHECK(w.route_agents(r, migration::year_index(2000)) == 1548);
      CHECK(w.routes[r].days_on_foot == 3);
    }
}

TEST_CASE("who comes from or through Mexico by land has the routes", "[unit][model]") {
  CHECK(border("MEX", "USA").has_routes);
  CHECK(border("GTM", "USA").has_routes);
  CHECK(border("ECU", "USA").has_routes);
  for (const auto& [from, to] : {std::pair{"CAN", "USA"},
                                 {"HTI", "USA"},
                                 {"CUB", "USA"},
                                 {"GTM", "MEX"},
                                 {"USA", "MEX"},
                                 {"COL", "PAN"}})
    CHECK_FALSE(border(from, to).has_routes);
}

TEST_CASE("a path has the legs before the crossing; a voyage that is the crossing is none",
          "[unit][model]") {
  CHECK(labels(border("SLV", "USA").path) == std::vector<std::string>{"SLV-GTM", "GTM-MEX"});
  CHECK(labels(border("BHS", "USA").path).empty());
  CHECK_FALSE(border("BHS", "USA").has_other_path);
  CHECK(labels(border("HTI", "USA").path).empty());
  CHECK(border("HTI", "USA").has_other_path);
  CHECK(labels(border("HTI", "USA").other_path) == std::vector<std::string>{"HTI-BHS"});
  CHECK(border("MEX", "USA").path.empty());
}

TEST_CASE("a world may do without routes and ways to borders", "[unit][model]") {
  const ScratchFolder folder;
  TinyWorld().write(folder.path());
  for (const char* name : {"routes", "route_effort", "season", "transit", "paths"})
    std::filesystem::remove(folder / (std::string(name) + ".csv"));
  const auto world = migration::load_world({folder.path().string(), {}});
  CHECK(world->routes.empty());
  CHECK(world->legs.empty());
  CHECK(world->season_death(11) == 1);
}

TEST_CASE("what is wrong with routes is said with its line", "[unit][bad_input]") {
  CHECK(complaint("", "") == "");
  const std::string effort = "route,year,agents_persons\n";
  check_says(
      complaint("route_effort", effort + "rivr,1990,10\n"),
      "route_effort.csv:2:1: route: no route 'rivr'; expected a route of routes.csv; did you mean "
      "'river'?");
  check_says(complaint("route_effort", effort),
             "routes.csv:2:1: route river has no row in route_effort.csv");
  const std::string routes =
      "route,from_place,to_place,days_on_foot,extra_cost_usd2020,death_factor\n"
      "river,BBB,CCC,1,0,1\n";
  check_says(complaint("routes", routes + "river,BBB,CCC,1,0,1\n"),
             "routes.csv:3:1: a second row for route river; the first is in line 2");
  check_says(complaint("routes", routes + "hill,AAA,CCC,1,0,1\n"),
             "all routes must cross the same border, BBB to CCC");
  check_says(complaint("season", "month,crossing_factor,death_factor\n13,1,1\n"), "season.csv:2");
  check_says(complaint("season", "month,crossing_factor,death_factor\n1,1.1,0.5\n"),
             "month 2: 1 row is missing");
}

TEST_CASE("what is wrong with the way to a border is said with its line", "[unit][bad_input]") {
  check_says(
      complaint("transit", leg_header + "AAA,BBB,land,3,50,.1,.1,.5,.5,.1\n"),
      "transit.csv:2:25: stranding, forced return and death together must not exceed 1; found "
      ".5, .5, .1");
  CHECK(complaint("transit", leg_header + "AAA,BBB,air,3,50,.1,.1,.1,.1,.1\n") == "");
  check_says(complaint("paths", path_header + "AAA,CCC,AAA-BBC,\n"),
             "paths.csv:2:9: no leg 'AAA-BBC'; expected a leg FROM-TO of transit.csv; did you mean "
             "'AAA-BBB'?");
  check_says(complaint("paths", path_header + "BBB,CCC,AAA-BBB,\n"),
             "leg AAA-BBB does not begin at BBB, where the way has come to");
  check_says(complaint("paths", path_header + "AAA,DDD,AAA-BBB,\n"), "no place 'DDD'");
}
