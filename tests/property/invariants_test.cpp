// What must hold of every slot at the end of every month: active sets, classes, published
// bytes and households are exactly what the state of the persons says.
#include <catch2/catch.hpp>

#include "tests/support/model_runs.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

/// How many slots break each promise.
struct Broken {
  int active = 0, key_class = 0, published = 0, ring = 0, not_empty = 0, facts = 0;
};

void look_at_ring(const View& view, uint32_t local, Broken& broken) {
  uint32_t steps = 0;
  view.households.for_each_other(local, [&](uint32_t member) {
    if (view.key[member].is_free() || ++steps > view.community.size()) ++broken.ring;
  });
}

void look_at(const View& view, uint32_t local, const State& state, Broken& broken) {
  const bool is_free = view.key[local].is_free();
  const Facts f = view.facts[local];
  const uint32_t slot = view.slot(local);
  broken.active += state.persons.people.is_active(slot) != (!is_free && is_active(f));
  broken.published += view.published[local] != (is_free ? 0 : published_byte(f));
  if (is_free) {
    broken.not_empty += view.wealth[local] != 0;  // a ring begins with its person
    return;
  }
  broken.key_class += view.key[local].slot_class() != slot_class(f, view.home);
  broken.facts += f.residence() >= state.n_places() || f.birthplace() >= state.n_places() ||
                  view.arrival[local] > state.month.count() ||
                  view.settled[local] > state.month.count() ||
                  view.key[local].birth() > state.month;
  look_at_ring(view, local, broken);
}

}  // namespace

// Seen to fail when a refused applicant was not put into the active set.
TEST_CASE("every slot is what the state of its person says", "[property][model]") {
  SmallRun run;
  run.months = 18;
  run.policies = {all_levers(run.start)};
  const auto setup = setup_of(run);
  MigrationSimulation simulation(setup, 1, 0);
  State& state = simulation.state();
  for (int month = 0; month <= run.months; ++month) {
    if (month > 0) simulation.step();
    Broken broken;
    for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
      const View view(state, c);
      for (uint32_t local = 0; local < view.community.size(); ++local)
        look_at(view, local, state, broken);
    }
    INFO("after " << month << " months");
    CHECK(broken.active == 0);
    CHECK(broken.key_class == 0);
    CHECK(broken.published == 0);
    CHECK(broken.ring == 0);
    CHECK(broken.not_empty == 0);
    CHECK(broken.facts == 0);
  }
}

TEST_CASE("those who wait for an answer are those in the table of applications",
          "[property][model]") {
  SmallRun run;
  run.months = 12;
  const auto setup = setup_of(run);
  MigrationSimulation simulation(setup, 0, 0);
  State& state = simulation.state();
  run_until(simulation, setup->end);
  size_t n_waiting = 0, n_applications = 0;
  for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
    const View view(state, c);
    std::vector<bool> applies(view.community.size());
    for (const Application& a : state.applications[c]) {
      CHECK_FALSE(applies[a.local]);  // one application a person
      applies[a.local] = true;
      ++n_applications;
    }
    for (uint32_t local = 0; local < view.community.size(); ++local) {
      const bool waits = !view.key[local].is_free() && view.facts[local].is_applying();
      if (waits != applies[local]) FAIL("community " << c << " slot " << local);
      n_waiting += waits;
    }
  }
  CHECK(n_waiting == n_applications);
  CHECK(n_waiting > 0);
}
