// Shares of the routes against apprehensions by Border Patrol sector that no parameter was set on.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/tables/figure_table.hpp"
#include "tests/support/model_runs.hpp"
#include "tools/rumbo/run_plan.hpp"

using namespace rumbo;
using namespace rumbo::test;
using namespace rumbo::migration;

namespace {

constexpr int first = 2000, last = 2010;

/// [year from first][route], each year summing to 1.
using Shares = std::vector<std::vector<double>>;

void normalize(Shares& shares) {
  for (auto& year : shares) {
    double sum = 0;
    for (double x : year) sum += x;
    for (double& x : year) x /= sum;
  }
}

Shares observed_shares(const World& world) {
  Shares shares(last - first + 1, std::vector<double>(world.routes.size()));
  const auto table =
      FigureTable::read(std::string(RUMBO_SOURCE_DIR) + "/scenarios/americas/route_shares.csv");
  for (size_t row = 0; row < table.n_rows(); ++row) {
    const int year = table.whole(row, table.column("fiscal_year"), 1900, 2100);
    for (size_t r = 0; r < world.routes.size(); ++r)
      if (year >= first && year <= last &&
          table.text(row, table.column("route")) == world.routes[r].name)
        shares[static_cast<size_t>(year - first)][r] =
            table.number(row, table.column("apprehensions"));
  }
  normalize(shares);
  return shares;
}

/// Apprehensions of the baseline, year by year.
Shares simulated_shares(const RunPlan& plan) {
  MigrationSimulation simulation(plan.setup, 0, 0);
  const World& world = *plan.setup->world;
  Shares shares(last - first + 1, std::vector<double>(world.routes.size()));
  run_until(simulation, plan.setup->end);
  const ResultBlock block = simulation.take_results(0, 0);
  const auto& cells = block.tables.at(result_tables().border.apprehensions_by_route).dense;
  const size_t per_year = world.routes.size() * n_sexes;
  for (size_t y = 0; y < shares.size(); ++y)
    for (size_t k = 0; k < per_year; ++k)
      shares[y][k / n_sexes] += static_cast<double>(
          cells[(y + static_cast<size_t>(first - plan.setup->start.year())) * per_year + k]);
  normalize(shares);
  return shares;
}

double root_mean_square(const Shares& a, const Shares& b) {
  double sum = 0, n = 0;
  for (size_t y = 0; y < a.size(); ++y)
    for (size_t r = 0; r < a[y].size(); ++r, ++n) sum += (a[y][r] - b[y][r]) * (a[y][r] - b[y][r]);
  return std::sqrt(sum / n);
}

}  // namespace

// Seen to fail without the attraction of routes.
TEST_CASE("shares of routes from 2000 on come nearer than even shares or those of agents",
          "[statistical][model]") {
  RunOptions options;
  options.paths = {std::string(RUMBO_SOURCE_DIR) + "/scenarios/americas/baseline.toml"};
  options.scale = 0.0005;
  const RunPlan plan = plan_run(options);
  const World& world = *plan.setup->world;
  const Shares observed = observed_shares(world), simulated = simulated_shares(plan);
  Shares even(observed.size(), std::vector<double>(world.routes.size(), 1)), agents = even;
  for (size_t y = 0; y < agents.size(); ++y)
    for (size_t r = 0; r < world.routes.size(); ++r)
      agents[y][r] = world.route_agents(r, year_index(first + static_cast<int>(y)));
  normalize(even);
  normalize(agents);
  const double error = root_mean_square(simulated, observed);
  INFO("root mean square error " << error);
  CHECK(error < 0.75 * root_mean_square(even, observed));
  CHECK(error < root_mean_square(agents, observed));
}
