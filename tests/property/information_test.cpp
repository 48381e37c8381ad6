// Beliefs in the running model: the limit where everybody knows, campaigns both ways, bounds.
#include "models/migration/information/information.hpp"

#include <catch2/catch.hpp>

#include "tests/support/everybody.hpp"
#include "tests/support/one_month.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

size_t mexico() {
  return americas()->find("MEX")->index();
}
size_t to_usa() {
  return static_cast<size_t>(americas()->corridor(mexico(), americas()->find("USA")->index()) -
                             americas()->corridors.data());
}
double weight_alone(const State& state) {
  return state.choice.channel_weight[to_usa()][static_cast<size_t>(Channel::alone)];
}

/// What leaving is worth where everybody believes this of the danger.
double weight_at_danger(OneMonth& month, double prior, double weight = 1) {
  // Nobody has been counted yet, so the prior stands for the mean.
  auto& adults = month.state().information.adults;
  std::fill(adults.begin(), adults.end(), 0);
  return weight_alone(
      month.with({{"information.prior_danger", prior}, {"information.weight", weight}}));
}

}  // namespace

TEST_CASE("where beliefs do not weigh, the truth enters the choice whatever is believed",
          "[property][model]") {
  OneMonth month;
  CHECK(weight_at_danger(month, 3, 0) == weight_at_danger(month, 0.3, 0));
  CHECK(weight_at_danger(month, 1, 1) == Approx(weight_at_danger(month, 3, 0)).epsilon(1e-9));
}

TEST_CASE("the more dangerous a journey is believed to be, the less it is worth",
          "[property][model]") {
  OneMonth month;
  CHECK(weight_at_danger(month, 0.5) > weight_at_danger(month, 1));
  CHECK(weight_at_danger(month, 1) > weight_at_danger(month, 3));
}

// Seen to fail: with the sign of a slope turned round.
TEST_CASE("a person's own beliefs weigh as the group's would", "[property][model]") {
  OneMonth month;
  const State& state = month.with({});
  const size_t kind = 5, origin = mexico();
  Beliefs hopeful;
  hopeful.set_level(static_cast<size_t>(BeliefItem::wage), true_level + 2);
  Beliefs fearful;
  fearful.set_level(static_cast<size_t>(BeliefItem::danger), n_belief_levels - 1);
  fearful.set_level(static_cast<size_t>(BeliefItem::exploitation), n_belief_levels - 1);
  const double neutral = belief_factor(state, origin, kind, Beliefs());
  CHECK(belief_factor(state, origin, kind, hopeful) > neutral);
  CHECK(belief_factor(state, origin, kind, fearful) < neutral);
  // To first order: what a step of the group's mean does to the sum, a step of one's own does too.
  const double before = state.choice.total[origin][kind][n_affordability_classes - 1];
  auto& adults = month.state().information.adults;
  std::fill(adults.begin(), adults.end(), 0);
  const double base = month.with("information.prior_wage", 1.0)
                          .choice.total[origin][kind][n_affordability_classes - 1];
  const double slope = state.choice.belief_slope[origin][kind][0];
  const double step = 0.1;
  const double more = month.with("information.prior_wage", bias_of(true_level + step))
                          .choice.total[origin][kind][n_affordability_classes - 1];
  CHECK(before > 0);
  CHECK(std::log(more / base) / step == Approx(slope).epsilon(0.1));
}

TEST_CASE(
    "a campaign that tells the truth raises departures where danger was overestimated and "
    "lowers them where it was underestimated",
    "[property][model]") {
  auto mean_danger = [](const char* prior, const char* campaign) {
    SmallRun run;
    run.months = 24;
    run.parameters =
        std::string("\"information.prior_danger\" = ") + prior +
        "\n\"information.prior_exploitation\" = 1\n\"information.prior_journeys\" = 1e9\n" +
        "\"information.smuggler_talk\" = 0\n" + "\"information.campaign_reach\" = " + campaign +
        "\n";
    auto simulation = run_of(setup_of(run), 0);
    State& state = simulation->state();
    count_beliefs(state);
    const size_t p = mexico();
    return static_cast<double>(state.information.levels[p * n_belief_items + 1]) /
           static_cast<double>(state.information.adults[p]);
  };
  CHECK(mean_danger("3", "0.2") < mean_danger("3", "0") - 0.3);
  CHECK(mean_danger("0.4", "0.2") > mean_danger("0.4", "0") + 0.3);
}

TEST_CASE("what is believed of danger follows the journeys heard of", "[property][model]") {
  OneMonth month;
  auto danger = [&](int64_t journeys) {
    month.state().information.journeys[mexico()] = journeys;
    return month
        .with({{"information.prior_danger", 3},
               {"information.heard_weight", 1},
               {"information.prior_journeys", 1000}})
        .information_tables.prior[mexico()][static_cast<size_t>(BeliefItem::danger)];
  };
  CHECK(danger(0) == Approx(level_of(3)));
  CHECK(danger(1000) == Approx(level_of(2)));  // (1,000 x 3 + 1,000 x 1) / 2,000
  CHECK(danger(1000000000) == Approx(level_of(1)).epsilon(1e-3));
}

// Seen to fail: with those who came back drifting; with tables of drifting for places outside too,
// and nobody asking where somebody lives.
TEST_CASE("in a round those at home drift to what their place holds, nobody else does",
          "[property][model]") {
  OneMonth month;
  month.with({{"information.convince", 0},
              {"information.convert", 0},
              {"information.confuse", 0},
              {"information.smuggler_talk", 0},
              {"information.half_life_months", 1},
              {"information.talk_months", 120},
              {"information.prior_danger", 5}});
  State& state = month.state();
  const auto outside = static_cast<unsigned>(americas()->find("ESP")->index());
  REQUIRE_FALSE(americas()->is_inside(outside));
  // Of every three adults at home one has come back and one lives, by birth, in a place outside.
  std::vector<std::pair<size_t, uint32_t>> adults[3];
  int n = 0;
  for_everybody(state, [&](View& view, uint32_t local) {
    Facts& f = state.persons.people.column(person_columns.facts)[view.slot(local)];
    if (!may_leave_home(f) || f.residence() != view.home || view.age(local) < 16) return;
    const int what = n++ % 3;
    adults[what].push_back({view.index, local});
    view.believe(local, Beliefs());
    if (what == 1) f.set_returned(true);
    if (what == 2) {
      f.set_birthplace(outside);
      f.set_residence(outside);
      REQUIRE(may_leave_home(f));
    }
  });
  for (int turn = 0; turn < 120; ++turn, ++state.month)
    for (size_t c = 0; c < state.persons.people.communities().size(); ++c) {
      View view(state, c);
      talk_and_hear(view, state);
    }
  size_t moved[3] = {};
  for (int what = 0; what < 3; ++what)
    for (const auto& [c, local] : adults[what])
      moved[what] += !(View(state, c).beliefs[local] == Beliefs());
  CHECK(adults[0].size() > 100);
  CHECK(moved[0] == adults[0].size());  // half of the way in a month: all of it in ten years
  CHECK(moved[1] == 0);
  CHECK(moved[2] == 0);
}

TEST_CASE("who has arrived knows; a child believes what its mother does", "[property][model]") {
  SmallRun run;
  run.months = 14;
  run.parameters = "\"information.prior_wage\" = 2\n\"information.talk_months\" = 100\n";
  auto simulation = run_of(setup_of(run), 0);
  int abroad = 0, children = 0;
  for_everybody(simulation->state(), [&](View& view, uint32_t local) {
    const Facts f = view.facts[local];
    if (f.is_foreign_born() && view.arrival[local] == view.run.month.count() && !f.is_held()) {
      ++abroad;
      CHECK(view.beliefs[local].level(0) == true_level);
    }
    if (view.age(local) < 1 && f.residence() == view.home && !f.is_foreign_born()) {
      // Nobody at home starts below the truth of wages by more than the spread allows.
      ++children;
      CHECK(view.beliefs[local].level(0) >= true_level - 1);
    }
  });
  CHECK(abroad > 0);
  CHECK(children > 0);
}
