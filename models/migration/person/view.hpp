// One community of persons, as the mechanisms of persons see it.
//
// May include: base, ties, the model's persons, money and sums.
#pragma once
#include <algorithm>

#include "engine/base/money.hpp"
#include "engine/hazards/screening.hpp"
#include "engine/people/people.hpp"
#include "engine/tally/ledger.hpp"
#include "engine/tally/tallies.hpp"
#include "engine/ties/household.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/columns.hpp"
#include "models/migration/person/flows.hpp"
#include "models/migration/person/look.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/run.hpp"
#include "models/migration/trafficking/flows.hpp"

namespace rumbo::migration {

/// Who is put into a free slot.
struct Newcomer {
  Facts facts;
  Month birth;
  Month arrival;  ///< where they live
  Beliefs beliefs{};
  Cents wealth = 0;
};

/// One community as its persons' mechanisms see it: its persons and households, what they ask for
/// this month, and this thread's counters. Of the state it reaches no more than these. Columns and
/// households are changed by what is offered here and by the verbs of person/verbs.hpp only.
class View : public Look {
 public:
  /// source  the state, or rooms with these three among them; which  number of the community
  template <class Source>
  View(Source& source, size_t which)
      : View(Rooms<>(source).run, source.persons, source.money, source.sums, which) {}

  Own index;  ///< number of the community, and the right to write its rows
  CommunityMonth& buffers;

  /// Their situation changed this month: they decide nothing more before the next.
  bool has_changed(uint32_t local) const {
    return std::find(buffers.changed.begin(), buffers.changed.end(), local) !=
           buffers.changed.end();
  }
  /// Asks for something this month.
  bool has_asked(uint32_t local) const {
    return std::any_of(buffers.requests.begin(), buffers.requests.end(),
                       [&](const Request& r) { return r.local == local; });
  }
  /// Sets or takes a mark that a room writes beside what it keeps of the person.
  void mark(uint32_t local, Mark mark, bool is_borne) {
    set_mark(facts_[local], mark, is_borne);
    if (mark == Mark::applying) people_.set_active(slot(local), is_active(facts[local]));
  }
  /// What a person believes from now on.
  void believe(uint32_t local, Beliefs now) { beliefs_[local] = now; }
  /// A person leaves their household and lives alone.
  void live_alone(uint32_t local) { households_.leave(local); }
  /// The households of two persons become one; they must be different.
  void live_together(uint32_t one, uint32_t other) { households_.unite(one, other); }
  /// The first household of a slot: alone, whatever stood there.
  void start_alone(uint32_t local) { households_.start_alone(local); }
  /// Shows a person to others as they are now. Not in a phase of persons: others look.
  void show(uint32_t local) {
    published_[local] = key[local].is_free() ? uint8_t{0} : published_byte(facts[local]);
  }
  /// Puts a person into a free slot; the household is for the caller to say.
  void put(uint32_t local, const Newcomer& newcomer);
  /// What grows up in a person before they are looked at: at the start only.
  void start_with(uint32_t local, unsigned skill, unsigned earnings, Cents wealth);
  /// The marks of 32 persons: those of local indices 32 x word to 32 x word + 31.
  uint32_t active_word(uint32_t word) const { return people_.active()[slot(word * 32) / 32]; }
  /// A slot where no one is, by a hash; the size of the community if it is full.
  uint32_t free_slot(uint32_t hash) const { return people_.find_free_slot(community, hash); }
  /// Notes who is to decide something this month, by bounds on the hazards of this home.
  void wake(const BoundTable& bounds);
  /// Rewrites class and active bit after a change of facts, and notes the change.
  void refresh(uint32_t local);
  Cents wealth_now(uint32_t local) const { return Look::wealth_now(money_, local); }
  /// Adds to a person's wealth as far as it can be held (most_wealth); returns what cannot, for
  /// the caller to book elsewhere.
  Cents keep(uint32_t local, Cents amount) {
    const int64_t sum = int64_t{wealth[local]} + amount;
    wealth_[local] = static_cast<Cents>(std::clamp<int64_t>(sum, -most_wealth, most_wealth));
    return static_cast<Cents>(sum - wealth[local]);
  }
  /// Settles wealth at home, through the ledger.
  void settle(uint32_t local);
  /// Adds to residents of a place, and to its workers if of working age.
  void count(Facts who, int age, int sign);

  // This thread's counters, looked up once in the life of a view.
  LocalTally& tally() const {
    if (tally_ == nullptr) tally_ = &sums_.tallies.local();
    return *tally_;
  }
  Ledger::Local& ledger() const {
    if (ledger_ == nullptr) ledger_ = &sums_.ledger.local();
    return *ledger_;
  }
  Flows& flows() const {
    if (flows_ == nullptr) flows_ = &sums_.flows.local();
    return *flows_;
  }
  CaptivityFlows& captivity_flows() const {
    if (captivity_flows_ == nullptr) captivity_flows_ = &sums_.captivity_flows.local();
    return *captivity_flows_;
  }

 private:
  friend struct CoreColumns;  // the verbs

  View(const Run& now, Persons& persons, const Money& money, Sums& sums, size_t which)
      : Look(now, persons, which),
        index(persons.own(which)),
        buffers(persons.months[which]),
        key_(community.of(persons.people.key().data())),
        facts_(community.of(persons.people.column(person_columns.facts).data())),
        wealth_(community.of(persons.people.column(person_columns.wealth).data())),
        arrival_(community.of(persons.people.column(person_columns.arrival).data())),
        settled_(community.of(persons.people.column(person_columns.settled).data())),
        beliefs_(community.of(persons.people.column(person_columns.beliefs).data())),
        published_(community.of(persons.people.published().data())),
        households_(community.of(persons.people.household().data())),
        people_(persons.people),
        money_(money),
        sums_(sums) {}

  Slots<SlotKey> key_;
  Slots<Facts> facts_;
  Slots<Cents> wealth_;
  Slots<uint16_t> arrival_;
  Slots<uint16_t> settled_;
  Slots<Beliefs> beliefs_;
  Slots<uint8_t> published_;
  Households households_;
  People& people_;
  const Money& money_;
  Sums& sums_;
  mutable CaptivityFlows* captivity_flows_ = nullptr;
  mutable LocalTally* tally_ = nullptr;
  mutable Ledger::Local* ledger_ = nullptr;
  mutable Flows* flows_ = nullptr;
};

}  // namespace rumbo::migration
