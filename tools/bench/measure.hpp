// One measurement of the whole model: how fast, how large, where the time goes.
//
// May include: models/migration, the other files of this folder.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/migration/simulation.hpp"
#include "reference/plain_model.hpp"

namespace rumbo {

/// What a measurement is asked for.
struct MeasureRequest {
  double persons = 1e6;  ///< wanted at the start; the nearest whole weight is taken
  int threads = 1;
  int months = 12;  ///< timed; as many again are timed phase by phase
  int warm_up = 2;  ///< months before, in which tables and caches are made
};

/// Time of a phase over as many months, each phase run alone.
struct PhaseTime {
  std::string name;
  std::string kind;              ///< "table", "persons", "ration" or "commit"
  double seconds = 0;            ///< wall time
  double processor_seconds = 0;  ///< of all threads: unlike wall time, not what others took
};

struct Measurement {
  double persons = 0;  ///< living, mean over the timed months
  int threads = 1;
  int months = 0;
  double seconds = 0;            ///< wall time of the timed months
  double processor_seconds = 0;  ///< of all threads in those months
  double bytes_measured = 0;     ///< growth of resident memory a living person at the end
  double bytes_planned = 0;      ///< a living person at the start
  double slots = 0;              ///< at the end
  double woken = 0;              ///< share of living persons a month
  double active = 0;             ///< share of living persons with something to do every month
  double bandwidth = 0;          ///< bytes a second that copying got on as many threads
  std::vector<PhaseTime> phases;

  double steps_per_second() const { return persons * months / seconds; }
  double steps_per_core() const { return steps_per_second() / threads; }
  double core_nanoseconds() const { return 1e9 / steps_per_core(); }
  /// Processor time / (wall time x threads): below 1 where threads waited or cores were lost.
  double busy() const { return processor_seconds / (seconds * threads); }
  double processor_nanoseconds() const { return 1e9 * processor_seconds / (persons * months); }
  double table_milliseconds() const;  ///< a month
};

/// The plain model (plain_model.hpp) on one thread.
struct ReferenceSpeed {
  double persons = 0;
  int months = 0;
  double seconds = 0;  ///< wall time
  double processor_seconds = 0;
  double steps_per_second() const { return persons * months / seconds; }
  double processor_nanoseconds() const { return 1e9 * processor_seconds / (persons * months); }
};
ReferenceSpeed measure_reference(const migration::EnsembleSetup& setup, double persons, int months,
                                 migration::PlainStyle style,
                                 const std::function<void(uint64_t)>& tell);

/// The scale that gives the number of simulated persons nearest to `persons` at the start.
double scale_for(const migration::EnsembleSetup& setup, double persons);

/// setup   whose scale is replaced; tell  called after every month, for progress
/// throws RunError if the machine has less memory than this needs
Measurement measure(const migration::EnsembleSetup& setup, const MeasureRequest& request,
                    const std::function<void(uint64_t persons)>& tell);

}  // namespace rumbo
