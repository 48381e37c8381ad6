// Places for visas, who asks again, and who needs none.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>
#include <vector>

#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/visas/refusals.hpp"
#include "models/migration/visas/visa_counters.hpp"

namespace rumbo::migration {

struct World;

/// Side table of those who were refused and ask again.
struct Application {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month of the first application
  Refusals refusals;   ///< the last is of the way asked for last

  static constexpr const char* table = "applications";  ///< its name in archives
  static constexpr EndedBy ended_by{Verb::die, Verb::leave, Verb::be_held};
  static constexpr Mark mark = Mark::applying;  ///< of those who have a row
  int latest() const { return since; }          ///< month that it tells of
  RowFault fault(const World& world) const;     ///< of a file
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Application::local},
                      RowField{"since", &Application::since},
                      RowField{"refusals", &Application::refusals}};
  }
};

/// What a citizen of a corridor's origin may do at its destination without a rationed visa.
enum class EntryWay : uint8_t { none, stay, descent, citizenship };

/// Rights of citizens of a corridor's origin this month.
struct Rights {
  bool is_citizen = false;
  bool may_stay = false;  ///< citizenship, free residence or movement
  bool by_descent = false;
  double share = 0;  ///< of citizens with a right that not all of them have
  bool needs_visit_visa = false;
};

struct Visas {
  VisaCounters counters;
  std::vector<Rights> rights;             ///< [corridor] of citizens of its origin, this month
  std::vector<uint8_t> may_stay;          ///< [corridor] EntryWay of its citizens
  std::vector<uint8_t> needs_visit_visa;  ///< [corridor]
};
RUMBO_ROOM(Visas, visas)

using Applications = SideTable<Application>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(Applications, applications)

}  // namespace rumbo::migration
