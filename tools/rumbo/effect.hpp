// What replicates say about a difference between two scenarios.
//
// Pure arithmetic on numbers already read. May include: std, Boost.Math.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "tools/rumbo/rare_counts.hpp"

namespace rumbo {

enum class Verdict {
  identical,            ///< every replicate has exactly the same number in both scenarios
  not_distinguishable,  ///< the interval of the mean difference holds 0
  lower,
  higher
};

/// The effect of a scenario on one number, against the baseline.
struct Effect {
  size_t n = 0;              ///< replicates of the scenario, at least 2; of pairs where paired
  size_t n_baseline = 0;     ///< of the baseline; n where paired
  double baseline_mean = 0;  ///< in the unit of the number
  double scenario_mean = 0;
  double difference = 0;  ///< mean of scenario - baseline
  Interval interval;      ///< of the mean difference
  /// Share of pairs whose difference has the sign of the mean, 0 to 1; 1 if all are 0.
  std::optional<double> share_of_sign;
  /// Probability that the mean difference has the sign it shows; 0.5 = a toss-up. Nothing below
  /// `least_for_probability` replicates, and where all pairs differ by the same: no spread, no
  /// measure of chance.
  std::optional<double> probability_of_sign;
  /// Change of the mean as a share of the baseline's mean; nothing if that is 0.
  std::optional<double> relative;
  /// Nothing where it and `interval` disagree on whether there is no change: the baseline rests on
  /// too few to be a measure.
  std::optional<Interval> relative_interval;
  Verdict verdict = Verdict::identical;
};

inline constexpr double interval_level = 0.90;
/// Below this number of replicates no probability is given.
inline constexpr size_t least_for_probability = 5;

/// How an effect is worked out.
struct EffectOptions {
  double level = interval_level;  ///< of the intervals
  /// What one simulated person adds to the number; 0 = unknown (money, means, expected values).
  double person = 0;
};

/// Interval of a mean by Student's t with n - 1 degrees of freedom.
///
/// values  at least 2
/// level   share, 0 < level < 1
Interval mean_interval(std::span<const double> values, double level = interval_level);

/// baseline, scenario  [n], n >= 2; element i of both ran under the same random numbers
///
/// The interval is that of Student's t, widened to interval_of_persons() where the number counts
/// persons. Where it is not known how many persons it rests on, each pair that differs counts as
/// one person, but only below `least_for_probability` pairs and where all differ by the same: the
/// spread of the replicates says enough elsewhere.
/// The relative change is a ratio of means; its interval is the usual first-order one, from the
/// residuals (scenario - baseline) - R baseline ([Cochran 1977], Sampling Techniques, ch. 6),
/// widened in the same way.
Effect paired_effect(std::span<const double> baseline, std::span<const double> scenario,
                     const EffectOptions& options = {});

/// The same from independent runs, baseline [m] and scenario [n], both at least 2: Welch's interval
/// (1947, Biometrika 34, 28), widened to difference_of_counts() where the number counts persons
/// and there are not more than `few_persons` in all.
Effect unpaired_effect(std::span<const double> baseline, std::span<const double> scenario,
                       const EffectOptions& options = {});
inline constexpr double few_persons = 100;

/// Forgets the interval of the relative change where it contradicts that of the difference.
void drop_contradiction(Effect& effect);

}  // namespace rumbo
