// Children of communities that are full: room opens for them, and they stay with their mother.
#include <catch2/catch.hpp>

#include "models/migration/demography/demography.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

uint32_t count_free(const View& view) {
  uint32_t n = 0;
  for (uint32_t local = 0; local < view.community.open; ++local) n += view.key[local].is_free();
  return n;
}

/// So many children of one mother, born in a month in which no slot was free.
void be_born(State& state, size_t community, uint32_t mother, uint32_t n_children) {
  state.persons.months[community].overflow.assign(n_children, {static_cast<uint16_t>(mother)});
  admit_newcomers(state, Rooms<>(state).run.month);
}

}  // namespace

TEST_CASE("a child of a full community stays in its mother's household while room can open",
          "[property][model]") {
  TinyWorld tiny;
  tiny.places = {{"AAA", 60000, 3000}, {"BBB", 60000, 30000}};
  SmallRun run;
  run.world = tiny.load();
  run.scale = 0.1;
  const auto simulation = run_of(setup_of(run), 0);
  State& state = simulation->state();
  const size_t n_communities = state.persons.people.communities().size();
  const auto community = [&]() -> const Community& {
    return state.persons.people.communities()[0];
  };
  uint32_t mother = 0;
  while (View(state, 0).key[mother].is_free()) ++mother;
  uint32_t household = View(state, 0).households.size_of(mother);
  const auto expect_children = [&](uint32_t n_children) {
    be_born(state, 0, mother, n_children);
    household += n_children;
    CHECK(View(state, 0).households.size_of(mother) == household);
  };

  const uint32_t open = community().open;
  REQUIRE(open < community().size());
  expect_children(count_free(View(state, 0)));
  CHECK(community().open == open);
  CHECK(count_free(View(state, 0)) == 0);
  expect_children(1);
  CHECK(community().open == open + slots_per_block);
  expect_children(count_free(View(state, 0)) + community().size() - community().open);
  CHECK(community().open == community().size());
  CHECK(state.persons.people.communities().size() == n_communities);
  CHECK(state.persons.cut_kin_links == 0);

  // The last resort: a community of its own, where the mother is not.
  be_born(state, 0, mother, 1);
  CHECK(View(state, 0).households.size_of(mother) == household);
  CHECK(state.persons.people.communities().size() == n_communities + 1);
  CHECK(state.persons.cut_kin_links == 1);
}
