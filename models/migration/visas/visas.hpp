// Visas: the phase.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

/// Places of a kind of visa this month, a year.
double places_per_year(Rooms<> state, size_t corridor, VisaKind kind);
void grant_visas(Rooms<Persons, Sums, Visas> state, Month month);

}  // namespace rumbo::migration
