// Runs as the emulator takes them: points in the unit cube, results of mean 0 and deviation 1.
//
// May include: base, maths, designs.
#pragma once
#include <Eigen/Dense>
#include <span>

#include "engine/designs/design.hpp"
#include "engine/sensitivity/emulator.hpp"

namespace rumbo {

struct EmulatorInputs {
  Eigen::MatrixXd points;         ///< [run][parameter] in the unit cube
  Eigen::RowVectorXd low, width;  ///< [parameter] of the cube in the design's units
  Eigen::VectorXd results;        ///< [run]
  double centre = 0, unit = 1;    ///< of the results
  size_t n_left_out = 0;

  /// throws InputError  as Emulator::fit
  EmulatorInputs(const Design& design, std::span<const double> of_all, EmulatorMean mean);
};

/// Columns of which the mean is a combination, [point][column].
/// points  [point][parameter] in the unit cube
Eigen::MatrixXd columns_of_mean(EmulatorMean mean, const Eigen::MatrixXd& points);

}  // namespace rumbo
