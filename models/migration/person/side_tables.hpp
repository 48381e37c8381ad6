// The rows that few persons have, of all rooms.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "models/migration/person/ends.hpp"
#include "models/migration/person/persons.hpp"

namespace rumbo::migration {

/// Side tables of so many communities.
void resize_side_tables(Ends::And<Persons> state, size_t n_communities);

}  // namespace rumbo::migration
