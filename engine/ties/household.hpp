// Households: rings of next-member links inside a community.
//
// Union, split and death change two links; no one moves. May include: base, people.
#pragma once
#include <cstdint>

#include "engine/base/error.hpp"
#include "engine/people/slots.hpp"

namespace rumbo {

/// The households of one community.
/// Link  uint16_t, or const uint16_t where they are only looked at
template <class Link>
class HouseholdRings {
 public:
  /// next  [size of the community] local index of the next member; a person alone points at
  /// themselves
  explicit HouseholdRings(Slots<Link> next) : next_(next) {}

  void start_alone(uint32_t person) { next_[person] = static_cast<uint16_t>(person); }
  bool is_alone(uint32_t person) const { return next_[person] == person; }

  /// Calls body(member) for every other member.
  template <class Body>
  void for_each_other(uint32_t person, const Body& body) const {
    for (uint32_t member = next_[person]; member != person; member = next_[member]) body(member);
  }
  bool are_together(uint32_t a, uint32_t b) const {
    if (a == b) return true;
    bool found = false;
    for_each_other(a, [&](uint32_t member) { found = found || member == b; });
    return found;
  }
  uint32_t size_of(uint32_t person) const {
    uint32_t size = 1;
    for_each_other(person, [&](uint32_t) { ++size; });
    return size;
  }
  /// Makes one household of the two that a and b live in; they must be different.
  void unite(uint32_t a, uint32_t b) {
    RUMBO_ASSERT(!are_together(a, b));
    const uint16_t after_a = next_[a];
    next_[a] = next_[b];
    next_[b] = after_a;
  }
  /// Takes a person out of their household, alone.
  void leave(uint32_t person) {
    uint32_t before = person;
    while (next_[before] != person) before = next_[before];
    next_[before] = next_[person];
    start_alone(person);
  }

 private:
  Slots<Link> next_;
};
using Households = HouseholdRings<uint16_t>;
using HouseholdsSeen = HouseholdRings<const uint16_t>;

}  // namespace rumbo
