// The phases of a month, one function each; schedule.cpp has their order.
//
// Table phases fill State's small arrays; person phases work on one community.
// May include: the model's state.
#pragma once
#include <optional>

#include "models/migration/state.hpp"

namespace rumbo::migration {

// Table phases.
void set_values(State& state, Month month);              ///< policies: effective parameters
void set_demography_tables(State& state, Month month);   ///< Births, deaths and households
void set_shock_tables(State& state, Month month);        ///< Shocks and asylum
void clear_labour(State& state, Month month);            ///< Labour
void fine_employers(State& state, Month month);          ///< Labour, fines that sanctions bring
void set_money_tables(State& state, Month month);        ///< Money
void set_exit_tables(State& state, Month month);         ///< Return and removal
void set_information_tables(State& state, Month month);  ///< Beliefs
void set_choice_tables(State& state, Month month);       ///< Destination and channel
void set_captivity_tables(State& state, Month month);    ///< Trafficking and abuse
void clear_traffickers(State& state, Month month);       ///< Trafficking and abuse
void renew_smugglers(State& state, Month month);         ///< Smugglers
void set_bounds(State& state, Month month);              ///< upper bounds of all screened hazards

// Person phases.
void screen(State& state, Month month, size_t community);
void live_and_die(State& state, Month month, size_t community);  ///< Births, deaths and households
void earn_and_remit(State& state, Month month, size_t community);     ///< Money
void decide_claims(State& state, Month month, size_t community);      ///< Shocks and asylum
void change_status(State& state, Month month, size_t community);      ///< Status and regularization
void talk_and_hear(State& state, Month month, size_t community);      ///< Beliefs
void choose(State& state, Month month, size_t community);             ///< Leaving
void cross_borders(State& state, Month month, size_t community);      ///< Journey and crossing
void live_in_captivity(State& state, Month month, size_t community);  ///< Trafficking and abuse

void settle_debts(State& state, Month month, size_t community);       ///< Debts
void live_with_illness(State& state, Month month, size_t community);  ///< Health

void tally_policies(State& state, Month month);  ///< what levers used and cost

// Rations and commits.
void ration_decisions(State& state, Month month);  ///< Shocks and asylum
void grant_visas(State& state, Month month);
void match_smugglers(State& state, Month month);  ///< Smugglers
void move_people(State& state, Month month, size_t community);
void admit_newcomers(State& state, Month month);  ///< overflow births, arrivals from reservoirs
void publish(State& state, Month month, size_t community);
void close_month(State& state, Month month);  ///< counts, record

// The panel.

/// What a row of the panel tells besides the person as it is after the event.
struct LifeDetails {
  int from = -1;  ///< PlaceId left, -1 = where it lives
  int to = -1;    ///< PlaceId, of a move
  std::optional<Channel> channel{};
  int count = 1;
  Cents amount = 0;
};
/// Chooses so many persons to trace from now on.
void start_panel(State& state, uint64_t count);
void add_event(const View& view, uint32_t local, LifeEvent event, const LifeDetails& details);
/// Something happened to a person: a row if it is traced.
inline void note_event(const View& view, uint32_t local, LifeEvent event,
                       const LifeDetails& details = {}) {
  if (view.state.panel.is_on()) add_event(view, local, event, details);
}
void note_status(View& view, uint32_t local, StatusChange change);
/// The last event of a life or presence.
void end_trace(View& view, uint32_t local, LifeEvent event);
/// Nothing is told of victims, neither from now on nor of what was before.
void leave_out_of_panel(View& view, uint32_t local);
/// Those traced as they are now.
void note_year_end(State& state);
void archive_panel(Archive& archive, State& state);
/// The rows so far, handed over; empty if nobody is traced.
std::vector<EventRows> take_panel(State& state);

// What statistics see, and how people fare.

struct JourneyResult;
/// Counts a journey as statistics would: deaths recorded, apprehensions of persons seen before.
void observe_journey(View& view, uint32_t local, size_t border, const JourneyResult& journey,
                     bool with_guide);
void forget_apprehension(View& view, uint32_t local);
/// The yearly survey, in December.
void hold_survey(const View& view, LocalTally& tally);
void record_welfare(const View& view, LocalTally& tally);
void record_vulnerability(const View& view, uint32_t local, int age, LocalTally& tally);
void record_poverty(State& state);
void archive_observation(Archive& archive, State& state);
/// Calls `visit(local)` for every n-th slot in use of a community, from a drawn first one on.
/// one_in  0 = nobody
template <class Visit>
void for_one_in(const View& view, double one_in, Purpose purpose, const Visit& visit) {
  if (one_in < 1) return;
  const auto stride = static_cast<uint32_t>(one_in);
  const uint32_t first =
      view.state.draws.bits(view.community.id, view.state.month, purpose) % stride;
  for (uint32_t local = first; local < view.community.size(); local += stride)
    if (!view.key[local].is_free()) visit(local);
}

// Shared by several of them.

/// Adds to what a lever has used (in thousandths of its unit) and what that cost.
void count_policy_use(State& state, std::string_view lever, int64_t thousandths);
/// The same in units of the lever, of what happens to one person: parts too small for thousandths
/// add up over the month.
void add_policy_use(Flows& flows, std::string_view lever, double units);
/// Books what add_policy_use() gathered in the month.
void book_policy_use(State& state);
/// What levers of unknown cost cost is missing in the record period, if they were used in it.
void mark_unknown_costs(State& state);
/// What levers did that act on all residents of a place.
void tally_policies_on_residents(State& state);
/// Bribes not paid because policies left fewer officials who take them.
/// asked  times an official might have taken one, as expected
void count_bribes_avoided(State& state, size_t place, double asked);
/// Share of what is proportional to a parameter that policies brought, 1 - value without / with
/// them; negative if they lowered it, 0 if it is 0.
double share_by_policy(const State& state, ParameterId parameter, size_t index);
/// Counts the deaths that rescue by policy is expected to have prevented on a journey.
/// death_hazard  with that rescue; route  -1 = a border without routes
void count_rescue(State& state, size_t border, int route, double death_hazard, int64_t weight);
/// Counts somebody whom a share that policies raised protects for some time.
void count_protected(View& view, size_t place, ParameterId by);
/// Safety of a place in a year, in standard deviations: 0 homicides, 1 deaths in conflict, 2
/// democracy; with what policies do about violence.
double safety(const State& state, size_t place, size_t year, size_t measure);
/// Force of the worst shock of any kind in a place this month.
double worst_shock(const State& state, size_t place);
/// Puts a newborn into a free slot of a community.
void place_newborn(View& view, uint32_t local, Facts facts);
/// The newborn of a mother whose community was full, in a sibling of it: the kin link is cut.
void place_overflow(View& mother_view, uint32_t mother, View& view);
/// Effective probability of apprehension at a border this month, without and with a guide.
double border_apprehension(const State& state, size_t border, bool with_guide);
double border_death(const State& state, size_t border, bool with_guide);
/// Most that is lent for the passage of a corridor, and its interest, into the choice tables.
void set_debt_terms(State& state, size_t corridor);
/// Somebody who arrived owes this much for the passage.
void take_debt(View& view, const Request& request, Cents amount);
/// What a debtor pays out of this month's earnings, not booked yet.
Cents serve_debt(View& view, uint32_t local, Cents earned);
/// Whether somebody who defaults is held for the debt; only abroad and without a right to stay.
bool is_bound(const State& state, Facts debtor, uint32_t person);
/// A debtor dies, leaves the world or has worked off the debt as a victim: what is owed is lost.
void forget_debt(View& view, uint32_t local);
/// Debts of a community at a record.
void record_debts(const View& view, LocalTally& tally);
void archive_debts(Archive& archive, State& state);
/// throws RunError if debts do not add up to their account, or marks and rows disagree
void audit_debts(State& state);
/// Ends a person's life or presence: frees its slot. Wealth goes to the household or `heir`.
void remove_person(View& view, uint32_t local, Account heir);
/// Brings a person back to its place of birth, or out of the world if that is no inside place.
void bring_home(View& view, uint32_t local, Channel how);
/// Gives a person another status where it lives.
void set_status(View& view, uint32_t local, Status status, StatusChange change);
/// Takes somebody captive where it lives, if there is trafficking and it is not held yet. Without a
/// trafficker given, one of the place takes it over.
void hold(View& view, uint32_t local, WayIn way, uint32_t trafficker = no_trafficker);
/// Sets a captive free, with what follows: it may report, be protected, removed, or held again.
void release(View& view, uint32_t local, WayOut how);
/// A person who has just arrived may have been deceived by recruiters of the place left.
/// before  facts before the move
void meet_recruiters(View& view, uint32_t local, Facts before, Channel channel);
void start_abuse(View& view, uint32_t local);
void end_abuse(View& view, uint32_t local);
/// Counts those held and abused, and traffickers, as they are now.
void record_captivity(State& state);
/// Who lives with a person where it lives, itself included.
CareAtHome care_at_home(const View& view, uint32_t local);
/// Children whom somebody takes along on this granted request, by its draw of the month; before
/// anybody moves.
std::vector<uint32_t> children_taken(const View& view, const Request& request);
/// What the journey of each child taken along costs.
Cents fare_of_child(const State& state, const Request& request);
/// Counts a minor who has just come to a place where no adult of its household lives.
void count_if_alone(View& view, uint32_t local, unsigned from);
/// Children left behind, parents away from them, households of mixed status, as they are now.
void record_families(State& state);

enum class Exposure : uint8_t { journey, captivity, abuse };
inline constexpr int n_exposures = 3;
/// Somebody may fall ill from what befell it on a journey, by its draw of the month.
void expose_on_journey(View& view, const Request& request);
/// What is left of a month's earnings of somebody ill.
Cents after_illness(const State& state, Cents earned);
/// Probability of falling ill from a journey like this.
double illness_of_journey(const State& state, const Request& request);
/// The same of a month of being held (or else abused).
double illness_of_month(const State& state, Exposure exposure);
enum class Illness : uint8_t { goes_on, recovered, dead };
/// How an illness goes on this month, by the person's draw. age  completed years
Illness illness_now(const State& state, Facts facts, int age, Month since, uint32_t person);
void record_health(State& state);
/// throws RunError if marks of the ill and their table do not agree
void audit_health(State& state, Month month);

/// Opinion at the end of a month, from the arrivals and identified victims in state.hostility.
void renew_hostility(State& state);
void record_hostility(State& state);

/// Ends the case for removal of somebody, if it has one, without a decision.
void drop_case(View& view, uint32_t local);
/// Forgets the season that somebody worked.
void drop_season(View& view, uint32_t local);
/// Counts a seasonal worker who arrives.
void begin_season(View& view, uint32_t local, size_t corridor);
/// Counts a move in the tables of moves.
void tally_move(View& view, Facts who, unsigned from, unsigned to, Channel how, int age);
/// Ties of a person at home, by destination, in order of first meeting; at most `ties.size()`.
size_t collect_ties(const View& view, uint32_t local, std::span<TiesAt> ties);
// True hazards of the screened purposes this month: those used to act. age, years of stay:
// completed
double death_hazard(const State& state, Facts facts, int age);
double birth_hazard(const State& state, Facts facts, int age);
double go_back_hazard(const State& state, Facts facts, int age, int years);
/// Whether who goes back does so by a programme that pays for it. uniform  of going back
bool is_assisted(const State& state, Facts facts, double uniform);
/// Factor on the propensity to leave of somebody at home: 1 unless it came back.
double leaving_again(const State& state, Facts facts, bool has_kin_away);
double removal_hazard(const State& state, Facts facts);
double status_hazard(const State& state, Facts facts, int age, int years);
/// The part of a native's status hazard that leads to a place that is not represented; the rest is
/// being driven from home.
double departure_hazard(const State& state, Facts facts, int age);
/// What the status event of a month leads to, by its draw.
Status status_after_event(const State& state, Facts facts, int age, double uniform);
/// Whether somebody eligible applies to an open programme of regularization this month.
bool applies_now(const State& state, Facts facts, Month arrival, uint32_t person);
/// What a child is born as where its mother lives.
Facts newborn_facts(const State& state, Facts mother, PersonId child);
/// Where a granted or stranded request leads to.
unsigned place_of_arrival(const State& state, const Request& request);
/// Status that such a request gives there.
Status status_on_arrival(const State& state, const Request& request, unsigned birthplace);
/// Somebody who comes by a flow from a reservoir or outside place.
struct Arriving {
  Facts facts;
  int age_months = 0;
};
Arriving arriving(const State& state, const ReservoirFlow& flow, uint32_t person);
/// Counts residents, a pass over everybody: into tables if they are recorded, into the totals of
/// State if `takes_over`. How often results are recorded must not change them, so the totals are
/// taken over at the start and at the end of each year only.
void take_census(State& state, bool into_tables, bool takes_over);

}  // namespace rumbo::migration
