// What a policy waits for, as written: which cells, which comparison, how long.
#include "engine/scenario/trigger.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scenario_files.hpp"
#include "tests/support/toy_world.hpp"

using namespace rumbo;

namespace {

const std::string head =
    "[time]\nstart = \"2000-01\"\nend = \"2005-01\"\n[tables]\nfolder = \".\"\n";

Scenario waiting_for(const std::string& when, const std::string& more = "") {
  const ToyWorld world;
  ScenarioFiles files;
  return world.check(read_document(
      files.write("mine.toml", head +
                                   "[[policy]]\nid = \"p\"\nlever = "
                                   "\"border_control\"\nprobability = 0.5\nwhen = \"" +
                                   when + "\"\n" + more)));
}

Trigger trigger(const std::string& when) {
  return waiting_for(when).waiting.at(0).trigger;
}

/// Cells of a table that a series adds up.
std::vector<uint64_t> cells(const std::string& when, uint64_t n) {
  const Series series = trigger(when).series;
  std::vector<uint64_t> found;
  for (uint64_t cell = 0; cell < n; ++cell)
    if (series.contains(cell)) found.push_back(cell);
  CHECK(found.size() == series.cells());
  return found;
}

}  // namespace

TEST_CASE("a trigger's comparison, level and window are read as written", "[unit]") {
  CHECK(trigger("moves > 1.2e6").comparison == Relation::above);
  CHECK(trigger("moves >= 5").comparison == Relation::at_least);
  CHECK(trigger("moves<5").comparison == Relation::below);
  CHECK(trigger("moves <= -5").comparison == Relation::at_most);
  CHECK(trigger("moves > 1.2e6").level == 1.2e6);
  CHECK(trigger("moves > 5").window_months == 1);
  CHECK(trigger("moves > 5 in 12 months").window_months == 12);
  CHECK(trigger("apprehensions[MEX->USA] > 5 in 1 month").window_months == 1);
  CHECK(trigger("wage[MEX] > 5").holds(501));
  CHECK_FALSE(trigger("wage[MEX] > 5").holds(500));  // cents
  CHECK(trigger("wage[MEX] >= 5").holds(500));
  CHECK(trigger("wage[MEX] < 5").holds(499));
  CHECK_FALSE(trigger("wage[MEX] <= 5").holds(501));
}

TEST_CASE("a trigger's labels pick cells of its table", "[unit]") {
  using Cells = std::vector<uint64_t>;
  // stock: origin x residence, three places each.
  CHECK(cells("stock > 1", 9).size() == 9);
  CHECK(cells("stock[USA] > 1", 9) == Cells{2, 5, 8});  // where they live, not where they are from
  CHECK(cells("stock[origin=USA] > 1", 9) == Cells{6, 7, 8});
  CHECK(cells("stock[origin=MEX, residence=USA] > 1", 9) == Cells{5});
  CHECK(cells("stock[residence=MEX,residence=USA] > 1", 9) == Cells{1, 2, 4, 5, 7, 8});
  CHECK(cells("stock[residence=*] > 1", 9).size() == 9);
  // apprehensions: origin x corridor; a place alone is all pairs that lead to it.
  CHECK(cells("apprehensions[USA] > 1", 9) == Cells{0, 1, 3, 4, 6, 7});
  CHECK(cells("apprehensions[MEX->*] > 1", 9) == Cells{1, 4, 7});
  CHECK(cells("apprehensions[origin=HTI,corridor=HTI->USA] > 1", 9) == Cells{0});
}

TEST_CASE("a waiting policy has no dated change and says what it would do", "[unit]") {
  const Scenario scenario =
      waiting_for("moves > 5", "min_months = 3\nmax_months = 6\nborders = \"MEX->USA\"\n");
  CHECK(scenario.plan.changes().empty());
  REQUIRE(scenario.waiting.size() == 1);
  const WaitingPolicy& policy = scenario.waiting[0];
  CHECK(policy.start == Month::of(2000, 1));  // none given: watched from the start
  CHECK(policy.trigger.min_months == 3);
  CHECK(policy.trigger.max_months == 6);
  const auto changes = policy.changes(Month::of(2003, 4));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].start == Month::of(2003, 4));
  CHECK(changes[0].end == Month::of(2003, 10));
  CHECK(changes[0].amount == 0.5);
}

TEST_CASE("waiting policies of no intensity or switched off do not wait", "[unit]") {
  CHECK(waiting_for("moves > 5", "intensity = 0\n").waiting.empty());
  CHECK(waiting_for("moves > 5", "enabled = false\n").waiting.empty());
}

TEST_CASE("what is waited for belongs to the meaning of a scenario", "[unit]") {
  const std::string text = waiting_for("moves > 5").canonical_text;
  CHECK(text == waiting_for("  moves  >5.0 in 1 months").canonical_text);
  CHECK(text != waiting_for("moves > 6").canonical_text);
  CHECK(text != waiting_for("moves >= 5").canonical_text);
  CHECK(text != waiting_for("moves[origin=MEX] > 5").canonical_text);
  CHECK(text != waiting_for("moves > 5", "min_months = 2\n").canonical_text);
  CHECK(text != waiting_for("moves > 5", "start = \"2001-01\"\n").canonical_text);
}

TEST_CASE("scenarios part where one begins to wait for what the other does not", "[unit]") {
  const Month from = Month::of(2000, 1), to = Month::of(2005, 1);
  const auto none = std::vector<WaitingPolicy>{};
  const auto early = waiting_for("moves > 5", "start = \"1999-01\"\n").waiting,
             late = waiting_for("moves > 5", "start = \"2003-02\"\n").waiting,
             never = waiting_for("moves > 5", "start = \"2006-02\"\n").waiting;
  CHECK_FALSE(first_difference(early, early, from, to));
  CHECK(first_difference(early, none, from, to) == from);
  CHECK(first_difference(none, late, from, to) == Month::of(2003, 2));
  CHECK(first_difference(early, late, from, to) == from);
  CHECK_FALSE(first_difference(none, never, from, to));
}
