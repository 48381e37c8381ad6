// See screening_ways.hpp. The way of every processor; compilers make vectors of the inner loops.
#include <cstring>

#include "engine/hazards/screening_ways.hpp"

namespace rumbo {
namespace {

/// Eight numbers that any compiler we use makes one vector of, on processors that have such.
using Eight = uint16_t __attribute__((vector_size(sizeof(ScreeningPrefixes))));
using Two = uint64_t __attribute__((vector_size(sizeof(ScreeningPrefixes))));

Eight eight_of(const ScreeningPrefixes& prefixes) {
  Eight eight;
  std::memcpy(&eight, &prefixes, sizeof eight);
  return eight;
}

/// Not 0 if a prefix is at most its threshold.
uint64_t awake_of_any(const ScreeningPrefixes& draw, const ScreeningPrefixes& threshold) {
  const auto awake = reinterpret_cast<Two>(eight_of(draw) <= eight_of(threshold));
  return awake[0] | awake[1];
}

uint32_t purposes_awake(const ScreeningPrefixes& draw, const ScreeningPrefixes& threshold) {
  uint32_t awake = 0;
  for (int k = 0; k < n_screened_purposes; ++k)
    if (draw.prefix[k] <= threshold.prefix[k]) awake |= 1u << k;
  return awake;
}

}  // namespace

void find_living(const PieceOfSlots& slots, Month month, Living& living) {
  uint32_t rows[screening_piece];
  for (uint32_t i = 0; i < slots.count; ++i)
    rows[i] = static_cast<uint32_t>(BoundTable::row_of(slots.keys[i], month));
  uint32_t count = living.count;
  // Written whether taken or not: which slots are free is hard to foresee for a branch.
  for (uint32_t i = 0; i < slots.count; ++i) {
    living.subject[count] = slots.first + i;
    living.row[count] = rows[i];
    count += slots.keys[i].is_free() ? 0 : 1;
  }
  living.count = count;
}

void compare_with_bounds(const Living& living, const ScreeningPrefixes* rows,
                         uint32_t first_subject, std::vector<Woken>& woken) {
  for (uint32_t i = 0; i < living.count; ++i) {
    const ScreeningPrefixes& threshold = rows[living.row[i]];
    if (awake_of_any(living.prefixes[i], threshold) != 0)
      note_awake(living, i, purposes_awake(living.prefixes[i], threshold), first_subject, woken);
  }
}

}  // namespace rumbo
