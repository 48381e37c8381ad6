// One mistake of each kind in one file: all are told, whichever others stand beside them. Before,
// a policy without an id hid all others, and a line that is not TOML still hid the rest.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/scenario_files.hpp"
#include "tests/support/toy_world.hpp"

using namespace rumbo;

namespace {

struct Kind {
  std::string lines;     ///< that make the mistake
  std::string sentence;  ///< a part of what must be said
};

std::string policy(const std::string& keys) {
  return "[[policy]]\n" + keys;
}

/// Lines before the first heading.
const std::vector<Kind> at_top{
    {"extends = [\"good.toml\", \"nowhere.toml\"]\n", "extends: no file"},
    {"title = 3\n", "title: found 3"},
    {"question = nobody knows\n", "this is not TOML"},
    {"preset = \"circular\"\n", "there is no preset 'circular'"},
};

const std::vector<Kind> below{
    {"[time]\nstart = \"2000-13\"\nfrom = 1\n", "time.start: found the string '2000-13'"},
    {"[population]\nscale = 7\n", "population.scale: found 7"},
    {"[random]\nseed = -1\n", "random.seed: found -1"},
    {"[populaton]\n", "there is no section or key 'populaton'"},
    {"[tables]\nwages = \"none.csv\"\n", "tables.wages: no file"},
    {"[output]\nstok = \"annual\"\n", "there is no table of results 'stok'"},
    {"[parameters]\n\"labour.wage[UAS]\" = 5\n\"labour.wagge\" = 5\n\"labour.wage\" = \"x\"\n",
     "labour.wage: found the string 'x'"},
    {policy("lever = \"border_control\"\nstart = \"2001-01\"\nprobability = 0.1\n"),
     "this policy has no id"},
    {policy("id = \"a\"\nlever = \"border_contrl\"\nstart = \"2001-01\"\nborders = \"MEX->XXX\"\n"),
     "there is no lever 'border_contrl'"},
    {policy("id = \"b\"\nlever = \"border_control\"\nprobability = 0.1\n"), "start is missing"},
    {policy("id = \"c\"\nlever = \"border_control\"\nstart = \"soon\"\nend = 4\nmodus = 1\n"),
     "c.end: found 4"},
    {policy("id = \"d\"\nlever = \"border_control\"\nstart = \"2001-01\"\nprobability = 1.5\n"),
     "policy 'd' makes border.apprehension"},
    {policy("id = \"e\"\nlever = \"parameter_change\"\nstart = \"2001-01\"\n"
            "parameter = \"labour.wagge\"\n"),
     "policy 'e': there is no parameter 'labour.wagge'"},
    {policy("id = \"f\"\nlever = \"border_control\"\nwhen = \"movs > 1 in 900 months\"\n"),
     "there is no table of results 'movs'"},
    {policy("id = \"f\"\nlever = \"border_control\"\nstart = \"2001-01\"\nprobability = 0.1\n"),
     "policy 'f' is already in line"},
};

/// All that is said against a file of these lines.
std::string said(const std::vector<Kind>& kinds) {
  const ScenarioFiles files;
  files.write("good.toml",
              "[time]\nstart = \"2000-01\"\nend = \"2005-01\"\n[tables]\nfolder = \".\"\n");
  std::string text, all;
  if (kinds.empty() || kinds.front().lines.find("extends") == std::string::npos)
    text = "extends = \"good.toml\"\n";
  for (const auto& kind : kinds) text += kind.lines;
  try {
    ToyWorld().check(draft_document(files.write("mine.toml", text)));
  } catch (const InputError& error) {
    for (const auto& message : error.messages()) all += message + "\n";
  }
  return all;
}

/// Tells both, unless the second is only a mistake beside others.
void check_both(const Kind& first, const Kind& second) {
  if (second.sentence.find("already in line") != std::string::npos) return;
  INFO(first.lines + second.lines);
  const std::string all = said({first, second});
  CHECK_THAT(all, Catch::Contains(first.sentence));
  CHECK_THAT(all, Catch::Contains(second.sentence));
}

}  // namespace

TEST_CASE("a file with one mistake of each kind lists every one", "[bad_input][scenario]") {
  std::vector<Kind> kinds = at_top;
  kinds.insert(kinds.end(), below.begin(), below.end());
  const std::string all = said(kinds);
  for (const auto& kind : kinds) CHECK_THAT(all, Catch::Contains(kind.sentence));
}

TEST_CASE("no mistake hides another", "[bad_input][scenario]") {
  CHECK(said({}) == "");
  for (const auto& first : at_top)
    for (const auto& second : below) check_both(first, second);
  for (const auto& first : below)
    for (const auto& second : below)
      if (&first < &second) check_both(first, second);
}
