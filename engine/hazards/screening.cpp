// See screening.hpp.
#include "engine/hazards/screening.hpp"

#include <emmintrin.h>

namespace rumbo {
namespace {

constexpr uint32_t piece = 256;  ///< slots at a time: all arrays stay in the first-level cache

/// The living of a piece of slots, densely.
struct Living {
  uint32_t subject[piece + screening_stride];  ///< person ids
  uint16_t row[piece + screening_stride];      ///< of the table of bounds
  uint32_t count = 0;
};

void find_living(const SlotKey* keys, uint32_t n_slots, uint32_t first_subject, Month month,
                 Living& living) {
  uint16_t rows[piece];
  for (uint32_t i = 0; i < n_slots; ++i)
    rows[i] = static_cast<uint16_t>(BoundTable::row_of(keys[i], month));
  uint32_t count = 0;  // no branches: whether a slot is free cannot be foreseen
  for (uint32_t i = 0; i < n_slots; ++i) {
    living.subject[count] = first_subject + i;
    living.row[count] = rows[i];
    count += keys[i].is_free() ? 0 : 1;
  }
  living.count = count;
  for (uint32_t i = count; i < count + screening_stride; ++i) {
    living.subject[i] = first_subject;
    living.row[i] = 0;  // class 0: of free slots, woken for nothing that is kept
  }
}

/// All ones in the lanes where a prefix is at most its threshold.
__m128i awake_lanes(const ScreeningPrefixes& draw, const ScreeningPrefixes& threshold) {
  const __m128i above =
      _mm_subs_epu16(_mm_load_si128(reinterpret_cast<const __m128i*>(&draw)),
                     _mm_load_si128(reinterpret_cast<const __m128i*>(&threshold)));
  return _mm_cmpeq_epi16(above, _mm_setzero_si128());
}

}  // namespace

void screen_community(const Draws& draws, Month month, const People& people,
                      const Community& community, const BoundTable& bounds,
                      std::vector<Woken>& woken) {
  const SlotKey* keys = people.key().data() + community.first_slot;
  const ScreeningPrefixes* rows = bounds.rows();
  const uint32_t first = community.person(0).value();
  Living living;
  ScreeningPrefixes prefixes[piece + screening_stride];
  for (uint32_t begin = 0; begin < community.size(); begin += piece) {
    const uint32_t n_slots = std::min(piece, community.size() - begin);
    find_living(keys + begin, n_slots, first + begin, month, living);
    screening_prefixes(draws, living.subject, living.count, month, prefixes);
    // Two at a time: few are awake, and one test tells of both.
    for (uint32_t i = 0; i < living.count; i += 2) {
      const auto both = static_cast<unsigned>(_mm_movemask_epi8(
          _mm_packs_epi16(awake_lanes(prefixes[i], rows[living.row[i]]),
                          awake_lanes(prefixes[i + 1], rows[living.row[i + 1]]))));
      if (both == 0) continue;
      for (uint32_t k = 0; k < 2 && i + k < living.count; ++k) {
        const auto purposes = static_cast<uint16_t>(both >> (8 * k) & 0xff);
        if (purposes != 0)
          woken.push_back({static_cast<uint16_t>(living.subject[i + k] - first), purposes});
      }
    }
  }
}

}  // namespace rumbo
