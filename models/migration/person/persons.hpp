// Persons, the ties between them, and what a month keeps of each community.
//
// May include: people, ties, hazards, visas' refusals.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/base/money.hpp"
#include "engine/hazards/screening.hpp"
#include "engine/people/people.hpp"
#include "engine/ties/ties.hpp"
#include "models/migration/person/own.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/visas/refusals.hpp"

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
  uint8_t violence = 0;         ///< legs on which they suffered violence
  uint8_t stranded_at = 0;      ///< PlaceId, if stranded
  Cents debt = 0;               ///< part of the cost that is owed
  bool has_contacts = false;    ///< knows a person who knows the smugglers
  bool has_preference = false;  ///< worked a season there lately
  uint16_t firm = no_firm;      ///< smuggler who takes the mover along
  bool arrives_alone = false;   ///< without a household where they come to
  Facts before{};               ///< of the mover, when they left
  Refusals refusals;            ///< earlier ones, since the first application
  static constexpr uint16_t no_firm = 0xFFFF;
};

/// A birth that found no free slot: happens at the commit, where room is made.
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

struct State;

/// Made and copied with the whole state only: who has it may write what is kept of persons.
struct Persons {
  People people;
  std::vector<CommunityMonth> months;  ///< [community] scratch of the month
  std::vector<int64_t> weight_of;      ///< [place] weight of its communities
  std::vector<std::pair<uint32_t, uint32_t>>
      communities_of;  ///< [place] first and number at the start
  /// [place][year since the start] slots that are open in each of its communities at least
  std::vector<std::vector<uint32_t>> room;
  int64_t cut_kin_links = 0;  ///< newborns parted from their household for want of room

  /// The right to write what is kept of the persons of one community, or of all.
  Own own(size_t community) & { return Own(community); }
  Everybodys everybodys() & { return Everybodys(); }

 private:
  friend struct State;
  Persons() = default;
  Persons(const Persons&) = default;
  Persons& operator=(const Persons&) = delete;
};
RUMBO_ROOM_OF_COMMUNITIES(Persons, persons)
RUMBO_ROOM(Ties, ties)  // made at the start; nothing changes them

}  // namespace rumbo::migration
