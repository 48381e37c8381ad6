// Design `grid`: every combination of a few levels of each parameter.
#include "engine/designs/kinds.hpp"

namespace rumbo {
namespace {

double count_combinations(const DesignSettings& settings) {
  double n = 1;
  for (size_t i = 0; i < settings.width(); ++i) n *= settings.number_of("levels", i);
  return n;
}

/// Level of so many as a share: from 0 to 1 in equal steps; the middle if there is one alone.
double share_of(size_t level, size_t n_levels) {
  return n_levels == 1 ? 0.5 : static_cast<double>(level) / static_cast<double>(n_levels - 1);
}

void make_grid(const DesignSettings& settings, Design& design) {
  const size_t width = settings.width();
  const auto n = static_cast<size_t>(count_combinations(settings));
  design.values.resize(n * width);
  for (size_t run = 0; run < n; ++run) {
    size_t rest = run;
    for (size_t i = width; i-- > 0;) {
      const auto n_levels = static_cast<size_t>(settings.number_of("levels", i));
      design.values[run * width + i] = share_of(rest % n_levels, n_levels);
      rest /= n_levels;
    }
  }
}

}  // namespace

DesignKind grid_design() {
  return {"grid",
          "every combination of levels in equal steps, the last parameter moving first",
          "",
          {{.name = "levels",
            .meaning = "levels of each parameter; one level is the middle",
            .low = 1,
            .high = 1e6,
            .is_of_each = true}},
          false,
          count_combinations,
          make_grid};
}

}  // namespace rumbo
