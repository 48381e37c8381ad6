// What is counted and recorded: the panel, statistics, the census.
//
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/money.hpp"
#include "engine/base/month.hpp"
#include "engine/tally/tallies.hpp"
#include "models/migration/asylum/state.hpp"
#include "models/migration/border/state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/debts/state.hpp"
#include "models/migration/health/state.hpp"
#include "models/migration/hostility/state.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/journey/state.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/observation/panel.hpp"
#include "models/migration/observation/state.hpp"
#include "models/migration/person/others.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/policy_use/state.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/saved.hpp"
#include "models/migration/seasons/state.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/smuggling/state.hpp"
#include "models/migration/status/results.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

/// Adds the changes of the month to the running counts, and keeps its sums for what follows.
void gather_counts(Rooms<Sums, Labour, Census> state, Month month);
/// The census, when one is due: at the end of the year, or where states are recorded.
void count_residents(Rooms<const Triggers, Persons, const Ties, const Others, Sums, Labour,
                           const Money, const InformationTables, const ChoiceTables, const Debts,
                           const Returns, const SeasonWorkers, Census, Observation>
                         state,
                     Month month);
/// Fills the tables of states that other rooms keep, where they are recorded or looked at.
void record_states(
    Rooms<const Triggers, const Persons, const Ties, const Others, Sums, const Labour, const Money,
          const Information, const InformationTables, const Smuggling, const Captivity,
          const TraffickingMarket, const Shocks, const Claims, const IllRows, const Hostility>
        state,
    Month month);
/// Ends the record period if one ends; policies that wait look at what was counted.
void record_month(Rooms<Triggers, Sums> state, Month month);
/// What a row of the panel tells besides the person as they are after the event.
struct LifeDetails {
  int from = -1;  ///< PlaceId left, -1 = where they live
  int to = -1;    ///< PlaceId, of a move
  std::optional<Channel> channel{};
  int count = 1;
  Cents amount = 0;
};
/// Chooses so many persons to trace from now on.
void start_panel(Rooms<Persons, Sums, const Money, Observation> state, uint64_t count);
void add_event(const View& view, Rooms<Observation> state, uint32_t local, LifeEvent event,
               const LifeDetails& details);
/// Something happened to a person: a row if they are traced.
inline void note_event(const View& view, Rooms<Observation> state, uint32_t local, LifeEvent event,
                       const LifeDetails& details = {}) {
  if (state.observation.panel.is_on()) add_event(view, state, local, event, details);
}
void note_status(View& view, Rooms<Observation> state, uint32_t local, StatusChange change);
/// The last event of a life or presence.
void end_trace(View& view, Rooms<Observation> state, uint32_t local, LifeEvent event);
/// Nothing is told of victims, neither from now on nor of what was before.
void leave_out_of_panel(View& view, Rooms<Observation> state, uint32_t local);
/// Those traced as they are now.
void note_year_end(Rooms<Persons, Sums, const Money, Observation> state);
void archive_panel(Archive& archive, Rooms<Persons, Observation> state);
/// The rows so far, handed over; empty if no person is traced.
std::vector<EventRows> take_panel(Rooms<Observation> state);
struct JourneyResult;
/// Counts a journey as statistics would: deaths recorded, apprehensions of persons seen before.
void observe_journey(View& view, Rooms<const Journey, Observation> state, uint32_t local,
                     size_t border, const JourneyResult& journey, bool with_guide);
/// The yearly survey, in December.
void hold_survey(const Look& view, Rooms<const Sums, const SeasonWorkers> state, LocalTally& tally);
void record_welfare(const Look& view,
                    Rooms<const Ties, const Others, const Sums, const Labour, const Money,
                          const InformationTables, const ChoiceTables, const Returns>
                        state,
                    LocalTally& tally);
void record_vulnerability(const Look& view, Rooms<const Labour, const Debts> state, uint32_t local,
                          int age, LocalTally& tally);
void record_poverty(Rooms<Sums, const Labour> state);
/// Calls `visit(local)` for every n-th slot in use of a community, from a drawn first one on.
/// one_in  0 = no slot
template <class Visit>
void for_one_in(const Look& view, double one_in, Purpose purpose, const Visit& visit) {
  if (one_in < 1) return;
  const auto stride = static_cast<uint32_t>(one_in);
  const uint32_t first = view.run.draws.bits(view.community.id, view.run.month, purpose) % stride;
  for (uint32_t local = first; local < view.community.open; local += stride)
    if (!view.key[local].is_free()) visit(local);
}
/// Counts residents, a pass over all persons: into tables if they are recorded, into the totals of
/// the census if `takes_over`. How often results are recorded must not change them, so the totals
/// are taken over at the start and at the end of each year only.
void take_census(Rooms<const Persons, const Ties, const Others, Sums, Labour, const Money,
                       const InformationTables, const ChoiceTables, const Debts, const Returns,
                       const SeasonWorkers, Census>
                     state,
                 bool into_tables, bool takes_over);

/// No census has been taken yet.
void start_census(Rooms<Census> state);
void save_census(Saved& saved, Rooms<Census> state);
/// Refuses those traced of a file who are not in its panel.
void check_panel(const Saved& saved, Rooms<const Observation> state);

/// Refuses a file whose count of residents is not that of its persons.
void check_census(const Saved& saved, Rooms<const Persons, const Census> state);

}  // namespace rumbo::migration
