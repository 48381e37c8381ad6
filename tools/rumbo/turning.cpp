// See turning.hpp.
#include "tools/rumbo/turning.hpp"

#include <algorithm>
#include <cmath>

namespace rumbo {

namespace {

using PointNumbers = std::vector<size_t>;

/// Standard errors that the mean of a part must be away from 0.
constexpr double errors_from_zero = 3;

struct BestSplit {
  size_t parameter = 0;
  double bound = 0;
  double gain = 0;  ///< squares that it takes off; 0 = no split
};

/// Grows the tree, which is too small to be kept.
class SignTree {
 public:
  SignTree(const Design& design, std::span<const double> differences, double sign)
      : design_(design), differences_(differences), sign_(sign) {
    for (size_t point = 0; point < differences.size(); ++point)
      if (std::isfinite(differences[point])) known_.push_back(point);
    least_ = std::max<size_t>(5, (known_.size() + 19) / 20);
  }

  std::optional<TurningRule> find() const {
    const BestSplit first = best_split(known_);
    if (first.gain <= 0) return std::nullopt;
    std::optional<TurningRule> best;
    for (const bool is_above : {false, true})
      keep_better(best, {{first.parameter, first.bound, is_above}});
    if (best) return best;
    for (const bool is_above : {false, true}) {
      const SplitCondition outer{first.parameter, first.bound, is_above};
      const BestSplit second = best_split(inside(known_, {outer}));
      if (second.gain <= 0) continue;
      for (const bool is_second_above : {false, true})
        keep_better(best, {outer, {second.parameter, second.bound, is_second_above}});
    }
    return best;
  }

 private:
  PointNumbers inside(const PointNumbers& points,
                      const std::vector<SplitCondition>& conditions) const {
    PointNumbers found;
    for (const size_t point : points)
      if (std::all_of(conditions.begin(), conditions.end(), [&](const SplitCondition& one) {
            return (design_.run(point)[one.parameter] > one.bound) == one.is_above;
          }))
        found.push_back(point);
    return found;
  }

  /// Two bounds of one side of one parameter are one: the tighter.
  static std::vector<SplitCondition> simplified(std::vector<SplitCondition> conditions) {
    if (conditions.size() < 2) return conditions;
    const SplitCondition outer = conditions[0], inner = conditions[1];
    if (outer.parameter == inner.parameter && outer.is_above == inner.is_above) return {inner};
    return conditions;
  }

  /// The split of points that leaves the least squares, with at least `least_` points on each side.
  BestSplit best_split(PointNumbers points) const {
    BestSplit best;
    double total = 0;
    for (const size_t point : points) total += differences_[point];
    const auto n = static_cast<double>(points.size());
    for (size_t i = 0; i < design_.width(); ++i) {
      const auto at = [&](size_t place) { return design_.run(points[place])[i]; };
      std::sort(points.begin(), points.end(), [&](size_t a, size_t b) {
        return std::pair(design_.run(a)[i], a) < std::pair(design_.run(b)[i], b);
      });
      double below = 0;
      for (size_t place = 0; place + 1 < points.size(); ++place) {
        below += differences_[points[place]];
        const size_t n_below = place + 1;
        if (n_below < least_ || points.size() - n_below < least_ || at(place) == at(place + 1))
          continue;
        const auto m = static_cast<double>(n_below);
        const double gain =
            below * below / m + (total - below) * (total - below) / (n - m) - total * total / n;
        if (gain > best.gain * (1 + 1e-12)) best = {i, (at(place) + at(place + 1)) / 2, gain};
      }
    }
    return best;
  }

  void keep_better(std::optional<TurningRule>& best,
                   const std::vector<SplitCondition>& conditions) const {
    const PointNumbers points = inside(known_, conditions);
    if (points.size() < least_) return;
    const auto n = static_cast<double>(points.size());
    double sum = 0, all = 0, squares = 0;
    for (const size_t point : known_) all += differences_[point];
    for (const size_t point : points) sum += differences_[point];
    for (const size_t point : points)
      squares += (differences_[point] - sum / n) * (differences_[point] - sum / n);
    const double error = std::sqrt(squares / (n - 1) / n);
    if (!(sum / n * sign_ < 0) || std::abs(sum / n) <= errors_from_zero * error) return;
    if (best && best->n_inside >= points.size()) return;
    const double n_elsewhere = static_cast<double>(known_.size()) - n;
    best = TurningRule{simplified(conditions), points.size(), sum / n, (all - sum) / n_elsewhere};
  }

  const Design& design_;
  std::span<const double> differences_;
  double sign_;
  PointNumbers known_;
  size_t least_ = 0;
};

}  // namespace

std::optional<TurningRule> where_sign_turns(const Design& design,
                                            std::span<const double> differences, double sign) {
  return SignTree(design, differences, sign).find();
}

}  // namespace rumbo
