// The list of a month: order, kinds, and the refusal of two writers.
#include "engine/run/schedule.hpp"

#include <atomic>
#include <catch2/catch.hpp>

using namespace rumbo;

namespace {

struct Toy {
  std::string log;
  std::atomic<int> visits{0};
  size_t n_communities = 3;
};

Phase<Toy> whole(const std::string& name, std::vector<Behaviour> behaviours,
                 void (*run)(Toy&, Month)) {
  return {name, PhaseKind::table, std::move(behaviours), run, nullptr};
}

}  // namespace

TEST_CASE("phases run in their order, each over the communities there are by then", "[unit][run]") {
  const Schedule<Toy> schedule({
      whole("first", {{"a", {}, {"x"}}},
            [](Toy& toy, Month month) { toy.log += "first " + month.text() + " "; }),
      {"each",
       PhaseKind::persons,
       {{"b", {"x"}, {"y"}}},
       nullptr,
       [](Toy& toy, Month, size_t community) { toy.visits += 1 << (4 * community); }},
      whole("more", {}, [](Toy& toy, Month) { ++toy.n_communities; }),
      {"again",
       PhaseKind::commit,
       {},
       nullptr,
       [](Toy& toy, Month, size_t community) { toy.visits += 1 << (4 * community); }},
      whole("last", {{"c", {}, {"x"}}}, [](Toy& toy, Month) { toy.log += "last"; }),
  });
  Toy toy;
  schedule.run_month(toy, Month::of(2001, 2), [&] { return toy.n_communities; });
  CHECK(toy.log == "first 2001-02 last");
  CHECK(toy.visits == 0x1222);
  CHECK(schedule.text() ==
        "table first: a\npersons each: b\ntable more:\ncommit again:\ntable last: c\n");
  CHECK(schedule.phases().size() == 5);
}

TEST_CASE("two writers of one column in a phase are refused", "[unit][run][bad_input]") {
  const auto nothing = [](Toy&, Month) {};
  CHECK_THROWS_WITH(
      Schedule<Toy>(
          {whole("money", {{"earn", {}, {"wealth"}}, {"remit", {}, {"x", "wealth"}}}, nothing)}),
      "phase 'money': both 'earn' and 'remit' write 'wealth'; put them in two phases");
  CHECK_NOTHROW(Schedule<Toy>({whole("one", {{"earn", {}, {"wealth"}}}, nothing),
                               whole("two", {{"remit", {"wealth"}, {"wealth"}}}, nothing)}));
}
