// See next_choice.hpp.
#include "models/migration/choice/next_choice.hpp"

#include <algorithm>
#include <bit>

#include "engine/maths/functions.hpp"

namespace rumbo::migration {
namespace {

constexpr double least_share = 1e-12;   ///< below which nothing is left of a nest
constexpr double least_chance = 1e-14;  ///< below which sums and differences say nothing more

/// A nest with some of its alternatives gone.
struct Left {
  double share;   ///< of the nest
  double weight;  ///< of what is left
};

/// What is left of the nests by the set of the alternatives that are gone, a bit each. Of a set,
/// only those that belong to the nest matter, so that each is worked out once.
class LeftOfNests {
 public:
  LeftOfNests(std::span<const RefusedNest> nests, std::span<const RefusedAlternative> refused,
              double dissimilarity) {
    for (size_t i = 0; i < refused.size(); ++i) own_[refused[i].nest] |= 1u << i;
    for (size_t n = 0; n < nests.size(); ++n)
      for (unsigned subset = 0; subset < 1u << refused.size(); ++subset) {
        if ((subset & own_[n]) != subset) continue;
        Left& left = left_[n][subset] = {1, 0};
        for (size_t i = 0; i < refused.size(); ++i)
          if (subset >> i & 1) left.share -= refused[i].share;
        if (left.share > least_share)
          left.weight = nests[n].weight * exp(dissimilarity * log(left.share));
      }
  }
  const Left& of(size_t nest, unsigned subset) const { return left_[nest][subset & own_[nest]]; }

 private:
  std::array<unsigned, most_refused> own_{};
  std::array<std::array<Left, 1u << most_refused>, most_refused> left_;  // written where it is read
};

}  // namespace

NextChoice next_choice(double elsewhere, std::span<const RefusedNest> nests,
                       std::span<const RefusedAlternative> refused, double dissimilarity) {
  NextChoice next;
  const LeftOfNests left(nests, refused, dissimilarity);
  for (unsigned subset = 0; subset < 1u << refused.size(); ++subset) {
    double total = 1 + elsewhere;
    for (size_t n = 0; n < nests.size(); ++n) total += left.of(n, subset).weight;
    const bool is_odd = (refused.size() - static_cast<size_t>(std::popcount(subset))) % 2 != 0;
    const double part = (is_odd ? -1 : 1) / total;
    next.elsewhere += part;
    for (size_t n = 0; n < nests.size(); ++n)
      if (nests[n].open > least_share)
        next.nests[n] +=
            part * left.of(n, subset).weight / left.of(n, subset).share * nests[n].open;
  }
  next.elsewhere = std::max(0.0, next.elsewhere);
  double leaving = elsewhere * next.elsewhere;
  for (double& nest : next.nests) leaving += nest = std::max(0.0, nest);
  const double all = leaving + next.elsewhere;  // staying has weight 1
  if (all > least_chance) next.leave = leaving / all;
  return next;
}

}  // namespace rumbo::migration
