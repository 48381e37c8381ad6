// See arrays.hpp.
#include "engine/maths/arrays.hpp"

#include <algorithm>

#include "engine/maths/vectors.hpp"

namespace rumbo {
namespace {

/// Whole vectors where they lie, what is left over in a vector of its own.
void each(std::span<double> x, void (*function)(double*), size_t lanes) {
  size_t i = 0;
  for (; i + lanes <= x.size(); i += lanes) function(&x[i]);
  if (i == x.size()) return;
  double rest[most_lanes] = {1, 1, 1, 1, 1, 1, 1, 1};
  std::copy_n(x.data() + i, x.size() - i, rest);
  function(rest);
  std::copy_n(rest, x.size() - i, x.data() + i);
}

}  // namespace

void exp_each(std::span<double> x) {
  each(x, widest_functions().exp, widest_functions().lanes);
}
void log_each(std::span<double> x) {
  each(x, widest_functions().log, widest_functions().lanes);
}

}  // namespace rumbo
