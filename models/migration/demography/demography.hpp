// Births, deaths and unions, and who appears or ends in the world.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/month.hpp"
#include "models/migration/demography/state.hpp"
#include "models/migration/labour/skills.hpp"
#include "models/migration/money/accounts.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"

namespace rumbo::migration {

void set_demography_tables(Rooms<Demography> state,
                           Month month);  ///< Births, deaths and households
void live_and_die(
    View& view, Dying::And<const Ties, const Demography> state);  ///< Births, deaths and households
void admit_newcomers(AllRows::And<Persons, Sums, Demography, const Money> state,
                     Month month);  ///< overflow births, arrivals from reservoirs
/// Puts a newborn into a free slot of a community.
void place_newborn(View& view, uint32_t local, Facts facts);
/// The newborn of a mother who found no free slot, where room was made: in her community, or in a
/// sibling of it. Returns their local index; the household is for the caller to say.
uint32_t place_overflow(View& mother_view, Rooms<const Demography> state, uint32_t mother,
                        View& view);
double death_hazard(Rooms<const Demography> state, Facts facts, int age);
double birth_hazard(Rooms<const Demography> state, Facts facts, int age);
/// What a child is born as where their mother lives.
Facts newborn_facts(Rooms<const Demography> state, Facts mother, PersonId child);
/// A person who comes by a flow from a reservoir or outside place.
struct Arriving {
  Facts facts;
  int age_months = 0;
};
Arriving arriving(Rooms<const Demography> state, const ReservoirFlow& flow, uint32_t person);

/// What growing up somewhere leads to: skills by the schooling of the first year.
void start_growing_up(Rooms<Demography> state);

/// Arrivals carried over at the start.
void start_arrivals(Rooms<const Persons, Demography> state);

void save_demography(Saved& saved, Rooms<Demography> state);

/// Shares of low, middle and high schooling where the mean is `years`; formula assumed:
/// high = 0.05 exp(0.329 (years - 6)), at most 0.55, middle such that the mean of 5, 11 and 16
/// years is met, as far as it can be.
BySkill skill_shares(double years);

}  // namespace rumbo::migration
