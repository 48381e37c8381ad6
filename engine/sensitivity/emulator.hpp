// An emulator: a Gaussian process through the results of runs, which stands in for the model where
// it was not run [Sacks and others 1989; Rasmussen and Williams 2006].
//
// May include: base, random, maths, designs.
#pragma once
#include <Eigen/Dense>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/designs/design.hpp"
#include "engine/sensitivity/conditioned.hpp"
#include "engine/sensitivity/correlation.hpp"

namespace rumbo {

/// An emulator takes no more: the time to fit it grows with the cube of the runs.
inline constexpr size_t most_runs_of_emulator = 2000;

/// What the mean is made of.
enum class EmulatorMean : uint8_t {
  constant,
  linear  ///< a constant and a slope for each parameter
};

struct EmulatorOptions {
  Correlation correlation = Correlation::matern_52;
  EmulatorMean mean = EmulatorMean::constant;
  size_t n_starts = 3;            ///< from which scales are looked for, at least 1
  size_t most_evaluations = 200;  ///< of the likelihood, in each climb
  uint32_t seed = 0;              ///< of the starts
};

/// How far a result is alike in each direction, and how much of it is noise.
struct EmulatorScales {
  /// [parameter]; a length of 1 is the whole range of the parameter, > 0.
  std::vector<double> lengths;
  /// Variance of the noise (of replicates, or of what the surface is too rough for) as a multiple
  /// of the variance of the surface, > 0.
  double nugget;
};

/// Of the surface at a point: the expected result, without the noise of a run.
struct EmulatorPrediction {
  double mean = 0;
  double variance = 0;  ///< that of the emulator's ignorance; a run has noise_variance() beside it
};

/// What the emulator says of each run from all others.
struct LeaveOneOut {
  std::vector<double> errors;      ///< [run used] result less what was predicted
  std::vector<double> deviations;  ///< [run used] standard deviation predicted, noise included
  double rmse = 0;                 ///< root of the mean squared error
  double q2 = 0;           ///< 1 - squared errors / squared deviations from the mean of the results
  double share_in_90 = 0;  ///< of results that lie inside of their 90% intervals
};

/// Inputs are scaled to the unit cube: shares as they are, other values by the range of their
/// column.
class Emulator {
 public:
  /// Finds scales by the greatest restricted likelihood with a weak prior of the logarithms of the
  /// lengths, then builds the emulator. The same for the same options. 400 runs of 40 parameters
  /// take about a quarter of a minute.
  /// results  [run]; NaN or infinite = the run failed; it is left out
  /// throws InputError  another number of results than runs, too few or too many runs, results all
  /// the same, a
  ///                    parameter that is the same in all runs and no share
  static Emulator fit(const Design& design, std::span<const double> results,
                      const EmulatorOptions& options = {});

  /// Builds the emulator with scales that are known.
  /// throws InputError  as fit
  Emulator(const Design& design, std::span<const double> results, const EmulatorScales& scales,
           const EmulatorOptions& options = {});

  /// point  [parameter], in the units of the design
  EmulatorPrediction predict(std::span<const double> point) const;
  /// Means at many points, each as predict gives it but for rounding.
  /// points  [point][parameter], row by row
  std::vector<double> means(std::span<const double> points) const;
  /// In closed form: [Rasmussen and Williams 2006], equations 5.10 to 5.12, with the mean estimated
  /// anew without each run [Dubrule 1983]; scales and variance are those of all runs. Of points
  /// that lie evenly, as Sobol's, each leaves a hole: errors are somewhat larger than those of new
  /// points.
  LeaveOneOut leave_one_out() const;

  const std::vector<std::string>& names() const { return names_; }
  const EmulatorScales& scales() const { return scales_; }
  /// Of the result of a run about the surface, in squared units of the result.
  double noise_variance() const { return scales_.nugget * given_.variance * unit_ * unit_; }
  size_t n_runs() const { return static_cast<size_t>(results_.size()); }  ///< used
  size_t n_left_out() const { return n_left_out_; }                       ///< failed
  /// The same points of the design's units from shares in [0, 1].
  /// shares  [point][parameter], changed in place
  void from_shares(std::span<double> shares) const;

 private:
  /// Correlations of points with the runs, [point][run].
  Eigen::MatrixXd correlations_with_runs(const Eigen::MatrixXd& scaled) const;
  Eigen::MatrixXd scaled_points(std::span<const double> points) const;

  std::vector<std::string> names_;
  EmulatorOptions options_;
  EmulatorScales scales_;
  size_t n_left_out_ = 0;
  Eigen::RowVectorXd low_, width_;  ///< [parameter] of the unit cube in the design's units
  Eigen::MatrixXd points_;          ///< [run][parameter] in the unit cube, divided by the lengths
  double centre_ = 0, unit_ = 1;    ///< mean and deviation of the results
  Eigen::VectorXd results_;         ///< [run] in standard deviations from the mean
  Conditioned given_;
};

}  // namespace rumbo
