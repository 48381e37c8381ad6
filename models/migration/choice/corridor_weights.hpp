// What the corridors from a place are worth to one person: their ties, means and beliefs.
//
// Formulas only: nothing here knows how persons are stored. docs/model.md: Destination and channel;
// Ties; Beliefs. May include: rooms, the state of the rooms it names.
#pragma once
#include <array>

#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

inline constexpr size_t most_corridors = 128;  ///< from one place: as many as places have numbers

/// [corridor in the order of World::corridors_from]
using OwnChannels = std::array<std::array<double, n_chosen_channels>, most_corridors>;

/// Whose beliefs weigh: those of the group, or the person's own too.
enum class Believing : uint8_t { as_group, as_person };

/// Weight of a corridor for this person, staying 1.
/// channels  written only if asked for: exp(V / lambda), 0 if closed
double corridor_weight(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                       size_t corridor, double affordable_usd, size_t affordability,
                       std::array<double, n_chosen_channels>* channels,
                       Believing believing = Believing::as_group);
/// Weights of all corridors from where the person is, by their own beliefs, in the order of
/// World::corridors_from. Returns their sum.
/// channels  exp(V / lambda) of each corridor's, 0 if closed
double own_weights(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                   double affordable_usd, size_t affordability,
                   std::array<double, most_corridors>& weight, OwnChannels& channels);

}  // namespace rumbo::migration
