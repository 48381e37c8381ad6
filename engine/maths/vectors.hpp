// Elementary functions of as many numbers as fit a vector of the processor.
//
// SLEEF's consistent functions without fused multiply-add: the same bits in every length.
// May include: base.
#pragma once
#include <cstddef>

namespace rumbo {

inline constexpr size_t most_lanes = 8;

/// Functions of `lanes` numbers in place; lanes is at most most_lanes.
struct VectorFunctions {
  void (*exp)(double*);
  void (*log)(double*);
  size_t lanes;
};

/// Those of the widest vectors that this processor has.
const VectorFunctions& widest_functions();

}  // namespace rumbo
