// How much of the cube a region takes, and points of it, against regions of known volume.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "engine/calibration/space_left.hpp"
#include "tests/support/near.hpp"

using namespace rumbo;
using test::near;

namespace {

/// An ellipse about (0.4, 0.6), the long half axis `ratio` times the short one, at 45 degrees.
struct EllipseScore {
  double short_axis, ratio;

  double operator()(std::span<const double> x, double) const {
    const double a = (x[0] - 0.4 + x[1] - 0.6) / std::numbers::sqrt2;
    const double b = (x[0] - 0.4 - x[1] + 0.6) / std::numbers::sqrt2;
    return std::hypot(a / (ratio * short_axis), b / short_axis);
  }
  double area() const { return std::numbers::pi * ratio * short_axis * short_axis; }
};

/// Mean of a function over points in the plane.
template <class Of>
double mean_over(const std::vector<double>& points, Of of) {
  double sum = 0;
  for (size_t at = 0; at < points.size(); at += 2) sum += of(points[at], points[at + 1]);
  return sum / static_cast<double>(points.size() / 2);
}

/// Moments of points spread evenly over the ellipse: a quarter of the squared half axes.
void check_even_spread(const std::vector<double>& points, const EllipseScore& ellipse) {
  const double n = static_cast<double>(points.size() / 2);
  const double b = ellipse.short_axis, a = ellipse.ratio * b;
  const auto along = [](double x, double y) { return (x - 0.4 + y - 0.6) / std::numbers::sqrt2; };
  const auto across = [](double x, double y) { return (x - 0.4 - y + 0.6) / std::numbers::sqrt2; };
  CHECK(mean_over(points, along) == near(0, 4 * a / 2 / std::sqrt(n)));
  CHECK(mean_over(points, across) == near(0, 4 * b / 2 / std::sqrt(n)));
  // The fourth moment over the square of the second is 2: a relative error of 1 / root of n.
  const auto square = [](auto of) {
    return [of](double x, double y) { return of(x, y) * of(x, y); };
  };
  CHECK(mean_over(points, square(along)) == near(a * a / 4, a * a / std::sqrt(n)));
  CHECK(mean_over(points, square(across)) == near(b * b / 4, b * b / std::sqrt(n)));
}

}  // namespace

TEST_CASE("even points count a large region", "[unit][calibration]") {
  const EllipseScore ellipse{0.1, 3};
  const SpaceLeft left = space_left(ellipse, 2, 300);
  CHECK(left.n_levels == 0);
  CHECK(left.share.value == near(ellipse.area(), 0.004));
  CHECK(left.share.interval.low < ellipse.area());
  CHECK(left.share.interval.high > ellipse.area());
  CHECK(left.points.size() == 600);
  CHECK(std::isnan(left.r_hat));
  check_even_spread(left.points, ellipse);
}

// 0.02 * 0.0005 * pi: a few points in a hundred thousand.
TEST_CASE("walkers find a small region and fill it evenly", "[unit][calibration]") {
  const EllipseScore ellipse{0.0005, 40};
  double logarithms = 0;
  for (uint32_t seed = 0; seed < 8; ++seed) {
    const SpaceLeft left = space_left(ellipse, 2, 2000, {.seed = seed});
    CHECK(left.n_levels > 2);
    CHECK(left.share.value == near(ellipse.area(), 1.2 * ellipse.area()));
    logarithms += std::log(left.share.value / ellipse.area()) / 8;
    CHECK(left.points.size() == 4000);
    // Twelve steps of a walk that forgets in some four.
    CHECK(left.r_hat < 1.3);
    for (size_t at = 0; at < 4000; at += 2)
      CHECK(ellipse(std::span(left.points).subspan(at, 2), 1) <= 1);
    check_even_spread(left.points, ellipse);
  }
  // One search scatters by a fifth or so.
  CHECK(logarithms == near(0, 0.25));
}

TEST_CASE("a ball in many dimensions has its volume", "[unit][calibration]") {
  constexpr double radius = 0.2;
  const auto ball = [](std::span<const double> x, double) {
    double squares = 0;
    for (const double at : x) squares += (at - 0.5) * (at - 0.5);
    return std::sqrt(squares) / radius;
  };
  const double volume = std::pow(std::numbers::pi, 4) / 24 * std::pow(radius, 8);
  const SpaceLeft left = space_left(ball, 8, 200);
  CHECK(std::log(left.share.value / volume) == near(0, 0.6));
  CHECK(left.share.interval.low < left.share.value);
  CHECK(left.share.interval.high < 4 * left.share.value);
}

TEST_CASE("an empty region is told with its nearest point", "[unit][calibration]") {
  const auto out_of_reach = [](std::span<const double> x, double) {
    return 1.2 + std::fabs(x[0] - 0.3) + std::fabs(x[1] - 0.9);
  };
  const SpaceLeft left = space_left(out_of_reach, 2, 10);
  CHECK(left.points.empty());
  CHECK(left.share.value == 0);
  CHECK(left.share.interval.high < 0.001);
  CHECK(left.least_score == near(1.2, 0.001));
  CHECK(left.nearest[0] == near(0.3, 0.001));
  CHECK(left.nearest[1] == near(0.9, 0.001));
}

TEST_CASE("the same options give the same points", "[unit][calibration]") {
  const EllipseScore ellipse{0.001, 5};
  const SpaceLeft one = space_left(ellipse, 2, 50), other = space_left(ellipse, 2, 50);
  CHECK(one.points == other.points);
  CHECK(one.share.value == other.share.value);
  CHECK(space_left(ellipse, 2, 50, {.seed = 1}).points != one.points);
}

// Worked by hand from Wilson's formula for 95%: 10 of 100, and none of 100.
TEST_CASE("an interval of a share is Wilson's", "[unit][calibration]") {
  CHECK(share_interval(10, 100, 0.95).low == near(0.05523, 1e-5));
  CHECK(share_interval(10, 100, 0.95).high == near(0.17437, 1e-5));
  CHECK(share_interval(0, 100, 0.95).low == 0);
  CHECK(share_interval(0, 100, 0.95).high == near(0.03699, 1e-5));
}

// Chains (1 2 3) and (3 4 5): variances within 1, of the means 2.
TEST_CASE("chains that disagree have a large R-hat", "[unit][calibration]") {
  const double apart[6] = {1, 2, 3, 3, 4, 5}, alike[6] = {1, 2, 3, 3, 1, 2};
  CHECK(r_hat(apart, 2) == near(std::sqrt(2.0 / 3 + 2), 1e-12));
  CHECK(r_hat(alike, 2) == near(std::sqrt(2.0 / 3), 1e-12));
  const double still[4] = {1, 1, 2, 2};
  CHECK(r_hat(still, 2) == std::numeric_limits<double>::infinity());
}
