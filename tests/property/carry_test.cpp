// Counters of places begin at a part of one person, and demand for visas weighs as a wait.
#include <catch2/catch.hpp>
#include <cmath>

#include "models/migration/mechanisms/asylum.hpp"
#include "models/migration/mechanisms/first_carry.hpp"
#include "tests/support/one_month.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

// Mean of n uniform parts: 1/2 within 4 / sqrt(12 n). Seen to fail: visas,
// decisions or arrivals beginning empty.
TEST_CASE("counters of places begin at a uniform part of one person", "[statistical][model]") {
  OneMonth month;
  const State& state = month.state();
  const auto part = [](int64_t carry, int64_t weight) {
    return static_cast<double>(carry) / (1e6 * static_cast<double>(weight));
  };
  double visas = 0;
  for (size_t cell = 0; cell < state.visas.carry.size(); ++cell) {
    const double p = part(state.visas.carry[cell],
                          state.weight_of[state.world->corridors[cell / n_visa_kinds].origin]);
    CHECK((p >= 0 && p < 1));
    visas += p;
  }
  const auto n = static_cast<double>(state.visas.carry.size());
  REQUIRE(n > 1000);
  CHECK(visas / n == Approx(0.5).margin(4 / std::sqrt(12 * n)));
  for (const int64_t carry : state.decision_carry)
    CHECK((part(carry, 1) > 0 && part(carry, largest_weight(state)) < 1));
  for (size_t i = 0; i < state.arrival_carry.size(); ++i) {
    const int64_t weight = state.weight_of[state.world->reservoir_flows[i].origin];
    CHECK((state.arrival_carry[i] > 0 && part(state.arrival_carry[i], weight) < 1));
  }
  // What is carried has draws of its own.
  CHECK(first_carry(state, Carried::visas, 3, 1000) !=
        first_carry(state, Carried::capacity, 3, 1000));
  CHECK(first_carry(state, Carried::decisions, 3, 1000) !=
        first_carry(state, Carried::arrivals, 3, 1000));
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
  month.state().visas.demand[c * n_visa_kinds + kind] = 0;
  const double before = month.with(settings).choice.channel_weight[c][kind];
  const double places = month.state().places_per_year(c, VisaKind::family) / 12;
  REQUIRE(places > 0);
  const auto after = [&](double months) {
    month.state().visas.demand[c * n_visa_kinds + kind] = months * places;
    return month.with(settings).choice.channel_weight[c][kind];
  };
  const double dissimilarity = month.state().choice.dissimilarity;
  CHECK(after(20) == Approx(before * std::exp(-0.03 * 20 / dissimilarity)));
  CHECK(after(1000) == Approx(before * std::exp(-0.03 * 60 / dissimilarity)));  // the longest
}
