// Tables of results: seasonal work.
//
// May include: results, what this room calls things.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// What happens around a seasonal permit, in seasons.
enum class SeasonEvent : uint8_t { came_first, came_again, went_home, overstayed };
inline constexpr int n_season_events = 4;
inline constexpr std::array<std::string_view, n_season_events> season_event_names{
    "came_first", "came_again", "went_home", "overstayed"};

struct SeasonsResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis season_event{"season_event", "what happens around a seasonal permit",
                    labels_of(season_event_names)};

  Table seasons = declare(with(persons_sum("seasons", "what happened around seasonal permits",
                                           {axes.residence, season_event}),
                               {summed, apart}));
};

}  // namespace rumbo::migration
