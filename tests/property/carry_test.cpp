// Counters begin at a part of one person; demand for visas is known in the mean and weighs as a
// wait.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "models/migration/asylum/asylum.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/population/first_carry.hpp"
#include "models/migration/visas/visas.hpp"
#include "tests/support/everybody.hpp"
#include "tests/support/one_month.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

// Seen to fail: decisions or arrivals beginning empty.
TEST_CASE("counters begin at a part of one person", "[property][model]") {
  OneMonth month;
  const State& state = month.state();
  const auto part = [](int64_t carry, int64_t weight) {
    return static_cast<double>(carry) / (1e6 * static_cast<double>(weight));
  };
  for (const int64_t carry : state.asylum.decision_carry)
    CHECK((part(carry, 1) > 0 && part(carry, largest_weight(state)) < 1));
  for (size_t i = 0; i < state.demography.arrival_carry.size(); ++i) {
    const int64_t weight = state.persons.weight_of[state.world->reservoir_flows[i].origin];
    CHECK((state.demography.arrival_carry[i] > 0 &&
           part(state.demography.arrival_carry[i], weight) < 1));
  }
  // Uniform: the mean of n parts is 1/2 within 4 / sqrt(12 n).
  constexpr size_t n = 2000;
  double sum = 0;
  for (size_t cell = 0; cell < n; ++cell)
    sum += part(first_carry(state, Carried::arrivals, cell, 1000), 1000);
  CHECK(sum / n == Approx(0.5).margin(4 / std::sqrt(12.0 * n)));
  // What is carried has draws of its own.
  CHECK(first_carry(state, Carried::decisions, 3, 1000) !=
        first_carry(state, Carried::arrivals, 3, 1000));
  CHECK(first_carry(state, Carried::decisions, 3, 1000) !=
        first_carry(state, Carried::capacity, 3, 1000));
}

// Means of the first year, when all months count alike. A sum of what persons of weight w do by
// chance has a variance of at most w times its mean. Seen to fail: without those who wait in a
// queue; with ways that refused somebody before.
TEST_CASE("demand known in the mean is what is asked for on average", "[statistical][model]") {
  for (const char* queue : {"0.0", "1.0"}) {
    SmallRun run;
    run.months = 12;
    run.scale = 0.0005;
    run.parameters = std::string("\"visas.queue\" = ") + queue + "\n";
    auto simulation = run_of(setup_of(run), 0);
    const ResultBlock block = simulation->take_results(0, 0);
    const State& state = simulation->state();
    const std::array<const char*, 3> kinds{"work", "study", "family"};
    for (size_t k = 0; k < kinds.size(); ++k) {
      double mean = 0;
      for (size_t cell = k; cell < state.visas.counters.demand.size(); cell += n_visa_kinds)
        if (state.visas.counters.months_open[cell] == 12)
          mean += 12 * state.visas.counters.demand[cell];
      const auto asked = static_cast<double>(
          recorded(state, block, result_tables().visas.visas_applied, {{"visa_kind", kinds[k]}}));
      REQUIRE(mean > 100000);
      CHECK(std::abs(asked - mean) < 4 * std::sqrt(mean / run.scale));
    }
  }
}

// One person asks 100,000 times: each visa as often as its chance says, within 4 standard errors.
// Seen to fail: with chances of the corridor before; with ways that refused.
TEST_CASE("chances of visas are how often each is asked for", "[statistical][model]") {
  OneMonth month;
  month.with({});
  State& state = month.state();
  const World& world = *americas();
  const unsigned mex = world.find("MEX")->value();
  std::optional<Mover> mover;
  for_everybody(state, [&](const View& view, uint32_t local) {
    if (!mover && view.facts[local].residence() == mex && view.age(local) == 30)
      mover = mover_of(view, state, local);
  });
  REQUIRE(mover);
  const auto usa =
      static_cast<size_t>(world.corridor(mex, world.find("USA")->index()) - world.corridors.data());
  for (const bool is_refused : {false, true}) {
    if (is_refused) mover->refusals.add(usa, Channel::work_visa);
    const size_t cells = world.corridors.size() * n_visa_kinds;
    std::vector<int64_t> chances(cells, 0), ignored(cells, 0);
    std::vector<int> asked(cells, 0);
    request_of(state, *mover, 0, {chances, 1});
    constexpr uint32_t n = 100000;
    for (uint32_t person = 0; person < n; ++person) {
      const auto request = request_of(state, *mover, person, {ignored, 1});
      if (request && is_rationed(request->channel))
        ++asked[request->corridor * n_visa_kinds + static_cast<size_t>(request->channel)];
    }
    CHECK(std::accumulate(asked.begin(), asked.end(), 0) > 500);
    for (size_t cell = 0; cell < cells; ++cell) {
      const double mean = static_cast<double>(chances[cell]) * 1e-6 * n;
      INFO(cell);
      CHECK(std::abs(asked[cell] - mean) <= 4 * std::sqrt(mean) + 1);
    }
    CHECK((asked[usa * n_visa_kinds] == 0) == is_refused);
  }
}

// Where more ask than places come, as many places are given as come: what is left over, in persons,
// is 0 on average over all such visas, within 4 standard errors of their own scatter. Seen to fail:
// where the part of a place that is left is never given; with half and twice the chances.
TEST_CASE("a coarse run gives as many visas as there are places", "[statistical][model]") {
  SmallRun run;
  run.months = 60;
  run.scale = 0.0005;
  auto simulation = run_of(setup_of(run), 0);
  const State& state = simulation->state();
  const VisaCounters& visas = state.visas.counters;
  const double weight = static_cast<double>(largest_weight(state)) * VisaCounters::millionth;
  double n = 0, sum = 0, squares = 0;
  for (size_t cell = 0; cell < visas.carry.size(); ++cell) {
    if (visas.months_open[cell] < run.months || visas.demand[cell] < 2 * visas.places[cell] / 12)
      continue;
    const double persons = static_cast<double>(visas.carry[cell]) / weight;
    ++n;
    sum += persons;
    squares += persons * persons;
  }
  REQUIRE(n > 300);
  const double mean = sum / n;
  CHECK(std::abs(mean) < 4 * std::sqrt((squares / n - mean * mean) / n));
}

// Seen to fail: with demand over a year's places.
TEST_CASE("a visa loses utility by the months that all who ask would wait", "[property][model]") {
  OneMonth month;
  const auto& world = *americas();
  const auto c =
      static_cast<size_t>(world.corridor(world.find("MEX")->index(), world.find("USA")->index()) -
                          world.corridors.data());
  constexpr auto kind = static_cast<size_t>(VisaKind::family);
  const std::vector<Setting> settings{{"decision.weight_wait", 0.03}};
  month.state().visas.counters.demand[c * n_visa_kinds + kind] = 0;
  const double before = month.with(settings).choice.channel_weight[c][kind];
  const double places = places_per_year(month.state(), c, VisaKind::family) / 12;
  REQUIRE(places > 0);
  const auto after = [&](double months) {
    month.state().visas.counters.demand[c * n_visa_kinds + kind] = months * places;
    return month.with(settings).choice.channel_weight[c][kind];
  };
  const double dissimilarity = month.state().choice.dissimilarity;
  CHECK(after(20) == Approx(before * std::exp(-0.03 * 20 / dissimilarity)));
  CHECK(after(1000) == Approx(before * std::exp(-0.03 * 60 / dissimilarity)));  // the longest
}
