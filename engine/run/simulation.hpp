// What the engine asks of a model's run: step, fork, save, count.
//
// May include: base, tally.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"
#include "engine/tally/table.hpp"

namespace rumbo {

/// One scenario of one replicate on its way through the months.
class Simulation {
 public:
  virtual ~Simulation() = default;

  /// A copy that goes on by itself.
  virtual std::unique_ptr<Simulation> fork() const = 0;
  /// From this month on, this scenario (its index in the ensemble) is followed.
  virtual void follow_scenario(size_t scenario) = 0;
  /// Runs one month, recording where a record period ends.
  virtual void step() = 0;
  /// The month that the next step runs.
  virtual Month month() const = 0;
  /// Simulated persons alive.
  virtual uint64_t n_persons() const = 0;
  /// Everything that the future depends on, and what has been recorded.
  virtual void visit(Archive& archive) = 0;
  /// What has been recorded, handed over.
  virtual ResultBlock take_results(uint32_t scenario, uint32_t replicate) = 0;
  /// Digest of the population, the same however the work was split.
  virtual uint64_t digest() = 0;
  /// Recounts persons and money; throws RunError with the first that does not balance.
  virtual void audit() = 0;
};

}  // namespace rumbo
