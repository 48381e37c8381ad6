// What a scenario may say but most likely does not mean. Before, all of it was good without a word.
#include "engine/scenario/suspicions.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scenario_files.hpp"
#include "tests/support/toy_world.hpp"

using namespace rumbo;

namespace {

const std::string baseline_head =
    "[time]\nstart = \"2000-01\"\nend = \"2002-01\"\n[tables]\nfolder = \".\"\n";

/// A toy world with a factor and a lever on it.
struct FactorWorld : ToyWorld {
  FactorWorld() {
    parameters.declare(
        {"effort.factor", "a factor", "1", 0, 100, 1, ParameterStatus::assumed, "test", "place"});
    LeverDeclaration lever;
    lever.name = "effort";
    lever.sentence = "Changes the effort.";
    lever.scopes = {{"places", "place", false}};
    LeverField change{"change", "a change", "share", FieldKind::change, -1, 90};
    change.required = true;
    lever.fields = {change, {"reach", "a share", "share", FieldKind::number, 0, 1}};
    lever.acts_on = {"effort.factor"};
    lever.changes = [](const Policy& policy, const LeverContext& context) {
      return std::vector{context.change(policy, "effort.factor", policy.fields.at("change"),
                                        policy.indices("places"))};
    };
    levers.declare(lever);
  }
};

/// Sentences about a scenario, without its path; mistakes after "!".
std::vector<std::string> said(const std::string& lines, const std::string& base = "") {
  const ScenarioFiles files;
  const FactorWorld world;
  files.write("base.toml", baseline_head + base);
  const std::string path = files.write("mine.toml", "extends = \"base.toml\"\n" + lines);
  std::vector<std::string> found;
  const auto add = [&](const std::string& mark, const std::vector<std::string>& sentences) {
    for (const auto& sentence : sentences)
      found.push_back(mark + sentence.substr(sentence.find(path) == 0 ? path.size() + 1 : 0));
  };
  try {
    add("", world.check(draft_document(path)).warnings);
  } catch (const InputError& error) {
    add("!", error.messages());
  }
  return found;
}

std::string effort(const std::string& keys, const std::string& id = "p") {
  return "[[policy]]\nid = \"" + id + "\"\nlever = \"effort\"\n" + keys;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("a policy that no month of the run has is told", "[unit][scenario]") {
  CHECK(said(effort("change = \"+10%\"\nstart = \"2101-01\"\n")) ==
        Sentences{"6:9: policy 'p' is never in force between 2000-01 and 2001-12: it begins in "
                  "2101-01"});
  CHECK(said(effort("change = \"+10%\"\nstart = \"2002-01\"\n")).size() == 1);
  CHECK(said(effort("change = \"+10%\"\nstart = \"2001-12\"\n")).empty());
  CHECK(said(effort("change = \"+10%\"\nstart = \"1990-01\"\nend = \"2000-01\"\n")) ==
        Sentences{"7:7: policy 'p' is never in force between 2000-01 and 2001-12: it ends before "
                  "2000-01"});
  CHECK(said(effort("change = \"+10%\"\nstart = \"1990-01\"\nend = \"2000-02\"\n")).empty());
  CHECK(said(effort("change = \"+10%\"\nstart = \"2101-01\"\nenabled = false\n")).empty());
}

TEST_CASE("a history may hold more policies than a run has months", "[unit][scenario]") {
  const std::string later = effort("change = \"+10%\"\nstart = \"2005-01\"\n");
  CHECK(said("title = \"mine\"\n", later).empty());
  CHECK(said("[[policy]]\nid = \"p\"\nstart = \"2006-01\"\n", later).size() == 1);
}

TEST_CASE("a number that is meant as percent is refused with what it makes", "[bad_input]") {
  CHECK(said(effort("change = 50\nstart = \"2001-01\"\nplaces = \"USA\"\n")) ==
        Sentences{"!5:10: p.change: found 50, which makes effort.factor[USA] 51, 51 times the 1 it "
                  "was; did you mean \"+50%\"? (or \"+5000%\" if that is meant)"});
  CHECK(said(effort("change = 4\nstart = \"2001-01\"\n")).empty());
  CHECK(said(effort("change = \"+50%\"\nstart = \"2001-01\"\n")).empty());
}

TEST_CASE("a change of more than ten times is told", "[unit][scenario]") {
  CHECK(said(effort("change = \"+5000%\"\nstart = \"2001-01\"\nplaces = \"HTI\"\n")) ==
        Sentences{"5:10: p.change: found +5000%, which makes effort.factor[HTI] 51, 51 times the 1 "
                  "it was"});
  CHECK(said(effort("change = \"+900%\"\nstart = \"2001-01\"\n")).empty());
  // Its intensity counts: half of it is nine times less a half.
  CHECK(said(effort("change = \"+1700%\"\nintensity = 0.5\nstart = \"2001-01\"\n")).empty());
  const std::string any =
      "[[policy]]\nid = \"p\"\nlever = \"parameter_change\"\nstart = \"2001-01\"\n";
  CHECK(said(any + "parameter = \"effort.factor\"\nchange = 50\n") ==
        Sentences{"7:10: p.change: found 50, which makes effort.factor[HTI] 51, 51 times the 1 it "
                  "was; did you mean \"+50%\"?"});
  CHECK(said(any + "parameter = \"labour.wage\"\nchange = 50\n").empty());
}

TEST_CASE("a change of nothing is told", "[unit][scenario]") {
  const Sentences expected{"5:10: p.change: found +0%, which changes nothing"};
  CHECK(said(effort("change = \"+0%\"\nstart = \"2001-01\"\nplaces = \"HTI\"\n")) == expected);
  CHECK(said(effort("change = \"+1%\"\nstart = \"2001-01\"\nplaces = \"HTI\"\n")).empty());
}

TEST_CASE("a share in percent is refused with the share", "[bad_input]") {
  CHECK(said(effort("change = \"+10%\"\nstart = \"2001-01\"\nreach = 25\n")) ==
        Sentences{"!7:9: p.reach: found 25; expected 0 to 1 share; did you mean 0.25?"});
}

TEST_CASE("the same policy under two ids is told", "[unit][scenario]") {
  const std::string first = effort("change = \"+10%\"\nstart = \"2001-01\"\n");
  const auto second = [](const std::string& keys) { return effort(keys, "q"); };
  CHECK(said(first + second("change = \"+10%\"\nstart = \"2001-05\"\n")) ==
        Sentences{"7:1: policy 'q' asks for the same as 'p' (effort), in months that both have; "
                  "both act, one after the other"});
  CHECK(said(second("change = \"+10%\"\nstart = \"2001-05\"\n"), first).size() == 1);
  CHECK(said("title = \"mine\"\n", first + second("change = \"+10%\"\nstart = \"2001-05\"\n"))
            .empty());
  CHECK(said(first + second("change = \"+20%\"\nstart = \"2001-05\"\n")).empty());
  CHECK(said(first + second("change = \"+10%\"\nstart = \"2001-05\"\nplaces = \"USA\"\n")).empty());
  CHECK(said(effort("change = \"+10%\"\nstart = \"2001-01\"\nend = \"2001-05\"\n") +
             second("change = \"+10%\"\nstart = \"2001-05\"\n"))
            .empty());
}
