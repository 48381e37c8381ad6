// What the files on leaving a place of stay share: status.cpp, returns.cpp, removal.cpp, exits.cpp.
//
// Other rooms may include it. May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/status/results.hpp"
#include "models/migration/status/state.hpp"

namespace rumbo::migration {

/// How a person is there, for their rate of going back; the rows of Returns::go_back.
enum StayKind : size_t { stay_irregular, stay_regular, stay_citizen };

void set_return_tables(Rooms<const ChoiceTables, Returns> state, Month month);

/// Going back by own will; uniform  the draw that made it happen, below the hazard.
void go_home(View& view, Dying::And<Sums, const Returns> state, uint32_t local, double uniform);

}  // namespace rumbo::migration
