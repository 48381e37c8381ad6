// How likely results are for given scales of an emulator, and which way it grows.
//
// May include: base, maths, designs.
#pragma once
#include <Eigen/Dense>
#include <span>

#include "engine/sensitivity/emulator.hpp"
#include "engine/sensitivity/emulator_inputs.hpp"

namespace rumbo {

/// A weak prior of lengths: their logarithms are normal about log(sqrt(parameters)), a distance
/// that two points of the cube have, with deviation 1.5: within a factor of 20 with probability
/// 95%. It decides only where results say nothing, as of parameters without effect.
inline constexpr double deviation_of_log_length = 1.5;

/// Logarithm of the restricted likelihood with the prior, by the logarithms of the lengths and of
/// the nugget.
class EmulatorLikelihood {
 public:
  EmulatorLikelihood(const EmulatorInputs& inputs, const EmulatorOptions& options);

  /// logarithms  [parameter], and the nugget's at the end
  /// gradient    written, as long; empty = not wanted
  /// -infinity, with a gradient of 0, where correlations are singular
  double operator()(std::span<const double> logarithms, std::span<double> gradient) const;

  double mean_of_log_length() const { return mean_of_log_length_; }

 private:
  void set_gradient(const Conditioned& given, const Eigen::VectorXd& inverse_squares, double nugget,
                    const Eigen::VectorXd& slopes, std::span<double> gradient) const;

  Correlation correlation_;
  double mean_of_log_length_;
  Eigen::MatrixXd columns_;  ///< of the mean, [run][column]
  Eigen::VectorXd results_;
  Eigen::MatrixXd gaps_;  ///< [pair of runs][parameter], squared; pairs by column of the lower half
};

}  // namespace rumbo
