// See philox_kernels.hpp. The way of every x86-64 processor: two subjects in a vector.
#include "engine/random/philox_kernels.hpp"

#if defined(__x86_64__)
#include <emmintrin.h>

namespace rumbo {
namespace {

/// So many vectors go through a round together, which hides the latency of the products and loads
/// each key once.
constexpr size_t n_together_sse2 = 8;

struct StateSse2 {
  __m128i c0, c1, c2, c3;
};

__m128i rest_sse2(__m128i product, __m128i word) {
  return _mm_xor_si128(_mm_srli_epi64(product, 32), word);
}

__m128i all_sse2(uint64_t word) {
  return _mm_set1_epi64x(static_cast<int64_t>(word));
}

/// State after the rounds that subjects share in part.
StateSse2 begin_sse2(const PhiloxRounds& rounds, const uint32_t* subjects) {
  const __m128i two = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(subjects));
  const __m128i p0 = _mm_mul_epu32(_mm_shuffle_epi32(two, 0x10), all_sse2(philox::multiplier_0));
  const __m128i c2 = rest_sse2(p0, all_sse2(rounds.word_2[0]));
  const __m128i p1 = _mm_mul_epu32(c2, all_sse2(philox::multiplier_1));
  return {rest_sse2(p1, all_sse2(rounds.word_0[1])), p1,
          _mm_xor_si128(p0, all_sse2(rounds.word_2[1])), _mm_setzero_si128()};
}

/// The four words of each of two subjects side by side.
void store_sse2(const StateSse2& state, std::byte* out) {
  const auto even = [](__m128i a, __m128i b) {
    return _mm_shuffle_ps(_mm_castsi128_ps(a), _mm_castsi128_ps(b), 0x88);
  };
  const __m128 low = even(state.c0, state.c1);
  const __m128 high = even(state.c2, state.c3);
  auto* to = reinterpret_cast<float*>(out);
  _mm_store_ps(to, _mm_shuffle_ps(low, high, 0x88));
  _mm_store_ps(to + 4, _mm_shuffle_ps(low, high, 0xdd));
}

}  // namespace

void philox_sse2(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                 std::byte* out) {
  using namespace philox;
  const __m128i m0 = all_sse2(multiplier_0);
  const __m128i m1 = all_sse2(multiplier_1);
  for (size_t i = 0; i < count; i += 2 * n_together_sse2) {
    StateSse2 state[n_together_sse2];
    for (size_t v = 0; v < n_together_sse2; ++v)
      state[v] = begin_sse2(rounds, subjects + i + 2 * v);
    for (size_t round = first_full_round; round < n_rounds; ++round) {
      const __m128i key_0 = all_sse2(rounds.word_0[round]);
      const __m128i key_1 = all_sse2(rounds.word_2[round]);
      for (StateSse2& s : state) {
        const __m128i p0 = _mm_mul_epu32(s.c0, m0);
        const __m128i p1 = _mm_mul_epu32(s.c2, m1);
        s.c0 = _mm_xor_si128(rest_sse2(p1, s.c1), key_0);
        s.c2 = _mm_xor_si128(rest_sse2(p0, s.c3), key_1);
        s.c1 = p1;
        s.c3 = p0;
      }
    }
    for (size_t v = 0; v < n_together_sse2; ++v) store_sse2(state[v], out + (i + 2 * v) * 16);
  }
}

}  // namespace rumbo
#endif
