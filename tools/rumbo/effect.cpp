// Effects from pairs. See effect.hpp.
#include "tools/rumbo/effect.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/base/error.hpp"
#include "tools/rumbo/moments.hpp"

namespace rumbo {

namespace {

double largest(std::span<const double> differences) {
  double size = 0;
  for (const double difference : differences) size = std::max(size, std::abs(difference));
  return size;
}

bool all_equal(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; });
}

/// What counts as one person; 0 = the spread of the replicates says enough.
double person_in(std::span<const double> differences, const EffectOptions& options) {
  const double size = largest(differences);
  // Small places may have lighter persons, which the largest difference gives away.
  if (options.person > 0) return size > 0 ? std::min(options.person, size) : options.person;
  return differences.size() < least_for_probability || all_equal(differences) ? size : 0;
}

Verdict verdict_of(const Interval& interval, double difference) {
  if (interval.low <= 0 && interval.high >= 0) return Verdict::not_distinguishable;
  return difference > 0 ? Verdict::higher : Verdict::lower;
}

void describe_sign(Effect& effect, std::span<const double> differences, double level) {
  const double sign = effect.difference > 0 ? 1 : effect.difference < 0 ? -1 : 0;
  const auto same = std::count_if(differences.begin(), differences.end(),
                                  [&](double d) { return sign == 0 ? d == 0 : d * sign > 0; });
  effect.share_of_sign = static_cast<double>(same) / static_cast<double>(effect.n);
  effect.verdict = largest(differences) == 0 ? Verdict::identical
                                             : verdict_of(effect.interval, effect.difference);
  if (effect.n < least_for_probability || all_equal(differences)) return;
  const double reach =
      sign < 0 ? effect.interval.high - effect.difference : effect.difference - effect.interval.low;
  effect.probability_of_sign = probability_of_sign(std::abs(effect.difference), reach,
                                                   static_cast<double>(effect.n - 1), level);
}

void describe_change(Effect& effect, std::span<const double> baseline,
                     std::span<const double> differences, double person, double level) {
  if (effect.baseline_mean == 0) return;
  const double ratio = effect.difference / effect.baseline_mean;
  std::vector<double> residuals(differences.begin(), differences.end());
  for (size_t i = 0; i < residuals.size(); ++i) residuals[i] -= ratio * baseline[i];
  const double error = std::sqrt(variance_of_mean(residuals, 0)) / std::abs(effect.baseline_mean);
  effect.relative = ratio;
  effect.relative_interval =
      student_interval(ratio, error, static_cast<double>(effect.n - 1), level);
  if (person <= 0) return;
  const Interval persons = interval_of_persons(differences, person, level);
  const double a = persons.low / effect.baseline_mean, b = persons.high / effect.baseline_mean;
  effect.relative_interval = hull(*effect.relative_interval, {std::min(a, b), std::max(a, b)});
}

}  // namespace

Interval mean_interval(std::span<const double> values, double level) {
  RUMBO_REQUIRE(values.size() >= 2 && level > 0 && level < 1);
  const double centre = mean_of(values);
  return student_interval(centre, std::sqrt(variance_of_mean(values, centre)),
                          static_cast<double>(values.size() - 1), level);
}

Effect paired_effect(std::span<const double> baseline, std::span<const double> scenario,
                     const EffectOptions& options) {
  RUMBO_REQUIRE(baseline.size() == scenario.size());
  std::vector<double> differences(scenario.begin(), scenario.end());
  for (size_t i = 0; i < differences.size(); ++i) differences[i] -= baseline[i];
  Effect effect;
  effect.n = effect.n_baseline = differences.size();
  effect.baseline_mean = mean_of(baseline);
  effect.scenario_mean = mean_of(scenario);
  effect.difference = mean_of(differences);
  effect.interval = mean_interval(differences, options.level);
  const double person = person_in(differences, options);
  if (person > 0)
    effect.interval =
        hull(effect.interval, interval_of_persons(differences, person, options.level));
  describe_sign(effect, differences, options.level);
  describe_change(effect, baseline, differences, person, options.level);
  drop_contradiction(effect);
  return effect;
}

void drop_contradiction(Effect& effect) {
  const auto holds_zero = [](const Interval& interval) {
    return interval.low <= 0 && interval.high >= 0;
  };
  if (effect.relative_interval &&
      holds_zero(*effect.relative_interval) != holds_zero(effect.interval))
    effect.relative_interval.reset();
}

}  // namespace rumbo
