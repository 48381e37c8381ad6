// Seasonal permits: who is asked for again, and who comes before others. docs/model.md: Visas.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <optional>

#include "engine/base/archive.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/seasons/state.hpp"

namespace rumbo::migration {

/// The season of this person is over: they go home, or stays without a right.
void end_season(View& view, Dying::And<Sums, const Seasons> state, uint32_t local, double uniform);
/// Whether a person back from a season there comes before others.
bool has_worked_season(Rooms<const SeasonWorkers> state, size_t community, uint32_t local,
                       size_t corridor);
/// Whether it is the month of the next season of a person back from one.
bool is_next_season(Rooms<> state, const SeasonWorked& row);
/// Whether a row has served its time.
bool is_forgotten(Rooms<> state, const SeasonWorked& row);
/// What a person who is asked for again asks for, if they can pay the way.
std::optional<Request> ask_again(Rooms<const ChoiceTables> state, const SeasonWorked& row,
                                 double means_usd, uint32_t person);

/// Counts a seasonal worker who arrives.
void begin_season(View& view, Rooms<const SeasonWorkers> state, uint32_t local, size_t corridor);

}  // namespace rumbo::migration
