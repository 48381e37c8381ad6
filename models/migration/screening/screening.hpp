// Bounds of the screened hazards, and who is woken.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_bounds(Rooms<const Persons, const Demography, const CareRules, const ChoiceTables,
                      Screening, const CaptivityTables, const Shocks, const Asylum,
                      const StatusRules, const Removal, const Returns, const Seasons>
                    state,
                Month month);  ///< upper bounds of all screened hazards
void screen(View& view, Rooms<const Screening> state);

}  // namespace rumbo::migration
