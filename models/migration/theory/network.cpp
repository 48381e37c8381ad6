// See network.hpp.
#include "models/migration/theory/network.hpp"

#include <fmt/core.h>

namespace rumbo::migration {
namespace {

double excess(double share, double a, double b) {
  return mean_field_share(share, a, b) - share;
}

/// Root between two shares of opposite excess.
double root_between(double low, double high, double a, double b) {
  const bool rises = excess(low, a, b) < 0;
  for (int step = 0; step < 60; ++step) {
    const double middle = 0.5 * (low + high);
    if ((excess(middle, a, b) < 0) == rises) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return 0.5 * (low + high);
}

}  // namespace

std::vector<double> mean_field_fixed_points(double a, double b) {
  // An odd number of cells, so that the symmetric root at one half lies inside one.
  constexpr int cells = 4097;
  std::vector<double> points;
  for (int cell = 0; cell < cells; ++cell) {
    const double low = static_cast<double>(cell) / cells;
    const double high = static_cast<double>(cell + 1) / cells;
    if ((excess(low, a, b) < 0) != (excess(high, a, b) < 0))
      points.push_back(root_between(low, high, a, b));
  }
  return points;
}

double stock_multiplier(double alpha) {
  if (alpha >= 1)
    throw InputError(
        fmt::format("a flow that grows with the stock to the power {} feeds itself without end; "
                    "use less than 1",
                    alpha));
  return 1 / (1 - alpha);
}

double self_feeding_stock(double attraction, double exit_rate, double alpha) {
  RUMBO_ASSERT(attraction > 0 && exit_rate > 0);
  return rumbo::pow(attraction / exit_rate, stock_multiplier(alpha));
}

}  // namespace rumbo::migration
