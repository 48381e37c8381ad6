// See conditioned.hpp.
#include "engine/sensitivity/conditioned.hpp"

#include <algorithm>
#include <limits>

#include "engine/maths/functions.hpp"

namespace rumbo {
namespace {

/// A variance of results of deviation 1 below which they are known without error.
constexpr double least_variance = 1e-20;

double log_determinant(const Eigen::LLT<Eigen::MatrixXd>& root) {
  double sum = 0;
  for (const double x : root.matrixLLT().diagonal()) sum += log(x);
  return 2 * sum;
}

}  // namespace

Conditioned condition(const Eigen::MatrixXd& correlations, const Eigen::MatrixXd& mean,
                      const Eigen::VectorXd& results) {
  Conditioned given;
  given.root.compute(correlations);
  given.log_likelihood = -std::numeric_limits<double>::infinity();
  if (given.root.info() != Eigen::Success) return given;
  given.whitened_mean = given.root.matrixL().solve(mean);
  given.root_of_mean.compute(given.whitened_mean.transpose() * given.whitened_mean);
  if (given.root_of_mean.info() != Eigen::Success) return given;
  const Eigen::VectorXd whitened = given.root.matrixL().solve(results);
  given.coefficients = given.root_of_mean.solve(given.whitened_mean.transpose() * whitened);
  const Eigen::VectorXd left = whitened - given.whitened_mean * given.coefficients;
  given.weights = given.root.matrixU().solve(left);
  const auto free = static_cast<double>(mean.rows() - mean.cols());
  given.variance = std::max(left.squaredNorm() / free, least_variance);
  given.log_likelihood = -0.5 * (free * log(given.variance) + log_determinant(given.root) +
                                 log_determinant(given.root_of_mean));
  return given;
}

Eigen::MatrixXd inverse_beside_mean(const Conditioned& given) {
  const auto n = given.whitened_mean.rows();
  Eigen::MatrixXd root = Eigen::MatrixXd::Identity(n, n);
  given.root.matrixL().solveInPlace(root);
  // inverse(C) H, times the inverse root of H' inverse(C) H.
  Eigen::MatrixXd lost = given.root.matrixU().solve(given.whitened_mean).transpose();
  given.root_of_mean.matrixL().solveInPlace(lost);
  Eigen::MatrixXd inverse = Eigen::MatrixXd::Zero(n, n);
  inverse.selfadjointView<Eigen::Lower>().rankUpdate(root.transpose());
  inverse.selfadjointView<Eigen::Lower>().rankUpdate(lost.transpose(), -1);
  inverse.triangularView<Eigen::StrictlyUpper>() = inverse.transpose();
  return inverse;
}

}  // namespace rumbo
