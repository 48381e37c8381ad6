// What may change beside a person when they die, leave, move, change their status, are taken or
// come free: the rows of their own that rooms keep.
//
// May include: the rooms that keep rows of persons.
#pragma once
#include "models/migration/asylum/state.hpp"
#include "models/migration/debts/state.hpp"
#include "models/migration/health/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

using Ends = Rooms<Applications, Debts, Captivity, Claims, RemovalCases, SeasonWorkers, IllRows,
                   Observation>;

}  // namespace rumbo::migration
