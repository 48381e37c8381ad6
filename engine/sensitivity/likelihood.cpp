// See likelihood.hpp.
#include "engine/sensitivity/likelihood.hpp"

#include <algorithm>
#include <cmath>

#include "engine/maths/functions.hpp"

namespace rumbo {
namespace {

/// Squared differences of every two runs in each parameter, (0, 1), (0, 2), ..., (1, 2), ...
Eigen::MatrixXd squared_gaps(const Eigen::MatrixXd& points) {
  const auto n = points.rows();
  Eigen::MatrixXd gaps(n * (n - 1) / 2, points.cols());
  for (Eigen::Index i = 0; i < points.cols(); ++i)
    for (Eigen::Index a = 0, pair = 0; a < n; ++a)
      for (Eigen::Index b = a + 1; b < n; ++b, ++pair) {
        const double gap = points(a, i) - points(b, i);
        gaps(pair, i) = gap * gap;
      }
  return gaps;
}

std::span<double> numbers_of(Eigen::VectorXd& vector) {
  return {vector.data(), static_cast<size_t>(vector.size())};
}

/// The lower half of a matrix from its pairs, with the same number all along the diagonal.
Eigen::MatrixXd from_pairs(const Eigen::VectorXd& pairs, Eigen::Index n, double diagonal) {
  Eigen::MatrixXd matrix(n, n);
  for (Eigen::Index a = 0, pair = 0; a < n; ++a) {
    matrix(a, a) = diagonal;
    for (Eigen::Index b = a + 1; b < n; ++b) matrix(b, a) = pairs[pair++];
  }
  return matrix;
}

}  // namespace

EmulatorLikelihood::EmulatorLikelihood(const EmulatorInputs& inputs, const EmulatorOptions& options)
    : correlation_(options.correlation),
      mean_of_log_length_(log(static_cast<double>(inputs.points.cols())) / 2),
      columns_(columns_of_mean(options.mean, inputs.points)),
      results_(inputs.results),
      gaps_(squared_gaps(inputs.points)) {}

double EmulatorLikelihood::operator()(std::span<const double> logarithms,
                                      std::span<double> gradient) const {
  const auto width = gaps_.cols();
  Eigen::VectorXd inverse_squares(width);
  double prior = 0;
  for (Eigen::Index i = 0; i < width; ++i) {
    const double length = logarithms[static_cast<size_t>(i)];
    inverse_squares[i] = exp(-2 * length);
    const double off = (length - mean_of_log_length_) / deviation_of_log_length;
    prior -= off * off / 2;
  }
  const double nugget = exp(logarithms.back());
  Eigen::VectorXd squared = gaps_ * inverse_squares;
  Eigen::VectorXd correlations(squared.size()), slopes(gradient.empty() ? 0 : squared.size());
  correlate(correlation_, numbers_of(squared), numbers_of(correlations), numbers_of(slopes));
  const Conditioned given =
      condition(from_pairs(correlations, results_.size(), 1 + nugget), columns_, results_);
  std::fill(gradient.begin(), gradient.end(), 0);
  if (!gradient.empty() && std::isfinite(given.log_likelihood)) {
    set_gradient(given, inverse_squares, nugget, slopes, gradient);
    for (size_t i = 0; i + 1 < gradient.size(); ++i)
      gradient[i] -= (logarithms[i] - mean_of_log_length_) /
                     (deviation_of_log_length * deviation_of_log_length);
  }
  return given.log_likelihood + prior;
}

// With w = P y the likelihood changes by -1/2 [trace(P dC) - w' dC w / variance] where C changes.
void EmulatorLikelihood::set_gradient(const Conditioned& given,
                                      const Eigen::VectorXd& inverse_squares, double nugget,
                                      const Eigen::VectorXd& slopes,
                                      std::span<double> gradient) const {
  const Eigen::MatrixXd inverse = inverse_beside_mean(given);
  const Eigen::VectorXd& w = given.weights;
  Eigen::VectorXd pull(slopes.size());
  for (Eigen::Index a = 0, pair = 0; a < w.size(); ++a)
    for (Eigen::Index b = a + 1; b < w.size(); ++b, ++pair)
      pull[pair] = (inverse(b, a) - w[a] * w[b] / given.variance) * slopes[pair];
  // Each pair stands twice in C, and a squared distance falls by twice its part as a length grows.
  const Eigen::VectorXd along = 2 * (gaps_.transpose() * pull).cwiseProduct(inverse_squares);
  std::copy(along.begin(), along.end(), gradient.begin());
  gradient.back() = -nugget / 2 * (inverse.trace() - w.squaredNorm() / given.variance);
}

}  // namespace rumbo
