// See emulator.hpp. Fitting is in emulator_fit.cpp.
#include "engine/sensitivity/emulator.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"
#include "engine/sensitivity/emulator_inputs.hpp"

namespace rumbo {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::span<double> numbers_of(Eigen::MatrixXd& matrix) {
  return {matrix.data(), static_cast<size_t>(matrix.size())};
}

/// Squared distances of two sets of points, [point of a][point of b].
Eigen::MatrixXd squared_distances(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
  Eigen::MatrixXd squared = -2 * a * b.transpose();
  squared.colwise() += a.rowwise().squaredNorm();
  squared.rowwise() += b.rowwise().squaredNorm().transpose();
  return squared.cwiseMax(0);
}

}  // namespace

Emulator::Emulator(const Design& design, std::span<const double> results,
                   const EmulatorScales& scales, const EmulatorOptions& options)
    : names_(design.names), options_(options), scales_(scales) {
  RUMBO_REQUIRE(scales.lengths.size() == design.width() && scales.nugget > 0);
  EmulatorInputs inputs(design, results, options.mean);
  n_left_out_ = inputs.n_left_out;
  low_ = inputs.low;
  width_ = inputs.width;
  centre_ = inputs.centre;
  unit_ = inputs.unit;
  results_ = std::move(inputs.results);
  const Eigen::Map<const Eigen::RowVectorXd> lengths(scales_.lengths.data(), low_.size());
  points_ = inputs.points.array().rowwise() / lengths.array();
  Eigen::MatrixXd correlations = correlations_with_runs(points_);
  correlations.diagonal().setConstant(1 + scales_.nugget);
  given_ = condition(correlations, columns_of_mean(options_.mean, inputs.points), results_);
  if (!std::isfinite(given_.log_likelihood))
    throw InputError(
        "emulator: runs at the same points, or parameters that do not change by "
        "themselves, leave nothing to tell them apart; use a constant mean or a "
        "larger nugget");
}

Eigen::MatrixXd Emulator::correlations_with_runs(const Eigen::MatrixXd& scaled) const {
  Eigen::MatrixXd squared = squared_distances(scaled, points_),
                  found(squared.rows(), squared.cols());
  correlate(options_.correlation, numbers_of(squared), numbers_of(found));
  return found;
}

Eigen::MatrixXd Emulator::scaled_points(std::span<const double> points) const {
  const auto width = low_.size();
  const Eigen::Map<const RowMajor> all(points.data(),
                                       static_cast<Eigen::Index>(points.size()) / width, width);
  return (all.rowwise() - low_).array().rowwise() / width_.array();
}

EmulatorPrediction Emulator::predict(std::span<const double> point) const {
  RUMBO_REQUIRE(point.size() == names_.size());
  const Eigen::MatrixXd cube = scaled_points(point);
  const Eigen::Map<const Eigen::RowVectorXd> lengths(scales_.lengths.data(), low_.size());
  const Eigen::VectorXd near =
      correlations_with_runs(cube.array().rowwise() / lengths.array()).transpose();
  const Eigen::VectorXd columns = columns_of_mean(options_.mean, cube).transpose();
  const double mean = columns.dot(given_.coefficients) + near.dot(given_.weights);
  const Eigen::VectorXd whitened = given_.root.matrixL().solve(near);
  const Eigen::VectorXd beyond =
      given_.root_of_mean.matrixL().solve(columns - given_.whitened_mean.transpose() * whitened);
  const double ignorance = 1 - whitened.squaredNorm() + beyond.squaredNorm();
  return {centre_ + unit_ * mean, unit_ * unit_ * given_.variance * std::max(ignorance, 0.0)};
}

std::vector<double> Emulator::means(std::span<const double> points) const {
  RUMBO_REQUIRE(points.size() % names_.size() == 0);
  constexpr size_t n_at_a_time = 1024;
  const Eigen::Map<const Eigen::RowVectorXd> lengths(scales_.lengths.data(), low_.size());
  std::vector<double> found;
  for (size_t at = 0; at < points.size(); at += n_at_a_time * names_.size()) {
    const size_t end = std::min(points.size(), at + n_at_a_time * names_.size());
    const Eigen::MatrixXd cube = scaled_points(points.subspan(at, end - at));
    const Eigen::VectorXd means =
        columns_of_mean(options_.mean, cube) * given_.coefficients +
        correlations_with_runs(cube.array().rowwise() / lengths.array()) * given_.weights;
    for (const double mean : means) found.push_back(centre_ + unit_ * mean);
  }
  return found;
}

LeaveOneOut Emulator::leave_one_out() const {
  const double reach = normal_quantile(0.95);
  const Eigen::VectorXd diagonal = inverse_beside_mean(given_).diagonal();
  LeaveOneOut found;
  double squares = 0, n_inside = 0;
  for (Eigen::Index run = 0; run < results_.size(); ++run) {
    const double error = unit_ * given_.weights[run] / diagonal[run];
    const double deviation = unit_ * std::sqrt(given_.variance / diagonal[run]);
    found.errors.push_back(error);
    found.deviations.push_back(deviation);
    squares += error * error;
    n_inside += std::fabs(error) <= reach * deviation;
  }
  const auto n = static_cast<double>(results_.size());
  found.rmse = std::sqrt(squares / n);
  found.q2 = 1 - squares / (unit_ * unit_ * results_.squaredNorm());
  found.share_in_90 = n_inside / n;
  return found;
}

void Emulator::from_shares(std::span<double> shares) const {
  for (size_t i = 0; i < shares.size(); ++i) {
    const auto parameter = static_cast<Eigen::Index>(i % names_.size());
    shares[i] = low_[parameter] + width_[parameter] * shares[i];
  }
}

}  // namespace rumbo
