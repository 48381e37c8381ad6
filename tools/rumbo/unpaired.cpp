// Effects from independent runs. See effect.hpp.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/error.hpp"
#include "tools/rumbo/effect.hpp"
#include "tools/rumbo/moments.hpp"

namespace rumbo {

namespace {

/// Variances of two means, and the degrees of freedom of their sum (Welch and Satterthwaite).
struct Welch {
  double error = 0;
  double freedom = 1;

  Welch(double a, size_t n_a, double b, size_t n_b) : error(std::sqrt(a + b)) {
    const double parts =
        a * a / static_cast<double>(n_a - 1) + b * b / static_cast<double>(n_b - 1);
    if (parts > 0) freedom = (a + b) * (a + b) / parts;
  }
};

double sum_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

bool all_equal(std::span<const double> a, std::span<const double> b) {
  const auto is_first = [&](double value) { return value == a[0]; };
  return std::all_of(a.begin(), a.end(), is_first) && std::all_of(b.begin(), b.end(), is_first);
}

/// Widens for numbers that count few persons.
void allow_for_few(Effect& effect, std::span<const double> baseline,
                   std::span<const double> scenario, const EffectOptions& options) {
  if (options.person <= 0) return;
  const double more = sum_of(scenario) / options.person, fewer = sum_of(baseline) / options.person;
  if (more < 0 || fewer < 0 || more + fewer > few_persons) return;
  const Interval counts =
      difference_of_counts(more, effect.n, fewer, effect.n_baseline, options.level);
  effect.interval =
      hull(effect.interval, {options.person * counts.low, options.person * counts.high});
}

void describe_change(Effect& effect, double variance_baseline, double variance_scenario,
                     double level) {
  if (effect.baseline_mean == 0) return;
  const double ratio = effect.scenario_mean / effect.baseline_mean;
  const Welch welch(ratio * ratio * variance_baseline, effect.n_baseline, variance_scenario,
                    effect.n);
  const double size = std::abs(effect.baseline_mean);
  effect.relative = ratio - 1;
  effect.relative_interval =
      hull(student_interval(ratio - 1, welch.error / size, welch.freedom, level),
           {ratio - 1 - (effect.difference - effect.interval.low) / size,
            ratio - 1 + (effect.interval.high - effect.difference) / size});
}

}  // namespace

Effect unpaired_effect(std::span<const double> baseline, std::span<const double> scenario,
                       const EffectOptions& options) {
  RUMBO_REQUIRE(baseline.size() >= 2 && scenario.size() >= 2);
  Effect effect;
  effect.n = scenario.size();
  effect.n_baseline = baseline.size();
  effect.baseline_mean = mean_of(baseline);
  effect.scenario_mean = mean_of(scenario);
  effect.difference = effect.scenario_mean - effect.baseline_mean;
  const double a = variance_of_mean(baseline, effect.baseline_mean);
  const double b = variance_of_mean(scenario, effect.scenario_mean);
  const Welch welch(a, effect.n_baseline, b, effect.n);
  effect.interval = student_interval(effect.difference, welch.error, welch.freedom, options.level);
  allow_for_few(effect, baseline, scenario, options);
  const bool has_spread = a + b > 0;  // without, nothing measures chance
  if (!all_equal(baseline, scenario)) {
    effect.verdict = Verdict::not_distinguishable;
    if (has_spread && effect.interval.low > 0) effect.verdict = Verdict::higher;
    if (has_spread && effect.interval.high < 0) effect.verdict = Verdict::lower;
  }
  if (std::min(effect.n, effect.n_baseline) >= least_for_probability && has_spread) {
    const double reach = effect.difference < 0 ? effect.interval.high - effect.difference
                                               : effect.difference - effect.interval.low;
    effect.probability_of_sign =
        probability_of_sign(std::abs(effect.difference), reach, welch.freedom, options.level);
  }
  describe_change(effect, a, b, options.level);
  drop_contradiction(effect);
  return effect;
}

}  // namespace rumbo
