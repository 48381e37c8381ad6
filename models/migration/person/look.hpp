// One community of persons, as those see it who only look.
//
// May include: base, ties, the model's persons and money.
#pragma once
#include <algorithm>

#include "engine/base/money.hpp"
#include "engine/people/people.hpp"
#include "engine/random/draws.hpp"
#include "engine/ties/household.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/columns.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/run.hpp"

namespace rumbo::migration {

/// The persons of one community, each by their local index. Nothing of them can be changed here;
/// View can.
class Look {
 public:
  /// source  the state, or rooms with the persons among them; which  number of the community
  template <class Source>
  Look(const Source& source, size_t which) : Look(Rooms<>(source).run, source.persons, which) {}

  const Run& run;
  size_t number;  ///< of the community
  const Community& community;
  Slots<const SlotKey> key;
  Slots<const Facts> facts;
  Slots<const Cents> wealth;
  Slots<const uint16_t> arrival;  ///< month of arrival where they live
  Slots<const uint16_t> settled;  ///< month up to which wealth at home is settled
  Slots<const Beliefs> beliefs;
  Slots<const uint8_t> published;
  HouseholdsSeen households;
  int64_t weight;
  unsigned home;

  PersonId person(uint32_t local) const { return community.person(local); }
  uint32_t slot(uint32_t local) const { return community.slot(local); }
  PersonDraws draws(uint32_t local) const {
    return PersonDraws(run.draws, person(local), run.month);
  }
  /// Completed years at the start of the month.
  int age(uint32_t local) const { return std::max(0, key[local].age_months(run.month) - 1) / 12; }
  int years_since_arrival(uint32_t local) const {
    return (run.month.count() - arrival[local]) / 12;
  }
  /// Born this month: decides nothing before the next, whatever person had the slot before.
  bool is_newborn(uint32_t local) const { return key[local].birth() == run.month; }
  /// Wealth, at home as if settled now.
  Cents wealth_now(const Money& money, uint32_t local) const;

 protected:
  Look(const Run& now, const Persons& persons, size_t which);
};

}  // namespace rumbo::migration
