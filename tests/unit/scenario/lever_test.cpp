// Levers and policies: declarations, fields of every kind, the changes they ask for.
#include "engine/scenario/lever.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scenario_files.hpp"
#include "tests/support/toy_world.hpp"

using namespace rumbo;

namespace {

/// A scenario of 2000 to 2005 with these further lines.
Scenario scenario_of_lever(const std::string& lines, const ToyWorld& world) {
  ScenarioFiles files;
  const std::string head =
      "[time]\nstart = \"2000-01\"\nend = \"2005-01\"\n[tables]\nfolder = \".\"\n";
  return world.check(read_document(files.write("mine.toml", head + lines)));
}

const std::string policy_head = "[[policy]]\nid = \"p\"\nstart = \"2002-01\"\n";
const std::string control = policy_head + "lever = \"border_control\"\n";
const std::string any = policy_head + "lever = \"parameter_change\"\n";

}  // namespace

TEST_CASE("a lever's name and keys are declared once", "[unit]") {
  LeverRegistry registry;
  LeverDeclaration lever;
  lever.name = "x";
  CHECK_THROWS_AS(registry.declare(lever), InputError);  // says no changes
  lever.changes = [](const Policy&, const LeverContext&) { return std::vector<DatedChange>{}; };
  registry.declare(lever);
  CHECK_THROWS_AS(registry.declare(lever), InputError);
  lever.name = "y";
  lever.fields = {{"start", "a common key", "1", FieldKind::number, 0, 1, {}, false, {}}};
  CHECK_THROWS_AS(registry.declare(lever), InputError);
  CHECK(registry.names() == std::vector<std::string>{"parameter_change", "x"});
  CHECK(registry.find("y") == nullptr);
}

TEST_CASE("a lever on an undeclared parameter is told", "[unit]") {
  ToyWorld world;
  CHECK(world.levers.mistakes(world.parameters).empty());
  CHECK(world.levers.mistakes(ParameterRegistry{}).size() == 1);
}

TEST_CASE("fields of every kind become numbers", "[unit]") {
  const ToyWorld world;
  const Scenario scenario = scenario_of_lever(
      control +
          "probability = 0.5\ncutoff = \"2001-08\"\nmode = \"sea\"\nborders = \"*->USA\"\n"
          "end = \"2003-01\"\nramp_months = 6\nintensity = 0.5\n",
      world);
  REQUIRE(scenario.policies.size() == 1);
  const Policy& read = scenario.policies[0];
  CHECK(read.number("probability") == 0.5);
  CHECK(read.month("cutoff") == Month::of(2001, 8));
  CHECK(read.number("mode") == 1);
  CHECK(read.number("conditional") == 1);  // its default
  CHECK_FALSE(read.has("change"));
  CHECK(read.indices("borders") == std::vector<uint32_t>{0, 1});
  CHECK(read.start == Month::of(2002, 1));
  CHECK(read.end == Month::of(2003, 1));
  CHECK(read.ramp_months == 6);
  CHECK(read.intensity == 0.5);
}

TEST_CASE("a policy changes what its lever says, where and while it holds", "[unit]") {
  const ToyWorld world;
  const auto id = world.parameters.require("border.apprehension");
  const Scenario scenario = scenario_of_lever(
      control + "probability = 0.75\nborders = [\"MEX->USA\"]\nend = \"2003-01\"\n", world);
  CHECK(scenario.plan.values_in(Month::of(2001, 12)).at(id, 1) == 0.25);
  CHECK(scenario.plan.values_in(Month::of(2002, 1)).at(id, 1) == 0.75);
  CHECK(scenario.plan.values_in(Month::of(2002, 1)).at(id, 0) == 0.25);
  CHECK(scenario.plan.values_in(Month::of(2003, 1)).at(id, 1) == 0.25);
}

TEST_CASE("a change in percent multiplies, a number adds", "[unit]") {
  const ToyWorld world;
  const auto id = world.parameters.require("border.apprehension");
  const auto after = [&](const std::string& change) {
    const Scenario scenario = scenario_of_lever(control + "change = " + change + "\n", world);
    return scenario.plan.values_in(Month::of(2002, 1)).at(id, 2);
  };
  CHECK(after("\"+20%\"") == Approx(0.3));
  CHECK(after("\"-50%\"") == 0.125);
  CHECK(after("0.5") == 0.75);
  CHECK(after("\"-0.25\"") == 0);
}

TEST_CASE("any parameter can be changed without a lever of its own", "[unit]") {
  const ToyWorld world;
  const auto wage = world.parameters.require("labour.wage");
  const auto weight = world.parameters.require("decision.weight_wage");
  const Scenario one = scenario_of_lever(
      any + "parameter = \"labour.wage\"\nvalue = 300\nplaces = [\"HTI\"]\n", world);
  CHECK(one.plan.values_in(Month::of(2002, 1)).at(wage, 0) == 300);
  CHECK(one.plan.values_in(Month::of(2002, 1)).at(wage, 1) == 100);
  const Scenario all =
      scenario_of_lever(any + "parameter = \"decision.weight_wage\"\nchange = \"+100%\"\n", world);
  CHECK(all.plan.values_in(Month::of(2002, 1)).at(weight) == 1);
}

TEST_CASE("a policy switched off or of intensity 0 leaves the baseline, bit for bit",
          "[property]") {
  const ToyWorld world;
  const Scenario baseline = scenario_of_lever("", world);
  for (const std::string line : {"enabled = false\n", "intensity = 0\n"}) {
    const Scenario other = scenario_of_lever(control + "probability = 0.9\n" + line, world);
    CHECK(other.policies.size() == 1);
    CHECK_FALSE(first_difference(world.parameters, baseline.plan, other.plan, baseline.start,
                                 baseline.end));
    CHECK(other.canonical_text == baseline.canonical_text);
  }
}
