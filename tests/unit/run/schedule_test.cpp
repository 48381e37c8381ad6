// The list of a month: order, kinds, and the refusal of races.
#include "engine/run/schedule.hpp"

#include <atomic>
#include <catch2/catch.hpp>

using namespace rumbo;

namespace {

struct Toy {
  std::string log;
  std::atomic<int> visits{0};
  std::atomic<int> made{0};
  size_t n_communities = 3;
};

/// A community of it.
struct One {
  One(Toy& toy, size_t community) : number(community) { ++toy.made; }
  size_t number;
};

Phase<Toy, One> whole(const std::string& name, std::vector<Access> uses, void (*run)(Toy&, Month)) {
  return {name, PhaseKind::table, std::move(uses), run, nullptr};
}

Phase<Toy, One> persons(const std::string& name, std::vector<Access> uses) {
  return {name, PhaseKind::persons, std::move(uses), nullptr, [](Toy&, One&) {}};
}

Access reads(const char* room, bool is_of_communities = true) {
  return {room, false, is_of_communities};
}
Access writes(const char* room) {
  return {room, true, true};
}

using ToySchedule = Schedule<Toy, One>;

}  // namespace

TEST_CASE("phases run in their order, each over the communities there are by then", "[unit][run]") {
  const ToySchedule schedule({
      whole("first", {writes("x")},
            [](Toy& toy, Month month) { toy.log += "first " + month.text() + " "; }),
      {"each",
       PhaseKind::persons,
       {reads("x", false), writes("y")},
       nullptr,
       [](Toy& toy, One& one) { toy.visits += 1 << (4 * one.number); }},
      whole("more", {}, [](Toy& toy, Month) { ++toy.n_communities; }),
      {"again",
       PhaseKind::commit,
       {},
       nullptr,
       [](Toy& toy, One& one) { toy.visits += 1 << (4 * one.number); }},
      whole("last", {writes("x")}, [](Toy& toy, Month) { toy.log += "last"; }),
  });
  Toy toy;
  schedule.run_month(toy, Month::of(2001, 2), [&] { return toy.n_communities; });
  CHECK(toy.log == "first 2001-02 last");
  CHECK(toy.visits == 0x1222);
  CHECK(toy.made == 3 + 4);  // once for each community of a loop
  CHECK(schedule.text() == "table first\npersons each\ntable more\ncommit again\ntable last\n");
  REQUIRE(schedule.phases().size() == 5);
  CHECK(schedule.phases()[1].rooms(true) == std::vector<std::string>{"y"});
  CHECK(schedule.phases()[1].rooms(false) == std::vector<std::string>{"x"});
}

TEST_CASE("two phases of one name are refused", "[unit][run][bad_input]") {
  CHECK_THROWS_WITH(ToySchedule({persons("money", {}), persons("money", {})}),
                    "two phases are called 'money'");
}

TEST_CASE("a read of everybody beside a write in the same loop is refused",
          "[unit][run][bad_input]") {
  const std::string sentence =
      "phase 'look' reads 'debts' of everybody, which phase 'pay' of the same loop writes; put a "
      "phase between them that publishes it";
  CHECK_THROWS_WITH(
      ToySchedule({persons("pay", {writes("debts")}), persons("look", {reads("debts")})}),
      sentence);
  // The loop takes one community after the other: the order of the two does not help.
  CHECK_THROWS_WITH(
      ToySchedule({persons("look", {reads("debts")}), persons("pay", {writes("debts")})}),
      sentence);
  const auto publish = whole("publish", {}, [](Toy&, Month) {});
  CHECK_NOTHROW(
      ToySchedule({persons("pay", {writes("debts")}), publish, persons("look", {reads("debts")})}));
  CHECK_NOTHROW(
      ToySchedule({persons("pay", {writes("debts")}), persons("too", {writes("debts")})}));
  CHECK_NOTHROW(
      ToySchedule({persons("pay", {writes("debts")}), persons("look", {reads("debts", false)})}));
}
