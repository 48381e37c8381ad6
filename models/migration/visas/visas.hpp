// Visas: the phase.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

/// Places of a kind of visa this month, a year.
double places_per_year(Rooms<> state, size_t corridor, VisaKind kind);
void grant_visas(Rooms<Persons, Sums, Visas> state, Month month);

/// No place is given yet.
void start_visas(Rooms<Visas> state);

void save_visas(Saved& saved, Rooms<Visas> state);

/// Rights by corridor, agreements that parameters open included.
std::vector<Rights> rights_of(Rooms<> state, Month month);
/// Who may enter and stay without asking this month.
void set_entry_rights(Rooms<Visas> state, Month month);

}  // namespace rumbo::migration
