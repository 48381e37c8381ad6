// Where persons who moved lately lived before: what a change of residence over one or five years
// is counted from.
//
// Only those who moved have a row, so that all others cost nothing. May include: person, world,
// rooms.
#pragma once
#include <cstdint>
#include <tuple>

#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// Side table of those who moved within a period of so many years, which ends with a June: one row
/// a person, made by the first move.
template <int years>
struct ResidenceBefore {
  uint16_t local = 0;
  uint8_t before = 0;  ///< PlaceId of residence at the start of the period

  static constexpr const char* table = years == 1 ? "residence_before_1" : "residence_before_5";
  static constexpr bool is_unmarked = true;  ///< no fact of a person tells of it
  static constexpr EndedBy ended_by{Verb::die, Verb::leave};
  static int latest() { return 0; }  ///< month that it tells of: none
  RowFault fault(const World& world) const {
    if (before < world.n_places()) return {};
    return {"before", "names a place that does not exist"};
  }
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &ResidenceBefore::local},
                      RowField{"before", &ResidenceBefore::before}};
  }
};

struct Transitions {
  SideTable<ResidenceBefore<1>> one_year;    ///< [community]
  SideTable<ResidenceBefore<5>> five_years;  ///< [community]

  static constexpr auto tables() {
    return std::tuple{&Transitions::one_year, &Transitions::five_years};
  }
};
RUMBO_ROOM_OF_COMMUNITIES(Transitions, transitions)

}  // namespace rumbo::migration
