// Places for visas, who asks again, and who needs none.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>
#include <vector>

#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/visas/refusals.hpp"
#include "models/migration/visas/visa_counters.hpp"

namespace rumbo::migration {

/// Side table of those who were refused and ask again.
struct Application {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month of the first application
  Refusals refusals;   ///< the last is of the way asked for last

  static constexpr const char* table = "applications";  ///< its name in archives
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Application::local},
                      RowField{"since", &Application::since},
                      RowField{"refusals", &Application::refusals}};
  }
};

/// What a citizen of a corridor's origin may do at its destination without a rationed visa.
enum class EntryWay : uint8_t { none, stay, descent, citizenship };

struct Visas {
  VisaCounters counters;
  std::vector<uint8_t> may_stay;          ///< [corridor] EntryWay of its citizens
  std::vector<uint8_t> needs_visit_visa;  ///< [corridor]
};
RUMBO_ROOM(Visas, visas)

using Applications = SideTable<Application>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(Applications, applications)

}  // namespace rumbo::migration
