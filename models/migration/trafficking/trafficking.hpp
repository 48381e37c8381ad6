// Captivity: taken, held, freed; traffickers.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_captivity_tables(
    Rooms<const Labour, const TraffickingMarket, CaptivityTables, const Hostility, const Census>
        state,
    Month month);  ///< Trafficking and abuse
void clear_traffickers(
    Rooms<const Persons, Sums, Captivity, TraffickingMarket, const CaptivityTables> state,
    Month month);  ///< Trafficking and abuse
void live_in_captivity(
    View& view, Ends::And<Sums, const TraffickingMarket, const CaptivityTables, const Hostility>
                    state);  ///< Trafficking and abuse
/// Takes a person captive where they live, if there is trafficking and they are not held yet.
/// Without a trafficker given, one of the place takes it over.
void hold(View& view,
          Rooms<Applications, Captivity, const TraffickingMarket, const CaptivityTables,
                RemovalCases, Observation>
              state,
          uint32_t local, WayIn way, uint32_t trafficker = no_trafficker);
/// Sets a captive free, with what follows: they may report, be protected, removed, or held again.
void release(View& view,
             Ends::And<Sums, const TraffickingMarket, const CaptivityTables, const Hostility> state,
             uint32_t local, WayOut how);
/// A person who has just arrived may have been deceived by recruiters of the place left.
/// before  facts before the move
void meet_recruiters(View& view,
                     Rooms<const Labour, Applications, Captivity, const TraffickingMarket,
                           const CaptivityTables, RemovalCases, const Returns, Observation>
                         state,
                     uint32_t local, Facts before, Channel channel);
/// Counts those held and abused, and traffickers, as they are now.
void record_captivity(
    Rooms<Persons, Sums, const Money, const Captivity, const TraffickingMarket> state);

}  // namespace rumbo::migration
