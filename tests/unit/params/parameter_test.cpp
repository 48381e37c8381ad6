// Declared parameters: names, defaults, sizes by dimension.
#include "engine/params/parameter.hpp"

#include <catch2/catch.hpp>

#include "engine/base/error.hpp"

using namespace rumbo;

namespace {

ParameterDeclaration declaration(const std::string& name, const std::string& dimension = "") {
  return {name, "a meaning", "1", 0, 1, 0.5, ParameterStatus::assumed, "test", dimension};
}

}  // namespace

TEST_CASE("a parameter is found by its name and only by it", "[unit]") {
  ParameterRegistry registry;
  const ParameterId id = registry.declare(declaration("border.apprehension"));
  CHECK(registry.find("border.apprehension") == id);
  CHECK_FALSE(registry.find("border.apprehensions"));
  CHECK(registry.require("border.apprehension") == id);
  CHECK_THROWS_WITH(
      registry.require("border.aprehension"),
      "there is no parameter 'border.aprehension'; did you mean 'border.apprehension'?");
}

TEST_CASE("a name is declared once and its default lies in its range", "[unit]") {
  ParameterRegistry registry;
  registry.declare(declaration("a"));
  CHECK_THROWS_AS(registry.declare(declaration("a")), InputError);
  auto outside = declaration("b");
  outside.default_value = 2;
  CHECK_THROWS_AS(registry.declare(outside), InputError);
}

TEST_CASE("values have one number for each label of their dimension", "[unit]") {
  ParameterRegistry registry;
  const ParameterId one = registry.declare(declaration("one"));
  const ParameterId many = registry.declare(declaration("many", "place"));
  const std::vector<IndexSpace> spaces{{"place", {"ARG", "BOL", "CHL"}, "", ""}};
  ParameterValues values(registry, spaces);
  CHECK(values.all(one).size() == 1);
  CHECK(values.all(many).size() == 3);
  values.set(many, 1, 0.75);
  CHECK(values.at(many, 0) == 0.5);
  CHECK(values.at(many, 1) == 0.75);
  values.set_all(many, 0.25);
  CHECK(values.at(many, 2) == 0.25);
}
