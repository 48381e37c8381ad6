// Who leaves, for where and how: the phases, and the ties that weigh.
//
// May include: the model's state.
#pragma once
#include <span>

#include "models/migration/state.hpp"

namespace rumbo::migration {

void set_choice_tables(
    Rooms<const Ties, CareRules, const Labour, const InformationTables, ChoiceTables, Visas,
          const Borders, Journey, Smuggling, const TraffickingMarket, const Shocks, const Asylum,
          const Hostility, const Census>
        state,
    Month month);  ///< Destination and channel
void choose(View& view,
            Rooms<const Ties, const Others, const CareRules, const InformationTables,
                  const ChoiceTables, Applications, const Shocks, const Returns, SeasonWorkers>
                state);  ///< Leaving
/// Ties of a person at home, by destination, in order of first meeting; at most `ties.size()`.
size_t collect_ties(const View& view, Rooms<const Ties, const Others, const ChoiceTables> state,
                    uint32_t local, std::span<TiesAt> ties);

}  // namespace rumbo::migration
