// What decides irregular journeys this month, and what they come to on average.
//
// Tables are filled once a month, read-only to persons. May include: base, maths.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/base/named_enum.hpp"
#include "models/migration/border/attempts.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// What may happen on a leg, as tallied.
enum class TransitEvent : uint8_t { violence, extortion, forced_return, stranded, death };
inline constexpr int n_transit_events = n_of<TransitEvent>;
inline constexpr auto transit_event_names = names_of<TransitEvent>();

/// A journey on average, from home to the place wished for.
struct JourneyExpectation {
  // How it ends: these sum to 1. Deaths are those on the way and at the border.
  double entry = 0;
  double death = 0;
  double give_up = 0;
  double forced_return = 0;
  double stranding = 0;

  double reach = 1;     ///< probability of coming to the border at all
  double attempts = 0;  ///< of crossing it
  double apprehensions = 0;
  double extortion_usd = 0;   ///< asked for on the way
  double route_cost_usd = 0;  ///< of the route taken, beyond the cost of the border
  double days = 0;
};

/// Dangers of a leg: probabilities of any of it; the three that end a journey sum to at most 1.
struct LegChances {
  double violence = 0;
  double extortion = 0;
  double death = 0;
  double forced_return = 0;
  double stranding = 0;

  double passing() const { return 1 - death - forced_return - stranding; }
};

/// One border, with or without a guide.
struct BorderRules {
  std::vector<CrossingRules> crossings;  ///< [route]; one if the border has no routes
  std::vector<double> shares;            ///< [route] of those who come; sums to 1
};

struct JourneyTables {
  std::vector<BorderRules> borders;          ///< [2 border + guide]
  std::vector<LegChances> legs;              ///< [2 leg + guide]
  std::vector<JourneyExpectation> expected;  ///< [2 border + guide]
  double other_path_share = 0;
  double extortion_usd = 0;  ///< of each extortion
};

struct Journey {
  JourneyTables tables;                 ///< of this month
  std::vector<int64_t> route_attempts;  ///< [route] of last month
  std::vector<double> route_use;        ///< [route] attempts a month as remembered
};
RUMBO_ROOM(Journey, journey)

/// Place of a border or leg in JourneyTables.
constexpr size_t with_or_without(size_t index, bool with_guide) {
  return index * 2 + (with_guide ? 1 : 0);
}

}  // namespace rumbo::migration
