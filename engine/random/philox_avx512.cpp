// See philox_kernels.hpp. Eight subjects in a vector.
#include "engine/random/philox_kernels.hpp"

#if defined(__x86_64__)
// GCC 12 takes the undefined operands inside its own AVX-512 header for ours (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <immintrin.h>

#define RUMBO_AVX512 __attribute__((target("avx512f")))

namespace rumbo {
namespace {

struct StateAvx512 {
  __m512i c0, c1, c2, c3;
};

RUMBO_AVX512 __m512i all_avx512(uint64_t word) {
  return _mm512_set1_epi64(static_cast<int64_t>(word));
}

/// State after the rounds that subjects share in part. Lanes have subjects in the order 0, 4, 1, 5,
/// 2, 6, 3, 7, so that quarters need not change places when they are stored.
RUMBO_AVX512 StateAvx512 begin_avx512(const PhiloxRounds& rounds, const uint32_t* subjects) {
  const __m512i order = _mm512_setr_epi32(0, 0, 4, 0, 1, 0, 5, 0, 2, 0, 6, 0, 3, 0, 7, 0);
  const __m256i eight = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(subjects));
  const __m512i p0 =
      _mm512_mul_epu32(_mm512_permutexvar_epi32(order, _mm512_castsi256_si512(eight)),
                       all_avx512(philox::multiplier_0));
  const __m512i c2 = _mm512_xor_si512(_mm512_srli_epi64(p0, 32), all_avx512(rounds.word_2[0]));
  const __m512i p1 = _mm512_mul_epu32(c2, all_avx512(philox::multiplier_1));
  return {_mm512_xor_si512(_mm512_srli_epi64(p1, 32), all_avx512(rounds.word_0[1])), p1,
          _mm512_xor_si512(p0, all_avx512(rounds.word_2[1])), _mm512_setzero_si512()};
}

RUMBO_AVX512 void store_avx512(const StateAvx512& state, std::byte* out) {
  const __m512 low =
      _mm512_shuffle_ps(_mm512_castsi512_ps(state.c0), _mm512_castsi512_ps(state.c1), 0x88);
  const __m512 high =
      _mm512_shuffle_ps(_mm512_castsi512_ps(state.c2), _mm512_castsi512_ps(state.c3), 0x88);
  _mm512_storeu_ps(out, _mm512_shuffle_ps(low, high, 0x88));
  _mm512_storeu_ps(out + 64, _mm512_shuffle_ps(low, high, 0xdd));
}

/// So many vectors go through a round together, as in philox_sse2.cpp.
template <size_t n_together>
RUMBO_AVX512 void blocks_avx512(const PhiloxRounds& rounds, const uint32_t* subjects,
                                std::byte* out) {
  constexpr int exclusive_or = 0x96;  // of three
  const __m512i m0 = all_avx512(philox::multiplier_0);
  const __m512i m1 = all_avx512(philox::multiplier_1);
  StateAvx512 state[n_together];
  for (size_t v = 0; v < n_together; ++v) state[v] = begin_avx512(rounds, subjects + 8 * v);
  for (size_t round = philox::first_full_round; round < philox::n_rounds; ++round) {
    const __m512i key_0 = all_avx512(rounds.word_0[round]);
    const __m512i key_1 = all_avx512(rounds.word_2[round]);
    for (StateAvx512& s : state) {
      const __m512i p0 = _mm512_mul_epu32(s.c0, m0);
      const __m512i p1 = _mm512_mul_epu32(s.c2, m1);
      s.c0 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p1, 32), s.c1, key_0, exclusive_or);
      s.c2 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p0, 32), s.c3, key_1, exclusive_or);
      s.c1 = p1;
      s.c3 = p0;
    }
  }
  for (size_t v = 0; v < n_together; ++v) store_avx512(state[v], out + 8 * v * 16);
}

}  // namespace

RUMBO_AVX512 void philox_avx512(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                                std::byte* out) {
  size_t i = 0;
  for (; i + 16 < count; i += 32) blocks_avx512<4>(rounds, subjects + i, out + i * 16);
  if (i < count) blocks_avx512<2>(rounds, subjects + i, out + i * 16);
}

}  // namespace rumbo
#undef RUMBO_AVX512
#endif
