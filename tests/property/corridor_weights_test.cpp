// The weights of all destinations at once are those of each alone.
#include "models/migration/choice/corridor_weights.hpp"

#include <catch2/catch.hpp>

#include "tests/support/one_month.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

Mover mover_from(const State& state, const char* place, size_t kind, double means_usd) {
  Mover mover;
  mover.origin = state.world->find(place)->index();
  mover.kind = kind;
  mover.beliefs.set_level(0, 11);
  mover.beliefs.set_level(1, 5);
  mover.beliefs.set_level(2, 9);
  mover.beliefs.set_level(3, 2);
  mover.set_means(state.choice, means_usd);
  return mover;
}

}  // namespace

// Seasons are open everywhere, so that every factor of beliefs is met.
// Seen to fail: with own beliefs left out of the weight; with those of permits on seasons.
TEST_CASE("all destinations weighed at once are each weighed alone", "[property][model]") {
  OneMonth month;
  for (const double weight : {0.0, 1.0}) {
    const State& state =
        month.with({{"information.weight", weight}, {"visas.seasonal_added", 1000}});
    for (const char* place : {"GTM", "MEX", "USA"})
      for (size_t kind = 0; kind < ChoiceTables::n_kinds; kind += 3)
        for (const double means_usd : {100.0, 1500.0, 50000.0}) {
          Mover mover = mover_from(state, place, kind, means_usd);
          for (const size_t n_ties : {0, 2}) {
            mover.ties[0] = {static_cast<uint8_t>(state.world->find("CAN")->index()), 1.5, true};
            mover.ties[1] = {static_cast<uint8_t>(state.world->find("ESP")->index()), 0.4, false};
            mover.n_ties = n_ties;
            std::array<double, most_corridors> all;
            OwnChannels channels;
            const double sum =
                own_weights(state, mover, mover.affordable_usd, mover.affordability, all, channels);
            const auto& corridors = state.world->corridors_from[mover.origin];
            double expected_sum = 0;
            for (size_t i = 0; i < corridors.size(); ++i) {
              std::array<double, n_chosen_channels> own_channels;
              const double alone = corridor_weight(state, mover, static_cast<size_t>(corridors[i]),
                                                   mover.affordable_usd, mover.affordability,
                                                   &own_channels, Believing::as_person);
              CHECK(all[i] == Approx(alone).epsilon(1e-12));
              for (size_t k = 0; k < n_chosen_channels; ++k)
                CHECK(channels[i][k] == Approx(own_channels[k]).epsilon(1e-12));
              expected_sum += alone;
            }
            CHECK(sum == Approx(expected_sum).epsilon(1e-12));
            CHECK(sum > 0);
          }
        }
  }
}

// Seen to fail when own beliefs of danger were those of the place.
TEST_CASE("who believes the way to be more dangerous gives it less weight", "[property][model]") {
  OneMonth month;
  const State& state = month.with("information.weight", 1);
  const size_t home = state.world->find("GTM")->index();
  const auto* corridor = state.world->corridor(home, state.world->find("USA")->index());
  const auto c = static_cast<size_t>(corridor - state.world->corridors.data());
  const auto weight_at = [&](int level) {
    Mover mover = mover_from(state, "GTM", 0, 50000);
    mover.beliefs.set_level(static_cast<size_t>(BeliefItem::danger), level);
    return corridor_weight(state, mover, c, mover.affordable_usd, mover.affordability, nullptr,
                           Believing::as_person);
  };
  CHECK(weight_at(4) > weight_at(8));
  CHECK(weight_at(8) > weight_at(12));
  CHECK(weight_at(12) > 0);
}
