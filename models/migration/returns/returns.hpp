// Going home: hazards, who is assisted, and arriving there.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_exit_tables(Rooms<Persons, Sums, const Labour, const Money, const ChoiceTables,
                           StatusRules, Removal, const RemovalCases, Returns, Seasons>
                         state,
                     Month month);  ///< Return and removal
void change_status(
    View& view,
    Ends::And<Sums, const Labour, const ChoiceTables, const Screening, const TraffickingMarket,
              const CaptivityTables, const Shocks, const Asylum, const StatusRules, const Removal,
              const Returns, const Seasons>
        state);  ///< Status and regularization
/// Brings a person back to its place of birth, or out of the world if that is no inside place.
void bring_home(View& view, Ends::And<Sums> state, uint32_t local, Channel how);
double go_back_hazard(Rooms<const Asylum, const Returns> state, Facts facts, int age, int years);
/// Whether a person who goes back does so by a programme that pays for it. uniform  of going back
bool is_assisted(Rooms<const Returns> state, Facts facts, double uniform);
/// Factor on the propensity to leave of a person at home: 1 unless they came back.
double leaving_again(Rooms<const Returns> state, Facts facts, bool has_kin_away);

}  // namespace rumbo::migration
