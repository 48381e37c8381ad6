// Everything a run of one scenario and replicate holds, and how to look at one community of it.
//
// Copying a State copies the run. May include: all engine rooms the model may use.
#pragma once
#include <algorithm>
#include <memory>
#include <vector>

#include "engine/base/checked.hpp"
#include "engine/hazards/screening.hpp"
#include "engine/params/plan.hpp"
#include "engine/people/people.hpp"
#include "engine/random/draws.hpp"
#include "engine/run/triggers.hpp"
#include "engine/tally/ledger.hpp"
#include "engine/tally/tallies.hpp"
#include "engine/ties/household.hpp"
#include "engine/ties/ties.hpp"
#include "models/migration/asylum/asylum_state.hpp"
#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/information/information_tables.hpp"
#include "models/migration/journey/journey_tables.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/month_tables.hpp"
#include "models/migration/observation/observation_state.hpp"
#include "models/migration/observation/panel.hpp"
#include "models/migration/parameters/parameters.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/status_rows.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/smuggling/market_state.hpp"
#include "models/migration/trafficking/captivity_tables.hpp"
#include "models/migration/visas/quota.hpp"
#include "models/migration/visas/refusals.hpp"
#include "models/migration/visas/visa_counters.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// What a person asks for this month: a place, a way, and how it ended.
struct Request {
  enum class Outcome : uint8_t { asked, granted, refused, died, gave_up, stranded };
  uint16_t local = 0;
  uint16_t corridor = 0;
  Channel channel = Channel::work_visa;
  Outcome outcome = Outcome::asked;
  uint16_t since = 0;           ///< month of the first application
  uint32_t order = 0;           ///< draw that orders applicants of one month
  Cents cost = 0;               ///< what the mover pays, after what ties save
  Cents extorted = 0;           ///< asked for by robbers on the way
  uint8_t violence = 0;         ///< legs on which it suffered violence
  uint8_t stranded_at = 0;      ///< PlaceId, if stranded
  Cents debt = 0;               ///< part of the cost that is owed
  bool has_contacts = false;    ///< knows somebody who knows the smugglers
  bool has_preference = false;  ///< worked a season there lately
  uint16_t firm = no_firm;      ///< smuggler who takes the mover along
  Refusals refusals;            ///< earlier ones, since the first application
  static constexpr uint16_t no_firm = 0xFFFF;
};

/// Side table of those who were refused and ask again.
struct Application {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month of the first application
  Refusals refusals;   ///< the last is of the way asked for last
};

/// Side table of the ill.
struct Ill {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month
};

/// What residents of each place feel about migrants, and the arrivals it comes from.
struct Hostility {
  std::vector<double> level;         ///< [place] in [0, 1]
  std::vector<double> recent, past;  ///< [place] arrivals a resident and year: lately, and usual
  std::vector<double> reported;      ///< [place] identified victims a resident and year, lately
  std::vector<int64_t> arrivals;     ///< [place] of last month
  std::vector<int64_t> identified;   ///< [place] victims of last month
  int32_t months = 0;                ///< since the start

  void resize(size_t n_places);
  void visit(Archive& archive);
};

/// A birth that found its community full: happens at the commit, in a sibling.
struct OverflowBirth {
  uint16_t mother = 0;
};

/// One community's month.
struct CommunityMonth {
  std::vector<Woken> woken;
  std::vector<uint16_t> changed;  ///< situation changed this month: look without a bound
  std::vector<uint16_t> dirty;    ///< published byte to be rewritten
  std::vector<Request> requests;
  std::vector<OverflowBirth> overflow;
};

/// Sums over persons (weighted) that next month's tables need.
struct Flows {
  std::vector<int64_t> population;  ///< [place] change of residents
  std::vector<int64_t> workers;     ///< [place, skill, group] change of residents of working age
  std::vector<int64_t> events;      ///< [event] for the audit of persons
  std::vector<int64_t> attempts;    ///< [border] attempts to cross
  std::vector<int64_t> route_attempts;  ///< [route] the same
  std::vector<int64_t> journeys;        ///< [place of birth] irregular, of those who came to the
                                        ///< border
  std::vector<int64_t> stock;           ///< [birthplace, residence], of a census only
  std::vector<int64_t> arrivals;        ///< [place] of persons born elsewhere
  std::vector<int64_t> identified;      ///< [place] victims
  std::vector<int64_t> policy_use;      ///< [lever] of this month, in millionths of its unit
  std::vector<int64_t> visa_chances;    ///< [corridor, kind] of those who ask: that it is for this,
                                        ///< in millionths of a person
};

/// What a citizen of a corridor's origin may do at its destination without a rationed visa.
enum class EntryWay : uint8_t { none, stay, descent, citizenship };

/// Why the number of persons changes.
enum class PersonEvent : uint8_t { birth, death, arrival, departure };
inline constexpr int n_person_events = 4;

/// Accounts of money. `owed` is what persons owe in all and `lent` its mirror: a claim comes into
/// being, grows by interest, and ends by payment or loss between these two.
enum class Account : uint8_t {
  persons,
  employers,
  consumption,
  senders_fees,
  visas,
  smugglers,
  travel,
  estates,
  abroad,
  opening,
  lenders,
  traffickers,
  officials,
  robbers,
  states,
  owed,
  lent
};
inline constexpr int n_accounts = 17;

struct State {
  std::shared_ptr<const World> world;
  const Parameters* parameters = nullptr;
  ParameterPlan plan;
  Triggers triggers;  ///< policies that wait
  Month month;
  Month end;
  Draws draws;

  People people;
  Ties ties;
  SideTable<Application> applications;      ///< [community]
  SideTable<Debt> debts;                    ///< [community]
  SideTable<Claim> claims;                  ///< [community]
  SideTable<Ill> ill;                       ///< [community]
  SideTable<RemovalCase> removal_cases;     ///< [community]
  SideTable<SeasonWorked> seasons;          ///< [community]
  std::vector<CommunityMonth> communities;  ///< [community] scratch of the month

  ParameterValues values;      ///< effective this month
  bool values_changed = true;  ///< since last month
  MonthTables tables;
  ChoiceTables choice;
  std::vector<BoundTable> bounds;          ///< [home place]
  bool wakes_everybody = false;            ///< all bounds at 1: for the test of screening
  std::vector<int64_t> cumulative_saving;  ///< [month since start][place, skill, earnings] cents

  LabourMarket labour{0, LabourParameters{}};
  std::vector<int64_t> workers;          ///< [place, skill, group] residents of working age
  std::vector<double> labour_output;     ///< [place] composite labour of the month
  std::vector<int64_t> population;       ///< [place] residents
  std::vector<int64_t> compatriots;      ///< [birthplace, residence] residents when last taken over
  std::vector<int64_t> person_events;    ///< [event] since the start
  std::vector<int64_t> border_attempts;  ///< [border] of last month
  std::vector<int64_t> route_attempts;   ///< [route] of last month
  std::vector<double> route_use;         ///< [route] attempts a month as remembered
  SideTable<Smuggler> smugglers;         ///< [border]
  std::vector<SmugglingMarket> smuggling;  ///< [border]
  VisaCounters visas;
  std::vector<int64_t> decision_carry;  ///< [place] decisions on asylum not taken, in millionths
  std::vector<int64_t> arrival_carry;   ///< [flow] persons not yet arrived, in millionths
  Hostility hostility;
  Captivity captivity;
  CaptivityTables captivity_tables;
  Information information;
  InformationTables information_tables;
  PerThread<Flows> flows;
  Tallies tallies;
  Ledger ledger;
  Panel panel;
  SideTable<Apprehended> apprehended;  ///< [community]
  Month first_month;
  int reservoir = 0;                   ///< PlaceId that departures to the rest of the world go to
  JourneyTables journeys;              ///< of this month
  std::vector<double> start_wage_usd;  ///< [place, skill] market USD a year in the first month
  std::vector<int64_t> weight_of;      ///< [place] weight of its communities
  std::vector<std::pair<uint32_t, uint32_t>>
      communities_of;                     ///< [place] first and number at the start
  int64_t cut_kin_links = 0;              ///< newborns parted from their household for want of room
  std::vector<uint8_t> may_stay;          ///< [corridor] EntryWay of its citizens
  std::vector<uint8_t> needs_visit_visa;  ///< [corridor]
  std::array<double, n_stay_years> tie_strength{};  ///< [years since somebody left]
  double departure_scale = 1;  ///< so that age factors leave the yearly share of natives as it is
  bool has_programme = false;  ///< a regularization is open somewhere this month
  bool is_monthly = false;     ///< a record every month, not every year

  size_t n_places() const { return world->n_places(); }
  /// Places of a kind of visa this month, a year.
  double places_per_year(size_t corridor, VisaKind kind) const;
  double value(ParameterId id, size_t index = 0) const { return values.at(id, index); }
  /// Hostility to migrants at a place as far as it acts, in [0, 1].
  double hostile(size_t place) const {
    return hostility.level.empty() ? 0
                                   : value(parameters->hostility.weight) * hostility.level[place];
  }
};

/// Cents that one person can own, or owe its household: 20 million dollars.
inline constexpr int64_t most_wealth = 2000000000;

/// Number of a (place, skill, group) in State::workers.
constexpr size_t worker_cell(size_t place, size_t skill, size_t group) {
  return (place * n_skills + skill) * n_worker_groups + group;
}
/// Number of a (place, skill, earnings class) in a month of State::cumulative_saving.
constexpr size_t saving_cell(size_t place, size_t skill, size_t earnings) {
  return (place * n_skills + skill) * n_earnings_classes + earnings;
}
constexpr WorkerGroup worker_group(Facts f) {
  if (!f.is_foreign_born()) return WorkerGroup::native;
  return is_without_right(f.status()) ? WorkerGroup::irregular : WorkerGroup::regular;
}
constexpr bool is_working_age(int years) {
  return years >= 15 && years < 65;
}

/// Whether somebody of this age can work where it lives.
constexpr bool is_worker(Facts f, int years) {
  return is_working_age(years) && f.status() != Status::detained;
}

/// One community as its persons' mechanisms see it: columns from its first slot on.
class View {
 public:
  View(State& run, size_t number)
      : state(run),
        index(number),
        community(run.people.communities()[number]),
        key(run.people.key().data() + community.first_slot),
        facts(run.people.column<Facts>(0).data() + community.first_slot),
        wealth(run.people.column<Cents>(1).data() + community.first_slot),
        arrival(run.people.column<uint16_t>(2).data() + community.first_slot),
        settled(run.people.column<uint16_t>(3).data() + community.first_slot),
        beliefs(run.people.column<Beliefs>(4).data() + community.first_slot),
        published(run.people.published().data() + community.first_slot),
        households(run.people.household().data() + community.first_slot),
        buffers(run.communities[number]),
        weight(community.weight),
        home(community.home) {}

  State& state;
  size_t index;
  const Community& community;
  SlotKey* key;
  Facts* facts;
  Cents* wealth;
  uint16_t* arrival;  ///< month of arrival where it lives
  uint16_t* settled;  ///< month up to which wealth at home is settled
  Beliefs* beliefs;
  uint8_t* published;
  Households households;
  CommunityMonth& buffers;
  int64_t weight;
  unsigned home;

  PersonId person(uint32_t local) const { return community.person(local); }
  uint32_t slot(uint32_t local) const { return community.first_slot + local; }
  PersonDraws draws(uint32_t local) const {
    return PersonDraws(state.draws, person(local), state.month);
  }
  /// Completed years at the start of the month.
  int age(uint32_t local) const { return std::max(0, key[local].age_months(state.month) - 1) / 12; }
  int years_since_arrival(uint32_t local) const {
    return (state.month.count() - arrival[local]) / 12;
  }
  /// Born this month: decides nothing before the next, whatever person had the slot before.
  bool is_newborn(uint32_t local) const { return key[local].birth() == state.month; }
  /// Its situation changed this month: it decides nothing more before the next.
  bool has_changed(uint32_t local) const {
    return std::find(buffers.changed.begin(), buffers.changed.end(), local) !=
           buffers.changed.end();
  }
  /// Rewrites class and active bit after a change of facts, and notes the change.
  void refresh(uint32_t local);
  /// Wealth at home as if settled now, without writing.
  Cents wealth_now(uint32_t local) const;
  /// Adds to somebody's wealth as far as it can be held (most_wealth); returns what cannot, for
  /// somebody else to book.
  Cents keep(uint32_t local, Cents amount) {
    const int64_t sum = int64_t{wealth[local]} + amount;
    wealth[local] = static_cast<Cents>(std::clamp<int64_t>(sum, -most_wealth, most_wealth));
    return static_cast<Cents>(sum - wealth[local]);
  }
  /// Settles wealth at home, through the ledger.
  void settle(uint32_t local);
  /// Adds to residents of a place, and to its workers if of working age.
  void count(Facts who, int age, int sign);

  // This thread's counters, looked up once in the life of a view.
  LocalTally& tally() const {
    if (tally_ == nullptr) tally_ = &state.tallies.local();
    return *tally_;
  }
  Ledger::Local& ledger() const {
    if (ledger_ == nullptr) ledger_ = &state.ledger.local();
    return *ledger_;
  }
  Flows& flows() const {
    if (flows_ == nullptr) flows_ = &state.flows.local();
    return *flows_;
  }
  CaptivityFlows& captivity_flows() const {
    if (captivity_flows_ == nullptr) captivity_flows_ = &state.captivity.flows.local();
    return *captivity_flows_;
  }

 private:
  mutable CaptivityFlows* captivity_flows_ = nullptr;
  mutable LocalTally* tally_ = nullptr;
  mutable Ledger::Local* ledger_ = nullptr;
  mutable Flows* flows_ = nullptr;
};

/// Side tables of so many communities.
void resize_side_tables(State& state, size_t n_communities);

/// Adds the five columns that the model keeps besides the engine's.
void add_columns(People& people);

}  // namespace rumbo::migration
