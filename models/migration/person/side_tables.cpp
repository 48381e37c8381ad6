// See side_tables.hpp.
#include "models/migration/person/side_tables.hpp"

#include "models/migration/person/side_table.hpp"

namespace rumbo::migration {

void resize_side_tables(Ends::And<Persons> state, size_t n_communities) {
  state.persons.months.resize(n_communities);
  for_each_side_table(state, [&](auto& table) { table.resize(n_communities); });
  if (state.observation.panel.is_on()) state.observation.panel.traced.resize(n_communities);
}

void archive_side_tables(Archive& archive, Ends state, size_t n_communities) {
  for_each_side_table(state, [&](auto& table) { archive_table(archive, table, n_communities); });
}

}  // namespace rumbo::migration
