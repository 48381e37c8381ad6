// The two steps of screening that depend on the processor: finding who lives in a piece of slots,
// and comparing their draws with the bounds. All ways give the same, in the same order.
//
// May include: base, random, people.
#pragma once
#include <bit>
#include <cstdint>
#include <vector>

#include "engine/hazards/screening.hpp"

namespace rumbo {

/// Slots at a time, whole blocks: all arrays stay in the first-level cache.
inline constexpr uint32_t screening_piece = 256;
/// Of the widest way; communities are multiples of it.
inline constexpr uint32_t screening_lanes = 16;
static_assert(screening_lanes == screening_stride &&
              (1 << smallest_community_bits) % screening_lanes == 0);
static_assert(screening_piece % slots_per_block == 0);

/// The living of a piece of slots, densely, and their draws. A way may write beyond `count` by
/// fewer than screening_lanes.
struct Living {
  uint32_t subject[screening_piece + screening_lanes];  ///< person ids
  uint32_t row[screening_piece + screening_lanes];      ///< of the table of bounds
  ScreeningPrefixes prefixes[screening_piece + screening_lanes];
  uint32_t count = 0;
};

/// Slots that lie side by side, of a piece.
/// keys   [count], a multiple of screening_lanes
/// first  person id of the first
struct PieceOfSlots {
  const SlotKey* keys;
  uint32_t count;
  uint32_t first;
};

/// Adds those who live in some slots, in the order of slots, without their draws.
using FindLiving = void (*)(const PieceOfSlots& slots, Month month, Living& living);
/// Appends those with a prefix at most its threshold. What stands beyond `count`, up to
/// screening_lanes, is read but not kept.
/// rows           of the table of bounds
/// first_subject  person id of the community's first slot
using CompareWithBounds = void (*)(const Living& living, const ScreeningPrefixes* rows,
                                   uint32_t first_subject, std::vector<Woken>& woken);

/// On every processor, without instructions of its own.
void find_living(const PieceOfSlots& slots, Month month, Living& living);
void compare_with_bounds(const Living& living, const ScreeningPrefixes* rows,
                         uint32_t first_subject, std::vector<Woken>& woken);
#if defined(__x86_64__)
/// Need a processor with AVX2.
void find_living_avx2(const PieceOfSlots& slots, Month month, Living& living);
void compare_with_bounds_avx2(const Living& living, const ScreeningPrefixes* rows,
                              uint32_t first_subject, std::vector<Woken>& woken);
/// Need a processor with AVX-512 F and BW.
void find_living_avx512(const PieceOfSlots& slots, Month month, Living& living);
void compare_with_bounds_avx512(const Living& living, const ScreeningPrefixes* rows,
                                uint32_t first_subject, std::vector<Woken>& woken);
#endif

/// Appends those of some persons who are awake. awake  eight bits a person, from `first` on
inline void note_awake(const Living& living, uint32_t first, uint32_t awake, uint32_t first_subject,
                       std::vector<Woken>& woken) {
  while (awake != 0) {
    const auto k = static_cast<uint32_t>(std::countr_zero(awake)) / 8;
    const auto purposes = static_cast<uint16_t>(awake >> (8 * k) & 0xff);
    awake &= ~(0xffu << (8 * k));
    if (first + k < living.count)
      woken.push_back({static_cast<uint16_t>(living.subject[first + k] - first_subject), purposes});
  }
}

}  // namespace rumbo
