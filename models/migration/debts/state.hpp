// What persons owe for their passage.
//
// May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>

#include "engine/base/money.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

class View;
struct Observation;

/// Side table of those who owe for their passage.
struct Debt {
  uint16_t local = 0;
  uint16_t behind = 0;  ///< months in a row with less than agreed
  Cents owed = 0;
  Cents agreed = 0;  ///< payment a month
  Cents paid = 0;    ///< this month from earnings; 0 between months

  static constexpr const char* table = "debts";  ///< its name in archives
  static constexpr EndedBy ended_by{Verb::die, Verb::leave};
  static constexpr Mark mark = Mark::indebted;  ///< of those who have a row
  /// Ends: what is still owed is lost to the lender.
  static void end(View& view, Rooms<Observation> state, Debt& debt);
  static int latest() { return 0; }  ///< month that it tells of: none
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Debt::local}, RowField{"behind", &Debt::behind},
                      RowField{"owed", &Debt::owed}, RowField{"agreed", &Debt::agreed}};
  }
};
using Debts = SideTable<Debt>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(Debts, debts)

}  // namespace rumbo::migration
