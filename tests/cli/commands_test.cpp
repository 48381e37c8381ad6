// The program from outside: exit status, what goes where, nearest names.
#include <catch2/catch.hpp>

#include "tests/support/program.hpp"
#include "tests/support/scenario_files.hpp"

using namespace rumbo;
using namespace rumbo::test;

namespace {

/// A folder with a good scenario over the tables of the Americas, in which commands run.
class Program {
 public:
  Program() {
    files.write(
        "good.toml",
        "[time]\nstart = \"2000-01\"\nend = \"2005-01\"\n[tables]\nfolder = \"" RUMBO_SOURCE_DIR
        "/scenarios/americas\"\n");
    files.write("other.toml",
                "extends = \"good.toml\"\n[[policy]]\nid = \"p\"\nlever = \"parameter_change\"\n"
                "parameter = \"border.apprehension\"\nborders = \"MEX->USA\"\nvalue = 0.5\n"
                "start = \"2002-03\"\n");
    files.write("wrong.toml",
                "extends = \"good.toml\"\n[parameters]\n\"border.aprehension\" = 0.5\n"
                "\"border.apprehension[MEX->UAS]\" = 0.5\n");
  }

  Outcome run(const std::string& arguments) const { return rumbo_in(files.path(""), arguments); }

  ScenarioFiles files;
};

}  // namespace

TEST_CASE("a good scenario passes the check and a wrong one says all that is wrong", "[cli]") {
  const Program program;
  const Outcome good = program.run("check good.toml other.toml");
  CHECK(good.status == 0);
  CHECK(good.error.empty());
  CHECK_THAT(good.out, Catch::Contains("good.toml: good;") && Catch::Contains("on: 1 of 1"));
  const Outcome wrong = program.run("check good.toml wrong.toml");
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.error,
             Catch::StartsWith("wrong.toml:3:1: there is no parameter 'border.aprehension'; did "
                               "you mean 'border.apprehension'?\n"
                               "wrong.toml:4:1: border.apprehension[MEX->UAS]: no "));
}

TEST_CASE("the check writes JSON for scripts", "[cli]") {
  const Program program;
  const Outcome outcome = program.run("check wrong.toml --json");
  CHECK(outcome.status == 2);
  CHECK(outcome.error.empty());
  CHECK_THAT(outcome.out, Catch::Contains("\"good\": false") && Catch::Contains("UAS"));
}

TEST_CASE("words that nobody knows are refused with the nearest", "[cli][bad_input]") {
  const Program program;
  const auto refused = [&](const std::string& arguments, const std::string& sentence) {
    const Outcome outcome = program.run(arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.error == sentence + "\n");
  };
  refused("chek good.toml",
          "rumbo: there is no command 'chek'; did you mean 'check'? See rumbo --help");
  refused("check good.toml --jsn",
          "rumbo: there is no option of rumbo check '--jsn'; did you mean '--json'? See rumbo "
          "check --help");
  refused("check", "rumbo: scenario is required. See rumbo check --help");
  refused("check god.toml", "god.toml: no such file; did you mean 'good.toml'?");
  refused("explain border.aprehension",
          "nothing is called 'border.aprehension'; did you mean 'border.apprehension'?");
  refused("list lever", "there is no list of 'lever'; did you mean 'levers'?");
  refused("show good.toml --month May", "--month: found 'May'; expected YYYY-MM");
  refused("show good.toml --set time.end=1999-01",
          "command line: time.end: found 1999-01; expected a month after the start, 2000-01");
}

TEST_CASE("show says where each value comes from", "[cli]") {
  const Program program;
  const Outcome shown = program.run("show other.toml --all --month 2002-03");
  CHECK(shown.status == 0);
  CHECK_THAT(
      shown.out,
      Catch::Contains("start = \"2000-01\"  # good.toml:2\n") &&
          Catch::Contains("border.apprehension[MEX->USA] = 0.5 probability  (tables of the world, "
                          "policy 'p')"));
}

TEST_CASE("how far parameters are open is shown, as declared and as a scenario has it", "[cli]") {
  const Program program;
  program.files.write("open.toml",
                      "extends = \"good.toml\"\n[uncertainty]\n"
                      "\"border.apprehension[MEX->USA]\" = {low = 0.4, high = 0.6}\n");
  CHECK_THAT(program.run("list parameters").out,
             Catch::Contains("[0.3 probability; 0.22 to 0.55 (logit)]\n") &&
                 Catch::Contains("[1; not varied]\n"));
  CHECK_THAT(program.run("explain debt.family_pays border.guide_effect").out,
             Catch::Contains("plausible  not varied: a switch\n") &&
                 Catch::Contains("plausible  0 to 0.6; assumed\n"));
  CHECK_THAT(program.run("list schema").out,
             Catch::Contains("\"uncertainty\"") && Catch::Contains("\"x-plausible\""));
  const Outcome check = program.run("check open.toml");
  CHECK(check.error.empty());
  CHECK_THAT(check.out, Catch::Contains("parameters set: 0, left open: 1;"));
  CHECK_THAT(program.run("show open.toml").out,
             Catch::Contains("\"border.apprehension[MEX->USA]\" = {low = 0.4, central = 0.45, high "
                             "= 0.6, scale = \"logit\", source = \"\"}  # open.toml:3\n"));
  CHECK_THAT(program.run("show open.toml --json").out,
             Catch::Contains("\"uncertainty\": {\n    \"border.apprehension[MEX->USA]\": {\n"
                             "      \"low\": 0.4,"));
}

TEST_CASE("diff names what differs and from which month on", "[cli]") {
  const Program program;
  const Outcome differ = program.run("diff good.toml other.toml");
  CHECK(differ.status == 0);
  CHECK_THAT(differ.out, Catch::Contains("p: - | there") &&
                             Catch::Contains("differ from 2002-03 on, first border.apprehension"));
  CHECK(program.run("diff good.toml good.toml").out ==
        "Their parameters are equal in every month.\n");
}

TEST_CASE("every command has help with two examples", "[cli]") {
  const Program program;
  for (const std::string name : {"check", "show", "diff", "explain", "list"}) {
    const Outcome help = program.run(name + " --help");
    CHECK(help.status == 0);
    const size_t examples = help.out.find("Examples:\n");
    REQUIRE(examples != std::string::npos);
    const size_t first = help.out.find("  rumbo " + name, examples);
    REQUIRE(first != std::string::npos);
    CHECK(help.out.find("  rumbo " + name, first + 1) != std::string::npos);
  }
}

TEST_CASE("output that goes nowhere is a failure", "[cli]") {
  const Program program;
  const int raw = std::system(RUMBO_PROGRAM " list parameters > /dev/full 2> /dev/null");
  CHECK(WEXITSTATUS(raw) == 1);
}
