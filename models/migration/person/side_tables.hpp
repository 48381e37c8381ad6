// The rows that few persons have, of all rooms.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Side tables of so many communities.
void resize_side_tables(Ends::And<Persons> state, size_t n_communities);

}  // namespace rumbo::migration
