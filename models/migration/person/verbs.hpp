// What persons do or what is done to them that changes what the model knows of each. The columns of
// persons change through these and through the marks of View, and in no other way.
//
// The type of a verb says which rooms it may touch: those with rows that it ends, as their rows
// register, and the few that it writes besides. May include: rows, the model's view.
#pragma once
#include <cstdint>

#include "models/migration/observation/state.hpp"
#include "models/migration/person/rows.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/transitions/state.hpp"

namespace rumbo::migration {

using Dying = RoomsEndedBy<Verb::die>;
using Leaving = RoomsEndedBy<Verb::leave>;
using Moving = RoomsEndedBy<Verb::move>::And<Transitions>;
using ChangingStatus = RoomsEndedBy<Verb::change_status>;
using BeingHeld = RoomsEndedBy<Verb::be_held>::And<Observation>;
using BeingFreed = RoomsEndedBy<Verb::be_freed>;

/// A person dies: counted, and their slot free. Wealth goes to the household, or to estates.
void die(View& view, Dying state, uint32_t local);
/// A person leaves for a place that is not simulated, and takes their wealth along.
void leave(View& view, Leaving state, uint32_t local);

/// Where a person comes to, and as what.
struct Arrival {
  unsigned place = 0;
  Status status = Status::citizen;
  bool is_return = false;   ///< to the place of birth, from which they once left
  bool is_removal = false;  ///< against their will
};
/// A person lives in another place from now on.
void move_to(View& view, Moving state, uint32_t local, const Arrival& arrival);
/// A person's status changes where they live.
void give_status(View& view, ChangingStatus state, uint32_t local, Status status);
/// A person is held by a trafficker; the row of the captive is for the caller to add. Nothing is
/// told of victims: they are left out of the panel.
void take_captive(View& view, BeingHeld state, uint32_t local);
/// A person who was held is free.
void set_free(View& view, BeingFreed state, uint32_t local);

/// Adds a row, and gives the person the mark that goes with it.
template <class Row>
void add_row(View& view, SideTable<Row>& table, const Row& row) {
  table[view.index].push_back(row);
  if constexpr (requires { Row::mark; }) view.mark(row.local, Row::mark, true);
}

/// Ends a person's row of one kind, if they have one, and takes the mark from them. Who bears a row
/// is judged by their facts as they are: rows end before facts change.
template <class Row, class Source>
void end_row(View& view, Source& state, SideTable<Row>& table, uint32_t local) {
  if constexpr (IsBorne<Row>)
    if (!bears_row<Row>(view.facts[local])) return;
  std::erase_if(table[view.index], [&](Row& row) {
    if (row.local != local) return false;
    if constexpr (requires { &Row::end; }) Row::end(view, state, row);
    return true;
  });
  if constexpr (requires { Row::mark; }) view.mark(local, Row::mark, false);
}

/// Ends the rows of one kind for which `is_over(row)` holds, asked once of each, and takes the
/// marks that go with them. Nothing may be left that Row::end would book.
template <class Row, class IsOver>
void end_rows_if(View& view, SideTable<Row>& table, const IsOver& is_over) {
  std::erase_if(table[view.index], [&](Row& row) {
    if (!is_over(row)) return false;
    if constexpr (requires { Row::mark; }) view.mark(row.local, Row::mark, false);
    return true;
  });
}

}  // namespace rumbo::migration
