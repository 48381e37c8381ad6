// See rare_counts.hpp.
#include "tools/rumbo/rare_counts.hpp"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "engine/base/error.hpp"

namespace rumbo {

namespace {

/// Beyond this the exact quantile is not computed: its series may not come to an end, and the cube
/// of a normal quantile [Wilson and Hilferty 1931] differs from it by less than a millionth.
constexpr double many = 1e6;

double gamma_quantile(double shape, double p) {
  if (shape > many) {
    const double z = boost::math::quantile(boost::math::normal_distribution<double>(), p);
    return shape * std::pow(1 - 1 / (9 * shape) + z / (3 * std::sqrt(shape)), 3);
  }
  return boost::math::quantile(boost::math::gamma_distribution<double>(shape), p);
}

}  // namespace

Interval poisson_interval(double count, double level) {
  RUMBO_REQUIRE(count >= 0 && level > 0 && level < 1);
  const double tail = (1 - level) / 2;
  return {count > 0 ? gamma_quantile(count, tail) : 0, gamma_quantile(count + 1, 1 - tail)};
}

Interval difference_of_counts(double more, size_t n_more, double fewer, size_t n_fewer,
                              double level) {
  const auto n_a = static_cast<double>(n_more);
  const auto n_b = static_cast<double>(n_fewer);
  const Interval a = poisson_interval(more, level);
  const Interval b = poisson_interval(fewer, level);
  const double difference = more / n_a - fewer / n_b;
  return {difference - std::hypot((more - a.low) / n_a, (b.high - fewer) / n_b),
          difference + std::hypot((a.high - more) / n_a, (fewer - b.low) / n_b)};
}

Interval interval_of_persons(std::span<const double> differences, double person, double level) {
  RUMBO_REQUIRE(person > 0);
  double more = 0, fewer = 0;
  for (const double difference : differences)
    (difference > 0 ? more : fewer) += std::abs(difference) / person;
  const size_t n = differences.size();
  const Interval found = difference_of_counts(more, n, fewer, n, level);
  return {person * found.low, person * found.high};
}

Interval hull(const Interval& a, const Interval& b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

}  // namespace rumbo
