// The panel: life histories of some persons, one row an event.
//
// Persons are chosen at the start by a keyed draw, the same in every scenario of a replicate.
// Nothing of any person who is ever held by traffickers is told: victims are counted, never shown.
// Tracing changes no person. May include: base, tally.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/named_enum.hpp"
#include "engine/tally/events.hpp"
#include "models/migration/person/side_table.hpp"

namespace rumbo::migration {

/// What happens in a life. Numbers never change.
enum class LifeEvent : uint8_t {
  traced,      ///< as they are when tracing begins
  year_end,    ///< as they are at the end of December; amount = wealth
  child_born,  ///< of a mother
  union_started,
  union_ended,
  refused,      ///< a visa, or a smuggler's passage
  journey,      ///< irregular, begun; count = apprehensions at the border
  turned_back,  ///< gave up, or was sent back on the way
  moved,
  stranded,  ///< on the way, where they now live
  returned,  ///< to the place of birth
  removed,   ///< by the authorities
  regularized,
  expired,  ///< lost a right to stay
  settled,  ///< got a longer right to stay
  naturalized,
  status_changed,  ///< in any other way
  debt_taken,      ///< for a passage
  debt_repaid,     ///< the last of it
  debt_lost,       ///< what was still owed is lost to the lender: default, death or leaving
  died,
  left  ///< the places represented
};
inline constexpr int n_life_events = n_of<LifeEvent>;
inline constexpr auto life_event_names = names_of<LifeEvent>();

/// Columns of a row, as result files name them: those that sort come first.
enum class PanelColumn : uint8_t {
  person,
  order,
  month,
  event,
  departure,
  destination,
  channel,
  status,
  sex,
  skill,
  age,
  count,
  amount,
  weight
};
inline constexpr size_t n_panel_columns = n_of<PanelColumn>;
inline constexpr auto panel_column_names = names_of<PanelColumn>();

/// A person of a community whose life is traced.
struct Traced {
  uint16_t local = 0;
  uint16_t next = 0;    ///< number of their next event
  uint32_t number = 0;  ///< in the panel

  static constexpr const char* table = "panel/traced";  ///< its name in archives
  static int latest() { return 0; }                     ///< month that it tells of: none
};

struct Panel {
  SideTable<Traced> traced;       ///< [community]; empty = no one is traced
  std::vector<uint8_t> left_out;  ///< [number] was held: nothing of it is told
  Events events{n_panel_columns};

  bool is_on() const { return !traced.empty(); }
};

}  // namespace rumbo::migration
