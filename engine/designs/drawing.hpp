// What is drawn for designs and for what is made of them, by address. May include: base, random.
#pragma once
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/random/draws.hpp"

namespace rumbo {

// Purposes of the engine that no model has a part in.
namespace purpose {
RUMBO_PURPOSE(design_order, 10);      ///< order of strata, or in which parameters move
RUMBO_PURPOSE(design_place, 11);      ///< where in a stratum, or at which level a trajectory begins
RUMBO_PURPOSE(design_direction, 12);  ///< whether a parameter moves up or down
RUMBO_PURPOSE(design_shift, 13);      ///< bits of the digital shift; subject = parameter
RUMBO_PURPOSE(resample, 14);          ///< bootstrap; subject = resample, index = place
}  // namespace purpose

/// A whole number below n (at most 2^32), each with probability 1/n up to 2^-21.
inline size_t drawn_below(size_t n, const Draws& draws, uint32_t subject, Purpose purpose,
                          uint32_t index) {
  return static_cast<size_t>(draws.uniform(subject, Month(0), purpose, index) *
                             static_cast<double>(n));
}

/// The numbers 0 to n - 1 in an order drawn by subject, all orders alike [Knuth 1997].
inline std::vector<size_t> drawn_order(size_t n, const Draws& draws, uint32_t subject) {
  std::vector<size_t> order(n);
  std::iota(order.begin(), order.end(), size_t{0});
  for (size_t left = n; left > 1; --left)
    std::swap(order[left - 1], order[drawn_below(left, draws, subject, purpose::design_order,
                                                 static_cast<uint32_t>(left))]);
  return order;
}

}  // namespace rumbo
