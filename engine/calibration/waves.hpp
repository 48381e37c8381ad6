// History matching wave by wave: runs where points are not ruled out yet, emulators of them, and
// what these rule out [Vernon, Goldstein and Bower 2010; Andrianakis and others 2015].
//
// Pure functions of a state that a caller can keep in a file. May include: base, random, maths,
// designs, sensitivity.
#pragma once
#include <functional>

#include "engine/calibration/implausibility.hpp"
#include "engine/calibration/space_left.hpp"

namespace rumbo {

struct WaveOptions {
  size_t n_points = 0;         ///< of each wave; 0 = ten a parameter
  uint32_t n_replicates = 1;   ///< runs at each point, at least 1
  size_t most_waves = 6;       ///< at least 1
  size_t n_cautious = 1;       ///< waves at first in which the second-largest implausibility counts
  double cut = 3;              ///< > 0 [Pukelsheim 1994]
  double least_fall = 0.05;    ///< by which part the share left must fall to go on, in [0, 1)
  EmulatorOptions emulator{};  ///< its seed is not used
  SpaceOptions space{};        ///< its seed is not used
  uint32_t seed = 0;
};

/// Why there is no other wave.
enum class WavesEnd : uint8_t {
  not_yet,
  nothing_left,       ///< every point is ruled out: see find_conflict
  share_stays,        ///< the last wave hardly made the space smaller
  emulators_suffice,  ///< runs at other points would not tell more than observations do
  waves_used_up
};

/// All that was found so far.
struct Calibration {
  std::vector<std::string> parameters;  ///< names
  std::vector<Target> targets;
  WaveOptions options{};
  std::vector<WaveRecord> waves{};

  /// The waves; parameters, targets and options must be those that the waves were made with.
  void visit(Archive& archive);
};

/// Results of a run, one a target; NaN (or none at all) = the run failed.
/// shares  [parameter] in [0, 1]
using Simulator =
    std::function<std::vector<double>(std::span<const double> shares, uint32_t replicate)>;

/// Points of the next wave, [point][parameter]: a Latin hypercube at first, then points spread
/// over what is left.
/// throws InputError  what check_targets and make_design refuse; nothing is left
std::vector<double> design_of_next_wave(const Calibration& calibration);

/// Results of replicates put together.
/// shares   [point][parameter]
/// results  [point][replicate][target]; what is not finite = that run failed
/// throws InputError  another number of results
WaveRuns gather_runs(std::span<const double> shares, std::span<const double> results,
                     size_t n_parameters, size_t n_targets, size_t n_replicates);

/// Fits emulators to the runs of a wave, and to those of earlier waves that are not ruled out yet,
/// and says what is left.
/// throws InputError  what an emulator refuses
void add_wave(Calibration& calibration, const WaveRuns& runs);

/// Whether another wave is worth its runs.
WavesEnd end_of_waves(const Calibration& calibration);

/// Emulators of all waves, as they were: what is left is NotRuledOut of them.
std::vector<Wave> waves_of(const Calibration& calibration);

/// Runs waves until one of the ends; goes on where the calibration stands. The same for the same
/// calibration and a simulator that gives the same for the same.
WavesEnd run_waves(Calibration& calibration, const Simulator& simulator);

}  // namespace rumbo
