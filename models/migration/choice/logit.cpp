// See choice/logit.hpp.
#include "models/migration/choice/logit.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/maths/functions.hpp"

namespace rumbo::migration {
namespace {

double largest(std::span<const double> values) {
  double best = closed;
  for (const double value : values) best = std::max(best, value);
  return best;
}

/// Writes exp((utility - best) / scale) and returns the sum; best is finite.
double weights(std::span<const double> utility, double best, double scale,
               std::span<double> result) {
  double sum = 0;
  for (size_t i = 0; i < utility.size(); ++i) {
    result[i] = utility[i] == closed ? 0.0 : rumbo::exp((utility[i] - best) / scale);
    sum += result[i];
  }
  return sum;
}

}  // namespace

double logit_shares(std::span<const double> utility, double scale, std::span<double> shares) {
  RUMBO_ASSERT(scale > 0 && shares.size() == utility.size());
  const double best = largest(utility);
  if (best == closed) {
    std::fill(shares.begin(), shares.end(), 0.0);
    return closed;
  }
  const double sum = weights(utility, best, scale, shares);
  for (double& share : shares) share /= sum;
  return best + scale * rumbo::log(sum);
}

}  // namespace rumbo::migration
