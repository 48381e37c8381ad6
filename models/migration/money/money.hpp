// Earnings, saving and remittances: the phases.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_money_tables(State& state, Month month);                  ///< Money
void earn_and_remit(State& state, Month month, size_t community);  ///< Money

}  // namespace rumbo::migration
