// Granted requests come true: who moves, where to, as what.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void move_people(State& state, Month month, size_t community);
void publish(State& state, Month month, size_t community);
/// Counts a move in the tables of moves.
void tally_move(View& view, Facts who, unsigned from, unsigned to, Channel how, int age);
/// Where a granted or stranded request leads to.
unsigned place_of_arrival(const State& state, const Request& request);
/// Status that such a request gives there.
Status status_on_arrival(const State& state, const Request& request, unsigned birthplace);

}  // namespace rumbo::migration
