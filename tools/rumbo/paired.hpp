// What replicates under common random numbers say about a difference between two scenarios.
//
// Pure arithmetic on numbers already read. May include: std, Boost.Math.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace rumbo {

struct Interval {
  double low = 0;
  double high = 0;
};

enum class Verdict {
  identical,            ///< every replicate has exactly the same number in both scenarios
  not_distinguishable,  ///< the interval of the mean difference holds 0
  lower,
  higher
};

/// The effect of a scenario on one number, replicate by replicate against the baseline.
struct PairedEffect {
  size_t n = 0;              ///< replicates, at least 2
  double baseline_mean = 0;  ///< in the unit of the number
  double scenario_mean = 0;
  double difference = 0;  ///< mean of scenario - baseline
  Interval interval;      ///< of the mean difference
  /// Share of replicates whose difference has the sign of the mean, 0 to 1; 1 if all are 0.
  double share_of_sign = 0;
  /// Probability by Student's t that the mean difference has the sign it shows; 0.5 = a toss-up.
  double probability_of_sign = 0.5;
  /// Change of the mean as a share of the baseline's mean; nothing if that is 0.
  std::optional<double> relative;
  std::optional<Interval> relative_interval;
  Verdict verdict = Verdict::identical;
};

inline constexpr double interval_level = 0.90;

/// Interval of a mean by Student's t with n - 1 degrees of freedom.
///
/// values  at least 2
/// level   share, 0 < level < 1
Interval mean_interval(std::span<const double> values, double level = interval_level);

/// baseline, scenario  [n], n >= 2; element i of both comes from the same replicate
///
/// The relative change is a ratio of means; its interval is the usual first-order one, from the
/// residuals (scenario - baseline) - R baseline ([Cochran 1977], Sampling Techniques, ch. 6).
PairedEffect paired_effect(std::span<const double> baseline, std::span<const double> scenario,
                           double level = interval_level);

}  // namespace rumbo
