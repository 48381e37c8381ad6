// See elementary_effects.hpp.
#include "engine/sensitivity/elementary_effects.hpp"

#include <cmath>
#include <limits>

#include "engine/sensitivity/checks.hpp"

namespace rumbo {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// [trajectory][parameter]; NaN = unknown.
std::vector<double> effects_of(const Design& design, std::span<const double> results) {
  const size_t width = design.width();
  std::vector<double> effects(design.n_groups * width, unknown);
  for (size_t group = 0; group < design.n_groups; ++group)
    for (size_t step = 0; step < width; ++step) {
      const size_t before = group * (width + 1) + step, after = before + 1;
      for (size_t i = 0; i < width; ++i)
        if (const double move = design.run(after)[i] - design.run(before)[i]; move != 0)
          if (const double change = results[after] - results[before]; std::isfinite(change))
            effects[group * width + i] = change / move;
    }
  return effects;
}

/// mu, mu* and sigma of one parameter.
void summarise(std::span<const double> effects, size_t width, size_t parameter,
               std::span<const size_t> groups, std::span<double> statistics) {
  double n = 0, sum = 0, absolute = 0;
  for (const size_t group : groups) {
    const double effect = effects[group * width + parameter];
    if (std::isnan(effect)) continue;
    n += 1;
    sum += effect;
    absolute += std::fabs(effect);
  }
  const double mean = sum / n;
  double squares = 0;
  for (const size_t group : groups) {
    const double gap = effects[group * width + parameter] - mean;
    if (!std::isnan(gap)) squares += gap * gap;
  }
  statistics[0] = n > 0 ? mean : unknown;
  statistics[1] = n > 0 ? absolute / n : unknown;
  statistics[2] = n > 1 ? std::sqrt(squares / (n - 1)) : unknown;
}

}  // namespace

std::vector<ElementaryEffects> elementary_effects(const Design& design,
                                                  std::span<const double> results,
                                                  const BootstrapOptions& options) {
  check_layout("elementary effects", design, DesignLayout::trajectories);
  check_results("elementary effects", design, results);
  const size_t width = design.width();
  const auto effects = effects_of(design, results);
  const auto estimates =
      bootstrap(design.n_groups, 3 * width, options, [&](auto groups, auto statistics) {
        for (size_t i = 0; i < width; ++i)
          summarise(effects, width, i, groups, statistics.subspan(3 * i, 3));
      });
  std::vector<ElementaryEffects> found(width);
  for (size_t i = 0; i < width; ++i) {
    found[i] = {estimates[3 * i], estimates[3 * i + 1], estimates[3 * i + 2]};
    for (size_t group = 0; group < design.n_groups; ++group)
      found[i].n_effects += !std::isnan(effects[group * width + i]);
  }
  return found;
}

}  // namespace rumbo
