// Design `sobol`, and the points that others are made of; see sobol_points.hpp.
#include <fmt/format.h>

#include <boost/random/sobol.hpp>

#include "engine/base/error.hpp"
#include "engine/designs/drawing.hpp"
#include "engine/designs/kinds.hpp"
#include "engine/designs/sobol_points.hpp"

namespace rumbo {
namespace {

using SobolEngine = boost::random::sobol_engine<uint32_t, 32, boost::random::default_sobol_table>;

double count_sobol(const DesignSettings& settings) {
  check_sobol_dimensions("sobol", settings.width());
  return settings.number("samples");
}

void make_sobol(const DesignSettings& settings, Design& design) {
  design.values = sobol_points(settings.whole("samples"), settings.width(), settings.is_on("shift"),
                               settings.seed());
}

}  // namespace

size_t most_sobol_dimensions() {
  return boost::random::default_sobol_table::max_dimension;
}

void check_sobol_dimensions(const std::string& what, size_t dimensions) {
  if (dimensions > most_sobol_dimensions())
    throw InputError(fmt::format("{}: {} dimensions; expected at most {}", what, dimensions,
                                 most_sobol_dimensions()));
}

std::vector<double> sobol_points(size_t n, size_t dimensions, bool is_shifted, uint32_t seed) {
  RUMBO_REQUIRE(dimensions > 0 && dimensions <= most_sobol_dimensions());
  SobolEngine engine(dimensions);
  std::vector<double> points(n * dimensions);
  if (!is_shifted) {
    for (double& x : points) x = engine() * 0x1p-32;
    return points;
  }
  std::vector<uint32_t> shift(dimensions);
  const Draws draws(seed, 0);
  for (uint32_t i = 0; i < dimensions; ++i)
    shift[i] = draws.bits(i, Month(0), purpose::design_shift);
  for (size_t at = 0; at < points.size(); ++at) {
    const uint32_t bits = at < dimensions ? 0 : engine();  // Boost leaves the first point out
    // The middle of what 32 bits tell apart: neither 0 nor 1.
    points[at] = ((bits ^ shift[at % dimensions]) + 0.5) * 0x1p-32;
  }
  return points;
}

DesignKind sobol_design() {
  return {"sobol",
          "points of Sobol's sequence, which fill the range evenly; best with a power of 2 of them",
          "[Sobol 1967; Joe and Kuo 2008; Owen 2020]",
          {{.name = "samples", .meaning = "runs", .low = 1, .high = 1e7},
           {.name = "shift",
            .meaning = "whether bits are turned over as the seed says (1) or not (0)",
            .low = 0,
            .high = 1,
            .value = 1}},
          false,
          count_sobol,
          make_sobol};
}

}  // namespace rumbo
