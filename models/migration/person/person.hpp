// What is stored of a person: 19 bytes a slot, behind accessors.
//
// key 2 (birth month, class), facts 4, wealth 4, household 2, arrival 2, settled 2, beliefs 2,
// published 1. May include: base, people.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "engine/base/month.hpp"
#include "engine/base/named_enum.hpp"
#include "engine/people/slot_key.hpp"

namespace rumbo::migration {

enum class Sex : uint8_t { female, male };
inline constexpr int n_sexes = n_of<Sex>;
inline constexpr auto sex_names = names_of<Sex>();

/// Legal status where a person lives, or what they are there as. Numbers never change.
enum class Status : uint8_t {
  citizen,
  permanent,
  temporary,
  irregular,
  visitor,         ///< with leave for some months only
  seasonal,        ///< on a permit for a season's work
  asylum_pending,  ///< waits for the answer to a claim of asylum
  refugee,         ///< recognized, or protected in another way
  displaced,       ///< a citizen driven from home within their own country
  detained         ///< held by the authorities for want of a right to stay
};
inline constexpr int n_statuses = n_of<Status>;
inline constexpr auto status_names = names_of<Status>();
/// Whether a person is where they live without a right to be.
constexpr bool is_without_right(Status s) {
  return s == Status::irregular || s == Status::detained;
}

/// How a person moves, or why. Those up to smuggler_debt are chosen by the mover.
enum class Channel : uint8_t {
  work_visa,
  study,
  family,
  seasonal,
  right_of_entry,
  visit,
  asylum,
  alone,
  smuggler,       ///< paid in cash on arrival
  smuggler_debt,  ///< paid in part, the rest owed
  return_home,
  removal,
  from_reservoir,
  to_reservoir
};
inline constexpr int n_channels = n_of<Channel>;
inline constexpr int n_chosen_channels = static_cast<int>(Channel::smuggler_debt) + 1;
inline constexpr auto channel_names = names_of<Channel>({{Channel::return_home, "return"}});
constexpr bool is_guided(Channel c) {
  return c == Channel::smuggler || c == Channel::smuggler_debt;
}
constexpr bool is_irregular_entry(Channel c) {
  return c == Channel::alone || is_guided(c);
}

/// Earnings relative to others of the same skill, four classes of equal number. Multipliers are
/// the means of the quarters of a lognormal with sigma 0.6 and mean 1 (dispersion of log earnings
/// within schooling groups: assumed).
inline constexpr int n_earnings_classes = 4;
inline constexpr std::array<double, n_earnings_classes> earnings_multiplier{0.4050, 0.6920, 1.0218,
                                                                            1.8812};

/// The packed word of a person. All 32 bits are in use: one more takes a wider word.
class Facts {
 public:
  constexpr Facts() = default;

  constexpr unsigned birthplace() const { return get(0, 7); }
  constexpr unsigned residence() const { return get(7, 7); }
  constexpr Status status() const { return static_cast<Status>(get(14, 4)); }
  constexpr unsigned skill() const { return get(18, 2); }
  constexpr unsigned earnings() const { return get(20, 2); }
  constexpr Sex sex() const { return static_cast<Sex>(get(22, 1)); }
  constexpr bool is_partnered() const { return get(23, 1) != 0; }
  /// Waits for an answer to an application; the rest is in the side table of applications.
  constexpr bool is_applying() const { return get(24, 1) != 0; }
  constexpr bool was_removed() const { return get(25, 1) != 0; }
  constexpr bool has_returned() const { return get(26, 1) != 0; }
  /// Is ill; the rest is in the side table of the ill.
  constexpr bool is_ill() const { return get(27, 1) != 0; }
  /// Owes money for their passage; the rest is in the side table of debts.
  constexpr bool is_indebted() const { return get(28, 1) != 0; }
  /// Held and exploited by a trafficker; the rest is in the side table of captives.
  constexpr bool is_held() const { return get(29, 1) != 0; }
  /// Was held before.
  constexpr bool was_held() const { return get(30, 1) != 0; }
  /// Suffers abuse at work, which is not trafficking; the rest is in the side table of the abused.
  constexpr bool is_abused() const { return get(31, 1) != 0; }

  constexpr void set_birthplace(unsigned v) { set(0, 7, v); }
  constexpr void set_residence(unsigned v) { set(7, 7, v); }
  constexpr void set_status(Status v) { set(14, 4, static_cast<unsigned>(v)); }
  constexpr void set_skill(unsigned v) { set(18, 2, v); }
  constexpr void set_earnings(unsigned v) { set(20, 2, v); }
  constexpr void set_sex(Sex v) { set(22, 1, static_cast<unsigned>(v)); }
  constexpr void set_partnered(bool v) { set(23, 1, v); }
  constexpr void set_applying(bool v) { set(24, 1, v); }
  constexpr void set_removed(bool v) { set(25, 1, v); }
  constexpr void set_returned(bool v) { set(26, 1, v); }
  constexpr void set_ill(bool v) { set(27, 1, v); }
  constexpr void set_indebted(bool v) { set(28, 1, v); }
  constexpr void set_held(bool v) { set(29, 1, v); }
  constexpr void set_was_held(bool v) { set(30, 1, v); }
  constexpr void set_abused(bool v) { set(31, 1, v); }

  constexpr bool is_foreign_born() const { return birthplace() != residence(); }

 private:
  constexpr unsigned get(int at, int width) const { return (bits_ >> at) & ((1u << width) - 1); }
  constexpr void set(int at, int width, unsigned value) {
    const uint32_t mask = ((1u << width) - 1) << at;
    bits_ = (bits_ & ~mask) | ((value << at) & mask);
  }
  uint32_t bits_ = 0;
};
static_assert(sizeof(Facts) == 4);

/// Bits of a person that rooms write, one room each, beside rows of their own or for themselves.
enum class Mark : uint8_t { partnered, applying, ill, indebted, abused };

constexpr bool bears(Facts facts, Mark mark) {
  switch (mark) {
    case Mark::partnered:
      return facts.is_partnered();
    case Mark::applying:
      return facts.is_applying();
    case Mark::ill:
      return facts.is_ill();
    case Mark::indebted:
      return facts.is_indebted();
    case Mark::abused:
      return facts.is_abused();
  }
  return false;
}
constexpr void set_mark(Facts& facts, Mark mark, bool is_borne) {
  switch (mark) {
    case Mark::partnered:
      return facts.set_partnered(is_borne);
    case Mark::applying:
      return facts.set_applying(is_borne);
    case Mark::ill:
      return facts.set_ill(is_borne);
    case Mark::indebted:
      return facts.set_indebted(is_borne);
    case Mark::abused:
      return facts.set_abused(is_borne);
  }
}

/// Whose bounds a person shares. A slot's class is this and their sex; 0 is a free slot.
enum class Situation : uint8_t {
  at_home,   ///< lives in their home place, born there, a citizen
  settled,   ///< born where they live, but away from their home place or no citizen (children of
             ///< migrants)
  regular,   ///< foreign-born with a right to stay
  irregular  ///< foreign-born without
};
inline constexpr int n_situations = n_of<Situation>;

constexpr Situation situation_of(Facts facts, unsigned home) {
  if (is_without_right(facts.status())) return Situation::irregular;
  if (facts.is_foreign_born()) return Situation::regular;
  return facts.residence() == home && facts.status() == Status::citizen ? Situation::at_home
                                                                        : Situation::settled;
}
constexpr unsigned slot_class(Situation situation, Sex sex) {
  return 1 + 2 * static_cast<unsigned>(situation) + static_cast<unsigned>(sex);
}
constexpr unsigned slot_class(Facts facts, unsigned home) {
  return slot_class(situation_of(facts, home), facts.sex());
}

/// Whether a person is where they were born and free to leave.
constexpr bool may_leave_home(Facts facts) {
  return !facts.is_foreign_born() && !facts.is_held() &&
         (facts.status() == Status::citizen || facts.status() == Status::displaced);
}

/// Whether a person is locked up, by traffickers or the authorities: they neither work nor decide.
constexpr bool is_confined(Facts facts) {
  return facts.is_held() || facts.status() == Status::detained;
}

/// Whether a person has something to do every month: lives away from their birthplace, is no
/// citizen where they live, or waits for an answer.
constexpr bool is_active(Facts facts) {
  return facts.is_foreign_born() || facts.status() != Status::citizen || facts.is_applying();
}

/// Whether a person's status lets them bring their family; a claim of asylum does not yet.
constexpr bool may_sponsor(Status s) {
  return !is_without_right(s) && s != Status::seasonal && s != Status::asylum_pending;
}

/// What others see: where a person lives (0 = no one there) and whether they may not sponsor
/// others.
constexpr uint8_t published_byte(Facts facts) {
  return static_cast<uint8_t>(((facts.residence() + 1) << 1) |
                              (may_sponsor(facts.status()) ? 0u : 1u));
}
constexpr bool published_alive(uint8_t byte) {
  return byte != 0;
}
constexpr unsigned published_place(uint8_t byte) {
  return (byte >> 1) - 1u;
}
constexpr bool published_sponsor(uint8_t byte) {
  return (byte & 1) == 0;
}

/// Groups of ages in results (years): 0-14, 15-24, 25-34, 35-49, 50-64, 65 and over.
inline constexpr int n_result_ages = 6;
inline constexpr std::array<std::string_view, n_result_ages> result_age_names{
    "0-14", "15-24", "25-34", "35-49", "50-64", "65+"};
constexpr int result_age(int years) {
  return years < 15 ? 0 : years < 25 ? 1 : years < 35 ? 2 : years < 50 ? 3 : years < 65 ? 4 : 5;
}

}  // namespace rumbo::migration
