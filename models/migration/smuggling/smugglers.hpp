// The markets of passages as other mechanisms and the plain model meet them. docs/model.md:
// Smugglers.
//
// Other rooms may include it. May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/archive.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

/// A person who asks a smuggler for a passage this month.
struct PassageClient {
  Request* request = nullptr;  ///< outcome (refused) and firm are written
  uint32_t person = 0;         ///< PersonId
  int64_t weight = 1;
};

/// Fees that those who decide this month hear, by border: of firms, or what it costs.
void set_fees(Rooms<const Journey, Smuggling> state);
/// Shares out the passages of this month's clients.
/// by_border  [border] in any order
void match_clients(Rooms<const Persons, Smuggling, const TraffickingMarket> state,
                   std::vector<std::vector<PassageClient>>& by_border);
/// Notes who crosses without a guide this month.
/// alone  [border] this rank's persons
void note_alone(Rooms<Smuggling> state, std::vector<int64_t> alone);
/// Fee where smugglers ask what a passage costs them, by the effort at the border, 2020 USD.
double cost_based_fee_usd(Rooms<const Journey> state, size_t border);
/// Whether the smuggler of a request holds this client instead of delivering it.
bool is_turned_on(Rooms<const Smuggling, const CaptivityTables> state, const Request& request,
                  uint32_t person);
/// Market agents and fees at a record.
void record_smugglers(Rooms<Sums, const Smuggling> state);
void save_smugglers(Saved& saved, Rooms<Smuggling> state);

/// No market is open yet.
void start_smuggling(Rooms<Smuggling> state);

}  // namespace rumbo::migration
