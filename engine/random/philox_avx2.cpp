// See philox_kernels.hpp. Four subjects in a vector.
#include "engine/random/philox_kernels.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define RUMBO_AVX2 __attribute__((target("avx2")))

namespace rumbo {
namespace {

/// As in philox_sse2.cpp.
constexpr size_t n_together_avx2 = 4;

struct StateAvx2 {
  __m256i c0, c1, c2, c3;
};

RUMBO_AVX2 __m256i rest_avx2(__m256i product, __m256i word) {
  return _mm256_xor_si256(_mm256_srli_epi64(product, 32), word);
}
RUMBO_AVX2 __m256i all_avx2(uint64_t word) {
  return _mm256_set1_epi64x(static_cast<int64_t>(word));
}

/// State after the rounds that subjects share in part. Lanes have subjects in the order 0, 2, 1, 3,
/// so that halves need not change places when they are stored.
RUMBO_AVX2 StateAvx2 begin_avx2(const PhiloxRounds& rounds, const uint32_t* subjects) {
  const __m256i order = _mm256_setr_epi32(0, 0, 2, 0, 1, 0, 3, 0);
  const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(subjects));
  const __m256i p0 =
      _mm256_mul_epu32(_mm256_permutevar8x32_epi32(_mm256_castsi128_si256(four), order),
                       all_avx2(philox::multiplier_0));
  const __m256i c2 = rest_avx2(p0, all_avx2(rounds.word_2[0]));
  const __m256i p1 = _mm256_mul_epu32(c2, all_avx2(philox::multiplier_1));
  return {rest_avx2(p1, all_avx2(rounds.word_0[1])), p1,
          _mm256_xor_si256(p0, all_avx2(rounds.word_2[1])), _mm256_setzero_si256()};
}

RUMBO_AVX2 void store_avx2(const StateAvx2& state, std::byte* out) {
  const __m256 low =
      _mm256_shuffle_ps(_mm256_castsi256_ps(state.c0), _mm256_castsi256_ps(state.c1), 0x88);
  const __m256 high =
      _mm256_shuffle_ps(_mm256_castsi256_ps(state.c2), _mm256_castsi256_ps(state.c3), 0x88);
  auto* to = reinterpret_cast<float*>(out);
  _mm256_storeu_ps(to, _mm256_shuffle_ps(low, high, 0x88));
  _mm256_storeu_ps(to + 8, _mm256_shuffle_ps(low, high, 0xdd));
}

}  // namespace

RUMBO_AVX2 void philox_avx2(const PhiloxRounds& rounds, const uint32_t* subjects, size_t count,
                            std::byte* out) {
  using namespace philox;
  const __m256i m0 = all_avx2(multiplier_0);
  const __m256i m1 = all_avx2(multiplier_1);
  for (size_t i = 0; i < count; i += 4 * n_together_avx2) {
    StateAvx2 state[n_together_avx2];
    for (size_t v = 0; v < n_together_avx2; ++v)
      state[v] = begin_avx2(rounds, subjects + i + 4 * v);
    for (size_t round = first_full_round; round < n_rounds; ++round) {
      const __m256i key_0 = all_avx2(rounds.word_0[round]);
      const __m256i key_1 = all_avx2(rounds.word_2[round]);
      for (StateAvx2& s : state) {
        const __m256i p0 = _mm256_mul_epu32(s.c0, m0);
        const __m256i p1 = _mm256_mul_epu32(s.c2, m1);
        s.c0 = _mm256_xor_si256(rest_avx2(p1, s.c1), key_0);
        s.c2 = _mm256_xor_si256(rest_avx2(p0, s.c3), key_1);
        s.c1 = p1;
        s.c3 = p0;
      }
    }
    for (size_t v = 0; v < n_together_avx2; ++v) store_avx2(state[v], out + (i + 4 * v) * 16);
  }
}

}  // namespace rumbo
#undef RUMBO_AVX2
#endif
