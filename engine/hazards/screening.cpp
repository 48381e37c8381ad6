// See screening.hpp. Two ways to the same list: eight slots at a time everywhere, sixteen where
// the processor has AVX-512.
#include "engine/hazards/screening.hpp"

// GCC 12 takes the undefined operands inside its own AVX-512 header for ours (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <immintrin.h>

#include <algorithm>
#include <bit>

namespace rumbo {
namespace {

/// Slots at a time, whole blocks: all arrays stay in the first-level cache.
constexpr uint32_t piece = 256;
constexpr uint32_t lanes = 16;  ///< of the widest way; communities are multiples of it
static_assert(lanes == screening_stride && (1 << smallest_community_bits) % lanes == 0);
static_assert(piece % slots_per_block == 0);

/// The living of a piece of slots, densely, and their draws.
struct Living {
  uint32_t subject[piece + lanes];  ///< person ids
  uint32_t row[piece + lanes];      ///< of the table of bounds
  ScreeningPrefixes prefixes[piece + lanes];
  uint32_t count = 0;
};

/// Bit i set where slot i of sixteen is taken.
unsigned taken(const SlotKey* keys) {
  const __m128i class_bits = _mm_set1_epi16(static_cast<int16_t>(0xf000));
  auto free_lanes = [&](const SlotKey* eight) {
    const __m128i bits = _mm_loadu_si128(reinterpret_cast<const __m128i*>(eight));
    return _mm_cmpeq_epi16(_mm_and_si128(bits, class_bits), _mm_setzero_si128());
  };
  const __m128i is_free = _mm_packs_epi16(free_lanes(keys), free_lanes(keys + 8));
  return ~static_cast<unsigned>(_mm_movemask_epi8(is_free)) & 0xffff;
}

/// Adds those who live in slots that lie side by side.
void find_living(const SlotKey* keys, uint32_t n_slots, uint32_t first_subject, Month month,
                 Living& living) {
  uint32_t rows[piece];
  for (uint32_t i = 0; i < n_slots; ++i)
    rows[i] = static_cast<uint32_t>(BoundTable::row_of(keys[i], month));
  uint32_t count = living.count;
  for (uint32_t i = 0; i < n_slots; i += lanes) {
    unsigned left = taken(keys + i);
    if (left == 0xffff) {  // whole sixteens are common, and need no picking
      for (uint32_t k = 0; k < lanes; ++k) living.subject[count + k] = first_subject + i + k;
      std::copy_n(rows + i, lanes, living.row + count);
      count += lanes;
      continue;
    }
    for (; left != 0; left &= left - 1, ++count) {
      const uint32_t at = i + static_cast<uint32_t>(std::countr_zero(left));
      living.subject[count] = first_subject + at;
      living.row[count] = rows[at];
    }
  }
  living.count = count;
}

__attribute__((target("avx512f"))) void find_living_avx512(const SlotKey* keys, uint32_t n_slots,
                                                           uint32_t first_subject, Month month,
                                                           Living& living) {
  const __m512i numbers = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  const __m512i now = _mm512_set1_epi32(month.count());
  uint32_t count = living.count;
  for (uint32_t i = 0; i < n_slots; i += lanes) {
    const __m512i key =
        _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(keys + i)));
    // BoundTable::row_of of sixteen keys.
    const __m512i slot_class = _mm512_srli_epi32(key, 12);
    const __m512i age = _mm512_sub_epi32(now, _mm512_and_epi32(key, _mm512_set1_epi32(0xfff)));
    const __m512i band =
        _mm512_and_epi32(_mm512_srli_epi32(age, 5), _mm512_set1_epi32(BoundTable::n_bands - 1));
    const __m512i row = _mm512_add_epi32(_mm512_slli_epi32(slot_class, 6), band);
    const __m512i subject =
        _mm512_add_epi32(_mm512_set1_epi32(static_cast<int32_t>(first_subject + i)), numbers);
    const __mmask16 is_living = _mm512_test_epi32_mask(slot_class, slot_class);
    _mm512_storeu_si512(living.subject + count, _mm512_maskz_compress_epi32(is_living, subject));
    _mm512_storeu_si512(living.row + count, _mm512_maskz_compress_epi32(is_living, row));
    count += static_cast<uint32_t>(std::popcount(is_living));
  }
  living.count = count;
}
static_assert(BoundTable::n_bands == 1 << 6 && BoundTable::band_months == 1 << 5);

/// Appends those of some persons who are awake. awake  eight bits a person, from `first` on
void note_awake(const Living& living, uint32_t first, uint32_t awake, uint32_t first_subject,
                std::vector<Woken>& woken) {
  while (awake != 0) {
    const auto k = static_cast<uint32_t>(std::countr_zero(awake)) / 8;
    const auto purposes = static_cast<uint16_t>(awake >> (8 * k) & 0xff);
    awake &= ~(0xffu << (8 * k));
    if (first + k < living.count)
      woken.push_back({static_cast<uint16_t>(living.subject[first + k] - first_subject), purposes});
  }
}

/// All ones in the lanes where a prefix is at most its threshold.
__m128i awake_lanes(const ScreeningPrefixes& draw, const ScreeningPrefixes& threshold) {
  const __m128i above =
      _mm_subs_epu16(_mm_load_si128(reinterpret_cast<const __m128i*>(&draw)),
                     _mm_load_si128(reinterpret_cast<const __m128i*>(&threshold)));
  return _mm_cmpeq_epi16(above, _mm_setzero_si128());
}

void compare(const Living& living, const ScreeningPrefixes* rows, uint32_t first_subject,
             std::vector<Woken>& woken) {
  // Two at a time: few are awake, and one test tells of both.
  for (uint32_t i = 0; i < living.count; i += 2) {
    const __m128i first = awake_lanes(living.prefixes[i], rows[living.row[i]]);
    const __m128i second = awake_lanes(living.prefixes[i + 1], rows[living.row[i + 1]]);
    const auto awake = static_cast<uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(first, second)));
    if (awake != 0) note_awake(living, i, awake, first_subject, woken);
  }
}

__attribute__((target("avx512f,avx512bw"))) void compare_avx512(const Living& living,
                                                                const ScreeningPrefixes* rows,
                                                                uint32_t first_subject,
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

bool is_wide() {
  static const bool has_it =
      __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
  return has_it && screening_instruction_set() == "avx512";
}

}  // namespace

void screen_community(const Draws& draws, Month month, const People& people,
                      const Community& community, const BoundTable& bounds,
                      std::vector<Woken>& woken) {
  const Slots keys = community.of(people.key().data());
  const uint32_t first = community.person(0).value();
  const bool wide = is_wide();
  Living living;
  for (uint32_t begin = 0; begin < community.open; begin += piece) {
    const uint32_t end = std::min(begin + piece, community.open);
    living.count = 0;
    for (uint32_t at = begin; at < end;) {
      const uint32_t n_slots = std::min(end - at, community.n_together_from(at));
      (wide ? find_living_avx512 : find_living)(&keys[at], n_slots, first + at, month, living);
      at += n_slots;
    }
    for (uint32_t i = living.count; i < living.count + lanes; ++i) {
      living.subject[i] = first;
      living.row[i] = 0;  // exists; what it says is not kept
    }
    screening_prefixes(draws, living.subject, living.count, month, living.prefixes);
    (wide ? compare_avx512 : compare)(living, bounds.rows(), first, woken);
  }
}

}  // namespace rumbo
