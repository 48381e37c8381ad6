// What sets the level of flows: compatriots and size of a destination, and stays that become legal.
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "models/migration/simulation.hpp"
#include "models/migration/state.hpp"
#include "tools/rumbo/run_plan.hpp"

using namespace rumbo;
using namespace rumbo::migration;

namespace {

/// A simulation of the tutorial's two countries at its first month.
MigrationSimulation tutorial(const std::vector<std::string>& overrides, bool is_monthly = false) {
  RunOptions options;
  options.paths = {RUMBO_SOURCE_DIR "/scenarios/tutorial/baseline.toml"};
  options.overrides = overrides;
  options.scale = 0.001;
  const RunPlan plan = plan_run(options);
  plan.setup->is_monthly = is_monthly;
  return MigrationSimulation(plan.setup, 0, 0);
}

/// Log of the weight of each corridor's visits, by corridor.
std::vector<double> log_weights(const std::vector<std::string>& overrides) {
  const MigrationSimulation simulation = tutorial(overrides);
  std::vector<double> logs;
  for (const auto& weights : simulation.state().choice.channel_weight)
    logs.push_back(std::log(weights[static_cast<size_t>(Channel::visit)]) *
                   simulation.state().choice.dissimilarity);
  return logs;
}

int64_t irregular_workers(const State& state) {
  int64_t sum = 0;
  for (size_t place = 0; place < state.n_places(); ++place)
    for (size_t skill = 0; skill < n_skills; ++skill)
      sum += state.labour
                 .workers[worker_cell(place, skill, static_cast<size_t>(WorkerGroup::irregular))];
  return sum;
}

void run_months(MigrationSimulation& simulation, int months) {
  for (int m = 0; m < months; ++m) simulation.step();
}

}  // namespace

TEST_CASE("compatriots add their elasticity times log of 1 + their number per 10,000", "[unit]") {
  const std::vector<std::string> with = {"network.compatriots=0.7", "network.factor=2"};
  const std::vector<std::string> without = {"network.compatriots=0", "network.factor=2"};
  const MigrationSimulation simulation = tutorial(with);
  const State& state = simulation.state();
  const auto more = log_weights(with), none = log_weights(without);
  REQUIRE(!more.empty());
  for (size_t c = 0; c < more.size(); ++c) {
    const Corridor& corridor = state.world->corridors[c];
    const auto there = static_cast<double>(
        state.census.compatriots[corridor.origin * state.n_places() + corridor.destination]);
    const auto home = static_cast<double>(state.census.population[corridor.origin]);
    CHECK(there > 0);
    CHECK(more[c] - none[c] == Approx(0.7 * std::log1p(2e4 * there / home)).epsilon(1e-9));
  }
}

TEST_CASE("a place of 10 million has no size to weigh, others their log", "[unit]") {
  const auto one = log_weights({"decision.weight_size=1"});
  const auto none = log_weights({"decision.weight_size=0"});
  const MigrationSimulation simulation = tutorial({});
  const State& state = simulation.state();
  REQUIRE(!one.empty());
  for (size_t c = 0; c < one.size(); ++c) {
    const auto residents =
        static_cast<double>(state.census.population[state.world->corridors[c].destination]);
    CHECK(one[c] - none[c] == Approx(std::log(residents / 1e7)).epsilon(1e-9).margin(1e-9));
  }
}

TEST_CASE("compatriots are all residents by birthplace", "[unit]") {
  MigrationSimulation simulation = tutorial({});
  run_months(simulation, 12);
  const State& state = simulation.state();
  const size_t n = state.n_places();
  for (size_t place = 0; place < n; ++place) {
    int64_t residents = 0;
    for (size_t origin = 0; origin < n; ++origin)
      residents += state.census.compatriots[origin * n + place];
    CHECK(residents == state.census.population[place]);
  }
}

TEST_CASE("how often results are recorded does not change them", "[repeat]") {
  MigrationSimulation yearly = tutorial({}), monthly = tutorial({}, true);
  run_months(yearly, 30);
  run_months(monthly, 30);
  CHECK(yearly.state().census.compatriots == monthly.state().census.compatriots);
  CHECK(yearly.state().labour.workers == monthly.state().labour.workers);
  CHECK(yearly.state().census.population == monthly.state().census.population);
  CHECK(yearly.state().census.person_events == monthly.state().census.person_events);
}

TEST_CASE("an audit does not change results", "[repeat]") {
  MigrationSimulation plain = tutorial({}), audited = tutorial({});
  for (int m = 0; m < 18; ++m) {
    plain.step();
    audited.step();
    audited.audit();
  }
  CHECK(plain.digest() == audited.digest());
}

TEST_CASE("stays become legal at the rate of adjustment, and not at all at 0", "[statistical]") {
  const std::vector<std::string> still = {"decision.consideration_rate=0",
                                          "return.rate_irregular=0", "status.removal_rate=0"};
  auto with = [&](const std::string& rate) {
    auto overrides = still;
    overrides.push_back("status.adjustment_rate=" + rate);
    MigrationSimulation simulation = tutorial(overrides);
    const auto before = static_cast<double>(irregular_workers(simulation.state()));
    run_months(simulation, 12);
    return std::pair(static_cast<double>(irregular_workers(simulation.state())), before);
  };
  const auto [never, at_start] = with("0");
  const auto [often, same_start] = with("0.5");
  REQUIRE(at_start == same_start);
  REQUIRE(never > 0);
  // A rate of 0.5 a year leaves exp(-0.5) of those who would be there without it. The simulated
  // persons behind them are weighted alike, so 4 standard errors are of their number.
  const auto weight = static_cast<double>(tutorial(still).state().persons.weight_of[1]);
  const double share = often / never, expected = std::exp(-0.5);
  CHECK(std::abs(share - expected) < 4 * std::sqrt(expected * (1 - expected) / (never / weight)));
}
