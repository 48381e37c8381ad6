// Attempts at the borders, as the next month's tables need them.
//
// May include: base.
#pragma once
#include <cstdint>
#include <vector>

#include "models/migration/rooms.hpp"

namespace rumbo::migration {

struct Borders {
  std::vector<int64_t> attempts;  ///< [border] of last month
};
RUMBO_ROOM(Borders, border)

}  // namespace rumbo::migration
