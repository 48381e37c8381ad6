// See emulator_indices.hpp.
#include "engine/sensitivity/emulator_indices.hpp"

#include "engine/designs/designs.hpp"

namespace rumbo {

SobolIndices emulator_indices(const Emulator& emulator, const EmulatorIndicesOptions& options) {
  const Design design =
      make_design({.kind = "saltelli",
                   .names = emulator.names(),
                   .options = {{"samples", {static_cast<double>(options.n_samples)}},
                               {"second_order", {options.has_second_order ? 1.0 : 0.0}}},
                   .seed = options.seed});
  std::vector<double> points = design.values;
  emulator.from_shares(points);
  return sobol_indices(design, emulator.means(points), {.n_resamples = 0});
}

}  // namespace rumbo
