// Who is ill.
//
// May include: base, person.
#pragma once
#include <cstdint>

#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Side table of the ill.
struct Ill {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month
};
using IllRows = SideTable<Ill>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(IllRows, ill)

}  // namespace rumbo::migration
