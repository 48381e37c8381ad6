// Whom a person knows abroad: read from published bytes alone; an empty partner is no tie.
#include <catch2/catch.hpp>

#include "models/migration/choice/choice.hpp"
#include "tests/support/everybody.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// Three places where everybody is at home; ties are set by hand.
class Acquainted {
 public:
  Acquainted() {
    TinyWorld tiny;
    tiny.places = {{"AAA", 2000}, {"BBB", 2000}, {"CCC", 2000}};
    SmallRun run;
    run.world = tiny.load();
    run.scale = 1;
    run.months = 1;
    simulation_ = std::make_unique<MigrationSimulation>(setup_of(run), 0, 0);
  }
  State& state() { return simulation_->state(); }
  View view() { return View(state(), 0); }
  /// What others see of somebody who lives elsewhere.
  static uint8_t abroad(unsigned place, Status status) {
    Facts f;
    f.set_residence(place);
    f.set_status(status);
    return published_byte(f);
  }
  void publish(const View& view, uint32_t local, uint8_t byte) {
    state().persons.people.published()[view.slot(local)] = byte;
  }
  uint32_t friend_of(uint32_t local, int j) {
    View v = view();
    return state().ties.friend_of(v.community, state().ties.community_key(v.community), local, j);
  }
  std::vector<TiesAt> ties(uint32_t local) {
    std::array<TiesAt, 8> found;
    const size_t n = collect_ties(view(), state(), local, found);
    return {found.begin(), found.begin() + static_cast<std::ptrdiff_t>(n)};
  }

 private:
  std::unique_ptr<MigrationSimulation> simulation_;
};

}  // namespace

TEST_CASE("friends and acquaintances abroad are ties, those at home and the dead are none",
          "[unit][model]") {
  Acquainted world;
  View view = world.view();
  constexpr uint32_t somebody = 5;
  CHECK(world.ties(somebody).empty());
  const uint32_t first = world.friend_of(somebody, 0);
  world.publish(view, first, Acquainted::abroad(1, Status::irregular));
  auto ties = world.ties(somebody);
  REQUIRE(ties.size() == 1);
  CHECK(ties[0].place == 1);
  CHECK(ties[0].index > 0);
  CHECK_FALSE(ties[0].has_sponsor);
  CHECK(world.ties(first).empty());  // those at home are no reason to go
  world.publish(view, first, 0);
  CHECK(world.ties(somebody).empty());
}

TEST_CASE("ties add up by destination, and only kin with a right to stay sponsor",
          "[unit][model]") {
  Acquainted world;
  View view = world.view();
  uint32_t somebody = 0;
  while (view.households.is_alone(somebody)) ++somebody;
  uint32_t kin = somebody;
  view.households.for_each_other(somebody, [&](uint32_t member) { kin = member; });
  world.publish(view, world.friend_of(somebody, 0), Acquainted::abroad(2, Status::citizen));
  const double of_a_friend = world.ties(somebody).at(0).index;
  CHECK_FALSE(world.ties(somebody).at(0).has_sponsor);
  world.publish(view, kin, Acquainted::abroad(2, Status::irregular));
  CHECK(world.ties(somebody).size() == 1);
  CHECK(world.ties(somebody).at(0).index > of_a_friend);
  CHECK_FALSE(world.ties(somebody).at(0).has_sponsor);
  world.publish(view, kin, Acquainted::abroad(1, Status::permanent));
  const auto ties = world.ties(somebody);
  REQUIRE(ties.size() == 2);
  for (const auto& at : ties) CHECK(at.has_sponsor == (at.place == 1));
}

TEST_CASE("facts that are not published yet are not seen", "[unit][model]") {
  Acquainted world;
  View view = world.view();
  const uint32_t first = world.friend_of(5, 0);
  world.state().persons.people.column(person_columns.facts)[view.slot(first)].set_residence(1);
  CHECK(world.ties(5).empty());
}
