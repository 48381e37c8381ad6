// The rows that few persons have, of all rooms: one list, from which what is done with all of them
// follows.
//
// May include: rooms, the rooms that keep rows of persons.
#pragma once
#include <cstddef>

#include "engine/base/archive.hpp"
#include "models/migration/person/ends.hpp"
#include "models/migration/person/persons.hpp"

namespace rumbo::migration {

/// Calls `visit(table)` for every side table of persons but that of the panel, which is there for
/// those who are traced only. state  the state, or rooms with all of them
template <class State, class Visit>
void for_each_side_table(State& state, const Visit& visit) {
  visit(state.applications);
  visit(state.debts);
  visit(state.claims);
  visit(state.ill);
  visit(state.removal_cases);
  visit(state.season_workers);
  visit(state.captivity.captives);
  visit(state.captivity.abused);
  visit(state.observation.apprehended);
}

/// Side tables of so many communities, and the scratch of a month.
void resize_side_tables(Ends::And<Persons> state, size_t n_communities);
/// Saves, loads or digests them all.
void archive_side_tables(Archive& archive, Ends state, size_t n_communities);

}  // namespace rumbo::migration
