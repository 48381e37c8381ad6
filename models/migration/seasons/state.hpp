// Who worked a season abroad lately, and how seasons end.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>

#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

struct World;

/// Side table of those at home who came back from a season: employers may ask for them again.
struct SeasonWorked {
  uint16_t local = 0;
  uint16_t corridor = 0;
  uint16_t ended = 0;  ///< month

  static constexpr const char* table = "seasons";  ///< its name in archives
  static constexpr bool is_unmarked = true;        ///< no fact of a person tells of it
  static constexpr EndedBy ended_by{Verb::die, Verb::leave, Verb::move};
  int latest() const { return ended; }       ///< month that it tells of
  RowFault fault(const World& world) const;  ///< of a file
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &SeasonWorked::local},
                      RowField{"corridor", &SeasonWorked::corridor},
                      RowField{"ended", &SeasonWorked::ended}};
  }
};

struct Seasons {
  double end = 0;       ///< of a season, probability this month
  double overstay = 0;  ///< share of those whose season ends
};
RUMBO_ROOM(Seasons, seasons)

using SeasonWorkers = SideTable<SeasonWorked>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(SeasonWorkers, season_workers)

}  // namespace rumbo::migration
