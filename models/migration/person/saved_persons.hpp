// Persons and the rows that are kept of them, in an archive and in an audit.
//
// May include: saved, rows, the model's view.
#pragma once
#include "models/migration/money/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/rows.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/saved.hpp"

namespace rumbo::migration {

/// Saves, loads or digests persons, their households and their rows.
void save_persons(Saved& saved, AllRows::And<Persons> state);
/// Looks at every person of a loaded state: places, kinds and months in range, rings of households
/// that close, rows of persons who bear their mark. After all rooms were loaded.
void check_persons(const Saved& saved, AllRows::And<const Persons> state);
/// Stops with a RunError where the marks, the rows and the active set do not agree with persons.
void audit_persons(AllRows::And<const Persons> state, Month month);

}  // namespace rumbo::migration
