// Points and results of the runs that did not fail, as matrices. May include: base, designs.
#pragma once
#include <Eigen/Dense>
#include <cmath>
#include <span>
#include <vector>

#include "engine/designs/design.hpp"

namespace rumbo {

struct UsedRuns {
  std::vector<size_t> runs;  ///< numbers of the runs, in the order of the design
  Eigen::MatrixXd points;    ///< [run used][parameter]
  Eigen::VectorXd results;   ///< [run used]

  /// results  [run]; what is not finite = the run failed
  UsedRuns(const Design& design, std::span<const double> of_all) {
    for (size_t run = 0; run < of_all.size(); ++run)
      if (std::isfinite(of_all[run])) runs.push_back(run);
    const auto n = static_cast<Eigen::Index>(runs.size());
    points.resize(n, static_cast<Eigen::Index>(design.width()));
    results.resize(n);
    for (Eigen::Index row = 0; row < n; ++row) {
      const size_t run = runs[static_cast<size_t>(row)];
      results[row] = of_all[run];
      for (Eigen::Index i = 0; i < points.cols(); ++i)
        points(row, i) = design.run(run)[static_cast<size_t>(i)];
    }
  }
};

}  // namespace rumbo
