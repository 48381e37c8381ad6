// How implausible a point is: how far what emulators say of it lies from what was observed
// [Craig and others 1997; Vernon, Goldstein and Bower 2010].
//
// May include: base, designs, sensitivity.
#pragma once
#include <span>
#include <vector>

#include "engine/calibration/target.hpp"
#include "engine/calibration/wave_record.hpp"
#include "engine/sensitivity/emulator.hpp"

namespace rumbo {

/// What is said of one target at a point.
struct TargetFit {
  double mean = 0;  ///< what the emulator expects
  VarianceParts variances{};
  double implausibility = 0;  ///< |observed - mean| / root of the sum of the variances
};

/// A wave that can be asked: its record and an emulator a target.
class Wave {
 public:
  /// Fits the emulators and writes their scales and checks into the record.
  /// throws InputError  what Emulator::fit refuses, the target named
  static Wave fit(const std::vector<std::string>& parameters, const std::vector<Target>& targets,
                  WaveRecord record, const EmulatorOptions& options);
  /// Makes the emulators of a record again: the same predictions to the bit.
  Wave(const std::vector<std::string>& parameters, const std::vector<Target>& targets,
       WaveRecord record);

  /// shares  [parameter] in [0, 1]
  TargetFit at(size_t target, std::span<const double> shares) const;
  /// The rank-th largest implausibility over the targets that count, divided by the cut: the point
  /// is ruled out above 1. With fewer targets than the rank the smallest counts; 0 without any.
  /// bound     a score above it may come out as any number above it, which takes less time
  /// is_taken  [target] whether it counts; empty = all do
  double score(std::span<const double> shares, double bound,
               const std::vector<bool>& is_taken = {}) const;

  const WaveRecord& record() const { return record_; }
  WaveRecord& record() { return record_; }
  const std::vector<Target>& targets() const { return targets_; }
  const Emulator& emulator(size_t target) const { return emulators_[target]; }

 private:
  std::vector<Target> targets_;
  WaveRecord record_;
  std::vector<Emulator> emulators_;
};

/// Points that no wave has ruled out. It keeps the waves, not a copy of them: they must outlive it.
class NotRuledOut {
 public:
  explicit NotRuledOut(std::span<const Wave> waves, std::vector<bool> is_taken = {})
      : waves_(waves), is_taken_(std::move(is_taken)) {}

  /// The largest of Wave::score over the waves; bound as there.
  double score(std::span<const double> shares, double bound) const;
  bool holds(std::span<const double> shares) const { return score(shares, 1) <= 1; }
  std::span<const Wave> waves() const { return waves_; }

 private:
  std::span<const Wave> waves_;
  std::vector<bool> is_taken_;
};

}  // namespace rumbo
