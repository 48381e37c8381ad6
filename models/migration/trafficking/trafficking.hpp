// Captivity: taken, held, freed; traffickers.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_captivity_tables(State& state, Month month);                 ///< Trafficking and abuse
void clear_traffickers(State& state, Month month);                    ///< Trafficking and abuse
void live_in_captivity(State& state, Month month, size_t community);  ///< Trafficking and abuse
/// Takes a person captive where they live, if there is trafficking and they are not held yet.
/// Without a trafficker given, one of the place takes it over.
void hold(View& view, uint32_t local, WayIn way, uint32_t trafficker = no_trafficker);
/// Sets a captive free, with what follows: they may report, be protected, removed, or held again.
void release(View& view, uint32_t local, WayOut how);
/// A person who has just arrived may have been deceived by recruiters of the place left.
/// before  facts before the move
void meet_recruiters(View& view, uint32_t local, Facts before, Channel channel);
/// Counts those held and abused, and traffickers, as they are now.
void record_captivity(State& state);

}  // namespace rumbo::migration
