// The [uncertainty] section: what it means, what it leaves to the declaration, what it warns of.
#include "engine/scenario/uncertainty.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scenario_files.hpp"
#include "tests/support/toy_world.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

const std::string least_lines =
    "[time]\nstart = \"2000-01\"\nend = \"2002-01\"\n[tables]\nfolder = \"tables\"\n";
constexpr uint32_t border_mexico_usa = 1;

/// A scenario of the toy world with these lines after the necessary ones.
Scenario uncertain_scenario(const ScenarioFiles& files, const std::string& lines,
                            const std::vector<std::string>& overrides = {}) {
  files.write("tables/places.csv", "");
  return ToyWorld().check(read_document(files.write("a.toml", least_lines + lines), overrides));
}

UncertainParameter only_range(const Scenario& scenario) {
  REQUIRE(scenario.uncertain.size() == 1);
  return scenario.uncertain[0];
}

}  // namespace

TEST_CASE("a range for one index has the value of the scenario as its centre", "[unit]") {
  const ScenarioFiles files;
  const auto one = only_range(uncertain_scenario(
      files,
      "[parameters]\n\"border.apprehension[MEX->USA]\" = 0.4\n"
      "[uncertainty]\n\"border.apprehension[MEX->USA]\" = {low = 0.3, high = 0.5}\n"));
  CHECK(one.index == border_mexico_usa);
  CHECK(one.range == PlausibleRange{0.3, 0.4, 0.5, RangeScale::logit, ""});
  CHECK(one.where.line == 9);
}

TEST_CASE("a bare name of many values is one range about the declared centre", "[unit]") {
  const ScenarioFiles files;
  const auto one = only_range(
      uncertain_scenario(files,
                         "[parameters]\n\"border.apprehension\" = 0.4\n"
                         "[uncertainty]\nborder.apprehension = {low = 0.2, high = 0.45}\n"));
  CHECK_FALSE(one.index);
  CHECK(one.range == PlausibleRange{0.2, 0.25, 0.45, RangeScale::logit, ""});
}

TEST_CASE("all keys of a range are taken as written", "[unit]") {
  const ScenarioFiles files;
  const auto one = only_range(uncertain_scenario(
      files,
      "[uncertainty]\n\"labour.wage[HTI]\" = {low = 50, high = 400, central = 60, scale = "
      "\"log\", source = \"a study\"}\n"));
  CHECK(one.range == PlausibleRange{50, 60, 400, RangeScale::log, "a study"});
}

TEST_CASE("the declared scale gives way where the range cannot be on it", "[unit]") {
  const ScenarioFiles files;
  const auto one = only_range(uncertain_scenario(
      files, "[uncertainty]\n\"border.apprehension\" = {low = 0, high = 0.5}\n"));
  CHECK(one.range.scale == RangeScale::linear);
}

TEST_CASE("a pattern gives each index that fits a range of its own", "[unit]") {
  const ScenarioFiles files;
  const auto scenario = uncertain_scenario(
      files, "[uncertainty]\n\"border.apprehension[*->USA]\" = {low = 0.2, high = 0.4}\n");
  REQUIRE(scenario.uncertain.size() == 2);
  CHECK(scenario.uncertain[0].index == 0u);
  CHECK(scenario.uncertain[1].index == border_mexico_usa);
}

TEST_CASE("a later file changes the keys that it names, and wins as in [parameters]", "[unit]") {
  const ScenarioFiles files;
  files.write("tables/places.csv", "");
  files.write("base.toml", least_lines +
                               "[uncertainty]\n\"labour.wage[MEX]\" = {low = 50, high = 200}\n"
                               "\"border.apprehension[MEX->USA]\" = {low = 0.2, high = 0.3}\n");
  const auto scenario = ToyWorld().check(
      read_document(files.write("mine.toml",
                                "extends = \"base.toml\"\n[uncertainty]\n"
                                "\"labour.wage[MEX]\" = {high = 300}\n"
                                "\"border.apprehension\" = {low = 0.15, high = 0.4}\n")));
  REQUIRE(scenario.uncertain.size() == 2);
  const auto& wage = scenario.uncertain[1].index ? scenario.uncertain[1] : scenario.uncertain[0];
  const auto& border = scenario.uncertain[1].index ? scenario.uncertain[0] : scenario.uncertain[1];
  CHECK(wage.range.low == 50);
  CHECK(wage.range.high == 300);
  CHECK_FALSE(border.index);  // and not that of one border, which the base names
  CHECK(border.range.high == 0.4);
}

TEST_CASE("the command line gives ranges too", "[unit]") {
  const ScenarioFiles files;
  const auto one = only_range(uncertain_scenario(
      files, "", {"uncertainty.border.apprehension[MEX->USA]={low = 0.2, high = 0.3}"}));
  CHECK(one.index == border_mexico_usa);
  CHECK(one.range.high == 0.3);
}

TEST_CASE("uncertainty changes no run, and the resolved scenario holds it", "[unit]") {
  const ScenarioFiles files;
  const std::string lines =
      "[uncertainty]\n\"border.apprehension[MEX->USA]\" = {low = 0.2, high = 0.3}\n";
  const Scenario plain = uncertain_scenario(files, ""), open = uncertain_scenario(files, lines);
  CHECK(open.canonical_text == plain.canonical_text);
  CHECK_THAT(open.resolved_text,
             Contains("\n[uncertainty]\n\"border.apprehension[MEX->USA]\" = {low = 0.2, central = "
                      "0.25, high = 0.3, scale = \"logit\", source = \"\"}  # "));
  const Scenario again =
      ToyWorld().check(read_document(files.write("again.toml", open.resolved_text)));
  CHECK(only_range(again).range == only_range(open).range);
}

TEST_CASE("a range beyond the declared one, or beside the value, is warned of", "[unit]") {
  const ScenarioFiles files;
  const auto warning = [&](const std::string& line) {
    const auto scenario = uncertain_scenario(files, "[uncertainty]\n" + line + "\n");
    REQUIRE(scenario.warnings.size() == 1);
    return scenario.warnings[0];
  };
  CHECK_THAT(warning("border.apprehension = {low = 0.05, high = 0.4}"),
             EndsWith("a.toml:7:23: uncertainty of border.apprehension: 0.05 to 0.4 goes beyond "
                      "the plausible 0.1 to 0.5"));
  CHECK_THAT(warning("\"border.apprehension[*]\" = {low = 0.3, high = 0.4}"),
             EndsWith("uncertainty of border.apprehension[*]: the value 0.25 lies outside 0.3 to "
                      "0.4"));
  CHECK_THAT(warning("decision.weight_wage = {low = 0.3, high = 1}"),
             EndsWith("uncertainty of decision.weight_wage: it has no plausible range of its own "
                      "(a switch)"));
  CHECK_THAT(warning("\"border.apprehension[HTI->USA]\" = {low = 0.05, high = 0.4}\n[parameters]\n"
                     "\"border.apprehension[HTI->USA]\" = 0.1"),
             EndsWith("[HTI->USA]: 0.05 to 0.4 goes beyond the plausible 0.0357 to 0.25"));
  CHECK(uncertain_scenario(files, "[uncertainty]\nlabour.wage = {low = 50, high = 200}\n")
            .warnings.empty());
}
