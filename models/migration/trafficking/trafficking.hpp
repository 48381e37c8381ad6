// Captivity: taken, held, freed; traffickers.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>

#include "engine/base/month.hpp"
#include "models/migration/hostility/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

void set_captivity_tables(
    Rooms<const Labour, const TraffickingMarket, CaptivityTables, const Hostility, const Census>
        state,
    Month month);  ///< Trafficking and abuse
void clear_traffickers(
    Rooms<const Persons, Sums, Captivity, TraffickingMarket, const CaptivityTables> state,
    Month month);  ///< Trafficking and abuse
void live_in_captivity(
    View& view, Dying::And<Sums, const TraffickingMarket, const CaptivityTables, const Hostility>
                    state);  ///< Trafficking and abuse
/// Takes a person captive where they live, if there is trafficking and they are not held yet.
/// Without a trafficker given, one of the place takes it over.
void hold(View& view, BeingHeld::And<const TraffickingMarket, const CaptivityTables> state,
          uint32_t local, WayIn way, uint32_t trafficker = no_trafficker);
/// Sets a captive free, with what follows: they may report, be protected, removed, or held again.
void release(
    View& view,
    Dying::And<Sums, const TraffickingMarket, const CaptivityTables, const Hostility> state,
    uint32_t local, WayOut how);
/// A person who has just arrived may have been deceived by recruiters of the place left.
/// before  facts before the move
void meet_recruiters(View& view,
                     BeingHeld::And<const Labour, const Smuggling, const TraffickingMarket,
                                    const CaptivityTables, const Returns>
                         state);
/// Counts those held and abused, and traffickers, as they are now.
void record_captivity(Rooms<const Persons, Sums, const Captivity, const TraffickingMarket> state);

}  // namespace rumbo::migration
