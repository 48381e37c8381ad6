// Sobol indices of an emulator: of as many points as are wanted, for few runs of the model.
//
// May include: base, random, designs.
#pragma once
#include "engine/sensitivity/emulator.hpp"
#include "engine/sensitivity/sobol_indices.hpp"

namespace rumbo {

struct EmulatorIndicesOptions {
  size_t n_samples = 4096;  ///< base samples, best a power of 2
  bool has_second_order = false;
  uint32_t seed = 0;
};

/// Indices of the emulator's mean over the unit cube [Marrel and others 2009]. They are those of
/// the surface, without noise; where the emulator is poor they are those of another surface, so
/// look at leave_one_out() first. No intervals: those of the points would be far too narrow.
SobolIndices emulator_indices(const Emulator& emulator, const EmulatorIndicesOptions& options = {});

}  // namespace rumbo
