// How long a run will take, from what small populations cost on this machine.
//
// The arithmetic is pure; measure_speed() makes populations and steps them. May include:
// models/migration.
#pragma once
#include "tools/rumbo/run_plan.hpp"

namespace rumbo {

/// What a population of some size cost.
struct SpeedProbe {
  double persons = 0;          ///< simulated, in the months measured
  double seconds_to_make = 0;  ///< the population
  double seconds_a_month = 0;  ///< a step of the model
};

/// What a run consists of.
struct RunWork {
  double persons_at_start = 0;  ///< simulated
  double mean_persons = 0;      ///< over all months
  double populations = 0;       ///< made anew: a replicate, and a scenario that differs at once
  double months = 0;            ///< of all scenarios and replicates, shared ones once
};

/// Seconds of a run. Costs are taken to be a fixed part and a part by the person, which the two
/// probes give; none is taken to be less than the smaller probe's.
///
/// small, large  small.persons < large.persons, on the threads of the run
double estimated_seconds(const SpeedProbe& small, const SpeedProbe& large, const RunWork& work);

/// Persons grow with the population of the places inside, weighted as they are simulated; held
/// after the last year of the tables.
RunWork work_of(const RunPlan& plan);

/// Probes at the scale of the run, or the largest that is still quick, and at a quarter of it.
/// Takes some seconds. throws Stopped when told to stop
struct SpeedProbes {
  SpeedProbe small, large;
};
SpeedProbes measure_speed(const RunPlan& plan);

}  // namespace rumbo
