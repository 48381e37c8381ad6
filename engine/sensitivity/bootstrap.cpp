// See bootstrap.hpp.
#include "engine/sensitivity/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/designs/drawing.hpp"

namespace rumbo {
namespace {

/// Statistics of all resamples, [statistic][resample], without NaN.
std::vector<std::vector<double>> resampled(size_t n_units, size_t n_statistics,
                                           const BootstrapOptions& options,
                                           const UnitStatistics& of_units) {
  std::vector<std::vector<double>> found(n_statistics);
  std::vector<size_t> units(n_units);
  std::vector<double> statistics(n_statistics);
  const Draws draws(options.seed, 0);
  for (uint32_t resample = 0; resample < options.n_resamples; ++resample) {
    for (uint32_t i = 0; i < n_units; ++i)
      units[i] = drawn_below(n_units, draws, resample, purpose::resample, i);
    of_units(units, statistics);
    for (size_t s = 0; s < n_statistics; ++s)
      if (!std::isnan(statistics[s])) found[s].push_back(statistics[s]);
  }
  return found;
}

}  // namespace

double percentile(std::vector<double>& numbers, double share) {
  std::sort(numbers.begin(), numbers.end());
  const double at = share * static_cast<double>(numbers.size() - 1);
  const auto below = static_cast<size_t>(at);
  const size_t above = std::min(below + 1, numbers.size() - 1);
  return numbers[below] + (at - static_cast<double>(below)) * (numbers[above] - numbers[below]);
}

std::vector<Estimate> bootstrap(size_t n_units, size_t n_statistics,
                                const BootstrapOptions& options, const UnitStatistics& of_units) {
  RUMBO_REQUIRE(options.level > 0 && options.level < 1);
  std::vector<size_t> all(n_units);
  std::iota(all.begin(), all.end(), size_t{0});
  std::vector<double> values(n_statistics);
  of_units(all, values);
  std::vector<Estimate> estimates(n_statistics);
  for (size_t s = 0; s < n_statistics; ++s) estimates[s].value = values[s];
  if (n_units < 2 || options.n_resamples == 0) return estimates;
  auto found = resampled(n_units, n_statistics, options, of_units);
  for (size_t s = 0; s < n_statistics; ++s)
    if (!std::isnan(values[s]) && !found[s].empty())
      estimates[s].interval = {percentile(found[s], (1 - options.level) / 2),
                               percentile(found[s], (1 + options.level) / 2)};
  return estimates;
}

}  // namespace rumbo
