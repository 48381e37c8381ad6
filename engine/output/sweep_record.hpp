// What a result file of a sweep says of the values that its runs were made with.
//
// May include: std only.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rumbo {

/// A parameter that a sweep varies.
struct SweptParameter {
  std::string name;  ///< "border.retry", or "border.apprehension[MEX->USA]" for one index
  std::string unit;
  double low = 0, central = 0, high = 0;  ///< the plausible range, see PlausibleRange
  std::string scale;                      ///< "linear", "log" or "logit"

  friend bool operator==(const SweptParameter&, const SweptParameter&) = default;
};

/// A run that ended with an error.
struct FailedRun {
  uint32_t number = 0;   ///< of the replicate, see SweepRecord
  std::string scenario;  ///< its name
  std::string message;

  friend bool operator==(const FailedRun&, const FailedRun&) = default;
};

/// Points of a design, each run with several replicates. What the file calls replicate `number` is
/// point number / replicates, replicate number % replicates of it; equal replicates share draws.
struct SweepRecord {
  std::string kind;       ///< of the design: "morris"
  std::string layout;     ///< "single_runs", "trajectories" or "saltelli", see DesignLayout
  uint64_t n_groups = 0;  ///< trajectories or base samples
  bool has_second_order = false;
  uint32_t replicates = 1;  ///< of a point
  std::vector<SweptParameter> parameters;
  std::vector<double> values;  ///< [point][parameter], in the parameter's unit
  std::vector<double> shares;  ///< [point][parameter] of the way from low to high; NaN = not known
  std::vector<FailedRun> failed{};

  size_t n_points() const { return parameters.empty() ? 0 : values.size() / parameters.size(); }
  size_t point_of(uint32_t number) const { return number / replicates; }
  uint32_t replicate_of(uint32_t number) const { return number % replicates; }
};

}  // namespace rumbo
