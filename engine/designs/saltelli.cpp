// Design `saltelli`: two sets of points, and points of one with a parameter of the other.
#include "engine/designs/kinds.hpp"
#include "engine/designs/sobol_points.hpp"

namespace rumbo {
namespace {

SaltelliRows rows_of(const DesignSettings& settings) {
  return {settings.width(), settings.is_on("second_order")};
}

double count_samples(const DesignSettings& settings) {
  check_sobol_dimensions("saltelli", 2 * settings.width());
  return settings.number("samples") * static_cast<double>(rows_of(settings).per_sample());
}

void make_samples(const DesignSettings& settings, Design& design) {
  const size_t n = settings.whole("samples"), width = settings.width();
  const SaltelliRows rows = rows_of(settings);
  design.layout = DesignLayout::saltelli;
  design.n_groups = n;
  design.has_second_order = rows.has_second_order;
  design.values.resize(n * rows.per_sample() * width);
  const auto points = sobol_points(n, 2 * width, settings.is_on("shift"), settings.seed());
  // A row of one point, except the one parameter of the other.
  const auto write = [&](size_t row, const double* point, size_t except, const double* other) {
    for (size_t i = 0; i < width; ++i)
      design.values[row * width + i] = i == except ? other[i] : point[i];
  };
  for (size_t sample = 0; sample < n; ++sample) {
    const double* a = points.data() + sample * 2 * width;
    const double* b = a + width;
    write(rows.a(sample), a, width, b);
    for (size_t i = 0; i < width; ++i) {
      write(rows.a_with_b(sample, i), a, i, b);
      if (rows.has_second_order) write(rows.b_with_a(sample, i), b, i, a);
    }
    write(rows.b(sample), b, width, a);
  }
}

}  // namespace

DesignKind saltelli_design() {
  return {
      "saltelli",
      "pairs of points of Sobol's sequence, A and B, and A with each parameter of B, from which "
      "Sobol indices are estimated; n (k + 2) runs of k parameters, n (2 k + 2) with pairs",
      "[Saltelli 2002; Saltelli and others 2010]",
      {{.name = "samples", .meaning = "base samples, best a power of 2", .low = 1, .high = 1e6},
       {.name = "second_order",
        .meaning = "whether indices of pairs are wanted too (1) or not (0)",
        .low = 0,
        .high = 1,
        .value = 0},
       {.name = "shift",
        .meaning = "whether bits are turned over as the seed says (1) or not (0)",
        .low = 0,
        .high = 1,
        .value = 1}},
      false,
      count_samples,
      make_samples};
}

}  // namespace rumbo
