// What is counted and booked in a month: results, money, and sums that next month's tables need.
//
// May include: base, parallel, tally, the model's flows.
#pragma once
#include "engine/parallel/parallel.hpp"
#include "engine/tally/ledger.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/person/flows.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/trafficking/flows.hpp"

namespace rumbo::migration {

struct Sums {
  PerThread<Flows> flows;
  PerThread<CaptivityFlows> captivity_flows;
  Tallies tallies;
  Ledger ledger;
  Flows month;  ///< sums over all persons of the month, from its counts on
};
RUMBO_ROOM_OF_COMMUNITIES(Sums, sums)

struct EnsembleSetup;
/// Nothing is counted or booked yet.
void start_sums(Rooms<Sums> state, const EnsembleSetup& setup, size_t n_levers);

}  // namespace rumbo::migration
