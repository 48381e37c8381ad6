// See correlation.hpp.
#include "engine/sensitivity/correlation.hpp"

#include <cmath>

#include "engine/base/error.hpp"
#include "engine/maths/arrays.hpp"

namespace rumbo {
namespace {

void correlate_matern(std::span<const double> squared, std::span<double> correlations,
                      std::span<double> slopes) {
  for (size_t i = 0; i < squared.size(); ++i) correlations[i] = -std::sqrt(5 * squared[i]);
  exp_each(correlations);
  for (size_t i = 0; i < squared.size(); ++i) {
    const double s2 = 5 * squared[i], s = std::sqrt(s2), fall = correlations[i];
    correlations[i] = (1 + s + s2 / 3) * fall;
    if (!slopes.empty()) slopes[i] = -5.0 / 6 * (1 + s) * fall;
  }
}

void correlate_gauss(std::span<const double> squared, std::span<double> correlations,
                     std::span<double> slopes) {
  for (size_t i = 0; i < squared.size(); ++i) correlations[i] = -squared[i] / 2;
  exp_each(correlations);
  for (size_t i = 0; i < slopes.size(); ++i) slopes[i] = -correlations[i] / 2;
}

}  // namespace

void correlate(Correlation correlation, std::span<const double> squared_distances,
               std::span<double> correlations, std::span<double> slopes) {
  RUMBO_REQUIRE(correlations.size() == squared_distances.size());
  RUMBO_REQUIRE(slopes.empty() || slopes.size() == squared_distances.size());
  if (correlation == Correlation::matern_52)
    correlate_matern(squared_distances, correlations, slopes);
  else
    correlate_gauss(squared_distances, correlations, slopes);
}

}  // namespace rumbo
