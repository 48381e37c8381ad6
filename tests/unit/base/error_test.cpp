// What users are told: places of mistakes, all mistakes at once, the nearest name.
#include "engine/base/error.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;

TEST_CASE("the nearest name is found within a third of its length", "[unit][base]") {
  const std::vector<std::string> names{"border.apprehension", "border.death", "USA", "MEX", "run"};
  CHECK(nearest_name("border.aprehension", names) == "border.apprehension");
  CHECK(nearest_name("border.apprehensoin", names) == "border.apprehension");
  CHECK(nearest_name("BORDER.DEATH", names) == "border.death");
  CHECK(nearest_name("UAS", names) == "USA");  // a swap counts one
  CHECK(nearest_name("runn", names) == "run");
  CHECK(nearest_name("something else entirely", names) == "");
  CHECK(nearest_name("USA", {}) == "");
  CHECK(nearest_name("abc", {"abd", "abe"}) == "abd");  // the first of equals
}

TEST_CASE("a place in a file is written so that editors can jump to it", "[unit][base]") {
  CHECK(SourceLocation{"a.toml", 3, 7}.prefix() == "a.toml:3:7: ");
  CHECK(SourceLocation{"a.toml", 0, 0}.prefix() == "a.toml: ");
  CHECK(SourceLocation{}.prefix() == "");
  CHECK(std::string(InputError({"a.csv", 2, 1}, "no such place").what()) ==
        "a.csv:2:1: no such place");
}

TEST_CASE("several mistakes come in one error, a line each", "[unit][base]") {
  const InputError error(std::vector<std::string>{"one", "two"});
  CHECK(std::string(error.what()) == "one\ntwo");
  CHECK(error.messages() == std::vector<std::string>{"one", "two"});
  CHECK(InputError("alone").messages() == std::vector<std::string>{"alone"});
}
