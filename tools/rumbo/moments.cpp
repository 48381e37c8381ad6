// See moments.hpp.
#include "tools/rumbo/moments.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <numeric>

namespace rumbo {

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance_of_mean(std::span<const double> values, double centre) {
  double squares = 0;
  for (const double value : values) squares += (value - centre) * (value - centre);
  const auto n = static_cast<double>(values.size());
  return squares / (n - 1) / n;
}

Interval student_interval(double centre, double error, double freedom, double level) {
  if (error <= 0) return {centre, centre};
  const double reach =
      boost::math::quantile(boost::math::students_t(freedom), 0.5 + level / 2) * error;
  return {centre - reach, centre + reach};
}

double probability_of_sign(double size, double reach, double freedom, double level) {
  if (reach <= 0) return 1;
  const boost::math::students_t student(freedom);
  const double error = reach / boost::math::quantile(student, 0.5 + level / 2);
  return boost::math::cdf(student, size / error);
}

}  // namespace rumbo
