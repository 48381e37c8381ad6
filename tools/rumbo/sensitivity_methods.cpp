// See sensitivity_methods.hpp.
#include "tools/rumbo/sensitivity_methods.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/sensitivity/elementary_effects.hpp"
#include "engine/sensitivity/emulator_indices.hpp"
#include "engine/sensitivity/regression.hpp"
#include "engine/sensitivity/sobol_indices.hpp"

namespace rumbo {

namespace {

/// Quantile of the normal distribution that what is called more than chance lies beyond: 95%.
constexpr double beyond_chance = 1.645;
constexpr BootstrapOptions resampling{.n_resamples = 1000, .level = sensitivity_level};

/// By size; what is not known goes last.
void sort_by_strength(std::vector<Influence>& influences) {
  const auto size = [](const Influence& influence) {
    return std::isnan(influence.strength.value) ? -1 : std::fabs(influence.strength.value);
  };
  std::stable_sort(influences.begin(), influences.end(),
                   [&](const Influence& a, const Influence& b) { return size(a) > size(b); });
}

/// The steps of a Morris design in which one parameter moves.
struct Steps {
  std::vector<std::pair<size_t, size_t>> pairs;  ///< numbers of points
  double move = 0;                               ///< root of the mean squared move
};

Steps steps_of(const Design& design, size_t parameter) {
  Steps steps;
  double squares = 0;
  for (size_t group = 0; group < design.n_groups; ++group)
    for (size_t step = 0; step < design.width(); ++step) {
      const size_t before = group * (design.width() + 1) + step;
      const double move = design.run(before + 1)[parameter] - design.run(before)[parameter];
      if (move == 0) continue;
      steps.pairs.emplace_back(before, before + 1);
      squares += move * move;
    }
  steps.move = std::sqrt(squares / static_cast<double>(std::max<size_t>(steps.pairs.size(), 1)));
  return steps;
}

/// mu* that chance alone gives in one design of twenty: effects would be normal about 0 with
/// standard deviation `deviation`, and mu* is the mean of the sizes of n of them.
double chance_of_mean_size(double deviation, size_t n) {
  const double mean = 0.7978845608;  // of the size of a standard normal number, sqrt(2 / pi)
  const double variance = 1 - mean * mean;
  return deviation * (mean + beyond_chance * std::sqrt(variance / static_cast<double>(n)));
}

MethodFindings by_morris(const Design& design, const PointValues& output) {
  MethodFindings found{.method = SensitivityMethod::morris, .unit = "effects"};
  const auto effects = elementary_effects(design, output.means, resampling);
  for (size_t i = 0; i < effects.size(); ++i) {
    const Steps steps = steps_of(design, i);
    const Spread chance = output.of_differences(steps.pairs);
    const auto& effect = effects[i];
    Influence influence{i, effect.mean_absolute, effect.deviation, effect.mean};
    if (chance.freedom > 0) {
      found.knows_chance = true;
      const double deviation = std::sqrt(chance.variance) / steps.move;
      influence.is_noise =
          effect.mean_absolute.value <= chance_of_mean_size(deviation, effect.n_effects);
    }
    found.influences.push_back(influence);
    found.n_used += effect.n_effects;
    found.n_left_out += design.n_groups - effect.n_effects;
  }
  if (found.n_used == 0)
    throw InputError("elementary effects: no step has a number at both of its ends");
  return found;
}

MethodFindings by_sobol(const Design& design, const PointValues& output) {
  MethodFindings found{.method = SensitivityMethod::sobol, .unit = "base samples"};
  const SobolIndices indices = sobol_indices(design, output.means, resampling);
  const SaltelliRows rows{design.width(), design.has_second_order};
  for (size_t i = 0; i < design.width(); ++i) {
    std::vector<std::pair<size_t, size_t>> pairs;
    for (size_t sample = 0; sample < design.n_groups; ++sample)
      pairs.emplace_back(rows.a(sample), rows.a_with_b(sample, i));
    const Spread chance = output.of_differences(pairs);
    Influence influence{i, indices.total[i], indices.first[i], {}};
    if (chance.freedom > 0) {
      found.knows_chance = true;
      const double wide = std::sqrt(2 / static_cast<double>(indices.n_samples));
      influence.is_noise = indices.total[i].value <=
                           chance.variance / 2 / indices.variance * (1 + beyond_chance * wide);
    }
    found.influences.push_back(influence);
  }
  found.n_used = indices.n_samples;
  found.n_left_out = indices.n_left_out;
  return found;
}

MethodFindings by_regression(const Design& design, const PointValues& output) {
  MethodFindings found{.method = SensitivityMethod::regression, .unit = "points"};
  const Regression line = regression(design, output.means, sensitivity_level);
  for (size_t i = 0; i < line.coefficients.size(); ++i) {
    const Estimate& coefficient = line.coefficients[i];
    const bool holds_zero = coefficient.interval.low <= 0 && coefficient.interval.high >= 0;
    found.influences.push_back({i, coefficient, {}, {}, holds_zero});
  }
  found.knows_chance = true;
  found.n_used = line.n_runs;
  found.n_left_out = line.n_left_out;
  found.r2 = line.r2;
  found.adjusted_r2 = line.adjusted_r2;
  return found;
}

MethodFindings by_emulator(const Design& design, const PointValues& output) {
  MethodFindings found{.method = SensitivityMethod::emulator, .unit = "points"};
  const Emulator emulator = Emulator::fit(design, output.means);
  const SobolIndices indices = emulator_indices(emulator, {.n_samples = 2048});
  for (size_t i = 0; i < design.width(); ++i)
    found.influences.push_back({i, indices.total[i], indices.first[i], {}});
  const LeaveOneOut checked = emulator.leave_one_out();
  found.n_used = emulator.n_runs();
  found.n_left_out = emulator.n_left_out();
  found.q2 = checked.q2;
  found.share_in_90 = checked.share_in_90;
  found.fitted_noise = std::sqrt(emulator.noise_variance());
  std::vector<std::pair<size_t, size_t>> neighbours;
  for (size_t point = 1; point < design.n_runs(); ++point)
    neighbours.emplace_back(point - 1, point);
  if (const Spread chance = output.of_differences(neighbours); chance.freedom > 0)
    found.replicate_noise = std::sqrt(chance.variance / 2);
  return found;
}

}  // namespace

bool fills_cube(const Design& design) {
  return design.layout != DesignLayout::trajectories && design.kind != "one_at_a_time";
}

std::string misfit(SensitivityMethod method, const Design& design) {
  const std::string of_it = fmt::format("this sweep is of design {}", design.kind);
  if (method == SensitivityMethod::morris && design.layout != DesignLayout::trajectories)
    return of_it + "; elementary effects need the trajectories of a sweep of design morris";
  if (method == SensitivityMethod::sobol && design.layout != DesignLayout::saltelli)
    return of_it + "; Sobol indices of the runs need the blocks of a sweep of design saltelli" +
           (fills_cube(design) ? ", or --method emulator gives those of an emulator" : "");
  if (method == SensitivityMethod::emulator && !fills_cube(design))
    return of_it +
           ", whose points leave most of the ranges empty; an emulator needs a sweep of design "
           "latin_hypercube or sobol";
  return "";
}

MethodFindings find_influences(SensitivityMethod method, const Design& design,
                               const PointValues& output) {
  MethodFindings found;
  switch (method) {
    case SensitivityMethod::morris:
      found = by_morris(design, output);
      break;
    case SensitivityMethod::sobol:
      found = by_sobol(design, output);
      break;
    case SensitivityMethod::regression:
      found = by_regression(design, output);
      break;
    case SensitivityMethod::emulator:
      found = by_emulator(design, output);
      break;
  }
  sort_by_strength(found.influences);
  return found;
}

}  // namespace rumbo
