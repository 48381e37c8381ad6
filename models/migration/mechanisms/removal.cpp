// Removal of residents without a right to stay. Science B11.
#include "models/migration/mechanisms/exits.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/theory/rates.hpp"

namespace rumbo::migration {

void set_removal_tables(State& state) {
  MonthTables& t = state.tables;
  t.removal.assign(state.n_places(), 0);
  for (size_t p = 0; p < state.n_places(); ++p)
    t.removal[p] = monthly_probability(state.value(state.parameters->status.removal_rate, p));
}

double removal_hazard(const State& state, Facts f) {
  return f.is_foreign_born() && f.status() == Status::irregular && !f.is_held()
             ? state.tables.removal[f.residence()]
             : 0;
}

}  // namespace rumbo::migration
