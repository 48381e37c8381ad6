// See screening.hpp.
#include "engine/hazards/screening.hpp"

#include <emmintrin.h>

namespace rumbo {
namespace {

/// Bit k set where prefix k is at most its threshold.
uint16_t awake_mask(const ScreeningPrefixes& draw, const ScreeningPrefixes& threshold) {
  const __m128i above =
      _mm_subs_epu16(_mm_load_si128(reinterpret_cast<const __m128i*>(&draw)),
                     _mm_load_si128(reinterpret_cast<const __m128i*>(&threshold)));
  const __m128i awake = _mm_cmpeq_epi16(above, _mm_setzero_si128());
  return static_cast<uint16_t>(_mm_movemask_epi8(_mm_packs_epi16(awake, _mm_setzero_si128())));
}

}  // namespace

void screen_community(const Draws& draws, Month month, const People& people,
                      const Community& community, const BoundTable& bounds,
                      std::vector<Woken>& woken) {
  // In pieces that stay in the first-level cache beside the bounds.
  constexpr uint32_t piece = 256;
  ScreeningPrefixes prefixes[piece];
  const SlotKey* keys = people.key().data() + community.first_slot;
  const ScreeningPrefixes* rows = bounds.rows();
  const uint32_t size = community.size();
  for (uint32_t begin = 0; begin < size; begin += piece) {
    const uint32_t count = std::min(piece, size - begin);
    screening_prefixes(draws, community.person(begin).value(), count, month, prefixes);
    for (uint32_t i = 0; i < count; ++i) {
      const SlotKey key = keys[begin + i];
      const uint16_t mask = awake_mask(prefixes[i], rows[BoundTable::row_of(key, month)]);
      if (mask == 0 || key.is_free()) continue;
      woken.push_back({static_cast<uint16_t>(begin + i), mask});
    }
  }
}

}  // namespace rumbo
