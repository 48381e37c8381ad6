// See choice.hpp.
#include "models/migration/theory/choice.hpp"

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

double logsum(std::span<const double> utility, double scale) {
  RUMBO_ASSERT(scale > 0);
  const double best = largest(utility);
  if (best == closed) return closed;
  double sum = 0;
  for (const double value : utility) {
    if (value != closed) sum += rumbo::exp((value - best) / scale);
  }
  return best + scale * rumbo::log(sum);
}

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

double nested_logit_shares(std::span<const double> utility, std::span<const size_t> nest_begin,
                           double dissimilarity, std::span<double> shares) {
  RUMBO_ASSERT(dissimilarity > 0 && dissimilarity <= 1 && shares.size() == utility.size());
  RUMBO_ASSERT(!nest_begin.empty() && nest_begin.back() == utility.size());
  // The best utility, not the best nest, is the reference: no nest exceeds it by more than
  // ln(n_alternatives), so nothing overflows and one pass is enough.
  const double best = largest(utility);
  if (best == closed) {
    std::fill(shares.begin(), shares.end(), 0.0);
    return closed;
  }
  double sum = 0;
  for (size_t nest = 0; nest + 1 < nest_begin.size(); ++nest) {
    const size_t first = nest_begin[nest];
    const size_t count = nest_begin[nest + 1] - first;
    const auto inside = shares.subspan(first, count);
    const double value = logit_shares(utility.subspan(first, count), dissimilarity, inside);
    const double weight = value == closed ? 0.0 : rumbo::exp(value - best);
    for (double& share : inside) share *= weight;
    sum += weight;
  }
  for (double& share : shares) share /= sum;
  return best + rumbo::log(sum);
}

size_t pick(std::span<const double> shares, double uniform) {
  double cumulative = 0;
  size_t last_open = shares.size();
  for (size_t i = 0; i < shares.size(); ++i) {
    if (!(shares[i] > 0)) continue;
    last_open = i;
    cumulative += shares[i];
    if (uniform < cumulative) return i;
  }
  return last_open;
}

}  // namespace rumbo::migration
