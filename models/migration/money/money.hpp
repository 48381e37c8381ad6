// Earnings, saving and remittances: the phases.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/debts/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

void set_money_tables(Rooms<const Labour, Money> state, Month month);  ///< Money
void earn_and_remit(
    View& view,
    Rooms<Sums, const Labour, const Money, Debts, const CaptivityTables> state);  ///< Money

void save_money(Saved& saved, Rooms<Money> state);
/// Stops with a RunError unless all accounts balance and persons hold what theirs says.
void audit_money(Rooms<const Persons, Sums> state, Month month);

/// Refuses a file whose accounts do not balance or say another thing than what persons hold.
void check_money(const Saved& saved, Rooms<const Persons, const Sums> state);

}  // namespace rumbo::migration
