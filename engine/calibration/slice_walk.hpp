// Walkers that move about a region of the unit cube and fill it evenly.
//
// May include: base, random, designs.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace rumbo {

/// How far out of a region a point of the unit cube is: inside where it is at most a bound, and
/// any number above the bound outside.
/// point  [parameter]
using RegionScore = std::function<double(std::span<const double> point, double bound)>;

/// Positions in the unit cube and their scores.
struct Walkers {
  size_t width = 0;              ///< parameters
  std::vector<double> points{};  ///< [walker][parameter]
  std::vector<double> scores{};  ///< [walker]

  size_t count() const { return scores.size(); }
  std::span<double> point(size_t i) { return std::span(points).subspan(i * width, width); }
  std::span<const double> point(size_t i) const {
    return std::span(points).subspan(i * width, width);
  }
  void add(std::span<const double> at, double score);
};

/// One step of each walker along a random line, to a point of it that is drawn from what lies in
/// the region, by shrinking an interval [Neal 2003]: points spread evenly over the region stay so.
/// Every second line has the direction from one other walker to another, as long thin regions need.
/// walkers  all inside, at least 3; changed
/// bound    of the region
/// sweep    a number of its own for each call with the same seed
void move_walkers(Walkers& walkers, const RegionScore& score, double bound, uint32_t seed,
                  uint32_t sweep);

}  // namespace rumbo
