// How long a run will take, from what small populations cost on this machine.
//
// The arithmetic is pure; measure_speed() makes populations and steps them. May include:
// models/migration.
#pragma once
#include <vector>

#include "tools/rumbo/run_plan.hpp"

namespace rumbo {

/// What a population of some size cost.
struct SpeedProbe {
  double persons = 0;                   ///< simulated, over the months measured
  double seconds_to_make = 0;           ///< the population
  std::vector<double> seconds_a_month;  ///< a step of the model, for each month of the run
};

/// What a run consists of.
struct RunWork {
  double persons_at_start = 0;  ///< simulated
  double mean_persons = 0;      ///< over all months
  double populations = 0;       ///< made anew: a replicate, and a scenario that differs at once
  std::vector<double> times_stepped;  ///< each month, by all scenarios and replicates
};

/// Seconds of a run. Costs are taken to be a fixed part and a part by the person, which the two
/// probes give; none is taken to be less than the smaller probe's. Months are summed one by one:
/// those after decades of migration take more than twice as long as the first.
///
/// small, large  small.persons < large.persons, on the threads of the run; months as in `work`
/// at_size       what a month of many persons costs, as a multiple of what the line through the
///               probes says: less of a large population fits into the caches of the machine
double estimated_seconds(const SpeedProbe& small, const SpeedProbe& large, const RunWork& work,
                         double at_size = 1);

/// Persons grow with the population of the places inside, weighted as they are simulated; held
/// after the last year of the tables.
RunWork work_of(const RunPlan& plan);

/// Steps two populations through the whole run: one at its scale, or the largest that is still
/// quick, and one of an eighth of it; a larger run is tried for its first months besides. A probe
/// that has taken its time (most_seconds, ten by default) takes the months that are left for as
/// costly as its last twelve. throws Stopped when told to stop
struct SpeedProbes {
  SpeedProbe small, large;
  double at_size = 1;
};
SpeedProbes measure_speed(const RunPlan& plan, double most_seconds = 10);

struct TimeEstimate {
  double seconds = 0;  ///< of the whole run
  double persons_of_probe = 0;
};
/// What the whole run would take, by measure_speed().
///
/// threads     of the run
/// processors  that it will have: no more runs than these go on at once
TimeEstimate estimate_time(const RunPlan& plan, int threads, int processors);

}  // namespace rumbo
