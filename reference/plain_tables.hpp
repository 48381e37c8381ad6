// The tables of a month written plainly, one cell after the other, every month anew.
//
// They judge the makers of the model's own tables: the same formulas (docs/model.md) in an order of
// operations that gives the same bits, and no code in common with those makers. Elementary
// functions, rates and what a world or the parameters hold are shared.
// May include: models/migration.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/month.hpp"
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Sets state.demography but for what is carried and for the schooling of the young.
void plain_births_and_deaths(State& state, Month month);

/// Sets state.shocks, and the parts of state.asylum that follow from threats and rates.
void plain_shocks(State& state, Month month);
/// Safety of a place, z-scores with the sign of the table: 0 homicides, 1 deaths in conflict, 2
/// democracy. Violence that policies prevent moves the first two towards no violence at all.
double plain_safety(const State& state, size_t place, Month month, size_t measure);

/// Sets state.money. Needs the earnings of the month.
void plain_money(State& state, Month month);

/// Sets state.information_tables but for what looks talk and forgetting up.
void plain_information(State& state);

/// Sets state.journey.tables. Needs the attempts of last month.
void plain_journeys(State& state);

/// Sets the fees of state.smuggling. Needs the journeys of the month, and firms as last month left
/// them.
void plain_fees(State& state);

/// Sets state.choice, state.care and who needs a visa, but for what bounds of screening are made
/// of. Needs the journeys and fees of the month.
void plain_choice(State& state, Month month);

/// Sets state.returns but for the scale of departures, state.status but for whether there is a
/// programme, state.seasons and state.removal. Needs the choice of the month.
/// detained  [place] persons detained now
void plain_exits(State& state, Month month, const std::vector<int64_t>& detained);

/// Sets state.captivity_tables. Needs the wages of the month and traffickers as last month left
/// them.
void plain_captivity(State& state);

/// The first table of the month that is not the same in both, to the bit; "" if all are.
std::string first_table_difference(const State& fast, const State& plain);

}  // namespace rumbo::migration
