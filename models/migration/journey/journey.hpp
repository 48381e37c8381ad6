// An irregular journey: the legs of the way to the border, a route across it, its crossing.
//
// Formulas of one person and their averages; how routes start, are remembered and saved.
// docs/model.md: Journey and crossing; Routes. May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <vector>

#include "models/migration/border/state.hpp"
#include "models/migration/hostility/state.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"

namespace rumbo::migration {

enum class JourneyOutcome : uint8_t { entered, died, gave_up, forced_return, stranded };

/// How one journey went.
struct JourneyResult {
  JourneyOutcome outcome = JourneyOutcome::entered;
  const Path* path = nullptr;  ///< legs of the way; may be empty
  size_t n_legs = 0;           ///< legs begun; if it ended on the way, on the last of them
  uint32_t violence = 0;       ///< a bit for each leg of the path
  uint32_t extortion = 0;      ///< the same
  bool has_come = false;       ///< to the border; what follows is empty otherwise
  int route = -1;              ///< taken; -1 if the border has none
  CrossingResult crossing;

  int n_extortions() const;
};

/// Plays one journey to its end: a pure function of the tables and draws of the month.
JourneyResult play_journey(Rooms<const Journey> state, size_t border, bool with_guide,
                           uint32_t person);

/// What play_journey() comes to on average.
/// most_attempts  at the border; 0 = as many as people make
JourneyExpectation expect_journey(Rooms<const Journey> state, size_t border, bool with_guide,
                                  int32_t most_attempts = 0);
/// The same as set for the month, by the channel.
inline const JourneyExpectation& expected_journey(Rooms<const Journey> state, size_t border,
                                                  Channel way) {
  return state.journey.tables.expected[with_or_without(border, is_guided(way))];
}
/// Probability of coming to a border when dangers are those of transit.csv (factors 1).
double reach_at_reference(Rooms<const Journey> state, size_t border, bool with_guide);

/// What a result means for the person's request; the place where a person is stranded too.
void apply_journey(Rooms<const Journey> state, const JourneyResult& result, Request& request);
/// Remembers the attempts of a month by route ([route], real persons), for the next.
void remember_routes(Rooms<Journey> state, const std::vector<int64_t>& attempts);

/// Rules, shares and expectations of the month, from the attempts of the last.
void set_journey_tables(Rooms<const Borders, Journey, const Hostility> state);

/// Effective probability of apprehension at a border this month, without and with a guide.
double border_apprehension(Rooms<const Borders> state, size_t border, bool with_guide);
double border_death(Rooms<> state, size_t border, bool with_guide);

/// How much each route was used before the run.
void start_routes(Rooms<Journey> state);

void save_routes(Saved& saved, Rooms<Journey> state);

/// What is remembered of routes after the month.
void renew_route_memory(Rooms<const Sums, Journey> state, Month month);

/// The dangers of the month.
void set_journeys(Rooms<const Borders, Journey, const Hostility> state, Month month);

}  // namespace rumbo::migration
