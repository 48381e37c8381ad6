// Bounds of the screened hazards, and who is woken.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/demography/state.hpp"
#include "models/migration/households/care.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/screening/state.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/status/state.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

void set_bounds(Rooms<const Persons, const Demography, const CareRules, const ChoiceTables,
                      Screening, const CaptivityTables, const Shocks, const Asylum,
                      const StatusRules, const Removal, const Returns, const Seasons>
                    state,
                Month month);  ///< upper bounds of all screened hazards
void screen(View& view, Rooms<const Screening> state);

}  // namespace rumbo::migration
