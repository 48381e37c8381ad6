// See abc.hpp.
#include "engine/calibration/abc.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/calibration/drawing.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo {
namespace {

/// Shares nearer to an end than this have the logit of this.
constexpr double least_share = 1e-6;

double logit(double share) {
  const double kept = std::clamp(share, least_share, 1 - least_share);
  return log(kept) - log1p(-kept);
}

double inverse_logit(double x) {
  return 1 / (1 + exp(-x));
}

/// Runs with results, their errors added.
struct AbcRuns {
  std::vector<size_t> runs{};
  Eigen::MatrixXd gaps{};       ///< [run][target] less what was observed, in deviations
  Eigen::VectorXd distances{};  ///< [run]
};

/// Divides the gaps of each target by their deviation.
void scale_gaps(Eigen::MatrixXd& gaps, const std::vector<Target>& targets) {
  for (Eigen::Index target = 0; target < gaps.cols(); ++target) {
    auto column = gaps.col(target);
    const double deviation = std::sqrt((column.array() - column.mean()).square().mean());
    if (!(deviation > 0))
      throw InputError(fmt::format("target '{}': the result is the same in all runs",
                                   targets[static_cast<size_t>(target)].name));
    column /= deviation;
  }
}

AbcRuns gaps_of_runs(std::span<const double> results, const std::vector<Target>& targets,
                     uint32_t seed) {
  const size_t n = targets.size();
  const Draws draws(seed, 0);
  AbcRuns found;
  std::vector<double> gaps;
  for (size_t run = 0; run < results.size() / n; ++run) {
    const auto own = results.subspan(run * n, n);
    if (!std::all_of(own.begin(), own.end(), [](double x) { return std::isfinite(x); })) continue;
    found.runs.push_back(run);
    for (uint32_t i = 0; i < n; ++i) {
      const double deviation = std::hypot(targets[i].observation_sd, targets[i].discrepancy_sd);
      const double error =
          draws.normal(static_cast<uint32_t>(run), Month(0), purpose::target_error, i);
      gaps.push_back(own[i] + deviation * error - targets[i].observed);
    }
  }
  if (found.runs.empty()) throw InputError("calibration: no run has a result");
  const auto width = static_cast<Eigen::Index>(n);
  found.gaps = Eigen::Map<const Eigen::MatrixXd>(gaps.data(), width,
                                                 static_cast<Eigen::Index>(found.runs.size()))
                   .transpose();
  scale_gaps(found.gaps, targets);
  found.distances = found.gaps.rowwise().norm();
  return found;
}

/// The nearest runs, as rows of AbcRuns, and the distance beyond which none counts.
struct NearestRuns {
  std::vector<Eigen::Index> rows;
  double reach;
};

NearestRuns nearest_runs(const AbcRuns& all, double share_kept, size_t n_targets) {
  std::vector<Eigen::Index> order(all.runs.size());
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
    return all.distances[a] < all.distances[b];
  });
  const auto n = static_cast<size_t>(std::ceil(share_kept * static_cast<double>(all.runs.size())));
  if (n < n_targets + 3)
    throw InputError(fmt::format("calibration: {} of {} runs are near; expected at least {}", n,
                                 all.runs.size(), n_targets + 3));
  order.resize(n);
  // A little beyond the last one, which would have no weight otherwise.
  const double reach = all.distances[order.back()] * (1 + 1e-9);
  return {std::move(order), reach > 0 ? reach : 1};
}

/// Weighted least squares of logits on gaps, and what is left of them where no gap is.
/// logits   [sample][parameter]
/// weights  [sample]
Eigen::MatrixXd moved_to_targets(const Eigen::MatrixXd& logits, const Eigen::MatrixXd& gaps,
                                 const Eigen::VectorXd& weights) {
  Eigen::MatrixXd columns(gaps.rows(), gaps.cols() + 1);
  columns << Eigen::VectorXd::Ones(gaps.rows()), gaps;
  const Eigen::VectorXd roots = weights.cwiseSqrt();
  const Eigen::MatrixXd slopes =
      (roots.asDiagonal() * columns).colPivHouseholderQr().solve(roots.asDiagonal() * logits);
  return logits - gaps * slopes.bottomRows(gaps.cols());
}

void check_sizes(size_t n_shares, size_t n_results, size_t n_parameters, size_t n_targets) {
  if (n_parameters == 0 || n_shares % n_parameters != 0 || n_results % n_targets != 0 ||
      n_shares / n_parameters != n_results / n_targets)
    throw InputError(fmt::format(
        "calibration: {} shares of {} parameters and {} results of {} targets do not fit", n_shares,
        n_parameters, n_results, n_targets));
}

}  // namespace

AbcSample abc_sample(std::span<const double> shares, std::span<const double> results,
                     size_t n_parameters, const std::vector<Target>& targets,
                     const AbcOptions& options) {
  RUMBO_REQUIRE(options.share_kept > 0 && options.share_kept <= 1);
  check_targets(targets);
  check_sizes(shares.size(), results.size(), n_parameters, targets.size());
  const AbcRuns all = gaps_of_runs(results, targets, options.seed);
  const NearestRuns near = nearest_runs(all, options.share_kept, targets.size());
  const auto n = static_cast<Eigen::Index>(near.rows.size());
  Eigen::MatrixXd logits(n, static_cast<Eigen::Index>(n_parameters)), gaps(n, all.gaps.cols());
  Eigen::VectorXd weights(n);
  AbcSample sample;
  sample.n_left_out = shares.size() / n_parameters - all.runs.size();
  for (Eigen::Index i = 0; i < n; ++i) {
    const Eigen::Index row = near.rows[static_cast<size_t>(i)];
    const double far = all.distances[row] / near.reach;
    sample.runs.push_back(all.runs[static_cast<size_t>(row)]);
    weights[i] = 1 - far * far;
    gaps.row(i) = all.gaps.row(row);
    for (Eigen::Index p = 0; p < logits.cols(); ++p)
      logits(i, p) = logit(shares[sample.runs.back() * n_parameters + static_cast<size_t>(p)]);
  }
  weights /= weights.sum();
  const Eigen::MatrixXd moved = moved_to_targets(logits, gaps, weights);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index p = 0; p < moved.cols(); ++p)
      sample.shares.push_back(inverse_logit(moved(i, p)));
    sample.weights.push_back(weights[i]);
  }
  sample.effective = 1 / weights.squaredNorm();
  return sample;
}

}  // namespace rumbo
