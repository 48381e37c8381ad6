// See side_tables.hpp.
#include "models/migration/person/side_tables.hpp"

namespace rumbo::migration {

void resize_side_tables(Ends::And<Persons> state, size_t n_communities) {
  state.persons.months.resize(n_communities);
  state.applications.resize(n_communities);
  state.debts.resize(n_communities);
  state.claims.resize(n_communities);
  state.ill.resize(n_communities);
  state.removal_cases.resize(n_communities);
  state.season_workers.resize(n_communities);
  state.captivity.captives.resize(n_communities);
  state.captivity.abused.resize(n_communities);
  state.observation.apprehended.resize(n_communities);
  if (state.observation.panel.is_on()) state.observation.panel.traced.resize(n_communities);
}

}  // namespace rumbo::migration
