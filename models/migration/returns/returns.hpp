// Going home: hazards, who is assisted, and arriving there.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_exit_tables(State& state, Month month);                  ///< Return and removal
void change_status(State& state, Month month, size_t community);  ///< Status and regularization
/// Brings a person back to its place of birth, or out of the world if that is no inside place.
void bring_home(View& view, uint32_t local, Channel how);
double go_back_hazard(const State& state, Facts facts, int age, int years);
/// Whether a person who goes back does so by a programme that pays for it. uniform  of going back
bool is_assisted(const State& state, Facts facts, double uniform);
/// Factor on the propensity to leave of a person at home: 1 unless they came back.
double leaving_again(const State& state, Facts facts, bool has_kin_away);

}  // namespace rumbo::migration
