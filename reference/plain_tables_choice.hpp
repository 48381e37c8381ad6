// Parts of the tables of choice of a month, plainly (plain_tables.hpp): rights, costs and ways in;
// what destinations and ways are worth.
//
// May include: models/migration.
#pragma once
#include <vector>

#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Where a channel stands in the tables of ways in.
constexpr size_t at(Channel channel) {
  return static_cast<size_t>(channel);
}

/// What citizens of the origin of a corridor may do at its destination.
struct PlainRights {
  bool is_citizen = false;
  bool may_stay = false;
  bool by_descent = false;
  double share = 0;  ///< of citizens with a right to live there that not all have
  bool needs_visit_visa = false;
};

/// Opens and prices the ways into each destination. Needs journeys and fees of the month; returns
/// the rights by corridor.
std::vector<PlainRights> plain_ways(State& state, Month month);

/// Places for visas of a kind on a corridor this year.
double plain_places_a_year(const State& state, size_t corridor, VisaKind kind);

/// Believed over true of an item by the mean of those at home; 1 where beliefs do not enter.
double plain_bias(const State& state, size_t place, BeliefItem item);

/// V but for costs, channel and income: pull, home bias, compatriots, distance, size, language,
/// border, colonial link, shocks and safety.
double plain_worth_of_place(const State& state, const Corridor& corridor, Month month);

/// V of an open channel but for income; sets how it changes with what is believed of dangers, fees
/// and exploitation.
/// of_place  from plain_worth_of_place()
double plain_utility(State& state, size_t corridor, Channel channel, const PlainRights& rights,
                     Month month, double of_place);

/// The average journey over a border alone or with a guide.
inline const JourneyExpectation& plain_journey(const State& state, size_t border, Channel way) {
  return state.journey.tables.expected[2 * border + (way == Channel::alone ? 0 : 1)];
}

}  // namespace rumbo::migration
