// Who is ill.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>

#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Side table of the ill.
struct Ill {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month

  static constexpr const char* table = "ill";  ///< its name in archives
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Ill::local}, RowField{"since", &Ill::since}};
  }
};
using IllRows = SideTable<Ill>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(IllRows, ill)

}  // namespace rumbo::migration
