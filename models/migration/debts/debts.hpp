// Debts for a passage: taken, served, lost.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/archive.hpp"
#include "engine/base/money.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/debts/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

void settle_debts(
    View& view,
    BeingHeld::And<Debts, const TraffickingMarket, const CaptivityTables> state);  ///< Debts
/// Most that is lent for the passage of a corridor, and its interest, into the choice tables.
void set_debt_terms(Rooms<const Labour, ChoiceTables> state, size_t corridor);
/// A person who arrived owes this much for the passage.
void take_debt(View& view, Rooms<const Labour, Debts, Observation> state, const Request& request,
               Cents amount);
/// What a debtor pays out of this month's earnings, not booked yet.
Cents serve_debt(View& view, Rooms<Debts> state, uint32_t local, Cents earned);
/// Whether a person who defaults is held for the debt; only abroad and without a right to stay.
bool is_bound(Rooms<> state, Facts debtor, uint32_t person);
/// A debtor dies, leaves the world or has worked off the debt as a victim: what is owed is lost.
void forget_debt(View& view, Rooms<Debts, Observation> state, uint32_t local);
/// Debts of a community at a record.
void record_debts(const Look& view, Rooms<const Debts> state, LocalTally& tally);
/// throws RunError if debts do not add up to their account, or marks and rows disagree
void audit_debts(Rooms<const Persons, const Sums, const Debts> state);

}  // namespace rumbo::migration
