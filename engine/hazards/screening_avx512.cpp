// See screening_ways.hpp. Sixteen slots, or four persons, in a vector.
#include "engine/hazards/screening_ways.hpp"

#if defined(__x86_64__)
// GCC 12 takes the undefined operands inside its own AVX-512 header for ours (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <immintrin.h>

namespace rumbo {

__attribute__((target("avx512f"))) void find_living_avx512(const PieceOfSlots& slots, Month month,
                                                           Living& living) {
  const __m512i numbers = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  const __m512i now = _mm512_set1_epi32(month.count());
  uint32_t count = living.count;
  for (uint32_t i = 0; i < slots.count; i += 16) {
    const __m512i key =
        _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(slots.keys + i)));
    // BoundTable::row_of of sixteen keys.
    const __m512i slot_class = _mm512_srli_epi32(key, 12);
    const __m512i age = _mm512_sub_epi32(now, _mm512_and_epi32(key, _mm512_set1_epi32(0xfff)));
    const __m512i band =
        _mm512_and_epi32(_mm512_srli_epi32(age, 5), _mm512_set1_epi32(BoundTable::n_bands - 1));
    const __m512i row = _mm512_add_epi32(_mm512_slli_epi32(slot_class, 6), band);
    const __m512i subject =
        _mm512_add_epi32(_mm512_set1_epi32(static_cast<int32_t>(slots.first + i)), numbers);
    const __mmask16 is_living = _mm512_test_epi32_mask(slot_class, slot_class);
    _mm512_storeu_si512(living.subject + count, _mm512_maskz_compress_epi32(is_living, subject));
    _mm512_storeu_si512(living.row + count, _mm512_maskz_compress_epi32(is_living, row));
    count += static_cast<uint32_t>(std::popcount(is_living));
  }
  living.count = count;
}
static_assert(BoundTable::n_bands == 1 << 6 && BoundTable::band_months == 1 << 5);

__attribute__((target("avx512f,avx512bw"))) void compare_with_bounds_avx512(
    const Living& living, const ScreeningPrefixes* rows, uint32_t first_subject,
    std::vector<Woken>& woken) {
  auto row = [&](uint32_t i) {
    return _mm_load_si128(reinterpret_cast<const __m128i*>(rows + living.row[i]));
  };
  for (uint32_t i = 0; i < living.count; i += 4) {
    __m512i four = _mm512_castsi128_si512(row(i));
    four = _mm512_inserti32x4(four, row(i + 1), 1);
    four = _mm512_inserti32x4(four, row(i + 2), 2);
    four = _mm512_inserti32x4(four, row(i + 3), 3);
    const __mmask32 awake = _mm512_cmple_epu16_mask(_mm512_loadu_si512(living.prefixes + i), four);
    if (awake != 0) note_awake(living, i, awake, first_subject, woken);
  }
}

}  // namespace rumbo
#endif
