// Who leaves, for where and how: the phases, and the ties that weigh.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <span>

#include "engine/base/month.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/border/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/hostility/state.hpp"
#include "models/migration/households/care.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/others.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/trafficking/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

void set_choice_tables(Rooms<const Ties, const Labour, const InformationTables, ChoiceTables,
                             const Visas, const Journey, const Smuggling, const TraffickingMarket,
                             const Shocks, const Asylum, const Hostility, const Census>
                           state,
                       Month month);  ///< Destination and channel
void choose(View& view,
            Rooms<const Ties, const Others, const Money, const CareRules, const InformationTables,
                  const ChoiceTables, Applications, const Shocks, const Returns, SeasonWorkers>
                state);  ///< Leaving
/// Ties of a person at home, by destination, in order of first meeting; at most `ties.size()`.
size_t collect_ties(const Look& view, Rooms<const Ties, const Others, const ChoiceTables> state,
                    uint32_t local, std::span<TiesAt> ties);

}  // namespace rumbo::migration
