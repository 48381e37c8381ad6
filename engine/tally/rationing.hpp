// Scarce things granted in order, by a cut-off that ranks find without gathering requests.
//
// May include: base, comm.
#pragma once
#include <cstdint>
#include <span>

#include "engine/comm/comm.hpp"

namespace rumbo {

/// The order of a request: class or month applied first, then the draw, then the person, so that
/// no two are equal.
struct RationKey {
  uint64_t high = 0;  ///< month applied (or class) << 32 | draw
  uint32_t low = 0;   ///< PersonId

  friend bool operator<(const RationKey& a, const RationKey& b) {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
  }
  friend bool operator==(const RationKey&, const RationKey&) = default;
  /// Byte i of 12, the most significant first.
  uint8_t byte(int i) const {
    return static_cast<uint8_t>(i < 8 ? high >> (8 * (7 - i)) : low >> (8 * (11 - i)));
  }
};

/// A request as rationing sees it.
struct RationRequest {
  RationKey key;
  int64_t weight = 1;  ///< units it takes if granted, > 0
};

/// What a ration comes to, on all ranks together.
struct RationCut {
  bool grants_all = false;
  RationKey first_refused;  ///< requests before it are granted (unless all are)
  int64_t granted = 0;      ///< sum of their weights, at most the capacity
  int64_t asked = 0;        ///< sum of all weights

  bool grants(const RationKey& key) const { return grants_all || key < first_refused; }
};

/// Grants requests in the order of their keys until the next would exceed the capacity.
///
/// requests  this rank's, in any order; keys differ. comm  of the run; collective
/// Finds the cut byte by byte from histograms of weights summed over ranks.
RationCut ration(std::span<const RationRequest> requests, int64_t capacity, const Comm& comm);

}  // namespace rumbo
