// See regression.hpp.
#include "engine/sensitivity/regression.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "engine/maths/functions.hpp"
#include "engine/sensitivity/checks.hpp"
#include "engine/sensitivity/runs_used.hpp"

namespace rumbo {
namespace {

/// Takes the mean off and divides by the standard deviation; false if there is none.
bool standardize(Eigen::Ref<Eigen::VectorXd> column) {
  column.array() -= column.mean();
  const double deviation = std::sqrt(column.squaredNorm() / static_cast<double>(column.size() - 1));
  if (!(deviation > 0)) return false;
  column /= deviation;
  return true;
}

/// Diagonal of the inverse of X'X, [column].
Eigen::VectorXd inverse_diagonal(const Eigen::ColPivHouseholderQR<Eigen::MatrixXd>& qr) {
  const auto n = qr.cols();
  const Eigen::MatrixXd inverse =
      qr.matrixR().topLeftCorner(n, n).triangularView<Eigen::Upper>().solve(
          Eigen::MatrixXd::Identity(n, n));
  return qr.colsPermutation() * inverse.rowwise().squaredNorm();
}

void check_enough_runs(size_t n_runs, size_t n_parameters) {
  if (n_runs < n_parameters + 2)
    throw InputError(
        fmt::format("regression: {} runs with a result; expected at least {} for {} "
                    "parameters",
                    n_runs, n_parameters + 2, n_parameters));
}

void standardize_all(const Design& design, UsedRuns& used) {
  for (Eigen::Index i = 0; i < used.points.cols(); ++i)
    if (!standardize(used.points.col(i)))
      throw InputError(fmt::format("regression: parameter '{}' is the same in all runs",
                                   design.names[static_cast<size_t>(i)]));
  standardize(used.results);
}

}  // namespace

double student_quantile(double p, double degrees_of_freedom) {
  const double z = normal_quantile(p), z2 = z * z, n = degrees_of_freedom;
  const double g1 = z * (z2 + 1) / 4, g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
  const double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  const double g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
  return z + (g1 + (g2 + (g3 + g4 / n) / n) / n) / n;
}

Regression regression(const Design& design, std::span<const double> results, double level) {
  check_results("regression", design, results);
  UsedRuns used(design, results);
  check_enough_runs(used.runs.size(), design.width());
  const auto n = static_cast<double>(used.runs.size());
  const double free = n - static_cast<double>(design.width()) - 1;
  standardize_all(design, used);
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(used.points);
  if (qr.rank() < used.points.cols())
    throw InputError(
        fmt::format("regression: of {} parameters only {} change independently of "
                    "each other",
                    design.width(), qr.rank()));
  const Eigen::VectorXd slopes = qr.solve(used.results);
  const double left = (used.results - used.points * slopes).squaredNorm();
  const Eigen::VectorXd errors = (left / free * inverse_diagonal(qr)).cwiseSqrt();
  const double reach = student_quantile((1 + level) / 2, free);
  Regression found;
  for (Eigen::Index i = 0; i < slopes.size(); ++i)
    found.coefficients.push_back(
        {slopes[i], {slopes[i] - reach * errors[i], slopes[i] + reach * errors[i]}});
  found.r2 = 1 - left / used.results.squaredNorm();
  found.adjusted_r2 = 1 - (1 - found.r2) * (n - 1) / free;
  found.n_runs = used.runs.size();
  found.n_left_out = design.n_runs() - found.n_runs;
  return found;
}

}  // namespace rumbo
