// See philox_kernels.hpp. The way of every processor, one subject at a time.
#include <cstring>

#include "engine/random/many_draws.hpp"
#include "engine/random/philox_kernels.hpp"

namespace rumbo {
namespace {

constexpr uint64_t low_half(uint64_t word) {
  return word & 0xffffffff;
}

}  // namespace

void philox_plain(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                  std::byte* out) {
  using namespace philox;
  const size_t whole = (count + screening_stride - 1) / screening_stride * screening_stride;
  for (size_t i = 0; i < whole; ++i) {
    const uint64_t first = uint64_t{subjects[i]} * multiplier_0;
    uint64_t c1 = ((first >> 32) ^ rounds.word_2[0]) * multiplier_1;
    uint64_t c0 = (c1 >> 32) ^ rounds.word_0[1];
    uint64_t c2 = first ^ rounds.word_2[1];
    uint64_t c3 = 0;
    for (size_t round = first_full_round; round < n_rounds; ++round) {
      const uint64_t p0 = low_half(c0) * multiplier_0;
      const uint64_t p1 = low_half(c2) * multiplier_1;
      c0 = (p1 >> 32) ^ c1 ^ rounds.word_0[round];
      c2 = (p0 >> 32) ^ c3 ^ rounds.word_2[round];
      c1 = p1;
      c3 = p0;
    }
    const DrawBlock block{{static_cast<uint32_t>(c0), static_cast<uint32_t>(c1),
                           static_cast<uint32_t>(c2), static_cast<uint32_t>(c3)}};
    std::memcpy(out + i * sizeof block, &block, sizeof block);
  }
}

}  // namespace rumbo
