// Who is ill.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>

#include "engine/base/named_enum.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// What may make a person ill.
enum class Exposure : uint8_t { journey, captivity, abuse };
inline constexpr int n_exposures = n_of<Exposure>;
inline constexpr auto exposure_names = names_of<Exposure>();

/// Side table of the ill.
struct Ill {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month

  static constexpr const char* table = "ill";  ///< its name in archives
  static constexpr EndedBy ended_by{Verb::die, Verb::leave};
  static constexpr Mark mark = Mark::ill;  ///< of those who have a row
  int latest() const { return since; }     ///< month that it tells of
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Ill::local}, RowField{"since", &Ill::since}};
  }
};
using IllRows = SideTable<Ill>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(IllRows, ill)

}  // namespace rumbo::migration
