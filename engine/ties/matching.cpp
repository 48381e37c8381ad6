// See matching.hpp.
#include "engine/ties/matching.hpp"

#include <bit>

namespace rumbo {

uint32_t partner_among(uint64_t key, uint32_t count, uint32_t i) {
  if (count < 2) return i;
  const KeyedPermutation permutation(key, std::bit_width(count - 1));
  uint32_t seat = permutation(i);
  while (seat >= count) seat = permutation(seat);
  uint32_t other = seat ^ 1;
  if (other >= count) return i;
  other = permutation.inverse(other);
  while (other >= count) other = permutation.inverse(other);
  return other;
}

}  // namespace rumbo
