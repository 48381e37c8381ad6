// Parts of the tables of journeys of a month, plainly (plain_tables.hpp): legs, crossings and
// routes, as journeys and smugglers' fees need them.
//
// May include: models/migration.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Share of the risk of apprehension, death and forced return that is left, without and with a
/// guide.
double plain_left_by_guide(const State& state, bool with_guide);

/// Dangers of a leg but for hostility there.
/// danger, forced_return  factors; left_by_guide  from plain_left_by_guide()
LegChances plain_leg(const Leg& leg, double danger, double forced_return, double left_by_guide);

/// Probability of death per attempt at a border that has one way.
double plain_border_death(const State& state, size_t border, bool with_guide);

/// The crossing of a border, by route where it has several.
BorderRules plain_border(const State& state, size_t border, bool with_guide);

/// What a crossing comes to on average.
CrossingExpectation plain_crossing(const CrossingRules& rules);

}  // namespace rumbo::migration
