// See next_choice.hpp.
#include "models/migration/theory/next_choice.hpp"

#include <algorithm>
#include <bit>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {
namespace {

constexpr double least_share = 1e-12;   ///< below which nothing is left of a nest
constexpr double least_chance = 1e-14;  ///< below which sums and differences say nothing more

/// Share of each nest that is left when some alternatives are refused: those with their bit set.
std::array<double, most_refused> left_of(std::span<const RefusedAlternative> refused,
                                         unsigned subset) {
  std::array<double, most_refused> left;
  left.fill(1);
  for (size_t i = 0; i < refused.size(); ++i)
    if (subset >> i & 1) left[refused[i].nest] -= refused[i].share;
  return left;
}

}  // namespace

NextChoice next_choice(double elsewhere, std::span<const RefusedNest> nests,
                       std::span<const RefusedAlternative> refused, double dissimilarity) {
  NextChoice next;
  std::array<double, most_refused> weight;
  for (unsigned subset = 0; subset < 1u << refused.size(); ++subset) {
    const auto left = left_of(refused, subset);
    double total = 1 + elsewhere;
    for (size_t n = 0; n < nests.size(); ++n)
      total += weight[n] =
          left[n] > least_share ? nests[n].weight * exp(dissimilarity * log(left[n])) : 0;
    const bool is_odd = (refused.size() - static_cast<size_t>(std::popcount(subset))) % 2 != 0;
    const double part = (is_odd ? -1 : 1) / total;
    next.elsewhere += part;
    for (size_t n = 0; n < nests.size(); ++n)
      if (nests[n].open > least_share) next.nests[n] += part * weight[n] / left[n] * nests[n].open;
  }
  next.elsewhere = std::max(0.0, next.elsewhere);
  double leaving = elsewhere * next.elsewhere;
  for (double& nest : next.nests) leaving += nest = std::max(0.0, nest);
  const double all = leaving + next.elsewhere;  // staying has weight 1
  if (all > least_chance) next.leave = leaving / all;
  return next;
}

}  // namespace rumbo::migration
