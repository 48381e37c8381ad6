// See paired.hpp.
#include "tools/rumbo/paired.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Standard error of a mean whose deviations from it are given.
double standard_error(std::span<const double> deviations) {
  double squares = 0;
  for (const double deviation : deviations) squares += deviation * deviation;
  const auto n = static_cast<double>(deviations.size());
  return std::sqrt(squares / (n - 1) / n);
}

boost::math::students_t student(size_t n) {
  return boost::math::students_t(static_cast<double>(n - 1));
}

Interval around(double centre, double error, size_t n, double level) {
  const double reach = error > 0 ? boost::math::quantile(student(n), 0.5 + level / 2) * error : 0;
  return {centre - reach, centre + reach};
}

std::vector<double> deviations_of(std::span<const double> values) {
  std::vector<double> deviations(values.begin(), values.end());
  const double centre = mean(values);
  for (double& value : deviations) value -= centre;
  return deviations;
}

void describe_sign(PairedEffect& effect, std::span<const double> differences) {
  const bool all_zero =
      std::all_of(differences.begin(), differences.end(), [](double d) { return d == 0; });
  const double sign = effect.difference > 0 ? 1 : effect.difference < 0 ? -1 : 0;
  const auto same = std::count_if(differences.begin(), differences.end(),
                                  [&](double d) { return sign == 0 ? d == 0 : d * sign > 0; });
  effect.share_of_sign = static_cast<double>(same) / static_cast<double>(differences.size());
  const double error = standard_error(deviations_of(differences));
  if (sign != 0)
    effect.probability_of_sign =
        error > 0 ? boost::math::cdf(student(effect.n), std::abs(effect.difference) / error) : 1;
  if (all_zero)
    effect.verdict = Verdict::identical;
  else if (effect.interval.low <= 0 && effect.interval.high >= 0)
    effect.verdict = Verdict::not_distinguishable;
  else
    effect.verdict = effect.difference > 0 ? Verdict::higher : Verdict::lower;
}

void describe_change(PairedEffect& effect, std::span<const double> baseline,
                     std::span<const double> differences, double level) {
  if (effect.baseline_mean == 0) return;
  const double ratio = effect.difference / effect.baseline_mean;
  std::vector<double> residuals(differences.begin(), differences.end());
  for (size_t i = 0; i < residuals.size(); ++i) residuals[i] -= ratio * baseline[i];
  effect.relative = ratio;
  effect.relative_interval =
      around(ratio, standard_error(residuals) / std::abs(effect.baseline_mean), effect.n, level);
}

}  // namespace

Interval mean_interval(std::span<const double> values, double level) {
  RUMBO_REQUIRE(values.size() >= 2 && level > 0 && level < 1);
  return around(mean(values), standard_error(deviations_of(values)), values.size(), level);
}

PairedEffect paired_effect(std::span<const double> baseline, std::span<const double> scenario,
                           double level) {
  RUMBO_REQUIRE(baseline.size() == scenario.size());
  std::vector<double> differences(scenario.begin(), scenario.end());
  for (size_t i = 0; i < differences.size(); ++i) differences[i] -= baseline[i];
  PairedEffect effect;
  effect.n = differences.size();
  effect.baseline_mean = mean(baseline);
  effect.scenario_mean = mean(scenario);
  effect.difference = mean(differences);
  effect.interval = mean_interval(differences, level);
  describe_sign(effect, differences);
  describe_change(effect, baseline, differences, level);
  return effect;
}

}  // namespace rumbo
