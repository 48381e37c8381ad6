// Who is in a case for removal, and how likely a person is to come into one.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>
#include <vector>

#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

struct World;

/// Side table of those whose removal is being decided.
struct RemovalCase {
  uint16_t local = 0;
  uint16_t since = 0;                 ///< month
  Status before = Status::irregular;  ///< status when found
  bool is_detained = false;           ///< else waits outside

  static constexpr const char* table = "removal_cases";  ///< its name in archives
  static constexpr bool is_unmarked = true;              ///< no fact of a person tells of it
  static constexpr EndedBy ended_by{Verb::die, Verb::leave, Verb::move, Verb::change_status,
                                    Verb::be_held};
  int latest() const { return since; }       ///< month that it tells of
  RowFault fault(const World& world) const;  ///< of a file
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &RemovalCase::local},
                      RowField{"since", &RemovalCase::since},
                      RowField{"before", &RemovalCase::before},
                      RowField{"is_detained", &RemovalCase::is_detained}};
  }
};

/// Of this month.
struct Removal {
  std::vector<double> hazard;           ///< [place] a month
  std::vector<double> wrongful_hazard;  ///< [place] of those with a right to stay, no citizens
  std::vector<double> bed_share;        ///< [place] of those to be detained who find a bed
};
RUMBO_ROOM(Removal, removal)

using RemovalCases = SideTable<RemovalCase>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(RemovalCases, removal_cases)

}  // namespace rumbo::migration
