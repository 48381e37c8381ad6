// Signs that hold whatever the parameters: on the tables of a month, where there is no chance,
// and on whole runs under common random numbers where the effect is large.
#include <catch2/catch.hpp>

#include "tests/support/model_runs.hpp"
#include "tests/support/one_month.hpp"
#include "tests/support/tiny_world.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

size_t corridor(const char* from, const char* to) {
  const auto& world = *americas();
  return static_cast<size_t>(world.corridor(world.find(from)->index(), world.find(to)->index()) -
                             world.corridors.data());
}

double share_of(const State& state, size_t c, Channel channel, double affordable = 1e9) {
  std::array<double, n_chosen_channels> weights;
  state.choice.nest(c, 5, affordable, 0, false, weights);
  double sum = 0;
  for (double w : weights) sum += w;
  return weights[static_cast<size_t>(channel)] / sum;
}

/// Whether numbers only fall (or stay), and fall somewhere.
void check_falls(const std::vector<double>& numbers) {
  for (size_t i = 1; i < numbers.size(); ++i) CHECK(numbers[i] <= numbers[i - 1]);
  CHECK(numbers.back() < numbers.front());
}

}  // namespace

TEST_CASE("smugglers who ask more are used less", "[property][model]") {
  OneMonth month;
  const size_t c = corridor("MEX", "USA");
  std::vector<double> share, weight;
  for (double factor : {0.5, 1.0, 1.5, 3.0, 6.0}) {
    const State& state = month.with("smuggling.fee_factor", factor);
    share.push_back(share_of(state, c, Channel::smuggler));
    weight.push_back(state.choice.weight[c][5][7]);
  }
  check_falls(share);
  check_falls(weight);
}

TEST_CASE("more effort at the border catches more, costs more and lets fewer in",
          "[property][model]") {
  OneMonth month;
  const size_t c = corridor("MEX", "USA");
  const auto border = static_cast<size_t>(americas()->corridors[c].border);
  std::vector<double> free_alone, free_guided, entry, weight, cheapness;
  for (double effort : {0.25, 0.5, 1.0, 2.0, 5.0}) {
    const State& state = month.with("border.enforcement", effort);
    const JourneyExpectation &alone = state.journey.tables.expected[border * 2],
                             &guided = state.journey.tables.expected[border * 2 + 1];
    const double caught_alone = alone.apprehensions / alone.attempts,
                 caught_guided = guided.apprehensions / guided.attempts;
    CHECK(caught_guided <= caught_alone);
    free_alone.push_back(1 - caught_alone);
    free_guided.push_back(1 - caught_guided);
    entry.push_back(alone.entry);
    cheapness.push_back(-state.choice.cost_usd[c][static_cast<size_t>(Channel::smuggler)]);
    weight.push_back(state.choice.channel_weight[c][static_cast<size_t>(Channel::alone)]);
  }
  for (const auto& series : {free_alone, free_guided, entry, cheapness, weight})
    check_falls(series);
}

TEST_CASE("more visas open no fewer ways, and a higher wage at home keeps more at home",
          "[property][model]") {
  OneMonth month;
  const size_t mexico = americas()->find("MEX")->index();
  std::vector<double> closed, keeps;
  for (double factor : {0.0, 1.0, 2.0})
    closed.push_back(-month.with("visas.work_factor", factor).choice.total[mexico][5][7]);
  check_falls(closed);
  for (double bias : {0.0, 2.0, 4.0, 8.0})
    keeps.push_back(month.with("decision.home_bias", bias).choice.total[mexico][5][7]);
  check_falls(keeps);
}

TEST_CASE("means only add ways and ties only add weight", "[property][model]") {
  OneMonth month;
  const State& state = month.with("decision.home_bias", 4);
  std::array<double, n_chosen_channels> channels;
  for (size_t c = 0; c < state.choice.weight.size(); ++c) {
    for (size_t kind = 0; kind < ChoiceTables::n_kinds; ++kind) {
      for (size_t a = 1; a < n_affordability_classes; ++a)
        CHECK(state.choice.weight[c][kind][a] >= state.choice.weight[c][kind][a - 1]);
      double before = 0;
      for (double ties : {0.0, 0.5, 2.0, 10.0, 50.0}) {
        const double weight = state.choice.nest(c, kind, 2000, ties, ties > 0, channels);
        if (weight < before) FAIL("corridor " << c << " kind " << kind << " ties " << ties);
        before = weight;
      }
    }
  }
}

// Expected fall of entries by the formula is over a half at that effort; the difference seen is
// compared with four standard errors of the difference of two Poisson counts (it is smaller under
// common random numbers). Seen to fail with the sign of the effort turned.
TEST_CASE("four times the effort lowers irregular entries", "[property][model]") {
  TinyWorld tiny;
  tiny.places = {{"AAA", 60000, 3000}, {"BBB", 60000, 30000}};
  tiny.work_places = 20;
  SmallRun run;
  run.world = tiny.load();
  run.scale = 1;
  run.months = 12;
  run.parameters = "\"decision.home_bias\" = 1.0\n";
  run.policies = {
      "[[policy]]\nid = \"b\"\nlever = \"border_control\"\nplaces = [\"BBB\"]\nstart = \"" +
          run.start.text() + "\"\nchange = \"+300%\"\n",
      "[[policy]]\nid = \"f\"\nlever = \"parameter_change\"\nparameter = "
      "\"smuggling.fee_factor\"\nvalue = 4.0\nstart = \"" +
          run.start.text() + "\"\n"};
  const auto setup = setup_of(run);
  std::vector<double> entries, guided;
  for (size_t k : {0, 1, 2}) {
    auto simulation = run_of(setup, k);
    const ResultBlock block = simulation->take_results(0, 0);
    entries.push_back(
        static_cast<double>(recorded(simulation->state(), block, result_tables().border.entries)));
    guided.push_back(static_cast<double>(recorded(simulation->state(), block,
                                                  result_tables().moving.moves_by_channel,
                                                  {{"channel", "smuggler"}})));
  }
  const auto margin = [](double a, double b) { return 4 * std::sqrt(a + b); };
  CHECK(entries[0] > 200);
  CHECK(entries[1] < entries[0] - margin(entries[0], entries[1]));
  CHECK(guided[0] > 50);
  CHECK(guided[2] < guided[0] - margin(guided[0], guided[2]));
}
