// Beliefs as they are at the start, pass between friends, and follow campaigns and smugglers' talk.
//
// Formulas of one person or pair: the model and the plain oracle share them. docs/model.md:
// Beliefs. May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Beliefs of somebody at home at the start, around the prior of its place.
Beliefs first_beliefs(const State& state, size_t place, uint32_t person);
/// Whether a community talks this month; all do once in a round, in turn.
bool is_round(const State& state, size_t community);
/// Who has been there does not forget what it saw; places outside have no talk of their own to
/// drift to.
inline bool forgets(const State& state, Facts who) {
  return !who.has_returned() && state.world->is_inside(who.residence());
}
/// Whether a campaign reaches somebody in this round. heard  [4] its draws of hearing
bool is_reached(const State& state, size_t place, const uint32_t* heard);
/// What somebody believes after what it is told in a round. heard  [4] its draws of hearing
Beliefs told(const State& state, size_t place, Beliefs beliefs, const uint32_t* heard);
/// Whether a person of this age talks about migration.
constexpr bool may_talk(int age) {
  return age >= 15;
}
/// Counts journeys that are heard of at home.
void hear_of_journeys(State& state, const std::vector<int64_t>& journeys);
/// Counts beliefs of adults at home: a pass over everybody, at the start and once a year.
void count_beliefs(State& state);
void record_beliefs(State& state);
void archive_information(Archive& archive, State& state);
/// Factor on what leaving is worth to somebody of a kind at home who believes this.
double belief_factor(const State& state, size_t origin, size_t kind, Beliefs beliefs);
/// What exploitation is expected to cost those who leave a place irregularly, USD, in truth.
double exploitation_usd(const State& state, size_t origin);

void set_information_tables(State& state, Month month);           ///< Beliefs
void talk_and_hear(State& state, Month month, size_t community);  ///< Beliefs

}  // namespace rumbo::migration
