// The logit and the nested logit as they are published, for tests of what the model computes.
#pragma once
#include <cmath>
#include <limits>
#include <vector>

namespace rumbo::oracle {

inline constexpr double not_open = -std::numeric_limits<double>::infinity();

/// ln sum exp(utility). source  [McFadden 1974], Frontiers in Econometrics, ch. 4
inline double logsum(const std::vector<double>& utility) {
  double sum = 0;
  for (const double v : utility) sum += std::exp(v);
  return std::log(sum);
}

/// P(nest) P(way | nest), P(nest) = exp(lambda I) / sum exp(lambda I), I = ln sum exp(utility /
/// lambda) over the ways of the nest.
///
/// nest  [n_ways] which nest each belongs to, from 0 on
/// source  [McFadden 1978], Modelling the choice of residential location
inline std::vector<double> nested_shares(const std::vector<double>& utility,
                                         const std::vector<size_t>& nest, double lambda) {
  std::vector<double> inside(utility.size() + 1, 0.0);
  for (size_t j = 0; j < utility.size(); ++j) inside[nest[j]] += std::exp(utility[j] / lambda);
  double total = 0;
  for (const double sum : inside) total += sum > 0 ? std::pow(sum, lambda) : 0;
  std::vector<double> shares(utility.size(), 0.0);
  for (size_t j = 0; j < utility.size(); ++j)
    if (inside[nest[j]] > 0)
      shares[j] = std::pow(inside[nest[j]], lambda) / total * std::exp(utility[j] / lambda) /
                  inside[nest[j]];
  return shares;
}

/// Of those whose way is closed, the share that takes another one in a logit; the rest stays.
inline double diverted_share(double way_share, double stay_share) {
  return (1 - way_share - stay_share) / (1 - way_share);
}

}  // namespace rumbo::oracle
