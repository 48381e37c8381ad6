// See measure.hpp.
#include "tools/bench/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/base/limits.hpp"
#include "engine/parallel/parallel.hpp"
#include "models/migration/population/synthesis.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/schedule.hpp"
#include "models/migration/state.hpp"
#include "tools/bench/machine.hpp"

namespace rumbo {
namespace {

using migration::EnsembleSetup;
using migration::MigrationSimulation;
using migration::State;

double persons_at(const EnsembleSetup& setup, double scale) {
  const auto& ids = migration::migration_parameter_ids();
  const double least = setup.plans.front().values_in(setup.start).at(ids.population.least_persons);
  return migration::plan_population(*setup.world, setup.start, scale, least).simulated_at_start;
}

/// Times each phase, and counts those who were woken once screening is over.
class Clock final : public PhaseObserver {
 public:
  Clock(const State& state, std::vector<PhaseTime>& phases) : state_(state), phases_(phases) {
    for (const auto& phase : migration::migration_schedule().phases())
      phases_.push_back({phase.name, phase_kind_name(phase.kind), 0, 0});
  }
  void begin(size_t) override {
    start_ = wall_seconds();
    processor_ = processor_seconds();
  }
  void end(size_t phase) override {
    phases_[phase].seconds += wall_seconds() - start_;
    phases_[phase].processor_seconds += processor_seconds() - processor_;
    if (phases_[phase].name != "screening") return;
    for (const auto& community : state_.persons.months) woken_ += community.woken.size();
  }
  uint64_t woken() const { return woken_; }

 private:
  const State& state_;
  std::vector<PhaseTime>& phases_;
  double start_ = 0, processor_ = 0;
  uint64_t woken_ = 0;
};

struct Heads {
  uint64_t living = 0, active = 0;
};

Heads count_heads(const State& state) {
  Heads heads;
  const People& people = state.persons.people;
  for (const Community& community : people.communities())
    for (uint32_t local = 0; local < community.open; ++local) {
      const uint32_t slot = community.slot(local);
      heads.living += people.key()[slot].is_free() ? 0 : 1;
      heads.active += people.is_active(slot) ? 1 : 0;
    }
  return heads;
}

void refuse_if_too_large(const migration::MemoryEstimate& planned) {
  constexpr double program = 150e6;
  const double needed = planned.population + planned.communities + planned.results + program;
  const double available = available_memory();
  if (needed > (1 - share_kept_free) * available)
    throw RunError(
        fmt::format("{:.3g} persons need {:.1f} GB of memory and {:.1f} GB are free; ask for fewer "
                    "with --persons",
                    planned.persons_at_start, needed / 1e9, available / 1e9));
}

}  // namespace

double Measurement::table_milliseconds() const {
  double sum = 0;
  for (const auto& phase : phases)
    if (phase.kind == "table") sum += phase.seconds;
  return 1e3 * sum / months;
}

double scale_for(const EnsembleSetup& setup, double persons) {
  // A person stands for a whole number of persons: the smallest that does not give too many.
  double low = 1, high = 1e7;
  while (low < high) {
    const double middle = std::floor((low + high) / 2);
    if (persons_at(setup, 1 / middle) > persons)
      low = middle + 1;
    else
      high = middle;
  }
  const double above = std::max(1.0, low - 1);
  const bool is_nearer = std::abs(persons_at(setup, 1 / above) - persons) <
                         std::abs(persons_at(setup, 1 / low) - persons);
  return 1 / (is_nearer ? above : low);
}

Measurement measure(const EnsembleSetup& setup, const MeasureRequest& request,
                    const std::function<void(uint64_t persons)>& tell) {
  Measurement result;
  result.threads = request.threads;
  result.months = request.months;
  auto scaled = std::make_shared<EnsembleSetup>(setup);
  scaled->scale = scale_for(setup, request.persons);
  const auto planned = migration::estimate_memory(*scaled);
  result.bytes_planned = planned.bytes_per_person();
  refuse_if_too_large(planned);
  result.bandwidth = copy_bandwidth(request.threads);
  release_freed_memory();
  const double before = resident_bytes();
  const ThreadLimit limit(request.threads);
  MigrationSimulation simulation(scaled, 0, 0);
  for (int month = 0; month < request.warm_up; ++month) {
    simulation.step();
    tell(simulation.n_persons());
  }
  const Heads first = count_heads(simulation.state());
  const double processor = processor_seconds(), start = wall_seconds();
  for (int month = 0; month < request.months; ++month) {
    simulation.step();
    tell(simulation.n_persons());
  }
  result.seconds = wall_seconds() - start;
  result.processor_seconds = processor_seconds() - processor;
  const Heads last = count_heads(simulation.state());
  const auto living = static_cast<double>(last.living);
  result.persons = 0.5 * (static_cast<double>(first.living) + living);
  result.slots = static_cast<double>(simulation.state().persons.people.n_slots());
  result.active = static_cast<double>(last.active) / living;
  result.bytes_measured = (resident_bytes() - before) / living;
  // Phase by phase, each for all persons: a little slower than the months above.
  Clock clock(simulation.state(), result.phases);
  for (int month = 0; month < request.months; ++month) {
    simulation.step(&clock);
    tell(simulation.n_persons());
  }
  result.woken = static_cast<double>(clock.woken()) / request.months / result.persons;
  return result;
}

ReferenceSpeed measure_reference(const EnsembleSetup& setup, double persons, int months,
                                 migration::PlainStyle style,
                                 const std::function<void(uint64_t)>& tell) {
  auto scaled = std::make_shared<EnsembleSetup>(setup);
  scaled->scale = scale_for(setup, persons);
  const ThreadLimit limit(1);
  MigrationSimulation start(scaled, 0, 0);
  migration::PlainModel plain(start, style);
  plain.step();  // the first month is not timed
  ReferenceSpeed speed;
  speed.months = months;
  speed.persons = static_cast<double>(plain.living());
  const double processor = processor_seconds(), wall = wall_seconds();
  for (int month = 0; month < months; ++month) {
    plain.step();
    tell(static_cast<uint64_t>(speed.persons));
  }
  speed.seconds = wall_seconds() - wall;
  speed.processor_seconds = processor_seconds() - processor;
  return speed;
}

}  // namespace rumbo
