// Earnings, saving and remittances: the phases.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_money_tables(Rooms<const Labour, Money> state, Month month);  ///< Money
void earn_and_remit(
    View& view,
    Rooms<Sums, const Labour, const Money, Debts, const CaptivityTables> state);  ///< Money

}  // namespace rumbo::migration
