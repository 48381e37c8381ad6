// Tables of results: seasonal work.
//
// May include: results, what this room calls things.
#pragma once
#include <cstdint>

#include "engine/base/named_enum.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// What happens around a seasonal permit, in seasons.
enum class SeasonEvent : uint8_t { came_first, came_again, went_home, overstayed };
inline constexpr int n_season_events = n_of<SeasonEvent>;
inline constexpr auto season_event_names = names_of<SeasonEvent>();

struct SeasonsResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis season_event{"season_event", "what happens around a seasonal permit",
                    labels_of(season_event_names)};

  Table seasons = declare(with(persons_sum("seasons", "what happened around seasonal permits",
                                           {axes.residence, season_event}),
                               {summed, apart}));
};

}  // namespace rumbo::migration
