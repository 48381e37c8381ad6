// See emulator_inputs.hpp.
#include "engine/sensitivity/emulator_inputs.hpp"

#include <cmath>

#include "engine/sensitivity/checks.hpp"
#include "engine/sensitivity/runs_used.hpp"

namespace rumbo {
namespace {

void check_number(size_t n_runs, size_t n_columns) {
  if (n_runs < n_columns + 3 || n_runs > most_runs_of_emulator)
    throw InputError(
        fmt::format("emulator: {} runs with a result; expected {} to {} for a mean of "
                    "{} numbers",
                    n_runs, n_columns + 3, most_runs_of_emulator, n_columns));
}

}  // namespace

EmulatorInputs::EmulatorInputs(const Design& design, std::span<const double> of_all,
                               EmulatorMean mean) {
  check_results("emulator", design, of_all);
  UsedRuns used(design, of_all);
  n_left_out = design.n_runs() - used.runs.size();
  points = std::move(used.points);
  results = std::move(used.results);
  check_number(used.runs.size(), mean == EmulatorMean::constant ? 1 : 1 + design.width());
  low = Eigen::RowVectorXd::Zero(points.cols());
  width = Eigen::RowVectorXd::Ones(points.cols());
  if (!design.are_shares) {
    low = points.colwise().minCoeff();
    width = points.colwise().maxCoeff() - low;
    for (Eigen::Index i = 0; i < width.size(); ++i)
      if (!(width[i] > 0))
        throw InputError(fmt::format("emulator: parameter '{}' is the same in all runs",
                                     design.names[static_cast<size_t>(i)]));
    points = (points.rowwise() - low).array().rowwise() / width.array();
  }
  centre = results.mean();
  results.array() -= centre;
  unit = std::sqrt(results.squaredNorm() / static_cast<double>(results.size() - 1));
  if (!(unit > 0)) throw InputError("emulator: the result is the same in all runs");
  results /= unit;
}

Eigen::MatrixXd columns_of_mean(EmulatorMean mean, const Eigen::MatrixXd& points) {
  if (mean == EmulatorMean::constant) return Eigen::MatrixXd::Ones(points.rows(), 1);
  Eigen::MatrixXd columns(points.rows(), points.cols() + 1);
  columns << Eigen::VectorXd::Ones(points.rows()), points;
  return columns;
}

}  // namespace rumbo
