// Checked scenarios: defaults, parameters and their origins, what is recorded, texts.
#include "engine/scenario/scenario.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scenario_files.hpp"
#include "tests/support/toy_world.hpp"

using namespace rumbo;

namespace {

const std::string scenario_head =
    "[time]\nstart = \"2000-01\"\nend = \"2005-01\"\n[tables]\nfolder = \".\"\n";

Scenario scenario_with(const std::string& lines, const ToyWorld& world,
                       const std::vector<std::string>& overrides = {}) {
  ScenarioFiles files;
  return world.check(read_document(files.write("mine.toml", scenario_head + lines), overrides));
}

}  // namespace

TEST_CASE("what a scenario does not say has a default", "[unit]") {
  const ToyWorld world;
  const Scenario scenario = scenario_with("", world);
  CHECK(scenario.name == "mine");
  CHECK(scenario.title == "mine");
  CHECK(scenario.start == Month::of(2000, 1));
  CHECK(scenario.end == Month::of(2005, 1));
  CHECK(scenario.scale == 0.001);
  CHECK(scenario.replicates == 1);
  CHECK(scenario.output.at("stock") == Detail::annual);
  CHECK(scenario.plan.base() == world.base());
}

TEST_CASE("detail is said for all tables and for each", "[unit]") {
  const ToyWorld world;
  const Scenario scenario =
      scenario_with("[output]\nmoves = \"monthly\"\ndetail = \"none\"\npanel = 500\n", world);
  CHECK(scenario.output.at("stock") == Detail::none);
  CHECK(scenario.output.at("moves") == Detail::monthly);
  CHECK(scenario.panel == 500);
}

TEST_CASE("a parameter is set for all, by pattern and by label, the narrower wins", "[unit]") {
  const ToyWorld world;
  const auto id = world.parameters.require("border.apprehension");
  const Scenario scenario = scenario_with(
      "[parameters]\n\"border.apprehension[MEX->USA]\" = 0.5\n"
      "\"border.apprehension[*->USA]\" = 0.375\n\"border.apprehension\" = 0.125\n",
      world);
  const auto values = scenario.plan.base().all(id);
  CHECK(std::vector<double>(values.begin(), values.end()) == std::vector{0.375, 0.5, 0.125});
}

TEST_CASE("a later file wins over an earlier one even if the earlier is narrower", "[unit]") {
  const ToyWorld world;
  ScenarioFiles files;
  files.write("base.toml", scenario_head + "[parameters]\n\"labour.wage[MEX]\" = 50\n");
  const Scenario scenario = world.check(read_document(
      files.write("mine.toml", "extends = \"base.toml\"\n[parameters]\n\"labour.wage\" = 70\n")));
  const auto id = world.parameters.require("labour.wage");
  CHECK(scenario.plan.base().at(id, 1) == 70);
  REQUIRE(scenario.parameters.size() == 1);
  CHECK(scenario.parameters[0].where.file == files.path("mine.toml"));
  CHECK(scenario.parameters[0].where.line == 3);
}

TEST_CASE("keys of parameters may be written without quotes", "[unit]") {
  const ToyWorld world;
  const Scenario scenario = scenario_with("[parameters]\ndecision.weight_wage = 0.75\n", world);
  CHECK(scenario.plan.base().at(world.parameters.require("decision.weight_wage")) == 0.75);
}

TEST_CASE("the command line is checked like a file", "[bad_input]") {
  const ToyWorld world;
  CHECK(scenario_with("", world, {"labour.wage[MEX]=70"}).parameters.size() == 1);
  CHECK_THROWS_WITH(scenario_with("", world, {"labour.wage[MEX]=-1", "time.end=soon"}),
                    "command line: time.end: found the string 'soon'; expected a month in quotes, "
                    "\"YYYY-MM\", from 1850-01 to 2190-12\n"
                    "command line: labour.wage[MEX]: found -1; expected 0 to 1000 USD");
}

TEST_CASE("the resolved text says where each value comes from and reads back", "[unit]") {
  const ToyWorld world;
  ScenarioFiles files;
  files.write("base.toml", scenario_head + "[parameters]\n\"labour.wage[MEX]\" = 50\n");
  files.write("mine.toml",
              "title = \"A title\"\nextends = \"base.toml\"\n[parameters]\n\"labour.wage\" = 70.5\n"
              "[[policy]]\nid = \"p\"\nlever = \"border_control\"\nstart = \"2002-01\"\n"
              "change = \"+20%\"\nborders = [\"*->USA\"]\n");
  const Scenario first = world.check(read_document(files.path("mine.toml"), {"random.seed=7"}));
  CHECK_THAT(first.resolved_text,
             Catch::Contains("start = \"2000-01\"  # " + files.path("base.toml") + ":2\n") &&
                 Catch::Contains("labour.wage\" = 70.5  # " + files.path("mine.toml") + ":4\n") &&
                 Catch::Contains("seed = 7  # command line\n") &&
                 Catch::Contains("scale = 0.001  # default\n"));
  const Scenario again = world.check(read_document(files.write("again.toml", first.resolved_text)));
  CHECK(again.canonical_text == first.canonical_text);
  CHECK(again.title == first.title);
}

TEST_CASE("the canonical text follows the meaning, not the writing", "[unit]") {
  const ToyWorld world;
  const std::string one =
      scenario_with("[parameters]\n\"labour.wage\" = 100\n", world).canonical_text;
  CHECK(one == scenario_with("", world).canonical_text);  // 100 is the default
  CHECK(one != scenario_with("[parameters]\n\"labour.wage[MEX]\" = 100.5\n", world).canonical_text);
  CHECK(one != scenario_with("[random]\nseed = 2\n", world).canonical_text);
  CHECK(one == scenario_with("[random]\nreplicates = 30\n", world).canonical_text);
}

TEST_CASE("mistakes are told even when the world cannot be read", "[bad_input]") {
  const ToyWorld world;
  ScenarioFiles files;
  const Document document = read_document(
      files.write("mine.toml",
                  "[time]\nstart = \"2000-01\"\nend = \"1999-01\"\n[tables]\nfolder = \"nowhere\"\n"
                  "[parameters]\n\"labour.wag\" = 1\n\"labour.wage[XXX]\" = 1\n[output]\nstock = "
                  "\"annual\"\n"));
  const auto found = mistakes_without_world(document, world.parameters, world.levers);
  REQUIRE(found.size() == 3);
  CHECK_THAT(found[0], Catch::Contains("time.end"));
  CHECK_THAT(found[1], Catch::Contains("nowhere") || Catch::Contains("labour.wag'"));
}
