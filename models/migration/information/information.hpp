// Beliefs as they are at the start, pass between friends, and follow campaigns and smugglers' talk.
//
// Formulas of one person or pair: the model and the plain oracle share them. docs/model.md:
// Beliefs. May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

/// What those who never heard of anyone who left believe in a place.
BeliefLevels prior_beliefs(Rooms<const Information, const InformationTables> state, size_t place);
/// Beliefs of a person at home at the start, around the prior of their place.
Beliefs first_beliefs(Rooms<> state, const BeliefLevels& prior, uint32_t person);
/// Whether a community talks this month; all do once in a round, in turn.
bool is_round(Rooms<const InformationTables> state, size_t community);
/// Who has been there does not forget what they saw; places outside have no talk of their own to
/// drift to.
inline bool forgets(Rooms<> state, Facts who) {
  return !who.has_returned() && state.run.world->is_inside(who.residence());
}
/// Whether a campaign reaches a person in this round. heard  [4] their draws of hearing
bool is_reached(Rooms<const InformationTables> state, size_t place, const uint32_t* heard);
/// What a person believes after what they are told in a round. heard  [4] their draws of hearing
Beliefs told(Rooms<const InformationTables> state, size_t place, Beliefs beliefs,
             const uint32_t* heard);
/// Whether a person of this age talks about migration.
constexpr bool may_talk(int age) {
  return age >= 15;
}
/// Counts journeys that are heard of at home.
void hear_of_journeys(Rooms<Information> state, const std::vector<int64_t>& journeys);
/// Counts beliefs of adults at home: a pass over all persons, at the start and once a year.
void count_beliefs(Rooms<const Persons, Information> state);
void record_beliefs(Rooms<Sums, const Information, const InformationTables> state);
void save_information(Saved& saved, Rooms<Information> state);
/// Factor on what leaving is worth to a person of a kind at home who believes this.
double belief_factor(Rooms<const InformationTables, const ChoiceTables> state, size_t origin,
                     size_t kind, Beliefs beliefs);
/// What exploitation is expected to cost those who leave a place irregularly, USD, in truth.
double exploitation_usd(Rooms<const TraffickingMarket, const Census> state, size_t origin);

void set_information_tables(Rooms<const Information, InformationTables> state,
                            Month month);  ///< Beliefs
void talk_and_hear(View& view,
                   Rooms<const Ties, Sums, const InformationTables> state);  ///< Beliefs

/// Nothing has been heard yet.
void start_information(Rooms<Information> state);

/// Those at home hear of the journeys of the month.
void hear_of_month(Rooms<const Sums, Information> state, Month month);
/// What those at home believe on average, counted at the end of the year.
void count_beliefs_of_year(Rooms<const Persons, Information, const InformationTables> state,
                           Month month);

}  // namespace rumbo::migration
