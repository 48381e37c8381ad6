// See run_time.hpp.
#include "tools/rumbo/run_time.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "engine/run/signals.hpp"
#include "models/migration/population/synthesis.hpp"
#include "models/migration/registry.hpp"

namespace rumbo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double most_persons = 250000;  ///< of a probe
constexpr double fewer_in_the_small = 8;
constexpr double most_for_some_months = 2e6;
constexpr size_t some_months = 3;
constexpr size_t last_months = 12;  ///< that say what those cost that were not measured

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// On the line through (x1, y1) and (x2, y2), but not below y1.
double on_line(double x, double x1, double y1, double x2, double y2) {
  const double slope = std::max(0.0, (y2 - y1) / (x2 - x1));
  return std::max(y1, y1 + slope * (x - x1));
}

/// Sum over months of the times each is stepped and what it costs.
double seconds_of_months(const SpeedProbe& probe, const RunWork& work) {
  return std::inner_product(probe.seconds_a_month.begin(), probe.seconds_a_month.end(),
                            work.times_stepped.begin(), 0.0);
}

/// Steps at least `least_months`, and on until `most_seconds` have passed.
SpeedProbe measure(const migration::EnsembleSetup& setup, double scale, double most_seconds,
                   size_t least_months = last_months + 1) {
  auto smaller = std::make_shared<migration::EnsembleSetup>(setup);
  smaller->scale = scale;
  auto begin = Clock::now();
  migration::MigrationSimulation simulation(smaller, 0, 0);
  SpeedProbe probe;
  probe.seconds_to_make = seconds_since(begin);
  const auto n_months = static_cast<size_t>(setup.end - setup.start);
  std::vector<double>& seconds = probe.seconds_a_month;
  double in_all = 0;
  while (seconds.size() < n_months && (in_all < most_seconds || seconds.size() < least_months)) {
    leave_if_told_to_stop();
    begin = Clock::now();
    simulation.step();
    seconds.push_back(seconds_since(begin));
    in_all += seconds.back();
    probe.persons += static_cast<double>(simulation.n_persons());
  }
  probe.persons /= static_cast<double>(std::max<size_t>(1, seconds.size()));
  const size_t last = std::min(last_months, seconds.size());
  const double later = last == 0 ? 0
                                 : std::accumulate(seconds.end() - static_cast<ptrdiff_t>(last),
                                                   seconds.end(), 0.0) /
                                       static_cast<double>(last);
  seconds.resize(n_months, later);
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

/// What some first months of a large population cost, as a multiple of what is expected of them.
double at_size(const RunPlan& plan, double persons, const SpeedProbes& probes) {
  const double scale = plan.setup->scale * std::min(1.0, most_for_some_months / persons);
  const SpeedProbe found = measure(*plan.setup, scale, 0, some_months);
  double seconds = 0, expected = 0;
  // The first month warms up.
  for (size_t month = 1; month < std::min(some_months, found.seconds_a_month.size()); ++month) {
    seconds += found.seconds_a_month[month];
    expected += on_line(found.persons, probes.small.persons, probes.small.seconds_a_month[month],
                        probes.large.persons, probes.large.seconds_a_month[month]);
  }
  return expected > 0 ? std::max(1.0, seconds / expected) : 1;
}

}  // namespace

double estimated_seconds(const SpeedProbe& small, const SpeedProbe& large, const RunWork& work,
                         double at_size) {
  const double to_make = on_line(work.persons_at_start, small.persons, small.seconds_to_make,
                                 large.persons, large.seconds_to_make);
  return work.populations * to_make +
         at_size * on_line(work.mean_persons, small.persons, seconds_of_months(small, work),
                           large.persons, seconds_of_months(large, work));
}

RunWork work_of(const RunPlan& plan) {
  RunWork work;
  const auto& setup = *plan.setup;
  const auto& ids = migration::migration_parameter_ids();
  const auto places = migration::plan_population(
      *setup.world, setup.start, setup.scale,
      setup.plans.front().values_in(setup.start).at(ids.population.least_persons));
  double growth = 0;
  int years = 0;
  for (Month m = setup.start; m < setup.end; m = m + 12, ++years)
    growth += growth_until(*setup.world, places.weight, setup.start, m);
  const auto n_replicates = static_cast<double>(plan.ensemble.replicates.size());
  const auto& forks = plan.ensemble.fork_month;
  size_t separate = 0;
  for (size_t k = 1; k < forks.size(); ++k) separate += plan.ensemble.is_separate(k) ? 1 : 0;
  work.persons_at_start = places.simulated_at_start;
  work.mean_persons = places.simulated_at_start * growth / std::max(1, years);
  work.populations = n_replicates * static_cast<double>(1 + separate);
  for (Month month = setup.start; month < setup.end; month = month + 1) {
    const auto that_differ =
        std::count_if(forks.begin() + 1, forks.end(), [&](Month fork) { return fork <= month; });
    work.times_stepped.push_back(n_replicates * static_cast<double>(1 + that_differ));
  }
  return work;
}

SpeedProbes measure_speed(const RunPlan& plan, double most_seconds) {
  const double persons = work_of(plan).persons_at_start;
  const double scale = plan.setup->scale * std::min(1.0, most_persons / persons);
  SpeedProbes probes{measure(*plan.setup, scale / fewer_in_the_small, most_seconds),
                     measure(*plan.setup, scale, most_seconds)};
  if (persons > fewer_in_the_small * most_persons / 2)
    probes.at_size = at_size(plan, persons, probes);
  return probes;
}

}  // namespace rumbo
