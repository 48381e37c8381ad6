// See slice_walk.hpp.
#include "engine/calibration/slice_walk.hpp"

#include <algorithm>
#include <cmath>

#include "engine/calibration/drawing.hpp"

namespace rumbo {
namespace {

/// A line is left for its next sweep if so many points of it were outside.
constexpr uint32_t most_tries = 200;

/// How far one can go from a point before the cube ends.
struct Reach {
  double back = -INFINITY, forward = INFINITY;
};

Reach reach_in_cube(std::span<const double> from, std::span<const double> direction) {
  Reach reach;
  for (size_t i = 0; i < from.size(); ++i) {
    if (direction[i] == 0) continue;
    const double to_0 = -from[i] / direction[i], to_1 = (1 - from[i]) / direction[i];
    reach.back = std::max(reach.back, std::min(to_0, to_1));
    reach.forward = std::min(reach.forward, std::max(to_0, to_1));
  }
  return reach;
}

/// All directions alike.
void draw_direction(std::span<double> direction, const Draws& draws, uint32_t walker) {
  for (uint32_t i = 0; i < direction.size(); ++i)
    direction[i] = draws.normal(walker, Month(0), purpose::walk_direction, i);
}

/// From one to another of the walkers but this one, as they stand now: given the others, a step
/// keeps the walker's spread even.
void point_between_others(std::span<double> direction, const Walkers& walkers, const Draws& draws,
                          uint32_t walker) {
  const size_t n = walkers.count();
  size_t first = drawn_below(n - 1, draws, walker, purpose::walk_partners, 0);
  size_t second = drawn_below(n - 2, draws, walker, purpose::walk_partners, 1);
  second += second >= first;
  first += first >= walker;
  second += second >= walker;
  for (size_t i = 0; i < direction.size(); ++i)
    direction[i] = walkers.point(second)[i] - walkers.point(first)[i];
}

/// Moves a walker along a line.
void step_along(Walkers& walkers, uint32_t walker, std::span<const double> direction,
                const RegionScore& score, double bound, const Draws& draws) {
  const auto at = walkers.point(walker);
  Reach reach = reach_in_cube(at, direction);
  if (!std::isfinite(reach.back) || !std::isfinite(reach.forward)) return;
  std::vector<double> next(at.size());
  for (uint32_t attempt = 0; attempt < most_tries; ++attempt) {
    const double length =
        reach.back + (reach.forward - reach.back) *
                         draws.uniform(walker, Month(0), purpose::walk_length, attempt);
    for (size_t i = 0; i < at.size(); ++i)
      next[i] = std::clamp(at[i] + length * direction[i], 0.0, 1.0);
    const double found = score(next, bound);
    if (found <= bound) {
      std::copy(next.begin(), next.end(), at.begin());
      walkers.scores[walker] = found;
      return;
    }
    (length < 0 ? reach.back : reach.forward) = length;
  }
}

}  // namespace

void Walkers::add(std::span<const double> at, double score) {
  points.insert(points.end(), at.begin(), at.end());
  scores.push_back(score);
}

void move_walkers(Walkers& walkers, const RegionScore& score, double bound, uint32_t seed,
                  uint32_t sweep) {
  const Draws draws(seed, sweep);
  std::vector<double> direction(walkers.width);
  for (uint32_t walker = 0; walker < walkers.count(); ++walker) {
    if (sweep % 2 == 0)
      draw_direction(direction, draws, walker);
    else
      point_between_others(direction, walkers, draws, walker);
    step_along(walkers, walker, direction, score, bound, draws);
  }
}

}  // namespace rumbo
