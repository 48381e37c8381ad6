// Perfect matchings from keyed permutations: random symmetric ties that need no memory.
//
// The partner of i is pi^-1(pi(i) xor 1), with pi a small Feistel network.
// May include: base, random.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/base/error.hpp"

namespace rumbo {

/// A well-mixed 64-bit number from another (the finalizer of SplitMix64) [Steele, Lea and Flood
/// 2014].
constexpr uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

/// A permutation of [0, 2^bits) from a key; 1 <= bits <= 32.
class KeyedPermutation {
 public:
  KeyedPermutation(uint64_t key, int bits)
      : key_(key), low_bits_(bits / 2), high_bits_(bits - bits / 2) {}

  uint32_t operator()(uint32_t i) const {
    uint32_t low = i & low_mask(), high = i >> low_bits_;
    for (int round = 0; round < n_rounds; ++round) {
      high ^= scramble(low, 2 * round) & high_mask();
      low ^= scramble(high, 2 * round + 1) & low_mask();
    }
    return high << low_bits_ | low;
  }
  uint32_t inverse(uint32_t i) const {
    uint32_t low = i & low_mask(), high = i >> low_bits_;
    for (int round = n_rounds - 1; round >= 0; --round) {
      low ^= scramble(high, 2 * round + 1) & low_mask();
      high ^= scramble(low, 2 * round) & high_mask();
    }
    return high << low_bits_ | low;
  }

 private:
  friend class AllPairs;
  static constexpr int n_rounds = 3;
  uint32_t low_mask() const { return (1u << low_bits_) - 1; }
  uint32_t high_mask() const { return static_cast<uint32_t>((uint64_t{1} << high_bits_) - 1); }
  /// A function of the half that is another one in every round: where rounds differ by a constant
  /// only, a partner is met far more often than others.
  uint32_t scramble(uint32_t half, int round) const {
    const uint64_t salt = half + 1 + (static_cast<uint64_t>(round) << 32);
    const uint64_t salted = key_ ^ (salt * 0xd1342543de82ef95);
    return static_cast<uint32_t>(((salted ^ (salted >> 32)) * 0x9e3779b97f4a7c15) >> 32);
  }

  uint64_t key_;
  int low_bits_, high_bits_;
};

/// All pairs of a matching, for those who want every one: what the rounds scramble is looked up, as
/// a half has few values. 2 <= bits <= 16.
class AllPairs {
 public:
  static constexpr int most_bits = 16;

  AllPairs(uint64_t key, int bits) : permutation_(key, bits) {
    RUMBO_ASSERT(bits >= 2 && bits <= most_bits);
    for (int round = 0; round < KeyedPermutation::n_rounds; ++round) {
      auto& of_low = of_low_[static_cast<size_t>(round)];
      auto& of_high = of_high_[static_cast<size_t>(round)];
      for (uint32_t half = 0; half <= permutation_.low_mask(); ++half)
        of_low[half] =
            static_cast<uint8_t>(permutation_.scramble(half, 2 * round) & permutation_.high_mask());
      for (uint32_t half = 0; half <= permutation_.high_mask(); ++half)
        of_high[half] = static_cast<uint8_t>(permutation_.scramble(half, 2 * round + 1) &
                                             permutation_.low_mask());
    }
  }

  /// Each pair of partner_of() once: visit(one, other).
  template <class Visit>
  void for_each(const Visit& visit) const {
    // The last round changes low halves by what the high half says: over all of them, the same
    // pairs come in another order.
    for (uint32_t high = 0; high <= permutation_.high_mask(); ++high)
      for (uint32_t low = 0; low <= permutation_.low_mask(); low += 2)
        visit(before_last(high, low), before_last(high, low | 1));
  }

 private:
  /// The inverse without its first step.
  uint32_t before_last(uint32_t high, uint32_t low) const {
    high ^= of_low_[2][low];
    low ^= of_high_[1][high];
    high ^= of_low_[1][low];
    low ^= of_high_[0][high];
    high ^= of_low_[0][low];
    return high << permutation_.low_bits_ | low;
  }

  static_assert(KeyedPermutation::n_rounds == 3);
  using Halves = std::array<uint8_t, 1u << (most_bits / 2)>;
  KeyedPermutation permutation_;
  std::array<Halves, 3> of_low_, of_high_;  // written as far as bits ask for
};

/// The other one of i's pair in a perfect matching of [0, 2^bits).
inline uint32_t partner_of(uint64_t key, int bits, uint32_t i) {
  const KeyedPermutation permutation(key, bits);
  return permutation.inverse(permutation(i) ^ 1);
}

/// The partner of i in a matching of [0, count); i itself is returned for the one that an odd
/// count leaves over. Walks the permutation of the next power of two until it is inside.
uint32_t partner_among(uint64_t key, uint32_t count, uint32_t i);

}  // namespace rumbo
