// See run_time.hpp.
#include "tools/rumbo/run_time.hpp"

#include <algorithm>
#include <chrono>

#include "engine/run/signals.hpp"
#include "models/migration/registry.hpp"

namespace rumbo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double most_persons = 1.2e6;  ///< of a probe
constexpr double fewer_in_the_small = 4;
constexpr int warm_up_months = 1;
constexpr int least_months = 2, most_months = 12;
constexpr double enough_seconds = 0.4;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// On the line through (x1, y1) and (x2, y2), but not below y1.
double on_line(double x, double x1, double y1, double x2, double y2) {
  const double slope = std::max(0.0, (y2 - y1) / (x2 - x1));
  return std::max(y1, y1 + slope * (x - x1));
}

SpeedProbe measure(const migration::EnsembleSetup& setup, double scale) {
  auto smaller = std::make_shared<migration::EnsembleSetup>(setup);
  smaller->scale = scale;
  auto begin = Clock::now();
  migration::MigrationSimulation simulation(smaller, 0, 0);
  SpeedProbe probe;
  probe.seconds_to_make = seconds_since(begin);
  const int months = std::min<int>(most_months + warm_up_months, setup.end - setup.start);
  int measured = 0;
  double seconds = 0;
  for (int month = 0; month < months; ++month) {
    leave_if_told_to_stop();
    begin = Clock::now();
    simulation.step();
    if (month < warm_up_months && months > warm_up_months) continue;
    seconds += seconds_since(begin);
    probe.persons += static_cast<double>(simulation.n_persons());
    ++measured;
    if (measured >= least_months && seconds > enough_seconds) break;
  }
  probe.persons /= measured;
  probe.seconds_a_month = seconds / measured;
  return probe;
}

/// Simulated persons in a month, as a multiple of those at the start.
double growth_until(const migration::World& world, const std::vector<int64_t>& weight, Month start,
                    Month month) {
  const Month held = std::min(month, Month::of(world.population_years.back(), 12));
  double then = 0, at_start = 0;
  for (size_t p = 0; p < world.n_places(); ++p) {
    if (!world.is_inside(p)) continue;
    const auto persons = static_cast<double>(weight[p]);
    then += world.population_in(p, held) / persons;
    at_start += world.population_in(p, start) / persons;
  }
  return at_start > 0 ? then / at_start : 1;
}

}  // namespace

double estimated_seconds(const SpeedProbe& small, const SpeedProbe& large, const RunWork& work) {
  const double to_make = on_line(work.persons_at_start, small.persons, small.seconds_to_make,
                                 large.persons, large.seconds_to_make);
  const double a_month = on_line(work.mean_persons, small.persons, small.seconds_a_month,
                                 large.persons, large.seconds_a_month);
  return work.populations * to_make + work.months * a_month;
}

RunWork work_of(const RunPlan& plan) {
  RunWork work;
  const auto& setup = *plan.setup;
  const auto& ids = migration::migration_parameter_ids();
  const auto places = migration::plan_population(
      *setup.world, setup.start, setup.end, setup.scale,
      setup.plans.front().values_in(setup.start).at(ids.population.least_persons));
  double growth = 0;
  int years = 0;
  for (Month m = setup.start; m < setup.end; m = m + 12, ++years)
    growth += growth_until(*setup.world, places.weight, setup.start, m);
  const auto n_replicates = static_cast<double>(plan.ensemble.replicates.size());
  const auto& forks = plan.ensemble.fork_month;
  const auto separate = std::count_if(forks.begin() + 1, forks.end(),
                                      [&](Month fork) { return fork <= plan.ensemble.start; });
  work.persons_at_start = places.simulated_at_start;
  work.mean_persons = places.simulated_at_start * growth / std::max(1, years);
  work.populations = n_replicates * static_cast<double>(1 + separate);
  work.months = n_replicates * static_cast<double>(plan.ensemble.months_per_replicate());
  return work;
}

SpeedProbes measure_speed(const RunPlan& plan) {
  const double persons = work_of(plan).persons_at_start;
  const double scale = plan.setup->scale * std::min(1.0, most_persons / persons);
  const SpeedProbe small = measure(*plan.setup, scale / fewer_in_the_small);
  return {small, measure(*plan.setup, scale)};
}

}  // namespace rumbo
