// Philox4x32-10 of many subjects at a time: what the ways share, and which ways there are.
//
// Of a block only the subject differs between lanes, so the first two rounds are half done before.
// The vectorised ways keep one person's 32-bit word in the low half of each 64-bit lane; garbage in
// the high halves is harmless, because products and stores read low halves. May include: base.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace rumbo {

/// Philox4x32 multipliers, key increments and rounds: [Salmon and others 2011], table 2.
namespace philox {
inline constexpr uint32_t multiplier_0 = 0xD2511F53, multiplier_1 = 0xCD9E8D57;
inline constexpr uint32_t weyl_0 = 0x9E3779B9, weyl_1 = 0xBB67AE85;
inline constexpr int n_rounds = 10;
/// Rounds that are not the same for all subjects in part, and from which a kernel goes on.
inline constexpr int first_full_round = 2;
}  // namespace philox

/// What a block is addressed by besides its subject; its index is 0.
struct PhiloxAddress {
  uint32_t seed, replicate, month, purpose;
};

/// Words to combine by exclusive or in each round: the keys, and in the first rounds what all
/// subjects share.
///
/// With words c0 to c3 = (subject, month, purpose, 0), round 0 gives c0 and c1 without the subject.
/// So round 1 has one product of its own, and c2 of round 2 lacks no more than a constant.
struct PhiloxRounds {
  /// Of word 0 and of word 2; 64 bits, the upper half 0, as the lanes have them.
  std::array<uint64_t, philox::n_rounds> word_0{}, word_2{};

  explicit constexpr PhiloxRounds(const PhiloxAddress& address) {
    uint32_t key_0 = address.seed, key_1 = address.replicate;
    for (size_t round = 0; round < philox::n_rounds; ++round) {
      word_0[round] = key_0;
      word_2[round] = key_1;
      key_0 += philox::weyl_0;
      key_1 += philox::weyl_1;
    }
    const uint64_t first = uint64_t{address.purpose} * philox::multiplier_1;
    const uint64_t c0 = (first >> 32) ^ address.month ^ address.seed;
    const uint64_t second = c0 * philox::multiplier_0;
    word_0[1] ^= first & 0xffffffff;
    word_2[1] ^= second >> 32;
    word_2[2] ^= second & 0xffffffff;
  }
};

/// Writes the blocks of so many subjects, rounded up to whole strides (screening_stride).
/// out  16 bytes a block, aligned to 16
using PhiloxKernel = void (*)(const PhiloxRounds&, const uint32_t* subjects, size_t count,
                              std::byte* out);

/// On every processor, without instructions of its own.
void philox_plain(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                  std::byte* out);
#if defined(__x86_64__)
void philox_sse2(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                 std::byte* out);
/// Needs a processor with AVX2.
void philox_avx2(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                 std::byte* out);
/// Needs a processor with AVX-512 F.
void philox_avx512(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                   std::byte* out);
#endif

}  // namespace rumbo
