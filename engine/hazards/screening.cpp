// See screening.hpp. What depends on the processor stands in screening_ways.hpp.
#include "engine/hazards/screening.hpp"

#include <algorithm>

#include "engine/hazards/screening_ways.hpp"

namespace rumbo {
namespace {

struct ScreeningWay {
  FindLiving find;
  CompareWithBounds compare;
};

/// The way of the instruction set in use.
ScreeningWay way_in_use() {
#if defined(__x86_64__)
  const std::string_view set = screening_instruction_set();
  if (set == "avx512") return {find_living_avx512, compare_with_bounds_avx512};
  if (set == "avx2") return {find_living_avx2, compare_with_bounds_avx2};
#endif
  return {find_living, compare_with_bounds};
}

}  // namespace

void screen_community(const Draws& draws, Month month, const People& people,
                      const Community& community, const BoundTable& bounds,
                      std::vector<Woken>& woken) {
  const Slots keys = community.of(people.key().data());
  const uint32_t first = community.person(0).value();
  const ScreeningWay way = way_in_use();
  Living living;
  for (uint32_t begin = 0; begin < community.open; begin += screening_piece) {
    const uint32_t end = std::min(begin + screening_piece, community.open);
    living.count = 0;
    for (uint32_t at = begin; at < end;) {
      const uint32_t n_slots = std::min(end - at, community.n_together_from(at));
      way.find({&keys[at], n_slots, first + at}, month, living);
      at += n_slots;
    }
    for (uint32_t i = living.count; i < living.count + screening_lanes; ++i) {
      living.subject[i] = first;
      living.row[i] = 0;  // exists; what it says is not kept
    }
    screening_prefixes(draws, living.subject, living.count, month, living.prefixes);
    way.compare(living, bounds.rows(), first, woken);
  }
}

}  // namespace rumbo
