// Shocks, grounds for asylum and protection of a month against values worked out by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/asylum/asylum.hpp"
#include "models/migration/person/purpose.hpp"
#include "models/migration/shocks/shocks.hpp"
#include "tests/oracles/queues.hpp"
#include "tests/support/hand_world.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

constexpr auto violence = static_cast<size_t>(ShockKind::violence),
               disaster = static_cast<size_t>(ShockKind::disaster);

/// In AAA violence that ended four months ago, its half-life, and a disaster that drives 27.1% from
/// home in three months, of which this is one.
std::shared_ptr<const World> struck() {
  return hand_world([](World& w) {
    const int now = Month::of(1995, 1).count();
    w.shocks.push_back({aaa, ShockKind::violence, now - 8, now - 4, 0.8, 0, 4});
    w.shocks.push_back({aaa, ShockKind::disaster, now - 1, now + 1, 0.6, 0.271, 0});
  });
}

}  // namespace

TEST_CASE("shocks fade, drive from home, take income and make leaving worth more",
          "[makers][model]") {
  OneMonth month(struck());
  const State& state = month.with({{"shocks.weight_violence", 0.15},
                                   {"shocks.weight_disaster", 0.4},
                                   {"shocks.income_loss_disaster", 0.5},
                                   {"shocks.displaced_half_life", 12, aaa}});
  CHECK(state.shocks.force(aaa, violence) == Approx(0.4).epsilon(1e-12));
  CHECK(state.shocks.force(aaa, disaster) == Approx(0.6).epsilon(1e-12));
  CHECK(state.shocks.force(bbb, violence) == 0);
  CHECK(state.shocks.utility[aaa] == Approx(0.15 * 0.4 + 0.4 * 0.6).epsilon(1e-12));
  CHECK(state.shocks.income_left[aaa] == Approx(1 - 0.5 * 0.6).epsilon(1e-12));
  CHECK(state.shocks.income_left[bbb] == 1);
  CHECK(state.shocks.displacement[aaa] == Approx(0.1).epsilon(1e-12));  // 0.9^3 = 1 - 0.271
  CHECK(state.shocks.displacement[bbb] == 0);
  CHECK(state.shocks.displaced_end[aaa] == Approx(1 - std::pow(0.5, 1.0 / 12)).epsilon(1e-12));
}

TEST_CASE("factors act on the shocks and the kind they are said to", "[makers][model]") {
  OneMonth month(struck());
  const State* state = &month.with("shocks.violence", 0.5);
  CHECK(state->shocks.force(aaa, violence) == Approx(0.2).epsilon(1e-12));
  CHECK(state->shocks.force(aaa, disaster) == Approx(0.6).epsilon(1e-12));
  state = &month.with("shocks.factor", 0.5);
  CHECK(state->shocks.force(aaa, violence) == Approx(0.2).epsilon(1e-12));
  CHECK(state->shocks.force(aaa, disaster) == Approx(0.3).epsilon(1e-12));
  state = &month.with("shocks.displacement", 2);
  CHECK(state->shocks.displacement[aaa] == Approx(1 - 0.9 * 0.9).epsilon(1e-12));
}

TEST_CASE("grounds to claim follow what threatens; protection follows the worst shock",
          "[makers][model]") {
  OneMonth month(struck());
  const State& state = month.with({{"asylum.claim_share", 0.01},
                                   {"asylum.claim_shock", 2},
                                   {"asylum.claim_safety", 0},
                                   {"asylum.protection_rate", 1.2, bbb},
                                   {"asylum.settle_years", 2, bbb}});
  // A disaster is no ground; violence of 0.4 is.
  CHECK(state.asylum.with_grounds[aaa] == Approx(0.01 * std::exp(0.8)).epsilon(1e-12));
  CHECK(state.asylum.with_grounds[bbb] == Approx(0.01).epsilon(1e-12));
  CHECK(state.asylum.protection[aaa * 2 + bbb] ==
        Approx(1 - std::exp(-1.2 * 0.6 / 12)).epsilon(1e-12));
  CHECK(state.asylum.protection[bbb * 2 + aaa] == 0);
  CHECK(state.asylum.refugee_settle[bbb] == Approx(1 - std::exp(-1.0 / 24)).epsilon(1e-12));
}

TEST_CASE("what is believed of safety is a score over places and years, and violence is prevented",
          "[makers][model]") {
  TinyWorld tiny;
  const ScratchFolder folder;
  tiny.write(folder.path());
  std::string table =
      "place,year,homicides_per_100k,conflict_deaths_per_100k,liberal_democracy_0_1\n";
  for (int year = 1990; year <= 2020; ++year)
    table +=
        "AAA," + std::to_string(year) + ",10,0,0.2\nBBB," + std::to_string(year) + ",20,4,0.6\n";
  write_bytes(folder / "institutions.csv", table);
  const auto world = load_world({folder.path().string(), {}});
  // Homicides: mean 15, deviation 5; none at all is 3 deviations below the mean.
  CHECK(world->safety(aaa, 5, 0) == Approx(-1).epsilon(1e-9));
  CHECK(world->safety(bbb, 5, 0) == Approx(1).epsilon(1e-9));
  CHECK(world->safety_zero[0] == Approx(-3).epsilon(1e-9));
  CHECK(world->safety_zero[1] == Approx(-1).epsilon(1e-9));
  CHECK(world->safety(bbb, 5, 2) == Approx(1).epsilon(1e-9));
  OneMonth month(world);
  const State& state = month.with(
      {{"shocks.violence", 0.5, bbb}, {"asylum.claim_share", 0.01}, {"asylum.claim_safety", 0.2}});
  // Half of the violence: 10 homicides and 2 deaths, scores -1 and 0; democracy stays.
  CHECK(safety(state, bbb, 5, SafetyMeasure::homicides) == Approx(-1).epsilon(1e-9));
  CHECK(safety(state, bbb, 5, SafetyMeasure::conflict_deaths) == Approx(0).margin(1e-9));
  CHECK(safety(state, bbb, 5, SafetyMeasure::democracy) == Approx(1).epsilon(1e-9));
  CHECK(state.asylum.with_grounds[bbb] ==
        Approx(0.01 * std::exp(0.2 * (-1 + 0 - 1))).epsilon(1e-9));
  CHECK(state.asylum.with_grounds[aaa] ==
        Approx(0.01 * std::exp(0.2 * (-1 - 1 + 1))).epsilon(1e-9));
}

TEST_CASE("claims are recognized and decided at the rates of the tables and the parameters",
          "[makers][model]") {
  OneMonth month(hand_world([](World& w) {
    w.asylum_decisions = Grid(2, n_years);
    w.asylum_decisions(bbb, 5) = 1200;
    w.recognition = Grid(2, n_years);
    w.recognition(aaa, 5) = 0.4;
  }));
  const State& state = month.with({{"asylum.decisions_factor", 1.5, bbb},
                                   {"asylum.decisions_added", 60, bbb},
                                   {"asylum.recognition_factor", 1.25, bbb},
                                   {"asylum.complementary", 0, bbb},
                                   {"asylum.appeal", 0.6, bbb},
                                   {"asylum.refused_leave", 0.3, bbb}});
  CHECK(decisions_per_year(state, bbb) == 1860);
  CHECK(recognition(state, aaa, bbb) == Approx(0.5).epsilon(1e-12));
  // Persons one by one: the courses of their claims come to the closed form.
  Facts f;
  f.set_birthplace(aaa);
  f.set_residence(bbb);
  f.set_status(Status::asylum_pending);
  double decisions = 0, granted = 0, refused = 0, gone = 0;
  constexpr uint32_t n = 40000;
  for (uint32_t person = 0; person < n; ++person)
    for (Claim claim = new_claim(state, 0, person);; claim = appeal_of(state, claim, person)) {
      const AsylumDecision decision = decision_on(state, claim, f, person);
      ++decisions;
      if (decision.outcome == AsylumOutcome::appealed) continue;
      granted += decision.outcome == AsylumOutcome::granted;
      refused += decision.outcome == AsylumOutcome::refused;
      gone += decision.leaves;
      break;
    }
  const auto course = oracle::course_of_claim(0.5, 0.6, 1);
  CHECK(decisions / n == Approx(course.decisions).epsilon(0.01));
  CHECK(granted / n == Approx(course.recognized).epsilon(0.02));
  CHECK(granted + refused == n);
  CHECK(gone / refused == Approx(0.3).epsilon(0.05));
}
