// See screening_ways.hpp. Eight slots, or two persons, in a vector.
#include "engine/hazards/screening_ways.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include <array>

#define RUMBO_AVX2 __attribute__((target("avx2,popcnt")))

namespace rumbo {
namespace {

/// [set of lanes] which lanes are in it, in rising order, one byte each; then the first lane.
constexpr std::array<uint64_t, 256> make_lanes_of() {
  std::array<uint64_t, 256> lanes_of{};
  for (unsigned set = 0; set < 256; ++set)
    for (unsigned lane = 0, n = 0; lane < 8; ++lane)
      if ((set >> lane & 1) != 0) lanes_of[set] |= uint64_t{lane} << (8 * n++);
  return lanes_of;
}
constexpr std::array<uint64_t, 256> lanes_of = make_lanes_of();

/// Those lanes at the front that are chosen.
RUMBO_AVX2 void store_chosen(uint32_t* to, __m256i values, __m256i chosen) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_permutevar8x32_epi32(values, chosen));
}

/// All ones in the lanes where a prefix of two persons is at most its threshold.
RUMBO_AVX2 __m256i awake_lanes_avx2(const ScreeningPrefixes* draws, const ScreeningPrefixes& first,
                                    const ScreeningPrefixes& second) {
  const auto one = [](const ScreeningPrefixes& row) RUMBO_AVX2 {
    return _mm_load_si128(reinterpret_cast<const __m128i*>(&row));
  };
  const __m256i draw = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(draws));
  const __m256i threshold =
      _mm256_inserti128_si256(_mm256_castsi128_si256(one(first)), one(second), 1);
  return _mm256_cmpeq_epi16(_mm256_min_epu16(draw, threshold), draw);
}

}  // namespace

RUMBO_AVX2 void find_living_avx2(const PieceOfSlots& slots, Month month, Living& living) {
  const __m256i numbers = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  const __m256i now = _mm256_set1_epi32(month.count());
  uint32_t count = living.count;
  for (uint32_t i = 0; i < slots.count; i += 8) {
    const __m256i key =
        _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(slots.keys + i)));
    // BoundTable::row_of of eight keys.
    const __m256i slot_class = _mm256_srli_epi32(key, 12);
    const __m256i age = _mm256_sub_epi32(now, _mm256_and_si256(key, _mm256_set1_epi32(0xfff)));
    const __m256i band =
        _mm256_and_si256(_mm256_srli_epi32(age, 5), _mm256_set1_epi32(BoundTable::n_bands - 1));
    const __m256i row = _mm256_add_epi32(_mm256_slli_epi32(slot_class, 6), band);
    const __m256i subject =
        _mm256_add_epi32(_mm256_set1_epi32(static_cast<int32_t>(slots.first + i)), numbers);
    const __m256i is_free = _mm256_cmpeq_epi32(slot_class, _mm256_setzero_si256());
    const auto is_living =
        ~static_cast<uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(is_free))) & 0xff;
    const __m256i chosen = _mm256_cvtepu8_epi32(
        _mm_loadl_epi64(reinterpret_cast<const __m128i*>(&lanes_of[is_living])));
    store_chosen(living.subject + count, subject, chosen);
    store_chosen(living.row + count, row, chosen);
    count += static_cast<uint32_t>(std::popcount(is_living));
  }
  living.count = count;
}
static_assert(BoundTable::n_bands == 1 << 6 && BoundTable::band_months == 1 << 5);

RUMBO_AVX2 void compare_with_bounds_avx2(const Living& living, const ScreeningPrefixes* rows,
                                         uint32_t first_subject, std::vector<Woken>& woken) {
  const uint32_t* row = living.row;
  // Four persons at a time: few are awake, and one test tells of all.
  for (uint32_t i = 0; i < living.count; i += 4) {
    const __m256i low = awake_lanes_avx2(living.prefixes + i, rows[row[i]], rows[row[i + 1]]);
    const __m256i high =
        awake_lanes_avx2(living.prefixes + i + 2, rows[row[i + 2]], rows[row[i + 3]]);
    // A byte a lane; packing leaves the persons in the order 0, 2, 1, 3.
    const __m256i packed = _mm256_packs_epi16(low, high);
    if (_mm256_testz_si256(packed, packed) != 0) continue;
    const auto awake = static_cast<uint32_t>(
        _mm256_movemask_epi8(_mm256_permute4x64_epi64(packed, 0b11'01'10'00)));
    note_awake(living, i, awake, first_subject, woken);
  }
}

}  // namespace rumbo
#undef RUMBO_AVX2
#endif
