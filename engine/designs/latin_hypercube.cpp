// Design `latin_hypercube`: of n runs each has its own n-th part of every parameter's range.
#include <limits>

#include "engine/designs/drawing.hpp"
#include "engine/designs/kinds.hpp"

namespace rumbo {
namespace {

double count_points(const DesignSettings& settings) {
  return settings.number("samples");
}

/// A place drawn in a stratum. 32 bits, so that no rounding takes it into the next one.
double place_in(size_t stratum, size_t n, const Draws& draws, uint32_t parameter, uint32_t run) {
  const double within = draws.bits(parameter, Month(0), purpose::design_place, run) * 0x1p-32;
  return (static_cast<double>(stratum) + within) / static_cast<double>(n);
}

/// The hypercube of a candidate; its number is the replicate of the draws.
std::vector<double> hypercube(const DesignSettings& settings, uint32_t candidate) {
  const size_t n = settings.whole("samples"), width = settings.width();
  const Draws draws(settings.seed(), candidate);
  std::vector<double> values(n * width);
  for (uint32_t i = 0; i < width; ++i) {
    const auto strata = drawn_order(n, draws, i);
    for (uint32_t run = 0; run < n; ++run)
      values[run * width + i] = place_in(strata[run], n, draws, i, run);
  }
  return values;
}

/// Square of the distance of the two points nearest to each other.
double least_distance(const std::vector<double>& values, size_t width) {
  double least = std::numeric_limits<double>::infinity();
  const size_t n = values.size() / width;
  for (size_t a = 0; a < n; ++a)
    for (size_t b = a + 1; b < n; ++b) {
      double sum = 0;
      for (size_t i = 0; i < width; ++i) {
        const double gap = values[a * width + i] - values[b * width + i];
        sum += gap * gap;
      }
      least = sum < least ? sum : least;
    }
  return least;
}

void make_hypercube(const DesignSettings& settings, Design& design) {
  const auto n_candidates = static_cast<uint32_t>(settings.whole("best_of"));
  double best = -1;
  for (uint32_t candidate = 0; candidate < n_candidates; ++candidate) {
    auto values = hypercube(settings, candidate);
    const double distance = n_candidates == 1 ? 0 : least_distance(values, settings.width());
    if (distance <= best) continue;
    best = distance;
    design.values = std::move(values);
  }
}

}  // namespace

DesignKind latin_hypercube_design() {
  return {
      "latin_hypercube",
      "random points of which each has its own n-th part of every parameter's range; of "
      "several such designs the one whose nearest two points are farthest apart",
      "[McKay, Beckman and Conover 1979; Johnson, Moore and Ylvisaker 1990]",
      {{.name = "samples", .meaning = "runs", .low = 1, .high = 1e6},
       {.name = "best_of", .meaning = "designs to choose from", .low = 1, .high = 1e4, .value = 1}},
      false,
      count_points,
      make_hypercube};
}

}  // namespace rumbo
